import { sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { written } from './merge.ts';
import { quoted } from './staging.ts';

/** What was built on the data of a workspace, and the data itself: each table before those it refers to. */
export const DATA_TABLES = [
  'channel_posts',
  'channel_problems',
  'call_items',
  'call_lists',
  'follow_up_proposals',
  'opportunity_comments',
  'opportunities',
  'interaction_comments',
  'interaction_log_entries',
  'campaign_entries',
  'logged_segments',
  'log_runs',
  'approval_requests',
  'drafts',
  'people_lists',
  'saved_criteria',
  'segment_lines',
  'segment_line_edits',
  'segment_steps',
  'segments',
  'contact_profile_answers',
  'contact_alt_address_date_ranges',
  'contact_alt_addresses',
  'contact_web_sources',
  'contact_job_responsibilities',
  'contact_business_relations',
  'contact_mailing_groups',
  'contact_industry_groups',
  'campaign_targets',
  'contacts',
  'profile_questionnaire_lines',
  'profile_questionnaires',
  'interaction_template_languages',
  'interaction_templates',
  'campaigns',
  'campaign_statuses',
  'attachments',
  'interaction_groups',
  'salespeople',
  'web_sources',
  'job_responsibilities',
  'business_relations',
  'mailing_groups',
  'industry_groups',
  'organizational_levels',
  'salutations',
  'languages',
  'currencies',
  'countries',
  'territories',
];

/** What stays: who is who, how the workspace is set up, and what was done. */
export const KEPT_TABLES = [
  'workspace_settings',
  'members',
  'number_series',
  'audit_log',
  'handled_requests',
];

export interface Removed {
  contacts: number;
  segments: number;
}

/** Takes the demo data away with all that was built on it; numbers begin anew. */
export async function makeRoom(tx: Transaction, workspaceId: number): Promise<Removed> {
  const removed = new Map<string, number>();
  for (const table of DATA_TABLES) {
    const result = await tx.execute(sql`delete from ${quoted(table)} where workspace_id = ${workspaceId}`);
    removed.set(table, written(result));
  }
  await tx.execute(sql`update number_series set next = 1 where workspace_id = ${workspaceId}`);
  await tx.execute(sql`update workspace_settings set demo = false where workspace_id = ${workspaceId}`);
  return { contacts: removed.get('contacts') ?? 0, segments: removed.get('segments') ?? 0 };
}

/** Members are no longer salespeople that went with the demo data. */
export async function forgetSalespeople(tx: Transaction, workspaceId: number): Promise<void> {
  await tx.execute(sql`
    update members m set salesperson_code = null
    where m.workspace_id = ${workspaceId} and m.salesperson_code is not null and not exists (
      select from salespeople s where s.workspace_id = m.workspace_id and s.code = m.salesperson_code)`);
}
