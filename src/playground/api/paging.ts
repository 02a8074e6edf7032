import { SlackError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { Args } from './args.ts';

/** docs.slack.dev: pagination, "limit … under 1,000". */
const MAX_LIMIT = 1000;

/** One page of the list and the cursor of the next, as Slack's cursor paging wants it. */
export function page<T>(
  all: T[],
  args: Args,
  defaultLimit = 100,
): { items: T[]; hasMore: boolean; metadata: { response_metadata: JsonObject } } {
  const limit = args.has('limit') ? Number(args.text('limit')) : defaultLimit;
  if (!Number.isInteger(limit) || limit < 0 || limit > MAX_LIMIT) throw new SlackError('invalid_limit');
  const cursor = args.text('cursor') ?? '';
  const decoded = Buffer.from(cursor, 'base64').toString();
  const start = cursor === '' ? 0 : Number(/^next:(\d+)$/.exec(decoded)?.[1]);
  if (Number.isNaN(start)) throw new SlackError('invalid_cursor');
  const end = start + (limit || defaultLimit);
  const hasMore = end < all.length;
  const next = hasMore ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), hasMore, metadata: { response_metadata: { next_cursor: next } } };
}
