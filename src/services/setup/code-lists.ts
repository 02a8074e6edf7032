import { type SQL, sql } from 'drizzle-orm';
import { campaignStatuses, interactionGroups } from '../../db/schema/index.ts';
import { segmentsWith } from '../segments/segments-with.ts';

/** Lists of codes that people set up in Slack. */
export const CODE_LISTS = ['groups', 'statuses'] as const;
export type CodeListName = (typeof CODE_LISTS)[number];

export const listTables = { groups: interactionGroups, statuses: campaignStatuses } as const;

/** Where a code of the list is used, as columns `templates`, `segments`, `interactions`, `campaigns`. */
export function usesOf(list: CodeListName, workspaceId: number, code: SQL): SQL {
  const count = (table: string, column: string) => sql`(
    select count(*) from ${sql.identifier(table)} u
    where u.workspace_id = ${workspaceId} and u.${sql.identifier(column)} = ${code})`;
  return list === 'groups'
    ? sql`${count('interaction_templates', 'interaction_group_code')} as templates,
        (select count(*) from (${segmentsWith(workspaceId, 'group', code)}) u) as segments,
        ${count('interaction_log_entries', 'interaction_group_code')} as interactions`
    : sql`${count('campaigns', 'status_code')} as campaigns`;
}
