import { z } from 'zod';
import type { Context } from '../../core/context.ts';
import { parseBusinessDate } from '../../core/dates.ts';
import { type FieldProblem, InvalidError } from '../../core/errors.ts';
import { tasks } from '../../db/schema/index.ts';

/** `domain.md` §3.8 */
export const MAX_DESCRIPTION = 100;

export const TASK_TYPES = tasks.type.enumValues;
export const TASK_PRIORITIES = tasks.priority.enumValues;
export const TASK_STATUSES = tasks.status.enumValues;

/** What a person says of a task. Limits that they can run into are told by field. */
export const taskInput = z.object({
  type: z.enum(TASK_TYPES).default(''),
  description: z.string(),
  /** In words or figures, meant in the member's language and zone. */
  date: z.string(),
  priority: z.enum(TASK_PRIORITIES).default('normal'),
});

interface Said {
  description: string;
  date: string;
}

/**
 * Reads what was typed.
 * @returns the description without blanks around it, and the business date, `YYYY-MM-DD`
 * @throws InvalidError with every field that is wrong: text_missing, too_long (description); date_not_understood,
 * date_out_of_range (date)
 */
export function readTask({ locale, timeZone, now }: Context, { description, date }: Said): Said {
  const said = description.trim();
  const day = parseBusinessDate(date, { now: now(), timeZone, locale });
  const problems: FieldProblem[] = [
    ...(said === '' ? [{ field: 'description', code: 'text_missing' as const }] : []),
    ...(said.length > MAX_DESCRIPTION
      ? [
          {
            field: 'description',
            code: 'too_long' as const,
            params: { field: 'description', max: MAX_DESCRIPTION },
          },
        ]
      : []),
    ...(day.ok ? [] : [{ field: 'date', code: day.code }]),
  ];
  const [first] = problems;
  if (first || !day.ok) throw new InvalidError(first?.code ?? 'invalid_input', first?.params, problems);
  return { description: said, date: day.date };
}
