import { and, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { campaigns, loggedSegments, members, salespeople } from '../../db/schema/index.ts';
import { findContact } from '../contacts/find-contact.ts';
import { findSegment } from '../segments/find-segment.ts';

export const SCOPES = ['contact', 'company', 'segment', 'logged', 'campaign', 'salesperson', 'mine'] as const;

/** Whose interactions: by number or code; `mine` by the member's row id, blank for whoever asks. */
export const interactionScope = z.object({ kind: z.enum(SCOPES), key: z.string().max(30).default('') });
export type InteractionScope = z.infer<typeof interactionScope>;

/** Which interactions. Postponed ones are not logged yet, and left out unless they are asked for. */
export const interactionFilter = z.object({
  scope: interactionScope,
  /** Dated from that day to that one, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  canceled: z.boolean().optional(),
  postponed: z.boolean().optional(),
  failed: z.boolean().optional(),
  /** `any`: those that somebody has evaluated. */
  evaluation: z.enum(['any', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative']).optional(),
});
export type InteractionFilter = z.infer<typeof interactionFilter>;

/** What a scope's key stands for, as people know it. */
export interface ScopeName {
  no: string;
  name: string;
}

/**
 * A filter as SQL over the log entries `e`; each scope has an index that leads to its entries.
 * @throws NotFoundError for a number or code that is not there
 */
export async function readFilter(
  ctx: Context,
  filter: InteractionFilter,
): Promise<{ condition: SQL; scope: ScopeName }> {
  const { scope, which } = await readScope(ctx, filter.scope);
  const { from, to, canceled, postponed = false, failed, evaluation } = filter;
  const parts = [
    sql`e.workspace_id = ${ctx.workspaceId}`,
    which,
    sql`e.postponed = ${postponed}`,
    ...(from === undefined ? [] : [sql`e.date >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`e.date <= ${to}::date`]),
    ...(canceled === undefined ? [] : [sql`e.canceled = ${canceled}`]),
    ...(failed === undefined ? [] : [sql`e.attempt_failed = ${failed}`]),
    ...(evaluation === undefined
      ? []
      : [evaluation === 'any' ? sql`e.evaluation <> ''` : sql`e.evaluation = ${evaluation}`]),
  ];
  return { condition: sql.join(parts, sql` and `), scope };
}

type Found = Promise<{ scope: ScopeName; which: SQL }>;

function readScope(ctx: Context, { kind, key }: InteractionScope): Found {
  const no = key.trim().toUpperCase();
  switch (kind) {
    case 'contact':
      return ofContact(ctx, no, sql`e.contact_id`);
    // The company's own are filed under it too (`domain.md` §3.1).
    case 'company':
      return ofContact(ctx, no, sql`e.company_id`);
    case 'segment':
      return ofSegment(ctx, no);
    case 'logged':
      return ofLogged(ctx, no);
    case 'campaign':
      return ofCampaign(ctx, no);
    case 'salesperson':
      return ofSalesperson(ctx, no);
    case 'mine':
      return ofMember(ctx, key);
  }
}

async function ofContact(ctx: Context, no: string, column: SQL): Found {
  const { id, name } = await findContact(ctx, no);
  return { scope: { no, name }, which: sql`${column} = ${id}` };
}

/** Those of its log, and of calls that were made before it was logged. */
async function ofSegment(ctx: Context, no: string): Found {
  const { id, description } = await findSegment(ctx, no);
  const logged = sql`(
    select g.id from logged_segments g where g.workspace_id = ${ctx.workspaceId} and g.segment_id = ${id})`;
  return {
    scope: { no, name: description },
    which: sql`(e.logged_segment_id = ${logged} or e.segment_id = ${id})`,
  };
}

async function ofLogged(ctx: Context, no: string): Found {
  const entryNo = /^#?(\d{1,15})$/.exec(no)?.[1] ?? '0';
  const [logged] = await executor(ctx)
    .select({ id: loggedSegments.id, segmentNo: loggedSegments.segmentNo, name: loggedSegments.description })
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.entryNo, Number(entryNo))));
  if (!logged) throw new NotFoundError('logged_segment_not_found', { no });
  const { id, name, segmentNo } = logged;
  return { scope: { no: entryNo, name: name || segmentNo }, which: sql`e.logged_segment_id = ${id}` };
}

async function ofCampaign(ctx: Context, no: string): Found {
  const [campaign] = await executor(ctx)
    .select({ id: campaigns.id, name: campaigns.description })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.no, no)));
  if (!campaign) throw new NotFoundError('campaign_not_found', { no });
  return { scope: { no, name: campaign.name }, which: sql`e.campaign_id = ${campaign.id}` };
}

/** Blocked ones too: what they did is still there. */
async function ofSalesperson(ctx: Context, code: string): Found {
  const [found] = await executor(ctx)
    .select({ code: salespeople.code, name: salespeople.description })
    .from(salespeople)
    .where(and(eq(salespeople.workspaceId, ctx.workspaceId), eq(sql`upper(${salespeople.code})`, code)));
  if (!found) throw new NotFoundError('salesperson_not_found', { code });
  return { scope: { no: found.code, name: found.name }, which: sql`e.salesperson_code = ${found.code}` };
}

/** What somebody logged, and what stands in their name as salesperson. */
async function ofMember(ctx: Context, key: string): Found {
  const own = ctx.actor.kind === 'member' ? ctx.actor.memberId : 0;
  const [member] = await executor(ctx)
    .select({ id: members.id, name: members.name, code: members.salespersonCode })
    .from(members)
    .where(
      and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, /^\d+$/.test(key) ? Number(key) : own)),
    );
  if (!member) throw new NotFoundError('salesperson_not_found', { code: key });
  const { id, name, code } = member;
  return {
    scope: { no: code ?? '', name },
    which:
      code === null ? sql`e.member_id = ${id}` : sql`(e.member_id = ${id} or e.salesperson_code = ${code})`,
  };
}
