import type { Button, KnownBlock } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { actions, alert, button, section } from '../blocks/index.ts';
import { changedAgo } from '../changed-ago.ts';
import { data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { editAction, type Form } from './ids.ts';

/** Whether an error says that what a form is about was changed since it was opened. */
export const hasMovedOn = (error: unknown): error is ConflictError =>
  error instanceof ConflictError && error.code === 'set_up_moved_on';

/**
 * What a form says above its fields then: who changed it, what is different now, and the way to see it without what was
 * typed, which stays otherwise.
 * @param details one plain line for each thing that is different now
 */
export const movedOnBlocks = (
  ctx: MemberContext,
  error: ConflictError,
  details: readonly (string | Mrkdwn)[],
  reload: Form | Button,
): KnownBlock[] => [
  alert(changedAgo(ctx, error), 'warning'),
  section(
    join([
      ...details.map((line) => md`• ${typeof line === 'string' ? data(line, 220) : line}`),
      say(ctx.locale, 'movedOn.kept'),
    ]),
  ),
  actions(
    ['edit' in reload ? button(editAction, reload, words(ctx.locale, 'movedOn.reload')) : reload],
    'moved-on',
  ),
];
