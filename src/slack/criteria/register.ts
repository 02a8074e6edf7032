import type { SlackHost } from '../host.ts';
import { registerChanges } from './change-listeners.ts';
import { registerCodes } from './code-options.ts';
import { registerSubmit } from './submit-listener.ts';

/** The modal in which contacts are chosen by filters. */
export function registerCriteria(host: SlackHost): void {
  registerChanges(host);
  registerCodes(host);
  registerSubmit(host);
}
