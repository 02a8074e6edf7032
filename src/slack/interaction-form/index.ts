import type { SlackHost } from '../host.ts';
import { registerEntrances } from './commands.ts';
import { registerForm } from './listeners.ts';

/** One interaction: its form, what can be done with it afterwards, and those put off. */
export function registerInteraction(host: SlackHost): void {
  registerEntrances(host);
  registerForm(host);
}
