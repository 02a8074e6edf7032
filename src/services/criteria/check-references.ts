import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { nearest } from '../../criteria/find-field.ts';
import type { Problem } from '../../criteria/problems.ts';
import type { Reference } from '../../criteria/references.ts';
import { profileQuestionnaireLines } from '../../db/schema/index.ts';
import { grouped } from './code-tables.ts';
import { findNames, keyOf } from './find-names.ts';
import { codeSuggester } from './suggest-code.ts';

type Words = Extract<Reference, { table: 'profileWords' }>;

/** A problem for each code, answer or question that the workspace does not have, in the order of the text. */
export async function checkReferences(ctx: Context, references: readonly Reference[]): Promise<Problem[]> {
  const names = await findNames(ctx, references);
  const unknown = references.flatMap((one) =>
    one.table === 'profileWords' || names.has(keyOf(one)) ? [] : [one],
  );
  const problems: Problem[] = [];
  for (const [table, list] of grouped(unknown, (one) => one.table)) {
    const suggest = table === 'profileAnswers' ? undefined : await codeSuggester(ctx, table);
    for (const one of list) problems.push(problem(one, suggest?.(one.value)));
  }
  const words = references.filter((one) => one.table === 'profileWords');
  problems.push(...(await checkWords(ctx, words)));
  return problems.sort((a, b) => (a.term ?? 0) - (b.term ?? 0) || a.from - b.from);
}

function problem(one: Reference, suggestion: string | undefined): Problem {
  const value = one.table === 'profileAnswers' ? `${one.value}/${one.line}` : one.value;
  const ofProfile = one.table === 'profileAnswers' || one.table === 'profileWords';
  return {
    code: ofProfile || one.table === 'profileQuestionnaires' ? 'unknown_answer' : 'unknown_code',
    term: one.term,
    from: one.from ?? 0,
    to: one.to ?? 0,
    params: { field: one.field, value },
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Questions and answers in words must be those of some questionnaire. */
async function checkWords(ctx: Context, words: readonly Words[]): Promise<Problem[]> {
  if (words.length === 0) return [];
  const lines = profileQuestionnaireLines;
  const folded = sql<string>`lower(${lines.description})`;
  const select = () => executor(ctx).selectDistinct({ of: lines.type, text: lines.description }).from(lines);
  const here = eq(lines.workspaceId, ctx.workspaceId);
  const asked = [...new Set(words.map(({ value }) => value))].map((value) => sql`lower(${value}::text)`);
  const found = await select().where(and(here, inArray(folded, asked)));
  const key = (of: string, text: string) => `${of} ${text.toLowerCase()}`;
  const known = new Set(found.map(({ of, text }) => key(of, text)));
  const unknown = words.filter(({ of, value }) => !known.has(key(of, value)));
  if (unknown.length === 0) return [];
  const all = await select().where(here).limit(2000);
  return unknown.map((one) => {
    const texts = new Map(
      all.filter(({ of }) => of === one.of).map(({ text }) => [text.toLowerCase(), text]),
    );
    const near = nearest(one.value.toLowerCase(), [...texts.keys()]);
    return problem(one, near === undefined ? undefined : texts.get(near));
  });
}
