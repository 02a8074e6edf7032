import { type SQL, sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { lineProblem } from '../interactions/line-problems.ts';
import { changeOwn, names, ofSegment, total } from './change-header.ts';
import { type HeaderValues, readHeaderValues } from './header-values.ts';
import { inheritedValue, TEMPLATE_FIELDS } from './line-values.ts';
import { type LineChange, NONE, type Target } from './membership.ts';
import { readLineValues } from './read-line-values.ts';
import { removeLines } from './remove-lines.ts';
import type { LineField, LinesChanges, StepInput } from './types.ts';

/** Changes all lines that have a problem, as one statement, and keeps what each had. */
export async function editLines(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'edit-lines' }>,
): Promise<LineChange> {
  const { segment, lastLineNo } = target;
  const header = await readHeaderValues(ctx, segment);
  const value = await readLineValues(ctx, segment.id, header);
  const { cleared, given } = ownChanges(header, input.changes);
  await changeOwn(
    ctx,
    target,
    sql`select l.line_no, l.own as before,
        nullif((coalesce(l.own, '{}') - ${names(cleared)}) || ${given}, '{}') as after
      from segment_lines l
      join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
      where ${ofSegment(ctx, target, 'l')} and l.live
        and ${lineProblem(ctx.workspaceId, input.problem, value)}`,
  );
  const totals = await total(ctx, target, header);
  return { added: NONE, removed: NONE, lastLineNo, ...totals, fields: ['lines'] };
}

/** What lines lose of their own, and what they get; a value that the header gives as well is not a line's own. */
function ownChanges(header: HeaderValues, changes: LinesChanges): { cleared: LineField[]; given: SQL } {
  const { templateCode, campaignNo, ...others } = changes;
  const fields = Object.keys(others) as (keyof typeof others)[];
  const cleared: LineField[] = [
    ...fields,
    ...(templateCode === null ? TEMPLATE_FIELDS : []),
    ...(campaignNo === null ? (['campaignNo', 'campaignTarget', 'campaignResponse'] as const) : []),
  ];
  const given = fields.flatMap((field) => {
    const value = others[field];
    if (value === null || value === undefined) return [];
    return [
      sql`case when ${inheritedValue(field, header)} = ${value}::text then '{}'::jsonb
        else jsonb_build_object(${field}::text, ${value}::text) end`,
    ];
  });
  // Not true where the contact has none: then the line's own value is needed.
  return { cleared, given: given.length ? sql`(${sql.join(given, sql` || `)})` : sql`'{}'::jsonb` };
}

/** Takes away all lines that have a problem. */
export async function removeProblemLines(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'remove-lines' }>,
): Promise<LineChange> {
  const { segment } = target;
  const header = await readHeaderValues(ctx, segment);
  const value = await readLineValues(ctx, segment.id, header);
  const keys = sql`select l.line_no from segment_lines l
    join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
    where ${ofSegment(ctx, target, 'l')} and l.live and ${lineProblem(ctx.workspaceId, input.problem, value)}`;
  return removeLines(ctx, target, sql`l.line_no in (${keys})`);
}
