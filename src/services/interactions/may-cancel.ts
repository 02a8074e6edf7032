import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { executor } from '../../core/context.ts';
import { ForbiddenError } from '../../core/errors.ts';

/**
 * SQL: whether the member may take interactions out of the figures and put them back. Others count on these figures,
 * so it is for those who answer for them: whoever logged, the campaign's owner, managers and admins.
 * @param campaignId column with the campaign's id, null without one
 */
export function mayCancel(ctx: MemberContext, loggedBy: SQL, campaignId: SQL): SQL {
  const { isAdmin, isManager, memberId, salespersonCode } = ctx.actor;
  if (isAdmin || isManager) return sql`true`;
  const own = sql`${loggedBy} = ${memberId}::bigint`;
  if (salespersonCode === null) return own;
  return sql`(${own} or exists (
    select from campaigns cp
    where cp.workspace_id = ${ctx.workspaceId} and cp.id = ${campaignId} and cp.salesperson_code = ${salespersonCode}))`;
}

/** Throws when a query that counts what the member may not cancel finds any. */
async function refuseIfAny(ctx: MemberContext, forbidden: SQL): Promise<void> {
  const [row] = await executor(ctx).execute(sql`select exists (${forbidden}) as found`);
  if (row?.found) throw new ForbiddenError('cancel_forbidden');
}

/** Contacts that are named when some of several interactions may not be canceled. */
const NAMED = 3;
const refused = z.object({ count: z.coerce.number(), contacts: z.string() });

/** @throws ForbiddenError cancel_forbidden; of several, cancel_forbidden_some, which says whose they are */
export async function requireMayCancelEntries(ctx: MemberContext, entryIds: number[]): Promise<void> {
  const [row] = await executor(ctx).execute(sql`
    select count(*) as count,
      coalesce(string_agg(left(c.name, 40), ', ' order by e.id) filter (where e.position <= ${NAMED}), '') as contacts
    from (
      select id, contact_id, row_number() over (order by id) as position from interaction_log_entries e
      where e.workspace_id = ${ctx.workspaceId} and e.id = any(${sql.param(entryIds)}::bigint[])
        and not ${mayCancel(ctx, sql`e.member_id`, sql`e.campaign_id`)}
    ) e
    join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = e.contact_id`);
  const { count, contacts } = refused.parse(row);
  if (count === 0) return;
  if (entryIds.length === 1) throw new ForbiddenError('cancel_forbidden');
  throw new ForbiddenError('cancel_forbidden_some', { count, contacts });
}

/** @throws ForbiddenError cancel_forbidden */
export const requireMayCancelCampaignEntry = (ctx: MemberContext, id: number): Promise<void> =>
  refuseIfAny(
    ctx,
    sql`select from campaign_entries e
      where e.workspace_id = ${ctx.workspaceId} and e.id = ${id}
        and not ${mayCancel(ctx, sql`e.member_id`, sql`e.campaign_id`)}`,
  );

/**
 * Of several campaigns in one logged segment, one must own all.
 * @throws ForbiddenError cancel_forbidden
 */
export const requireMayCancelLogged = (ctx: MemberContext, id: number): Promise<void> =>
  refuseIfAny(
    ctx,
    sql`select from logged_segments g
      left join campaign_entries ce on ce.workspace_id = g.workspace_id and ce.logged_segment_id = g.id
      where g.workspace_id = ${ctx.workspaceId} and g.id = ${id}
        and not ${mayCancel(ctx, sql`g.member_id`, sql`ce.campaign_id`)}`,
  );
