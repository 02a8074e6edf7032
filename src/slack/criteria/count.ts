import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { formatCriteria } from '../../criteria/format.ts';
import { previewStep } from '../../services/segments/preview-step.ts';
import { describeProblem } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { data } from '../text.ts';
import type { CriteriaDraft } from './draft.ts';
import { criteriaOf, stepOf } from './draft-criteria.ts';
import type { CountState } from './view.ts';

export interface Counted {
  count: CountState;
  /** The filters as canonical text; blank while they cannot be read. */
  text: string;
}

/** What the step would change if it were carried out now. Problems become part of the answer. */
export async function countStep(ctx: MemberContext, draft: CriteriaDraft, log: Logger): Promise<Counted> {
  let text = '';
  try {
    const read = await criteriaOf(ctx, draft);
    if ('problems' in read) return { count: { kind: 'waiting' }, text };
    if ('mistake' in read) return { count: { kind: 'failed', problem: data(read.mistake) }, text };
    text = formatCriteria(read.criteria);
    const preview = await previewStep(ctx, { no: draft.segmentNo, input: stepOf(draft, read.criteria) });
    return { count: { kind: 'counted', ...preview, at: timeOf(ctx, ctx.now()) }, text };
  } catch (error) {
    return { count: { kind: 'failed', problem: describeProblem(ctx.locale, error, log).text }, text };
  }
}

/** The time of day in the reader's zone, to the second, because counts follow each other quickly. */
export const timeOf = (ctx: Pick<MemberContext, 'locale' | 'timeZone'>, at: Date): string =>
  new Intl.DateTimeFormat(ctx.locale === 'da' ? 'da-DK' : 'en-GB', {
    timeStyle: 'medium',
    timeZone: ctx.timeZone,
  }).format(at);

/** Whether an error says that the segment was changed since the person looked at it. */
export const hasMovedOn = (error: unknown): error is ConflictError =>
  error instanceof ConflictError && error.code === 'segment_moved_on';
