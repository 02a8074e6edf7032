import { z } from 'zod';

/** What can be cleared away once it is canceled, in the order in which it is. */
export const CLEANUP_KINDS = ['loggedSegments', 'campaignEntries', 'interactions', 'tasks'] as const;
export type CleanupKind = (typeof CLEANUP_KINDS)[number];
export type CleanupCounts = Record<CleanupKind, number>;

/** Days that what is cleared away is dated, from the first to the last, both included; an end left out is open. */
export const cleanupDays = z
  .object({ from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to);
export type CleanupDays = z.infer<typeof cleanupDays>;

/** Which of what is canceled is cleared away. */
export const cleanupWish = z.object({
  kinds: z.array(z.enum(CLEANUP_KINDS)).min(1),
  dated: cleanupDays.default({}),
});
export type CleanupWish = z.infer<typeof cleanupWish>;

export const cleanupCounts = z.record(z.enum(CLEANUP_KINDS), z.number().int().min(0));

/** The ids of what was canceled when somebody confirmed, as ranges: what is logged together lies side by side. */
export const confirmedIds = z.record(z.enum(CLEANUP_KINDS), z.string());
export type Confirmed = z.infer<typeof confirmedIds>;
