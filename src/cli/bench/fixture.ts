import type { Context, MemberContext } from '../../core/context.ts';
import type { DatabaseConnection } from '../../db/client.ts';
import { addContacts } from '../../services/segments/add-contacts.ts';
import { createSegment } from '../../services/segments/create-segment.ts';
import { registerWorkspace } from '../../services/setup/register-workspace.ts';
import type { Sql } from './database.ts';
import { levels, territories } from './filters.ts';
import { generate } from './generate.ts';
import { Snapshot } from './snapshot.ts';

/** Everything an operation needs: a filled workspace, who acts, and segments to act on. */
export interface Bench {
  sql: Sql;
  workspaceId: number;
  /** Slack's id of it. */
  teamId: string;
  contacts: number;
  /** The one who builds segments. */
  rep: MemberContext;
  manager: MemberContext;
  job: Context;
  /** Number of a segment that holds half of the contacts. */
  half: string;
  /** Number of a segment without contacts. */
  empty: string;
  snapshot: Snapshot;
}

export const TEMPLATE = 'CALL';
export const CAMPAIGN = 'CP0001';
const TEAM = 'T0BENCH';
export const CHANNEL = 'C0BENCH';

/** Fills the database and makes the segments: half of the contacts, none, and a third one that is in the way. */
export async function makeBench(
  { db, sql }: Pick<DatabaseConnection, 'db' | 'sql'>,
  contacts: number,
): Promise<Bench> {
  const workspaceId = await registerWorkspace(db, { teamId: TEAM, name: 'Bench' });
  const [found] = await sql<{ superuser: boolean }[]>`
    select rolsuper as superuser from pg_roles where rolname = current_user`;
  const superuser = found?.superuser ?? false;
  await generate(sql, workspaceId, contacts);
  await sql.unsafe(`
    insert into interaction_groups values (${workspaceId}, 'PHONE', 'Telephone');
    insert into interaction_templates
      (workspace_id, code, description, interaction_group_code, unit_cost, unit_duration, information_flow)
      values (${workspaceId}, '${TEMPLATE}', 'Telephone call', 'PHONE', 1, 15, 'outbound');
    insert into campaigns (workspace_id, no, description) values (${workspaceId}, '${CAMPAIGN}', 'Autumn');
    insert into members (workspace_id, slack_user_id, name, is_manager, salesperson_code) values
      (${workspaceId}, 'U0REP', 'Rep', false, null), (${workspaceId}, 'U0MANAGER', 'Manager', true, null)`);
  const members = await sql<{ id: string; slack_user_id: string; name: string; is_manager: boolean }[]>`
    select id, slack_user_id, name, is_manager from members where workspace_id = ${workspaceId} order by id`;
  const base = { workspaceId, db, locale: 'en', timeZone: 'UTC', now: () => new Date() } as const;
  const [rep, manager] = members.map(
    (member): MemberContext => ({
      ...base,
      actor: {
        kind: 'member',
        memberId: Number(member.id),
        slackUserId: member.slack_user_id,
        name: member.name,
        isManager: member.is_manager,
        isAdmin: false,
        outsider: false,
        salespersonCode: null,
      },
    }),
  );
  if (!rep || !manager) throw new Error('The members are missing.');
  const job: Context = { ...base, actor: { kind: 'job', name: 'bench' } };

  const segment = async (description: string) => (await createSegment(rep, { description })).no;
  const half = await segment('Half of the contacts');
  await addContacts(rep, { no: half, criteria: levels(0, 5).criteria });
  const third = await segment('In the way');
  await addContacts(rep, { no: third, criteria: territories(0, 10).criteria });
  const empty = await segment('Nobody yet');
  const snapshot = await Snapshot.prepare(sql, superuser);
  return { sql, workspaceId, teamId: TEAM, contacts, rep, manager, job, half, empty, snapshot };
}
