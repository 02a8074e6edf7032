import { z } from 'zod';
import { criteriaSchema } from '../../criteria/model.ts';
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

/** How a step is stored, and what may come in from outside. */
export const stepInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), criteria: criteriaSchema, options: addOptions }),
  z.object({ kind: z.literal('reduce'), criteria: criteriaSchema, options: removeOptions }),
  z.object({ kind: z.literal('refine'), criteria: criteriaSchema, options: removeOptions }),
  z.object({ kind: z.literal('reuse-logged'), loggedSegmentId: z.number(), entryNo: z.number() }),
]) satisfies z.ZodType<StepInput>;

/** Where a change comes from, for all verbs that change a segment. */
export const changeInput = z.object({
  no: z.string().max(20),
  /** The version the person looked at; a segment that moved on since is not changed. */
  expectedVersion: z.number().int().optional(),
  /** Makes the change happen once however often it is asked for (see `core/once.ts`). */
  requestKey: z.string().max(200).optional(),
});
export type ChangeInput = z.input<typeof changeInput>;
