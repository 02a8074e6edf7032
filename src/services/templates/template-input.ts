import { z } from 'zod';

const code = z
  .string()
  .trim()
  .toUpperCase()
  .max(20)
  .transform((typed) => typed || null)
  .nullable();

/** What a template says besides its texts by language (`domain.md` §3.7). */
export const templateFields = z.strictObject({
  description: z.string(),
  groupCode: code,
  /** Decimal string. */
  unitCost: z.string().trim(),
  /** Whole minutes. */
  unitDuration: z.number(),
  informationFlow: z.enum(['', 'outbound', 'inbound']),
  initiatedBy: z.enum(['', 'us', 'them']),
  correspondenceType: z.enum(['', 'hard-copy', 'email']),
  ignoreContactCorrespondenceType: z.boolean(),
  campaignNo: code,
  campaignTarget: z.boolean(),
  campaignResponse: z.boolean(),
  /** Default language. */
  languageCode: code,
});
export type TemplateFields = z.output<typeof templateFields>;
