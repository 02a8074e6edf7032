import { z } from 'zod';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { appendStep, changeSegment } from '../segments/apply-step.ts';
import { changeInput } from '../segments/step-input.ts';
import type { StepResult } from '../segments/types.ts';
import { findSalesperson, findTemplate, firstChoosable } from '../setup/find-codes.ts';
import { LINE_PROBLEMS } from './line-problems.ts';

const problem = z.enum(LINE_PROBLEMS);

/** Ways out of a problem, each one step on the segment. */
export const fix = z.discriminatedUnion('how', [
  /** The lines concerned go. */
  z.object({ how: z.literal('remove'), problem }),
  /** The lines concerned say again what the header says. */
  z.object({ how: z.literal('follow'), problem: z.enum(['template', 'group', 'date', 'campaign']) }),
  /** The lines concerned get another correspondence type, or none. */
  z.object({
    how: z.literal('correspondence'),
    problem: z.enum(['no-email', 'no-attachment']),
    type: z.enum(['', 'hard-copy']),
  }),
  /** The lines concerned get this salesperson; all that follow it, where the header's own is the trouble. */
  z.object({ how: z.literal('salesperson'), code: z.string().max(30) }),
  /** The header gets this template, and all lines follow it. */
  z.object({ how: z.literal('template'), code: z.string().max(30) }),
]);
export type Fix = z.infer<typeof fix>;

const fixInput = changeInput.extend({ fix });

/**
 * Takes away one problem that keeps a segment from being logged, on all lines that have it, as a step that can be
 * undone. It changes the segment: an approval is void after it.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged, segment_moved_on
 * @throws InvalidError salesperson_not_found, template_not_found
 */
export function fixProblem(ctx: MemberContext, input: z.input<typeof fixInput>): Promise<StepResult> {
  const { fix: wanted, ...change } = fixInput.parse(input);
  return changeSegment(ctx, change, async (inner, segment) => {
    if (wanted.how === 'template') {
      const { code } = await findTemplate(inner, wanted.code);
      return appendStep(inner, segment, { kind: 'header', changes: { templateCode: code }, lines: 'follow' });
    }
    if (wanted.how === 'salesperson') {
      const { code } = await findSalesperson(inner, wanted.code);
      const changes = { salespersonCode: code };
      return appendStep(
        inner,
        segment,
        (await mayStay(inner, segment.salespersonCode))
          ? { kind: 'edit-lines', problem: 'salesperson', changes }
          : { kind: 'header', changes, lines: 'follow' },
      );
    }
    if (wanted.how === 'remove') {
      return appendStep(inner, segment, { kind: 'remove-lines', problem: wanted.problem });
    }
    if (wanted.how === 'correspondence') {
      const changes = { correspondenceType: wanted.type };
      return appendStep(inner, segment, { kind: 'edit-lines', problem: wanted.problem, changes });
    }
    return appendStep(inner, segment, {
      kind: 'edit-lines',
      problem: wanted.problem,
      changes: FOLLOW[wanted.problem],
    });
  });
}

/** Whether the header's salesperson is none of the trouble: there is none, or one who can be chosen. */
const mayStay = async (ctx: TransactionContext, code: string | null): Promise<boolean> =>
  code === null || (await firstChoosable(ctx, [code])) !== undefined;

const FOLLOW = {
  template: { templateCode: null },
  // A group comes with its template.
  group: { templateCode: null },
  date: { date: null },
  campaign: { campaignNo: null },
} as const;
