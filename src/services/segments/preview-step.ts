import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { readHeader } from './header.ts';
import { matchedRows, selectedContacts } from './matching.ts';
import { stepInput } from './step-input.ts';
import type { Counts, CriteriaStep } from './types.ts';

export interface StepPreview {
  added: Counts;
  removed: Counts;
  now: Counts;
  /** The version of the segment that was counted. */
  version: number;
}

const figures = z.array(z.object({ companies: z.coerce.number(), people: z.coerce.number() }));
const NONE: Counts = { companies: 0, people: 0 };

/**
 * What a step would change if it were carried out now; nothing is written.
 * @throws NotFoundError segment_not_found
 */
export async function previewStep(
  ctx: MemberContext,
  input: { no: string; input: CriteriaStep },
): Promise<StepPreview> {
  requireInsider(ctx);
  const step = stepInput.parse(input.input) as typeof input.input;
  const header = await readHeader(ctx, input.no);
  const { workspaceId } = ctx;
  const lines = sql`segment_lines l
    where l.workspace_id = ${workspaceId} and l.segment_id = ${header.id} and l.live`;
  const { counts: before, version } = header;
  if (step.kind === 'add') {
    const present = sql`where not exists (select from ${lines} and l.contact_id = c.id)`;
    const added = await count(
      ctx,
      sql`select c.type = 'company' as is_company
        from (${matchedRows(workspaceId, step.criteria, step.options)}) c
        ${step.options.allowExisting ? sql`` : present}`,
    );
    const now = { companies: before.companies + added.companies, people: before.people + added.people };
    return { added, removed: NONE, now, version };
  }
  const chosen = sql`select id from (${selectedContacts(workspaceId, step.criteria, step.options)}) selected`;
  const removed = await count(
    ctx,
    sql`select l.is_company from ${lines} and ${step.kind === 'reduce' ? sql`` : sql`not`} exists (
      select from (${chosen}) chosen where chosen.id = l.contact_id)`,
  );
  const now = { companies: before.companies - removed.companies, people: before.people - removed.people };
  return { added: NONE, removed, now, version };
}

async function count(ctx: MemberContext, rows: SQL): Promise<Counts> {
  const [row] = figures.parse(
    await executor(ctx).execute(sql`
      select count(*) filter (where is_company) as companies, count(*) filter (where not is_company) as people
      from (${rows}) counted`),
  );
  return row ?? NONE;
}
