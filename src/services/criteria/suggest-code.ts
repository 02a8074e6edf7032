import { eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { nearest } from '../../criteria/find-field.ts';
import { codeTable } from './code-tables.ts';

/** Only so many codes are looked at for what might have been meant. */
const MAX_CODES = 2000;

/**
 * Finds the code that was meant instead of one that is not there: the one called so (`Denmark` is DK), the only one
 * with that in its name, else the one whose code or name is nearest.
 */
export async function codeSuggester(
  ctx: Context,
  table: Parameters<typeof codeTable>[0],
): Promise<(value: string) => string | undefined> {
  const source = codeTable(table);
  const rows = await executor(ctx)
    .select({ code: source.code, name: source.name })
    .from(source.table)
    .where(eq(source.workspaceId, ctx.workspaceId))
    .orderBy(source.code)
    .limit(MAX_CODES);
  const byName = new Map(rows.map(({ code, name }) => [name.toUpperCase(), code]));
  return (value) => {
    const called = byName.get(value.toUpperCase());
    if (called !== undefined) return called;
    const partly =
      value.length < 3 ? [] : rows.filter(({ name }) => name.toUpperCase().includes(value.toUpperCase()));
    if (partly[0] && partly.length === 1) return partly[0].code;
    const near = nearest(value.toUpperCase(), [
      ...rows.map(({ code }) => code.toUpperCase()),
      ...byName.keys(),
    ]);
    return near === undefined ? undefined : (byName.get(near) ?? near);
  };
}
