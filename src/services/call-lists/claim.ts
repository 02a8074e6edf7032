import { type SQL, sql } from 'drizzle-orm';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { at, type ListKey, liveItems, liveLines, offered } from './sql.ts';

/** How long a contact is kept for whoever has it before them. */
export const LEASE_MINUTES = 15;
/** So long after the agreed time others call whom a colleague was to call back. */
const OVERDUE_MINUTES = 15;
const MINUTE = 60_000;

type Ctx = MemberContext & TransactionContext;

const later = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE);

export const leaseFrom = (now: Date): Date => later(now, LEASE_MINUTES);

/**
 * Gives the member the next contact. What was agreed comes first: whom the member said to call back now, and whom
 * colleagues should have called back by now; then those nobody has called; then what others left lying.
 * @returns false when there is nobody to be called now
 */
export async function claimNext(ctx: Ctx, list: ListKey): Promise<boolean> {
  const now = at(ctx.now());
  const overdue = at(later(ctx.now(), -OVERDUE_MINUTES));
  const due = sql`i.state = 'later' and i.until <= ${now}`;
  return (
    (await untilTaken(itemClaim(ctx, list, sql`${due} and (${mine(ctx)} or i.until <= ${overdue})`))) ||
    (await untilTaken(lineClaim(ctx, list))) ||
    (await untilTaken(itemClaim(ctx, list, sql`((${due}) or (i.state = 'taken' and i.until < ${now}))`)))
  );
}

const mine = (ctx: MemberContext): SQL => sql`i.member_id = ${ctx.actor.memberId}`;

interface Claim {
  /** @param wait for a row that somebody else holds, instead of passing it over */
  take: (wait: boolean) => Promise<boolean>;
  /** Whether there is anything to take, held or not. */
  any: () => Promise<boolean>;
}

/** Far more than can happen: each round that takes nothing means that somebody else took one. */
const MAX_ROUNDS = 1000;

/**
 * Rows that others hold are passed over; one of them may give its row up again, so that "nothing" is only said when
 * there is nothing.
 */
async function untilTaken({ take, any }: Claim): Promise<boolean> {
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    if (await take(round % 2 === 1)) return true;
    if (!(await any())) return false;
  }
  throw new Error('No contact could be taken although there are some');
}

/** A contact that nobody has called yet, in line order. */
function lineClaim(ctx: Ctx, list: ListKey): Claim {
  const { tx, workspaceId, actor } = ctx;
  const untouched = sql`${liveLines(ctx, list)} and ${offered(ctx)} and not exists (
    select from call_items i where i.workspace_id = ${workspaceId} and i.call_list_id = ${list.id}
      and i.contact_id = l.contact_id)`;
  return {
    // The lock keeps two members from waiting for each other; a contact with two lines is kept apart by the key.
    take: async (wait) =>
      (
        await tx.execute(sql`
          insert into call_items (workspace_id, call_list_id, contact_id, state, member_id, taken_at, until)
          select ${workspaceId}::bigint, ${list.id}::bigint, line.contact_id, 'taken', ${actor.memberId}::bigint, ${at(ctx.now())},
            ${at(leaseFrom(ctx.now()))}
          from (
            select l.contact_id from ${untouched} order by l.line_no limit 1 for update of l ${skip(wait)}
          ) line
          on conflict do nothing
          returning contact_id`)
      ).length > 0,
    any: async () => (await tx.execute(sql`select from ${untouched} limit 1`)).length > 0,
  };
}

/** A contact that was called or taken before; whoever waits longest first. */
function itemClaim(ctx: Ctx, list: ListKey, condition: SQL): Claim {
  const { tx, workspaceId, actor } = ctx;
  const waiting = sql`${liveItems(ctx, list)} and ${offered(ctx)} and ${condition}`;
  return {
    take: async (wait) =>
      (
        await tx.execute(sql`
          update call_items taken set state = 'taken', member_id = ${actor.memberId}, taken_at = ${at(ctx.now())},
            until = ${at(leaseFrom(ctx.now()))}
          from (
            select i.contact_id from ${waiting} order by i.until limit 1 for update of i ${skip(wait)}
          ) item
          where taken.workspace_id = ${workspaceId} and taken.call_list_id = ${list.id}
            and taken.contact_id = item.contact_id
          returning taken.contact_id`)
      ).length > 0,
    any: async () => (await tx.execute(sql`select from ${waiting} limit 1`)).length > 0,
  };
}

const skip = (wait: boolean): SQL => (wait ? sql`` : sql`skip locked`);
