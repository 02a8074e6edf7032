import { z } from 'zod';
import type { Context } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { type FoundList, findList, refusalOf } from './find-list.ts';
import { readProgress } from './read-progress.ts';
import type { CallListInfo, CallListView } from './types.ts';

const showListInput = z.object({ listId: z.number().int() });

/**
 * A call list and how far it is, as the channel is told.
 * @throws NotFoundError call_list_not_found
 */
export async function showList(ctx: Context, input: z.input<typeof showListInput>): Promise<CallListView> {
  requireInsider(ctx);
  const { listId } = showListInput.parse(input);
  return viewOf(ctx, await findList(ctx, listId));
}

export async function viewOf(ctx: Context, { list, segment }: FoundList): Promise<CallListView> {
  return {
    list: infoOf({ list, segment }),
    progress: await readProgress(ctx, list, segment),
    refusal: await refusalOf(ctx, segment),
  };
}

export const infoOf = ({ list, segment }: FoundList): CallListInfo => ({
  id: list.id,
  segmentId: segment.id,
  segmentNo: segment.no,
  description: segment.description,
  channel: list.channel,
});
