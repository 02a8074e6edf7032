import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { contactProfileAnswers, profileQuestionnaireLines } from '../../db/schema/index.ts';
import type { ListField } from '../fields.ts';
import type { Comparison, Expression, Pattern, ProfileTest } from '../model.ts';
import { c, lists } from './columns.ts';
import { columnCondition, likePattern } from './comparison.ts';
import { and, asSql, type Condition, existence, or } from './logic.ts';

/**
 * What a term asks of a list: at least one row meets it (`domain.md` §4.2), or there is no row where blank is asked
 * for. Written with `exists`, which the planner turns into a hash join, or into an index probe under an `or`.
 */
export function listCondition(
  field: ListField,
  expression: Expression,
  workspaceId: number,
  not: boolean,
): Condition {
  const rows = (condition: Condition): SQL => {
    const extra = condition === true ? sql`` : sql` and ${asSql(condition)}`;
    if (field === 'profile') {
      return existsIn(contactProfileAnswers, contactProfileAnswers, c.id, workspaceId, extra);
    }
    const { table, owner } = lists[field];
    return existsIn(table, table, owner, workspaceId, extra);
  };
  const one = rowCondition(field, expression, workspaceId);
  const some = one === false ? not : existence(rows(one), not);
  const none = noRowMeets(expression) ? existence(rows(true), !not) : not;
  return not ? and([some, none]) : or([some, none]);
}

function existsIn(
  table: SQLWrapper,
  columns: { workspaceId: SQLWrapper; contactId: SQLWrapper },
  owner: SQLWrapper,
  workspaceId: number,
  extra: SQL,
): SQL {
  return sql`exists (select 1 from ${table} where ${columns.workspaceId} = ${workspaceId} and ${columns.contactId} = ${owner}${extra})`;
}

/** What is asked of one row. */
function rowCondition(field: ListField, expression: Expression, workspaceId: number): Condition {
  switch (expression.op) {
    case 'any':
      if (field !== 'profile' && expression.of.every((part) => part.op === 'eq')) break;
      return or(expression.of.map((part) => rowCondition(field, part, workspaceId)));
    case 'all':
      return and(expression.of.map((part) => rowCondition(field, part, workspaceId)));
    case 'blank':
      return false;
    case 'filled':
      return true;
  }
  if (field === 'profile') return answerCondition(expression, workspaceId);
  return columnCondition({ column: lists[field].table.code, nullable: false }, 'code', expression);
}

/** Whether having no row at all meets an expression: only where blank is asked for. */
function noRowMeets(expression: Expression): boolean {
  if (expression.op === 'any') return expression.of.some(noRowMeets);
  if (expression.op === 'all') return expression.of.every(noRowMeets);
  return expression.op === 'blank';
}

function answerCondition(test: Expression, workspaceId: number): Condition {
  const answers = contactProfileAnswers;
  switch (test.op) {
    case 'answer':
      return sql`(${answers.questionnaireCode} = ${test.questionnaire.toUpperCase()}::text and ${answers.lineNo} = ${test.line}::integer)`;
    case 'questionnaire':
      return sql`${answers.questionnaireCode} = ${test.questionnaire.toUpperCase()}::text`;
    case 'words':
      return wordsCondition(test, workspaceId);
    default:
      return false;
  }
}

const like = (column: SQL, pattern: Pattern): SQL =>
  sql`lower(${column}) like lower(${likePattern(pattern)}::text)`;

/** The lines with these words are few: they are found first, whatever the number of contacts. */
function wordsCondition(test: Extract<ProfileTest | Comparison, { op: 'words' }>, workspaceId: number): SQL {
  const answers = contactProfileAnswers;
  const question = test.question
    ? sql` and exists (select 1 from ${profileQuestionnaireLines} question where question.workspace_id = line.workspace_id and question.questionnaire_code = line.questionnaire_code and question.line_no = line.question_line_no and ${like(sql`question.description`, test.question)})`
    : sql``;
  return sql`(${answers.questionnaireCode}, ${answers.lineNo}) in (select line.questionnaire_code, line.line_no from ${profileQuestionnaireLines} line where line.workspace_id = ${workspaceId} and line.type = 'answer' and ${like(sql`line.description`, test.answer)}${question})`;
}
