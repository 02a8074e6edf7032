import { type SQL, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import type { HeaderValues } from './header-values.ts';
import { inheritedValue, lineValue } from './line-values.ts';
import type { LineField } from './types.ts';

/**
 * How to say what every line of a segment says, `l` being the line and `c` its contact. Where no line has anything of
 * its own, which is the rule, that is the header's value and costs nothing per line.
 */
export async function readLineValues(
  ctx: Context,
  segmentId: number,
  header: HeaderValues,
): Promise<(field: LineField) => SQL> {
  const [own] = await executor(ctx).execute(sql`
    select from segment_lines
    where workspace_id = ${ctx.workspaceId} and segment_id = ${segmentId} and own is not null
    limit 1`);
  const read = own === undefined ? inheritedValue : lineValue;
  return (field) => sql`(${read(field, header)})`;
}
