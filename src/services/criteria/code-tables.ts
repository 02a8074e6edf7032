import { type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { CodeTable } from '../../criteria/fields.ts';
import * as schema from '../../db/schema/index.ts';

/** A table, what its rows are known by, and what they are called. */
export interface NamedTable {
  table: PgTable;
  workspaceId: AnyPgColumn;
  code: SQL<string>;
  name: SQL<string>;
}

type Rows = PgTable & { workspaceId: AnyPgColumn; description: AnyPgColumn };

const named = (table: Rows, code: AnyPgColumn | SQL): NamedTable => ({
  table,
  workspaceId: table.workspaceId,
  code: sql<string>`${code}`,
  name: sql<string>`${table.description}`,
});
const coded = (table: Rows & { code: AnyPgColumn }): NamedTable => named(table, table.code);

/** Where each kind of code is listed. */
const codeTables: Record<CodeTable | 'profileQuestionnaires', NamedTable> = {
  countries: coded(schema.countries),
  territories: coded(schema.territories),
  salespeople: coded(schema.salespeople),
  languages: coded(schema.languages),
  currencies: coded(schema.currencies),
  organizationalLevels: coded(schema.organizationalLevels),
  salutations: coded(schema.salutations),
  industryGroups: coded(schema.industryGroups),
  mailingGroups: coded(schema.mailingGroups),
  jobResponsibilities: coded(schema.jobResponsibilities),
  businessRelations: coded(schema.businessRelations),
  interactionTemplates: coded(schema.interactionTemplates),
  campaigns: named(schema.campaigns, schema.campaigns.no),
  segments: named(schema.segments, schema.segments.no),
  loggedSegments: named(schema.loggedSegments, sql`${schema.loggedSegments.entryNo}::text`),
  profileQuestionnaires: coded(schema.profileQuestionnaires),
};

/** Where the codes of a table are listed. */
export const codeTable = (name: keyof typeof codeTables): NamedTable => codeTables[name];

/** The values by what they are values of. */
export function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
