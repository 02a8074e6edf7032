import type { Context } from '../../core/context.ts';
import { showCriteria } from '../../services/saved-criteria/read.ts';
import { memberNames } from '../../services/setup/member-names.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { readerOf } from '../segments/reader.ts';
import { savedInChannel } from './messages.ts';

/** Saved criteria as they are now, for the channel they were shared to. @throws NotFoundError when they are deleted */
export async function sharedMessage(
  ctx: Context,
  { savedId, memberId }: { savedId: number; memberId: number },
): Promise<SlackMessage> {
  const saved = await showCriteria(ctx, { id: savedId });
  const names = await memberNames(ctx, [memberId]);
  return savedInChannel(await readerOf(ctx, saved.steps), saved, names.get(memberId) ?? '');
}
