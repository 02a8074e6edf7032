import type { Bench } from '../fixture.ts';

/** The row of the segment that a step is for. */
export interface Segment {
  id: string;
  no: string;
  current_step: number;
  last_step: number;
  last_line_no: string;
}

interface Figures {
  companies: number;
  people: number;
  last: string | null;
}

interface Step {
  no: string;
  kind: 'add' | 'reduce' | 'refine';
  /** The statement on the lines, in brackets of `with done as (…)`, returning `line_no` and `is_company`. */
  lines: (segment: Segment) => string;
  /** What must go first. */
  before?: (segment: Segment) => string[];
}

/**
 * One step by hand: the statement on the lines with as little around it as leaves the same rows behind: the
 * segment's figures, the step, the audit row, in one transaction.
 * @returns how many contacts it added or removed
 */
export function step({ sql, workspaceId, rep }: Bench, { no, kind, lines, before }: Step): Promise<number> {
  const member = rep.actor.memberId;
  const sign = kind === 'add' ? '+' : '-';
  return sql.begin(async (tx) => {
    const [segment] = await tx.unsafe<Segment[]>(
      `select id, no, current_step, last_step, last_line_no from segments
      where workspace_id = ${workspaceId} and no = '${no}' for update`,
    );
    if (!segment) throw new Error(`Segment ${no} is missing.`);
    for (const statement of before?.(segment) ?? []) await tx.unsafe(statement);
    const [done] = await tx.unsafe<Figures[]>(`
      with done as (${lines(segment)})
      select count(*) filter (where is_company)::int as companies,
        count(*) filter (where not is_company)::int as people, max(line_no) as last from done`);
    if (!done) throw new Error('The statement answered nothing.');
    const { companies, people } = done;
    const stepNo = segment.current_step + 1;
    const last = (kind === 'add' && done.last) || segment.last_line_no;
    await tx.unsafe(`
      insert into segment_steps
        (workspace_id, segment_id, no, input, first_line_no, last_line_no, companies, people, member_id, at)
        values (${workspaceId}, ${segment.id}, ${stepNo}, '{"kind": "${kind}"}', ${segment.last_line_no} + 1, ${last},
          ${companies}, ${people}, ${member}, now());
      update segments set companies = companies ${sign} ${companies}, people = people ${sign} ${people},
        current_step = ${stepNo}, last_step = ${stepNo}, last_line_no = ${last}, version = version + 1,
        changed_by = ${member}, changed_at = now()
        where workspace_id = ${workspaceId} and id = ${segment.id};
      insert into audit_log (workspace_id, at, member_id, actor, action, subject, subject_id, detail)
        values (${workspaceId}, now(), ${member}, 'member', 'segment.${kind}', 'segment', '${no}', '{}')`);
    return companies + people;
  });
}

/** Undo or redo of the last step, by hand. `live`: whether its lines come back. */
export function switchStep(
  { sql, workspaceId, rep }: Bench,
  no: string,
  did: 'undo' | 'redo',
): Promise<number> {
  const member = rep.actor.memberId;
  return sql.begin(async (tx) => {
    const [segment] = await tx.unsafe<Segment[]>(
      `select id, no, current_step, last_step, last_line_no from segments
      where workspace_id = ${workspaceId} and no = '${no}' for update`,
    );
    if (!segment) throw new Error(`Segment ${no} is missing.`);
    const stepNo = segment.current_step + (did === 'redo' ? 1 : 0);
    const [found] = await tx.unsafe<
      { kind: string; first_line_no: string; last_line_no: string; companies: number; people: number }[]
    >(`
      select input->>'kind' as kind, first_line_no, last_line_no, companies, people from segment_steps
      where workspace_id = ${workspaceId} and segment_id = ${segment.id} and no = ${stepNo}`);
    if (!found) throw new Error(`Step ${stepNo} is missing.`);
    const { kind, companies, people } = found;
    const live = (kind === 'add') === (did === 'redo');
    const sign = live ? '+' : '-';
    const current = did === 'redo' ? stepNo : stepNo - 1;
    await tx.unsafe(`
      update segment_lines set live = ${live} where workspace_id = ${workspaceId} and segment_id = ${segment.id}
        and ${
          kind === 'add'
            ? `line_no between ${found.first_line_no} and ${found.last_line_no}`
            : `removed_step = ${stepNo}`
        };
      update segments set companies = companies ${sign} ${companies}, people = people ${sign} ${people},
        current_step = ${current}, version = version + 1, changed_by = ${member}, changed_at = now()
        where workspace_id = ${workspaceId} and id = ${segment.id};
      insert into audit_log (workspace_id, at, member_id, actor, action, subject, subject_id, detail)
        values (${workspaceId}, now(), ${member}, 'member', 'segment.${did}', 'segment', '${no}', '{}')`);
    return companies + people;
  });
}
