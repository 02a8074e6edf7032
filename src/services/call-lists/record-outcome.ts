import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { callItems, contacts, members } from '../../db/schema/index.ts';
import { callBackTime } from './call-back-time.ts';
import { type FoundList, findList, refusalOf } from './find-list.ts';
import { holdMember } from './held.ts';
import { type Item, lockItem } from './lock-item.ts';
import { logCall } from './log-call.ts';
import { nextFor } from './take-next.ts';
import { tellProgress } from './tell.ts';
import { OUTCOMES, type Outcome, type Recorded } from './types.ts';

const recordOutcomeInput = z.object({
  listId: z.number().int(),
  contactId: z.number().int(),
  /** The turn that the outcome is of, as `showCall` gave it. */
  turn: z.string().max(40),
  outcome: z.enum(OUTCOMES),
  /** When to call again, in words: whatever the outcome, the contact comes again then. Required for `call-back`. */
  when: z.string().trim().max(200).default(''),
  /** Blank: as the outcome has it. */
  evaluation: z.enum(['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative']).default(''),
  comment: z.string().trim().default(''),
});
type Ctx = MemberContext & TransactionContext;
type Wanted = z.output<typeof recordOutcomeInput>;

/**
 * Writes down how a call came out, logs its interaction, and gives the member the next contact. A turn that comes again
 * (double taps, Slack's repeats) is written once. When the contact was given to a colleague meanwhile, the call is
 * logged, since it was made, and the contact stays with the colleague.
 * @throws NotFoundError call_list_not_found
 * @throws InvalidError call_time_missing, call_time_not_understood, date_out_of_range, call_time_past, contact_not_found,
 * and as `logCall`; ForbiddenError contact_privacy_blocked
 */
export async function recordOutcome(
  ctx: MemberContext,
  input: z.input<typeof recordOutcomeInput>,
): Promise<Recorded> {
  requireInsider(ctx);
  const wanted = recordOutcomeInput.parse(input);
  const { listId, contactId, turn, outcome, when } = wanted;
  const again = outcome === 'call-back' || when !== '' ? callBackTime(ctx, when) : null;
  return once(ctx, `call:${listId}:${contactId}:${ctx.actor.memberId}:${turn}`, async (inner) => {
    const found = await findList(inner, listId);
    await holdMember(inner);
    const recorded = await record(inner, found, wanted, again);
    const refusal = await refusalOf(inner, found.segment);
    const goesOn = refusal === null && (await nextFor(inner, found));
    await tellProgress(inner, found.list, { atOnce: !goesOn });
    return recorded;
  });
}

async function record(ctx: Ctx, found: FoundList, wanted: Wanted, again: Date | null): Promise<Recorded> {
  const { list, segment } = found;
  const { outcome, contactId } = wanted;
  const contactName = await readName(ctx, contactId);
  const item = await lockItem(ctx, list.id, contactId);
  const held = item && item.memberId !== ctx.actor.memberId;
  if (item && !held && item.state !== 'taken') return recordedBefore(item, contactName);
  const entryId = outcome === 'skipped' ? null : await logCall(ctx, segment, { ...wanted, outcome });
  const heldBy = held ? await readSlackUser(ctx, item.memberId) : null;
  if (!held) await settle(ctx, list.id, contactId, { outcome, entryId, again });
  await audit(ctx, {
    action: 'call-list.record',
    subject: 'call-list',
    subjectId: list.id,
    detail: { outcome, entryId, again: again?.toISOString() ?? null, held: heldBy !== null },
  });
  return {
    outcome,
    contactId,
    contactName,
    entryId,
    again: held ? null : (again?.toISOString() ?? null),
    heldBy,
  };
}

/** An old window of the member's: what they wrote down in another one holds. */
const recordedBefore = (item: Item, contactName: string): Recorded => ({
  outcome: item.outcome ?? 'skipped',
  contactId: item.contactId,
  contactName,
  entryId: item.entryId,
  again: item.state === 'later' ? (item.until?.toISOString() ?? null) : null,
  heldBy: null,
});

async function readName(ctx: Ctx, contactId: number): Promise<string> {
  const [contact] = await ctx.tx
    .select({ name: contacts.name })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId)));
  if (!contact) throw new InvalidError('contact_not_found', { no: String(contactId) });
  return contact.name;
}

async function readSlackUser(ctx: Ctx, memberId: number): Promise<string> {
  const [member] = await ctx.tx
    .select({ slackUserId: members.slackUserId })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, memberId)));
  return member?.slackUserId ?? '';
}

interface Came {
  outcome: Outcome;
  entryId: number | null;
  again: Date | null;
}

/** The row may be missing: the contact was given back, and the call was made all the same. */
async function settle(ctx: Ctx, callListId: number, contactId: number, came: Came): Promise<void> {
  const { outcome, entryId, again } = came;
  const state = again ? ('later' as const) : ('done' as const);
  const call = entryId === null ? 0 : 1;
  await ctx.tx
    .insert(callItems)
    .values({
      workspaceId: ctx.workspaceId,
      callListId,
      contactId,
      state,
      memberId: ctx.actor.memberId,
      takenAt: ctx.now(),
      until: again,
      outcome,
      calls: call,
      entryId,
    })
    .onConflictDoUpdate({
      target: [callItems.workspaceId, callItems.callListId, callItems.contactId],
      set: {
        state,
        until: again,
        outcome,
        calls: sql`${callItems.calls} + ${call}`,
        ...(entryId === null ? {} : { entryId }),
      },
    });
}
