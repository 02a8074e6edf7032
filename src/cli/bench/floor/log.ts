import { type Bench, CHANNEL } from '../fixture.ts';

interface Run {
  segment_id: string;
  no: string;
  description: string;
  date: string;
  campaign_id: string;
  companies: number;
  people: number;
  requested_by: string;
}

/** Logging by hand, without looking whether it may be: the rows, the number series, the posts and their job. */
export function log({ sql, workspaceId }: Bench, runId: number): Promise<number> {
  const own = `workspace_id = ${workspaceId}`;
  return sql.begin(async (tx) => {
    const [run] = await tx.unsafe<Run[]>(`
      select r.segment_id, r.requested_by, s.no, s.description, s.date::text, s.campaign_id, s.companies, s.people
      from segments s join log_runs r on r.workspace_id = s.workspace_id and r.segment_id = s.id
      where s.${own} and r.id = ${runId} for update of s`);
    if (!run) throw new Error(`Run ${runId} is missing.`);
    const contacts = run.companies + run.people;
    const ofSegment = `${own} and segment_id = ${run.segment_id}`;
    const number = (series: string) =>
      `with drawn as (update number_series set next = next + 1 where ${own} and series = '${series}'
        returning next - 1 as entry_no)`;
    const [logged] = await tx.unsafe<{ id: string }[]>(`
      ${number('logged-segment')}
      insert into logged_segments (workspace_id, entry_no, segment_id, segment_no, description, created_on, created_at,
        member_id, approval_request_id, channel, companies, people, cost, duration)
      select s.workspace_id, entry_no, s.id, s.no, s.description, current_date, now(), ${run.requested_by},
        (select id from approval_requests where ${ofSegment} and status = 'approved'), '${CHANNEL}',
        s.companies, s.people, s.unit_cost * ${contacts}, s.unit_duration * ${contacts}
      from drawn, segments s where s.${own} and s.id = ${run.segment_id} returning id`);
    const [campaign] = await tx.unsafe<{ id: string }[]>(`
      ${number('campaign-entry')}
      insert into campaign_entries
        (workspace_id, entry_no, campaign_id, description, date, salesperson_code, member_id, logged_segment_id)
      select ${workspaceId}, entry_no, ${run.campaign_id}, '${run.description}', '${run.date}',
        (select c.salesperson_code from segment_lines l join contacts c using (workspace_id)
          where l.${ofSegment} and l.live and c.id = l.contact_id order by l.line_no limit 1),
        ${run.requested_by}, ${logged?.id} from drawn returning id`);
    await tx.unsafe(`
      insert into interaction_log_entries (workspace_id, contact_id, company_id, date, description,
        interaction_group_code, interaction_template_code, information_flow, initiated_by, correspondence_type,
        salesperson_code, cost, duration, campaign_id, campaign_entry_id, logged_segment_id, member_id, logged_at)
      select c.workspace_id, c.id, c.company_id, '${run.date}', '${run.description}', t.interaction_group_code, t.code,
        t.information_flow, t.initiated_by,
        case when c.correspondence_type = 'email' and c.email = '' then '' else c.correspondence_type end,
        c.salesperson_code, t.unit_cost, t.unit_duration, ${run.campaign_id}, ${campaign?.id}, ${logged?.id},
        ${run.requested_by}, now()
      from segment_lines l
      join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
      join segments s on s.workspace_id = l.workspace_id and s.id = l.segment_id
      join interaction_templates t on t.workspace_id = s.workspace_id and t.code = s.interaction_template_code
      where l.${ofSegment} and l.live order by l.line_no`);
    await tx.unsafe(`
      delete from segment_lines where ${ofSegment};
      update segments set state = 'logged' where ${own} and id = ${run.segment_id};
      update log_runs set status = 'done', finished_at = now() where ${own} and id = ${runId};
      ${posts(workspaceId, Number(logged?.id), contacts)};
      update channel_posts set revision = revision + 1, status = 'waiting'
        where ${own} and (subject = 'run:${runId}' or content->>'kind' = 'approval-outcome' and subject =
          'request:' || (select id from approval_requests where ${ofSegment} and status = 'approved'));
      select graphile_worker.add_job('deliver-posts',
        json_build_object('workspaceId', ${workspaceId}, 'channel', channel), queue_name => '${workspaceId}:' || channel,
        job_key => 'deliver:${workspaceId}:' || channel) from unnest(array['${CHANNEL}', 'U0REP']) channel;
      insert into audit_log (workspace_id, at, actor, action, subject, subject_id, detail)
        values (${workspaceId}, now(), 'job', 'segment.log', 'segment', '${run.no}', '{}')`);
    return contacts;
  });
}

/** The message in the channel, the entries in its thread, the CSV: as many as the service posts. */
function posts(workspaceId: number, loggedId: number, contacts: number): string {
  const listed = contacts <= 1000 ? contacts : 200;
  const subject = `'logged-segment:${loggedId}'`;
  const row = (key: string, kind: string, parent: string) =>
    `(${workspaceId}, ${key}, ${subject}, '${CHANNEL}', ${parent}, '{"kind": "${kind}"}'::jsonb, now())`;
  const columns = '(workspace_id, key, subject, channel, parent_id, content, created_at)';
  return `with parent as (
      insert into channel_posts ${columns} values ${row(subject, 'logged-segment', 'null')} returning id
    ), batches as (
      insert into channel_posts ${columns}
      select ${workspaceId}, 'log-entries:${loggedId}:' || min(e.id), ${subject}, '${CHANNEL}', parent.id,
        '{"kind": "log-entries"}'::jsonb, now()
      from parent, (select id, (row_number() over (order by id) - 1) / 40 as batch from interaction_log_entries
        where workspace_id = ${workspaceId} and logged_segment_id = ${loggedId} order by id limit ${listed}) e
      group by parent.id, batch order by batch
    )
    insert into channel_posts ${columns}
    select ${workspaceId}, 'log-csv:${loggedId}', ${subject}, '${CHANNEL}', parent.id, '{"kind": "log-csv"}', now()
    from parent`;
}
