import { randomBytes } from 'node:crypto';
import { RespondError } from '@slack/bolt';
import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { z } from 'zod';
import { formatDate, isBusinessDate } from '../core/dates.ts';
import { AppError, type ErrorParams, type FieldProblem, InvalidError } from '../core/errors.ts';
import type { Locale, MessageKey } from '../i18n/translate.ts';
import type { Logger } from './logger.ts';
import { join, type Mrkdwn, md, mention, say, words } from './text.ts';

/** A button, select or modal of an earlier version of the app, or a payload somebody has tampered with. */
export class OutdatedControlError extends Error {
  override readonly name = 'OutdatedControlError';
}

/** An error in the reader's language. */
export interface Problem {
  /** What happened, what stays as it was, and what to do next. */
  text: Mrkdwn;
  /** Plain words per field of the input. */
  fields: { field: string; text: string }[];
}

const TOO_LATE = new Set(['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id']);

/**
 * Words for an error. One that is not known is logged, and its words name the reference that the log line has.
 */
export function describeProblem(locale: Locale, error: unknown, log: Logger): Problem {
  if (error instanceof AppError) return describeAppError(locale, error);
  if (error instanceof z.ZodError) {
    const fields = error.issues.map((issue) => fieldProblemOf(locale, issue));
    return { text: withFields(say(locale, 'errors.invalid_input'), fields), fields };
  }
  if (error instanceof OutdatedControlError) return { text: say(locale, 'errors.outdated'), fields: [] };
  if (error instanceof WebAPIRateLimitedError) {
    return { text: say(locale, 'errors.slack_busy', { seconds: error.retryAfter }), fields: [] };
  }
  if (error instanceof WebAPIPlatformError && TOO_LATE.has(error.data.error)) {
    return { text: say(locale, 'errors.too_late'), fields: [] };
  }
  const reference = randomBytes(5).toString('hex');
  log.error({ err: error, reference, slack: slackErrorCode(error) }, 'A request failed');
  const key: MessageKey =
    error instanceof WebAPIRequestError || error instanceof RespondError
      ? 'errors.slack_silent'
      : 'errors.unknown';
  return { text: say(locale, key, { reference }), fields: [] };
}

const slackErrorCode = (error: unknown): string | undefined =>
  error instanceof WebAPIPlatformError ? error.data.error : undefined;

/** Words for an error whose code is known. */
export function describeAppError(locale: Locale, error: AppError): Problem {
  const fields =
    error instanceof InvalidError
      ? error.fields.map(({ field, code, params }) => ({
          field,
          text: words(locale, `errors.${code}`, plainParams(locale, { ...error.params, field, ...params })),
        }))
      : [];
  const text = say(locale, `errors.${error.code}`, markedParams(locale, error.params));
  return { text: error.code === 'invalid_input' ? withFields(text, fields) : text, fields };
}

const isUserId = (value: string | number): value is string =>
  typeof value === 'string' && /^[UW][A-Z0-9]{5,}$/.test(value);

/** People among the parameters (`by`) become mentions. */
const markedParams = (locale: Locale, params: ErrorParams) =>
  Object.fromEntries(
    Object.entries(plainParams(locale, params)).map(([name, value]) => [
      name,
      name === 'by' && isUserId(value) ? mention(value) : value,
    ]),
  );

/** Days among the parameters (`from`, `to`) are said as people write them. */
const plainParams = (locale: Locale, params: ErrorParams) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      (name === 'from' || name === 'to') && isBusinessDate(String(value))
        ? formatDate(String(value), locale)
        : value,
    ]),
  );

function withFields(text: Mrkdwn, fields: Problem['fields']): Mrkdwn {
  return fields.length ? join([text, ...fields.map((field) => md`• ${field.text}`)]) : text;
}

function fieldProblemOf(locale: Locale, issue: z.core.$ZodIssue): Problem['fields'][number] {
  const field = String(issue.path[0] ?? '');
  const tooLong = issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array');
  const code: FieldProblem['code'] = tooLong ? 'too_long' : 'invalid_input';
  return {
    field,
    text: words(locale, `errors.${code}`, tooLong ? { field, max: Number(issue.maximum) } : {}),
  };
}
