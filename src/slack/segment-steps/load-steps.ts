import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { pageSteps } from '../../services/segments/page-steps.ts';
import { readerOf } from '../segments/reader.ts';
import { STEPS_PAGE, stepsModal } from './list-view.ts';

/**
 * The steps of a segment as they are now.
 * @param before the page with the steps before this one; left out: the last steps
 * @throws NotFoundError segment_not_found
 */
export async function loadSteps(
  ctx: MemberContext,
  { no, before }: { no: string; before?: number | undefined },
  lead?: readonly KnownBlock[],
): Promise<ModalView> {
  const page = await pageSteps(ctx, { no, limit: STEPS_PAGE, ...(before === undefined ? {} : { before }) });
  const reader = await readerOf(
    ctx,
    page.steps.map((step) => step.input),
  );
  return stepsModal({ reader, page, before, lead });
}
