import { z } from 'zod';
import { type ErrorCode, type ErrorParams, type FieldProblem, InvalidError } from '../../core/errors.ts';
import type { HeaderChanges, LineChanges, LinesChanges } from './types.ts';

/** Longest texts of `domain.md` §3.4 and §3.5. */
export const MAX_TEXT = 100;

const code = z
  .string()
  .trim()
  .toUpperCase()
  .max(20)
  .transform((typed) => typed || null)
  .nullable();
const text = z.string().trim();
const date = z.string();
/** What a numeric(18, 2) holds, without a sign. */
const money = z.string().trim();
const minutes = z.number();
const correspondenceType = z.enum(['', 'hard-copy', 'email']);

/** Longest code of `domain.md` §6. */
export const MAX_CODE = 10;

export const languageRow = z.strictObject({
  description: text,
  subject: text,
  attachmentId: z.number().int().nullable(),
});

/** The shape only: what a person may have mistyped is told by `checkFields`, by field. */
export const headerChanges = z.strictObject({
  description: text.exactOptional(),
  date: date.exactOptional(),
  salespersonCode: code.exactOptional(),
  campaignNo: code.exactOptional(),
  campaignTarget: z.boolean().exactOptional(),
  campaignResponse: z.boolean().exactOptional(),
  templateCode: code.exactOptional(),
  languageCode: code.exactOptional(),
  subject: text.exactOptional(),
  languages: z.record(z.string().max(MAX_CODE), languageRow.nullable()).exactOptional(),
  unitCost: money.exactOptional(),
  unitDuration: minutes.exactOptional(),
  informationFlow: z.enum(['', 'outbound', 'inbound']).exactOptional(),
  initiatedBy: z.enum(['', 'us', 'them']).exactOptional(),
  correspondenceType: correspondenceType.exactOptional(),
  ignoreContactCorrespondenceType: z.boolean().exactOptional(),
}) satisfies z.ZodType<HeaderChanges>;

export const lineChanges = z.strictObject({
  description: text.nullable().exactOptional(),
  date: date.nullable().exactOptional(),
  time: z.string().nullable().exactOptional(),
  salespersonCode: code.exactOptional(),
  campaignTarget: z.boolean().nullable().exactOptional(),
  campaignResponse: z.boolean().nullable().exactOptional(),
  languageCode: code.exactOptional(),
  subject: text.nullable().exactOptional(),
  attachmentId: z.number().int().nullable().exactOptional(),
  cost: money.nullable().exactOptional(),
  duration: minutes.nullable().exactOptional(),
  correspondenceType: correspondenceType.nullable().exactOptional(),
  evaluation: z
    .enum(['', 'very-positive', 'positive', 'neutral', 'negative', 'very-negative'])
    .nullable()
    .exactOptional(),
  attemptFailed: z.boolean().nullable().exactOptional(),
}) satisfies z.ZodType<LineChanges>;

export const linesChanges = z.strictObject({
  salespersonCode: z.string().max(20).exactOptional(),
  templateCode: z.null().exactOptional(),
  campaignNo: z.null().exactOptional(),
  date: z.null().exactOptional(),
  correspondenceType: z.enum(['', 'hard-copy']).exactOptional(),
}) satisfies z.ZodType<LinesChanges>;

/**
 * Tells everything that cannot be in such a field, all at once.
 * @throws InvalidError too_long, date_not_understood, date_out_of_range, time_not_understood, amount_invalid, with
 * `fields` named as in the changes
 */
export function checkFields(changes: HeaderChanges | LineChanges): void {
  const problems = Object.entries(changes).flatMap(([field, value]): FieldProblem[] => {
    const found = problemOf(field, value);
    return found ? [{ field, code: found[0], params: { field, ...found[1] } }] : [];
  });
  const [first] = problems;
  if (first) throw new InvalidError(first.code, first.params, problems);
}

function problemOf(field: string, value: unknown): [ErrorCode, ErrorParams] | undefined {
  if (value === null) return undefined;
  switch (field) {
    case 'description':
    case 'subject':
      return String(value).length > MAX_TEXT ? ['too_long', { max: MAX_TEXT }] : undefined;
    case 'date':
      return dateProblem(String(value));
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) ? undefined : ['time_not_understood', {}];
    case 'cost':
    case 'unitCost':
      return /^\d{1,12}(\.\d{1,2})?$/.test(String(value)) ? undefined : ['amount_invalid', {}];
    case 'duration':
    case 'unitDuration':
      return isMinutes(Number(value)) ? undefined : ['amount_invalid', {}];
    default:
      return undefined;
  }
}

/** A year of minutes is more than any interaction takes, and times a million contacts still an exact number. */
const isMinutes = (value: number) => Number.isInteger(value) && value >= 0 && value <= 527_040;

function dateProblem(value: string): [ErrorCode, ErrorParams] | undefined {
  if (!z.iso.date().safeParse(value).success) return ['date_not_understood', {}];
  const year = Number(value.slice(0, 4));
  return year < 1900 || year > 2999 ? ['date_out_of_range', {}] : undefined;
}

/** Money as the store has it: two places. */
export function withCents(amount: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  return `${BigInt(whole)}.${cents.padEnd(2, '0')}`;
}
