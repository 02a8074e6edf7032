import { z } from 'zod';
import { criteriaSchema } from '../../criteria/model.ts';
import { SOME_OUTCOMES } from '../follow-ups/outcomes.ts';
import { LINE_PROBLEMS } from '../interactions/line-problems.ts';
import { headerChanges, lineChanges, linesChanges } from './field-input.ts';
import type { AddOptions, RemoveOptions, StepInput } from './types.ts';

export const addOptions = z.object({
  expandCompanies: z.boolean().default(false),
  relatedCompanies: z.boolean().default(false),
  allowExisting: z.boolean().default(false),
  ignoreExclusion: z.boolean().default(false),
}) satisfies z.ZodType<AddOptions>;

export const removeOptions = z.object({
  entireCompanies: z.boolean().default(false),
}) satisfies z.ZodType<RemoveOptions>;

const lineNo = z.number().int().min(1);
const contactNo = z.string().max(20);
const lineProblem = z.enum(LINE_PROBLEMS);

/** How a step is stored, and what may come in from outside. */
export const stepInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), criteria: criteriaSchema, options: addOptions }),
  z.object({ kind: z.literal('reduce'), criteria: criteriaSchema, options: removeOptions }),
  z.object({ kind: z.literal('refine'), criteria: criteriaSchema, options: removeOptions }),
  z.object({
    kind: z.literal('reuse-logged'),
    loggedSegmentId: z.number(),
    entryNo: z.number(),
    outcome: z.enum(SOME_OUTCOMES).exactOptional(),
  }),
  z.object({ kind: z.literal('copy-segment'), segmentNo: contactNo }),
  z.object({ kind: z.literal('people-list'), listId: z.number().int(), count: z.number().int() }),
  z.object({ kind: z.literal('add-contact'), contactNo }),
  z.object({ kind: z.literal('remove-line'), lineNo, contactNo }),
  z.object({ kind: z.literal('edit-line'), lineNo, contactNo, changes: lineChanges }),
  z.object({ kind: z.literal('edit-lines'), problem: lineProblem, changes: linesChanges }),
  z.object({ kind: z.literal('remove-lines'), problem: lineProblem }),
  z.object({ kind: z.literal('header'), changes: headerChanges, lines: z.enum(['follow', 'keep']) }),
]) satisfies z.ZodType<StepInput>;

/** Whether a step takes lines away; all others add some, or none. */
export const removes = ({ kind }: StepInput): boolean =>
  kind === 'reduce' || kind === 'refine' || kind === 'remove-line' || kind === 'remove-lines';

/** Where a change comes from, for all verbs that change a segment. */
export const changeInput = z.object({
  no: z.string().max(20),
  /** The version the person looked at; a segment that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  /** Makes the change happen once however often it is asked for (see `core/once.ts`). */
  requestKey: z.string().max(200).optional(),
});
export type ChangeInput = z.input<typeof changeInput>;
