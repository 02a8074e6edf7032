import { z } from 'zod';
import { InvalidError } from '../../core/errors.ts';
import { checkFields } from '../segments/field-input.ts';

/** Longest comment; see `addComment`. */
export const MAX_COMMENT = 1000;

export const EVALUATIONS = ['very-positive', 'positive', 'neutral', 'negative', 'very-negative'] as const;

const code = z.string().trim().max(20);

/** What a person says of one interaction (`domain.md` §4.10). Limits that they can run into are told by field. */
export const interactionInput = z.object({
  /** Whom it was with, by number or by id. */
  contactNo: code.optional(),
  contactId: z.number().int().optional(),
  templateCode: code,
  description: z.string().trim(),
  /** Business date, `YYYY-MM-DD`, and time of day, `HH:MM`, in the member's zone. */
  date: z.string(),
  time: z.string().nullish(),
  /** Minutes; left out: the template's. */
  duration: z.number().nullish(),
  /** Decimal string in the workspace's currency; left out: the template's. */
  cost: z.string().trim().nullish(),
  attemptFailed: z.boolean().default(false),
  evaluation: z.enum(['', ...EVALUATIONS]).default(''),
  /** Left out: the member's own, else the contact's; those who are blocked are passed over. */
  salespersonCode: code.nullish(),
  /** Left out: the template's; null: none. */
  campaignNo: code.nullish(),
  campaignTarget: z.boolean().optional(),
  campaignResponse: z.boolean().optional(),
  /** Whether a date outside the campaign's is refused. */
  campaignDates: z.enum(['any', 'inside']).default('any'),
  comment: z.string().trim().default(''),
  /** The segment whose contact it was with. */
  segmentId: z.number().int().optional(),
});
export type InteractionInput = z.input<typeof interactionInput>;
export type ParsedInteraction = z.output<typeof interactionInput>;

/** @throws InvalidError text_missing on `description`, too_long on `comment`, and as `checkFields` */
export function checkInteraction(input: ParsedInteraction): void {
  const { description, date, time, duration, cost, comment } = input;
  if (description === '') {
    throw new InvalidError('text_missing', {}, [{ field: 'description', code: 'text_missing' }]);
  }
  checkFields({ description, date, time: time ?? null, duration: duration ?? null, cost: cost ?? null });
  checkComment(comment);
}

/** @throws InvalidError too_long on `comment` */
export function checkComment(comment: string): void {
  if (comment.length <= MAX_COMMENT) return;
  const params = { field: 'comment', max: MAX_COMMENT };
  throw new InvalidError('too_long', params, [{ field: 'comment', code: 'too_long', params }]);
}
