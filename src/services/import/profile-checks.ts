import { type SQL, sql } from 'drizzle-orm';
import { note, type Run } from './checks.ts';
import type { Staged } from './staging.ts';

/** The lines as they will be: those of the file, and those of the database that it does not replace. */
function linesToBe(run: Run): SQL {
  const source = run.staged.get('profile_questionnaire_lines.csv');
  const stored = sql`
    select questionnaire_code, line_no, type, question_line_no, multiple_answers
    from profile_questionnaire_lines q where workspace_id = ${run.workspaceId}`;
  if (!source) return sql`(${stored})`;
  return sql`(
    select questionnaire_code, line_no, type, question_line_no, multiple_answers from ${source.table}
    union all ${stored} and not exists (
      select from ${source.table} f
      where f.questionnaire_code = q.questionnaire_code and f.line_no = q.line_no))`;
}

const linesKnown = (run: Run) => run.staged.get('profile_questionnaire_lines.csv')?.complete ?? true;

/** Every line belongs to a question of its own questionnaire; a question to itself. */
export async function checkQuestions(run: Run, staged: Staged): Promise<void> {
  if (!linesKnown(run)) return;
  await note(run, staged, {
    column: 'question_line_no',
    value: sql`s.question_line_no`,
    reason: sql`'is not a question of this questionnaire'`,
    rest: sql`where s.type = 'answer' and s.question_line_no is not null and not exists (
      select from ${linesToBe(run)} q where q.questionnaire_code = s.questionnaire_code
        and q.line_no = s.question_line_no and q.type = 'question')`,
  });
  await note(run, staged, {
    column: 'question_line_no',
    value: sql`s.question_line_no`,
    reason: sql`'is not the line of the question itself'`,
    rest: sql`where s.type = 'question' and s.question_line_no <> s.line_no`,
  });
}

/**
 * An answer is an answer line of a questionnaire for this kind of contact, one per question unless it takes
 * several (`domain.md` §3.3).
 */
export async function checkAnswers(run: Run, staged: Staged): Promise<void> {
  if (!linesKnown(run)) return;
  await run.tx.execute(sql`
    create temp table import_answer_lines on commit drop as
    select l.questionnaire_code, l.line_no, l.type, l.question_line_no, q.multiple_answers
    from ${linesToBe(run)} l left join ${linesToBe(run)} q
      on q.questionnaire_code = l.questionnaire_code and q.line_no = l.question_line_no`);
  await run.tx.execute(sql`analyze pg_temp.import_answer_lines`);
  const line = sql`
    left join pg_temp.import_answer_lines l
      on l.questionnaire_code = s.questionnaire_code and l.line_no = s.line_no`;
  await note(run, staged, {
    column: 'line_no',
    value: sql`s.questionnaire_code || '/' || s.line_no`,
    reason: sql`'is not an answer of a profile questionnaire (profile_questionnaire_lines.csv or the database)'`,
    rest: sql`${line} where s.questionnaire_code is not null and s.line_no is not null
      and l.type is distinct from 'answer'`,
  });
  await checkSingleAnswers(run, staged, line);
  await checkAudience(run, staged);
}

async function checkSingleAnswers(run: Run, staged: Staged, line: SQL): Promise<void> {
  await note(run, staged, {
    column: 'line_no',
    value: sql`s.questionnaire_code || '/' || s.line_no`,
    reason: sql`'is a second answer to a question that takes one; the first is on line ' || o.first_line`,
    with: sql`
      with numbered as (
        select s.line, min(s.line) over (
          partition by s.contact_no, s.questionnaire_code, l.question_line_no) as first_line
        from ${staged.table} s ${line}
        where l.type = 'answer' and not l.multiple_answers and s.contact_no is not null
      )`,
    rest: sql`join numbered o on o.line = s.line and o.line > o.first_line`,
  });
}

async function checkAudience(run: Run, staged: Staged): Promise<void> {
  const contacts = run.staged.get('contacts.csv');
  const questionnaires = run.staged.get('profile_questionnaires.csv');
  if (contacts?.complete === false || questionnaires?.complete === false) return;
  const none = (columns: SQL) => sql`(select ${columns} where false)`;
  await note(run, staged, {
    column: 'questionnaire_code',
    value: sql`s.questionnaire_code`,
    reason: sql`'is a questionnaire for ' || coalesce(f.contact_type, q.contact_type)
      || ', but the contact is a ' || coalesce(fc.type, c.type)`,
    rest: sql`
      left join ${contacts?.table ?? none(sql`null::text as no, null::text as type`)} fc on fc.no = s.contact_no
      left join contacts c on c.workspace_id = ${run.workspaceId} and c.no = s.contact_no
      left join ${questionnaires?.table ?? none(sql`null::text as code, null::text as contact_type`)} f
        on f.code = s.questionnaire_code
      left join profile_questionnaires q
        on q.workspace_id = ${run.workspaceId} and q.code = s.questionnaire_code
      where case coalesce(f.contact_type, q.contact_type)
        when 'companies' then coalesce(fc.type, c.type) = 'person'
        when 'people' then coalesce(fc.type, c.type) = 'company'
        else false end`,
  });
}
