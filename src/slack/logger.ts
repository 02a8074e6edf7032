import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { type SafeError, safeError } from '../core/safe-error.ts';

export type { Logger } from 'pino';

/** What must never reach the log, wherever it stands in a text. */
const SECRETS: [RegExp, string][] = [
  [/\bxox[a-z]+-[\w-]+/g, '[token]'],
  [/\bxapp-[\w-]+/g, '[token]'],
  [/https?:\/\/hooks\.slack[^\s"']*/g, '[response_url]'],
  [/[\w.+-]+@[\w-]+\.[\w.-]+/g, '[e-mail]'],
];

/** Text without tokens, response URLs and e-mail addresses. */
export const mask = (text: string): string =>
  SECRETS.reduce((masked, [pattern, instead]) => masked.replaceAll(pattern, instead), text);

/** An error as it may be logged: where it happened, not what people wrote or the database held. */
export function loggable(error: unknown): SafeError {
  const safe = safeError(error);
  return { ...safe, message: mask(safe.message).slice(0, 500) };
}

/** The app's log: one JSON object per line. */
export function createLogger(level: string, stream: DestinationStream = destination(1)): Logger {
  return pino({ level, base: null, serializers: { err: loggable } }, stream);
}

const LEVELS: Record<LogLevel, true> = { debug: true, info: true, warn: true, error: true };

/** The log as Bolt wants it. Its debug lines hold message texts and addresses, so they are left out. */
export function boltLogger(log: Logger, name = 'bolt'): BoltLogger {
  let level: LogLevel = LogLevel.INFO;
  const child = log.child({ part: name });
  const write =
    (to: 'info' | 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const errors = parts.filter((part) => part instanceof Error);
      const text = parts.filter((part) => typeof part === 'string').join(' ');
      child[to](errors.length ? { err: errors[0] } : {}, mask(text).slice(0, 500));
    };
  return {
    debug: () => {},
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: (wanted) => {
      if (LEVELS[wanted]) level = wanted;
    },
    getLevel: () => level,
    setName: () => {},
  };
}
