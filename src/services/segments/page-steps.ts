import type { MemberContext } from '../../core/context.ts';
import type { SegmentStep } from './types.ts';

export interface StepPage {
  segmentNo: string;
  version: number;
  currentStep: number;
  lastStep: number;
  /** The last ones first. */
  steps: SegmentStep[];
  /** `before` of the next page; absent at the end. */
  next?: number;
}

/** The steps of a segment, a page at a time, the last ones first. */
export function pageSteps(
  _ctx: MemberContext,
  _input: { no: string; before?: number; limit?: number },
): Promise<StepPage> {
  throw new Error('Not yet');
}
