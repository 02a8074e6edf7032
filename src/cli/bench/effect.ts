import type { Sql } from './database.ts';

/**
 * What an operation left behind, as figures that are the same for the same effect. Row ids and line numbers may
 * differ, the order of the lines may not.
 */
export async function readEffect(sql: Sql): Promise<string> {
  const rows = await sql.unsafe(`
    select
      (select array[count(*), count(*) filter (where live), sum(hashtextextended(concat_ws('|', segment_id, position,
          contact_id, copy, is_company, live, added_step, removed_step), 0))]::text
        from (select *, row_number() over (partition by segment_id order by line_no) as position from segment_lines) l
      ) as lines,
      (select string_agg(concat_ws('|', id, no, state, companies, people, current_step, last_step, version), ' '
          order by id) from segments) as segments,
      (select string_agg(concat_ws('|', segment_id, no, input->>'kind', companies, people, member_id), ' '
          order by segment_id, no) from segment_steps) as steps,
      (select array[count(*), sum(hashtextextended(concat_ws('|', position, contact_id, company_id, date, description,
          interaction_group_code, interaction_template_code, information_flow, correspondence_type, salesperson_code,
          cost, duration, campaign_id, member_id), 0))]::text
        from (select *, row_number() over (order by id) as position from interaction_log_entries) e) as entries,
      (select string_agg(concat_ws('|', entry_no, segment_id, companies, people, cost, duration), ' ')
        from logged_segments) as logged,
      (select string_agg(concat_ws('|', entry_no, campaign_id, salesperson_code), ' ') from campaign_entries)
        as campaign_entries,
      (select string_agg(concat_ws('|', segment_id, status), ' ') from log_runs) as runs,
      (select string_agg(concat_ws('|', content->>'kind', channel, revision), ' '
          order by content->>'kind', id) from channel_posts)
        as posts,
      (select string_agg(concat_ws('|', action, subject_id), ' ' order by id) from audit_log) as audit`);
  return JSON.stringify(rows[0]);
}
