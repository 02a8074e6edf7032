import { and, asc, desc, eq, ilike, ne, or, type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias, type PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import * as schema from '../../db/schema/index.ts';

interface Source {
  table: PgTable;
  workspaceId: AnyPgColumn;
  code: AnyPgColumn | SQL;
  description: AnyPgColumn;
  /** Numbers are not put in order as texts. */
  newestFirst?: AnyPgColumn;
  /** Limits to rows that can be chosen. */
  only?: SQL;
}

type CodeTable = PgTable & { workspaceId: AnyPgColumn; code: AnyPgColumn; description: AnyPgColumn };
const source = (table: CodeTable): Source => ({
  table,
  workspaceId: table.workspaceId,
  code: table.code,
  description: table.description,
});

const { campaigns, salespeople } = schema;

const sources = {
  campaigns: {
    table: campaigns,
    workspaceId: campaigns.workspaceId,
    code: campaigns.no,
    description: campaigns.description,
  },
  segments: {
    table: schema.segments,
    workspaceId: schema.segments.workspaceId,
    code: schema.segments.no,
    description: schema.segments.description,
    only: ne(schema.segments.state, 'logged'),
  },
  loggedSegments: {
    table: schema.loggedSegments,
    workspaceId: schema.loggedSegments.workspaceId,
    code: sql`${schema.loggedSegments.entryNo}::text`,
    description: schema.loggedSegments.description,
    newestFirst: schema.loggedSegments.entryNo,
  },
  campaignStatuses: source(schema.campaignStatuses),
  templates: source(schema.interactionTemplates),
  groups: source(schema.interactionGroups),
  salespeople: { ...source(salespeople), only: eq(salespeople.blocked, false) },
  territories: source(schema.territories),
  countries: source(schema.countries),
  currencies: source(schema.currencies),
  languages: source(schema.languages),
  salutations: source(schema.salutations),
  levels: source(schema.organizationalLevels),
  industries: source(schema.industryGroups),
  mailings: source(schema.mailingGroups),
  relations: source(schema.businessRelations),
  jobs: source(schema.jobResponsibilities),
} satisfies Record<string, Source>;

/** What can be chosen from by typing part of a code or a name. */
export type CodeList = keyof typeof sources | 'profiles';

/** Slack shows at most 100 options (docs.slack.dev: composition objects, option). */
const MAX_RESULTS = 100;

const searchCodesInput = z.object({
  table: z.enum([...(Object.keys(sources) as (keyof typeof sources)[]), 'profiles']),
  query: z.string().max(200),
  limit: z.number().int().min(1).max(MAX_RESULTS).default(MAX_RESULTS),
});

export interface CodeChoice {
  code: string;
  description: string;
}

/**
 * Codes that begin with, or whose names contain, what was typed; those whose code begins so come first.
 * Profile answers have the code `QUESTIONNAIRE/line` and the words `question: answer`.
 * @throws ForbiddenError outsider
 */
export async function searchCodes(
  ctx: Context,
  input: z.input<typeof searchCodesInput>,
): Promise<CodeChoice[]> {
  requireInsider(ctx);
  const { table, query, limit } = searchCodesInput.parse(input);
  const typed = query.trim().replace(/[\\%_]/g, '\\$&');
  if (table === 'profiles') return searchProfiles(ctx, typed, limit);
  const { code, description, workspaceId, only, newestFirst, table: rows }: Source = sources[table];
  return executor(ctx)
    .select({ code: sql<string>`${code}`, description: sql<string>`${description}` })
    .from(rows)
    .where(
      and(
        eq(workspaceId, ctx.workspaceId),
        only,
        or(ilike(sql`${code}`, `${typed}%`), ilike(description, `%${typed}%`)),
      ),
    )
    .orderBy(sql`${code} not ilike ${`${typed}%`}`, newestFirst ? desc(newestFirst) : asc(code))
    .limit(limit);
}

async function searchProfiles(ctx: Context, typed: string, limit: number): Promise<CodeChoice[]> {
  const answer = alias(schema.profileQuestionnaireLines, 'answer');
  const question = alias(schema.profileQuestionnaireLines, 'question');
  const words = sql<string>`${question.description} || ': ' || ${answer.description}`;
  return executor(ctx)
    .select({
      code: sql<string>`${answer.questionnaireCode} || '/' || ${answer.lineNo}`,
      description: words,
    })
    .from(answer)
    .innerJoin(
      question,
      and(
        eq(question.workspaceId, answer.workspaceId),
        eq(question.questionnaireCode, answer.questionnaireCode),
        eq(question.lineNo, answer.questionLineNo),
      ),
    )
    .where(
      and(
        eq(answer.workspaceId, ctx.workspaceId),
        eq(answer.type, 'answer'),
        or(ilike(words, `%${typed}%`), ilike(answer.questionnaireCode, `${typed}%`)),
      ),
    )
    .orderBy(asc(answer.questionnaireCode), asc(answer.lineNo))
    .limit(limit);
}
