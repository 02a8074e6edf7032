import { and, eq } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { InvalidError } from '../../core/errors.ts';
import { loggedSegments, segments } from '../../db/schema/index.ts';
import { translate } from '../../i18n/translate.ts';
import { appendStep } from '../segments/apply-step.ts';
import { drawNumber } from '../segments/segment-number.ts';
import type { Counts } from '../segments/types.ts';
import { readSettings } from '../setup/read-settings.ts';
import type { FollowUpOutcome } from './outcomes.ts';

/** `domain.md` §4.8 step 9 */
const MAX_DESCRIPTION = 50;

interface Wanted {
  logged: { id: number; entryNo: number };
  /** The segment that was logged. */
  segment: { no: string; campaignId: number | null };
  outcome: FollowUpOutcome;
  /** Blank: that it follows up on the segment. */
  description?: string;
}

export interface WrittenFollowUp {
  id: number;
  no: string;
  now: Counts;
}

/**
 * Writes the next round: a segment of the same campaign with the contacts that were logged, in entry order and as one
 * step, and no template yet. The logged segment names it from then on.
 * @throws InvalidError follow_up_empty (field outcome) when there is nobody with that outcome
 */
export async function writeFollowUp(
  ctx: MemberContext & TransactionContext,
  { logged, segment, outcome, description = '' }: Wanted,
): Promise<WrittenFollowUp> {
  const { tx, workspaceId, actor } = ctx;
  const { locale } = await readSettings(ctx);
  const usual = translate(locale, 'logging.followUpDescription', { no: segment.no });
  const [row] = await tx
    .insert(segments)
    .values({
      workspaceId,
      no: await drawNumber(ctx),
      description: description || usual.slice(0, MAX_DESCRIPTION),
      date: today({ now: ctx.now(), timeZone: ctx.timeZone }),
      salespersonCode: actor.salespersonCode,
      campaignId: segment.campaignId,
      createdBy: actor.memberId,
      createdAt: ctx.now(),
      changedBy: actor.memberId,
      changedAt: ctx.now(),
    })
    .returning();
  if (!row) throw new Error('The follow-up segment was not written.');
  const { now } = await appendStep(ctx, row, {
    kind: 'reuse-logged',
    loggedSegmentId: logged.id,
    entryNo: logged.entryNo,
    ...(outcome === 'all' ? {} : { outcome }),
  });
  if (now.companies + now.people === 0) {
    throw new InvalidError('follow_up_empty', {}, [{ field: 'outcome', code: 'follow_up_empty' }]);
  }
  await tx
    .update(loggedSegments)
    .set({ followUpSegmentId: row.id })
    .where(and(eq(loggedSegments.workspaceId, workspaceId), eq(loggedSegments.id, logged.id)));
  await audit(ctx, {
    action: 'segment.follow-up',
    subject: 'segment',
    subjectId: row.no,
    detail: { entryNo: logged.entryNo, outcome, now },
  });
  return { id: row.id, no: row.no, now };
}
