import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, inTransaction } from '../../core/context.ts';
import { at } from './sql.ts';
import { tellProgress } from './tell.ts';

const lists = z.array(z.object({ id: z.coerce.number() }));

/**
 * Has the messages about call lists edited that still say that somebody is calling whose turn has run out, as when a
 * laptop was closed: nothing else tells of that.
 * @returns how many
 */
export function tellEndedTurns(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (inner) => {
    const found = await inner.tx.execute(sql`
      select l.id from call_lists l
      join channel_posts p on p.workspace_id = l.workspace_id and p.subject = 'call-list:' || l.id
      where l.workspace_id = ${ctx.workspaceId} and p.status = 'posted' and exists (
        select from call_items i
        where i.workspace_id = l.workspace_id and i.call_list_id = l.id and i.state = 'taken'
          and i.until < ${at(ctx.now())} and i.until >= p.posted_at)`);
    const ended = lists.parse(found);
    for (const list of ended) await tellProgress(inner, list);
    return ended.length;
  });
}
