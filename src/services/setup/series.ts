import { isDeepStrictEqual } from 'node:util';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit, countChanges } from '../../core/audit.ts';
import { type Context, executor, type MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { movedOn } from '../../core/moved-on.ts';
import { numberAt } from '../../core/number-series.ts';
import { once } from '../../core/once.ts';
import { requireAdmin } from '../../core/permissions.ts';
import { numberSeries } from '../../db/schema/index.ts';
import { fieldError } from './code-input.ts';

/** Series that have numbers people see; entries are only counted (`domain.md` §6). */
export const NUMBERED = ['segment', 'contact', 'campaign', 'task', 'opportunity'] as const;
export type Numbered = (typeof NUMBERED)[number];

/** Numbers longer than this are somebody else's system; a JavaScript number holds 15 digits exactly. */
const MAX_DIGITS = 15;
const TABLES: Record<Numbered, string> = {
  segment: 'segments',
  contact: 'contacts',
  campaign: 'campaigns',
  task: 'tasks',
  opportunity: 'opportunities',
};

export interface SeriesRow {
  series: Numbered;
  prefix: string;
  digits: number;
  next: number;
  manualAllowed: boolean;
  /** Counts what people changed of it; a number that is drawn is no change. */
  version: number;
}

/** The number series of the workspace. @throws ForbiddenError admins_only */
export async function listSeries(ctx: MemberContext): Promise<SeriesRow[]> {
  requireAdmin(ctx);
  const { series, prefix, digits, next, manualAllowed } = numberSeries;
  const rows = await executor(ctx)
    .select({ series, prefix, digits, next, manualAllowed })
    .from(numberSeries)
    .where(and(eq(numberSeries.workspaceId, ctx.workspaceId), inArray(series, [...NUMBERED])));
  const versions = await versionsOf(ctx);
  return NUMBERED.flatMap((name) =>
    rows
      .filter((row) => row.series === name)
      .map((row) => ({ ...row, series: name, version: versions.get(name) ?? 0 })),
  );
}

const CHANGE = 'number-series.change';

/** How often people have changed each series; one that nobody has is left out. */
const versionsOf = (ctx: Context) => countChanges(ctx, { subject: 'number-series', action: CHANGE });

/** How the next number of a series looks: `SM00001`. */
export const numberOf = ({ prefix, digits, next }: Pick<SeriesRow, 'prefix' | 'digits' | 'next'>): string =>
  numberAt({ prefix, digits }, next);

const saveSeriesInput = z.object({
  series: z.enum(NUMBERED),
  prefix: z.string().trim().toUpperCase(),
  digits: z.number(),
  /** Left out: whatever it is by then. */
  next: z.number().optional(),
  manualAllowed: z.boolean(),
  /** The version the person looked at; a series that was changed since is not changed. */
  expectedVersion: z.number().int().optional(),
  requestKey: z.string().max(200).optional(),
});

/**
 * Says how the next numbers of a series look (`domain.md` §6). A number that is taken is never drawn: the next one has
 * to be above all that begin so. Nothing happens where nothing would change.
 * @throws ForbiddenError admins_only
 * @throws InvalidError series_prefix_invalid (field prefix), series_digits_invalid (digits), series_next_taken (next)
 * @throws ConflictError set_up_moved_on (with who changed it and when)
 */
export async function saveSeries(ctx: MemberContext, input: z.input<typeof saveSeriesInput>): Promise<void> {
  requireAdmin(ctx);
  const { requestKey, series, expectedVersion, ...typed } = saveSeriesInput.parse(input);
  const { prefix, digits, next } = typed;
  if (!/^[\p{L}\p{N}_.-]{0,9}$/u.test(prefix) || (prefix === '' && series === 'segment')) {
    throw fieldError('prefix', 'series_prefix_invalid', { max: 9 });
  }
  if (!Number.isInteger(digits) || digits < 1 || digits > 10) {
    throw fieldError('digits', 'series_digits_invalid', { max: 10 });
  }
  if (next !== undefined && (!Number.isInteger(next) || next < 1))
    throw fieldError('next', 'series_next_taken', { next: 1 });
  const here = and(eq(numberSeries.workspaceId, ctx.workspaceId), eq(numberSeries.series, series));
  await once(ctx, requestKey, async (inner) => {
    // Whoever draws a number waits until it is settled.
    const [before] = await inner.tx.select().from(numberSeries).where(here).for('update');
    if (!before) throw new InvalidError('number_series_missing', { series });
    const was = pick(before);
    const wanted = { ...typed, next: next ?? was.next };
    const same = isDeepStrictEqual(pick(wanted), was);
    const version = async () => (await versionsOf(inner)).get(series) ?? 0;
    if (!same && expectedVersion !== undefined && expectedVersion !== (await version())) {
      const changed = { no: series, subject: 'number-series', actions: [CHANGE] };
      throw await movedOn(inner, 'set_up_moved_on', changed);
    }
    const lowest = (await highestTaken(inner, series, prefix)) + 1;
    if (wanted.next < lowest) throw fieldError('next', 'series_next_taken', { next: lowest });
    if (same) return;
    await inner.tx.update(numberSeries).set(wanted).where(here);
    await audit(inner, {
      action: CHANGE,
      subject: 'number-series',
      subjectId: series,
      detail: { before: was, after: wanted },
    });
  });
}

const pick = ({ prefix, digits, next, manualAllowed }: Omit<SeriesRow, 'series' | 'version'>) => ({
  prefix,
  digits,
  next,
  manualAllowed,
});

/** The highest number in use that begins with the prefix and ends with digits alone; 0: none. */
async function highestTaken(ctx: Context, series: Numbered, prefix: string): Promise<number> {
  const [row] = await executor(ctx).execute<{ highest: string }>(sql`
    select coalesce(max(substr(t.no, length(${prefix}::text) + 1)::bigint), 0) as highest
    from ${sql.identifier(TABLES[series])} t
    where t.workspace_id = ${ctx.workspaceId} and starts_with(t.no, ${prefix}::text)
      and substr(t.no, length(${prefix}::text) + 1) ~ ${`^[0-9]{1,${MAX_DIGITS}}$`}`);
  return Number(row?.highest ?? 0);
}
