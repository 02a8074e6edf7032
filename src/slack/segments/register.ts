import { listSegments } from '../../services/segments/list-segments.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onCommand } from '../listener.ts';
import { registerCard } from './card-listeners.ts';
import { segmentCommand } from './commands.ts';
import { registerDelete } from './delete.ts';
import { helpMessage, verbHelpMessage } from './help.ts';
import { helpAction, listAction } from './ids.ts';
import { LIST_PAGE, listMessage } from './list.ts';
import { registerNewSegment } from './new-listeners.ts';
import { registerReset } from './reset.ts';
import { registerShare } from './share.ts';

export const COMMAND = '/segment';

/** `/segment`, its answers and their buttons, and the form for a new segment. */
export function registerSegments(host: SlackHost): void {
  onCommand(host, COMMAND, segmentCommand);
  onAction(host, listAction, async ({ ctx, value, replace }) => {
    const { scope, cursor, from } = value;
    const list = await listSegments(ctx, { scope, limit: LIST_PAGE, ...(cursor ? { cursor } : {}) });
    await replace(listMessage(ctx.locale, scope, list, from));
  });
  onAction(host, helpAction, async ({ ctx, value, reply }) =>
    reply(value.verb ? verbHelpMessage(ctx.locale, value.verb) : helpMessage(ctx.locale)),
  );
  registerCard(host);
  registerNewSegment(host);
  registerShare(host);
  registerDelete(host);
  registerReset(host);
}
