import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { TransactionContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { approvalName, type HeaderValues, readHeaderValues } from './header-values.ts';
import { followedValue, jsonOf, lineFieldsOf, lineValue, TEMPLATE_FIELDS } from './line-values.ts';
import { type LineChange, NONE, type Target } from './membership.ts';
import { resolveHeader } from './resolve-header.ts';
import { encloses } from './spoken-values.ts';
import type { HeaderField, LineField, StepInput } from './types.ts';

/**
 * Changes the header. Lines follow by themselves, as they have no values of their own; those that are to stay as they
 * were get the old values as their own, which are all lines if they are to be kept, else those of another template
 * (`domain.md` §4.1). A new template that lines follow takes the place of what they had of their own in its fields.
 */
export async function changeHeader(
  ctx: TransactionContext,
  target: Target,
  input: Extract<StepInput, { kind: 'header' }>,
): Promise<LineChange> {
  const { segment } = target;
  const old = await readHeaderValues(ctx, segment);
  const { before, after, fields } = await resolveHeader(ctx, segment.no, old, input.changes);
  const newTemplate = fields.includes('templateCode');
  const frozen = linesFields(fields, before, after);
  if (input.lines === 'keep') {
    if (newTemplate) await refuseLoss(ctx, target, before);
    await freeze(ctx, target, before, frozen, sql``);
  } else if (newTemplate) await refresh(ctx, target);
  else {
    await freeze(ctx, target, before, frozen, sql`and l.own ? 'templateCode'`);
    if (fields.includes('subject')) await release(ctx, target, before);
  }
  const totals = await total(ctx, target, after);
  return {
    added: NONE,
    removed: NONE,
    lastLineNo: target.lastLineNo,
    ...totals,
    header: { before, after },
    fields: fields.map(approvalName),
  };
}

/** The fields in which lines are to stay as they are; a file only where there is one or is to be one. */
function linesFields(fields: HeaderField[], before: HeaderValues, after: HeaderValues): LineField[] {
  const files = encloses(before) || encloses(after);
  return [...new Set(fields.flatMap(lineFieldsOf))].filter((field) => field !== 'attachmentId' || files);
}

export const ofSegment = (ctx: TransactionContext, { segment }: Target, alias: 'l' | 'o'): SQL => {
  const t = sql.raw(alias);
  return sql`${t}.workspace_id = ${ctx.workspaceId} and ${t}.segment_id = ${segment.id}`;
};

/** Gives lines new values of their own and keeps the old ones; `lines` selects `line_no`, `before` and `after`. */
export async function changeOwn(ctx: TransactionContext, target: Target, lines: SQL): Promise<void> {
  await ctx.tx.execute(sql`
    with wanted as materialized (${lines}), changed as (
      update segment_lines l set own = wanted.after from wanted
      where ${ofSegment(ctx, target, 'l')} and l.line_no = wanted.line_no
      returning l.line_no, wanted.before, wanted.after
    )
    insert into segment_line_edits (workspace_id, segment_id, step_no, line_no, before, after)
    select ${ctx.workspaceId}::bigint, ${target.segment.id}::bigint, ${target.stepNo}::integer, line_no, before, after
    from changed`);
}

/** Lines keep what they have had from the header in these fields. */
async function freeze(
  ctx: TransactionContext,
  target: Target,
  header: HeaderValues,
  fields: LineField[],
  only: SQL,
): Promise<void> {
  if (fields.length === 0) return;
  const values = jsonOf(fields, (field) => followedValue(field, header));
  await changeOwn(
    ctx,
    target,
    sql`select l.line_no, l.own as before, ${values} || coalesce(l.own, '{}') as after
      from segment_lines l
      join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
      where ${ofSegment(ctx, target, 'l')} and l.live ${only}
        and not coalesce(l.own, '{}') ?& ${names(fields)}`,
  );
}

/** Lines lose what they had of their own in the template's fields. */
function refresh(ctx: TransactionContext, target: Target): Promise<void> {
  return changeOwn(
    ctx,
    target,
    sql`select l.line_no, l.own as before, nullif(l.own - ${names(TEMPLATE_FIELDS)}, '{}') as after
      from segment_lines l
      where ${ofSegment(ctx, target, 'l')} and l.live and l.own ?| ${names(TEMPLATE_FIELDS)}`,
  );
}

/** Lines that were given the old subject, in the same language and with the same template, take the new one too. */
function release(ctx: TransactionContext, target: Target, before: HeaderValues): Promise<void> {
  return changeOwn(
    ctx,
    target,
    sql`select l.line_no, l.own as before, nullif(l.own - 'subject', '{}') as after
      from segment_lines l
      join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
      where ${ofSegment(ctx, target, 'l')} and l.live and l.own ? 'subject' and not l.own ? 'templateCode'
        and l.own ->> 'subject' = ${before.subject}::text
        and (${lineValue('languageCode', before)}) is not distinct from ${before.languageCode}::text`,
  );
}

/** Another template brings other files: lines that are to stay as they were would lose theirs (`domain.md` §4.1). */
async function refuseLoss(ctx: TransactionContext, target: Target, before: HeaderValues): Promise<void> {
  if (!encloses(before)) return;
  const [line] = await ctx.tx.execute(sql`
    select from segment_lines l
    join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
    where ${ofSegment(ctx, target, 'l')} and l.live and not coalesce(l.own ? 'attachmentId', false)
      and (${followedValue('attachmentId', before)}) is not null
    limit 1`);
  if (!line) return;
  const { no } = target.segment;
  throw new InvalidError('attachment_inherited', { no }, [
    { field: 'lines', code: 'attachment_inherited', params: { no } },
  ]);
}

export const names = (fields: readonly LineField[]): SQL =>
  sql.raw(`array[${fields.map((field) => `'${field}'`).join(', ')}]`);

const totals = z.object({ cost: z.string(), duration: z.coerce.number() });

/** By how much the totals change: only lines with a cost or duration of their own are read. */
export async function total(ctx: TransactionContext, target: Target, after: HeaderValues) {
  const { segment } = target;
  const count = segment.companies + segment.people;
  const [row] = await ctx.tx.execute(sql`
    select (${after.unitCost}::numeric(18, 2) * (${count}::bigint - count(*) filter (where l.own ? 'cost'))
        + coalesce(sum((l.own ->> 'cost')::numeric(18, 2)), 0) - ${segment.cost}::numeric(18, 2))::text as cost,
      ${after.unitDuration}::bigint * (${count}::bigint - count(*) filter (where l.own ? 'duration'))
        + coalesce(sum((l.own ->> 'duration')::integer), 0) - ${segment.duration}::bigint as duration
    from segment_lines l
    where ${ofSegment(ctx, target, 'l')} and l.live and l.own is not null`);
  return totals.parse(row);
}
