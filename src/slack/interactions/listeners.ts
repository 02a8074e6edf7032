import type { SlackHost } from '../host.ts';
import { registerLogForm } from './log-listeners.ts';
import { registerLogged } from './logged-listeners.ts';

/** Logging segments, and looking at logged ones. */
export function registerInteractions(host: SlackHost): void {
  registerLogForm(host);
  registerLogged(host);
}
