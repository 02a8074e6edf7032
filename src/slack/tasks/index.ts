import type { SlackHost } from '../host.ts';
import { onCommand } from '../listener.ts';
import { taskCommand } from './commands.ts';
import { registerForms } from './form-listeners.ts';
import { registerButtons } from './listeners.ts';

export { openSegmentTasks, openTaskFromEntry } from './open.ts';

/** `/task`, its cards and lists, and the forms for tasks. */
export function registerTasks(host: SlackHost): void {
  onCommand(host, '/task', taskCommand);
  registerForms(host);
  registerButtons(host);
}
