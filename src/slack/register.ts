import type { SlackHost } from './host.ts';

/** Every feature hangs on its listeners here. */
export function registerListeners(_host: SlackHost): void {}
