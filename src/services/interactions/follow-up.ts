import type { TransactionContext } from '../../core/context.ts';
import { today } from '../../core/dates.ts';
import { segments } from '../../db/schema/index.ts';
import { translate } from '../../i18n/translate.ts';
import { appendStep } from '../segments/apply-step.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { drawNumber } from '../segments/segment-number.ts';
import { readSettings } from '../setup/read-settings.ts';
import type { LogRun } from './log-segment.ts';
import { readRequester } from './requester.ts';
import type { Logged } from './write-entries.ts';

/** `domain.md` §4.8 step 9 */
const MAX_DESCRIPTION = 50;

/**
 * Creates the next round: a segment of the same campaign with the contacts just logged, in entry order, and no
 * template yet.
 */
export async function followUp(
  ctx: TransactionContext,
  { run, segment, logged }: { run: LogRun; segment: SegmentRow; logged: Logged },
): Promise<{ id: number; no: string }> {
  const requester = await readRequester(ctx, run.requestedBy);
  const { locale } = await readSettings(ctx);
  const { memberId, salespersonCode } = requester.actor;
  const description = translate(locale, 'logging.followUpDescription', { no: segment.no });
  const [row] = await ctx.tx
    .insert(segments)
    .values({
      workspaceId: ctx.workspaceId,
      no: await drawNumber(ctx),
      description: description.slice(0, MAX_DESCRIPTION),
      date: today({ now: ctx.now(), timeZone: requester.timeZone }),
      salespersonCode,
      campaignId: segment.campaignId,
      createdBy: memberId,
      createdAt: ctx.now(),
      changedBy: memberId,
      changedAt: ctx.now(),
    })
    .returning();
  if (!row) throw new Error('The follow-up segment was not written.');
  await appendStep({ ...ctx, ...requester }, row, {
    kind: 'reuse-logged',
    loggedSegmentId: logged.id,
    entryNo: logged.entryNo,
  });
  return { id: row.id, no: row.no };
}
