import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Context, executor } from '../../core/context.ts';
import { nameKey } from '../../criteria/describe.ts';
import type { Reference } from '../../criteria/references.ts';
import { profileQuestionnaireLines } from '../../db/schema/index.ts';
import { codeTable, grouped } from './code-tables.ts';

type CodeReference = Exclude<Reference, { table: 'profileWords' }>;
const isCode = (one: Reference): one is CodeReference => one.table !== 'profileWords';

/** The key under which a referenced code is found. */
export const keyOf = (one: CodeReference): string =>
  nameKey(one.table, one.table === 'profileAnswers' ? `${one.value}/${one.line}` : one.value);

/**
 * The names of the codes that are referred to, by `nameKey`; a code that the workspace has not is not in it. One
 * query per table.
 */
export async function findNames(
  ctx: Context,
  references: readonly Reference[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [table, list] of grouped(references.filter(isCode), (one) => one.table)) {
    const rows = await namesIn(ctx, table, list);
    for (const { value, name } of rows) names.set(nameKey(table, value), name);
  }
  return names;
}

async function namesIn(
  ctx: Context,
  table: CodeReference['table'],
  list: readonly CodeReference[],
): Promise<{ value: string; name: string }[]> {
  if (table === 'profileAnswers') return answersOf(ctx, list);
  const { table: rows, workspaceId, code, name } = codeTable(table);
  const wanted = [...new Set(list.map((one) => one.value))];
  return executor(ctx)
    .select({ value: code, name })
    .from(rows)
    .where(and(eq(workspaceId, ctx.workspaceId), inArray(code, wanted)));
}

/** Answers are called by their question and themselves: `Hobbies: Golf`. */
async function answersOf(
  ctx: Context,
  list: readonly CodeReference[],
): Promise<{ value: string; name: string }[]> {
  const answers = profileQuestionnaireLines;
  const questions = alias(profileQuestionnaireLines, 'questions');
  const wanted = list.flatMap((one) =>
    one.table === 'profileAnswers'
      ? [and(eq(answers.questionnaireCode, one.value), eq(answers.lineNo, one.line))]
      : [],
  );
  return executor(ctx)
    .select({
      value: sql<string>`${answers.questionnaireCode} || '/' || ${answers.lineNo}`,
      name: sql<string>`coalesce(${questions.description} || ': ', '') || ${answers.description}`,
    })
    .from(answers)
    .leftJoin(
      questions,
      and(
        eq(questions.workspaceId, answers.workspaceId),
        eq(questions.questionnaireCode, answers.questionnaireCode),
        eq(questions.lineNo, answers.questionLineNo),
      ),
    )
    .where(and(eq(answers.workspaceId, ctx.workspaceId), eq(answers.type, 'answer'), or(...wanted)));
}
