import { boolean, foreignKey, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workspaceId } from './columns.ts';
import { workspaces } from './workspaces.ts';

/** A master data table: a code (upper case, `domain.md` §6) and what people call it. */
const codeTable = <Name extends string>(name: Name) =>
  pgTable(
    name,
    { workspaceId: workspaceId(), code: text('code').notNull(), description: text('description').notNull() },
    (t) => [
      primaryKey({ columns: [t.workspaceId, t.code] }),
      foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id], name: `${name}_workspace_fk` }),
    ],
  );

export const territories = codeTable('territories');
export const countries = codeTable('countries');
export const currencies = codeTable('currencies');
export const languages = codeTable('languages');
export const salutations = codeTable('salutations');
export const organizationalLevels = codeTable('organizational_levels');
export const industryGroups = codeTable('industry_groups');
export const mailingGroups = codeTable('mailing_groups');
export const businessRelations = codeTable('business_relations');
export const jobResponsibilities = codeTable('job_responsibilities');
export const webSources = codeTable('web_sources');
export const interactionGroups = codeTable('interaction_groups');
export const campaignStatuses = codeTable('campaign_statuses');

export const salespeople = pgTable(
  'salespeople',
  {
    workspaceId: workspaceId(),
    code: text('code').notNull(),
    description: text('description').notNull(),
    email: text('email').notNull().default(''),
    commissionPct: numeric('commission_pct').notNull().default('0'),
    blocked: boolean('blocked').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.code] }),
    foreignKey({
      columns: [t.workspaceId],
      foreignColumns: [workspaces.id],
      name: 'salespeople_workspace_fk',
    }),
  ],
);
