import type { SlackHost } from '../host.ts';
import { registerLines as registerRows } from './line-listeners.ts';
import { registerList } from './list-listeners.ts';
import { registerPick } from './pick-listeners.ts';

export { openLinesAction } from './ids.ts';
export { firstPage, loadList } from './load-list.ts';

/** The contacts of a segment: the list and the forms on top of it. */
export function registerLines(host: SlackHost): void {
  registerList(host);
  registerRows(host);
  registerPick(host);
}
