import { and, eq } from 'drizzle-orm';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { Database } from '../../db/client.ts';
import { members, workspaces } from '../../db/schema/index.ts';
import { nearestLocale } from '../../i18n/translate.ts';

/** Slack advises to keep what `users.info` answers for about a day; `user_change` tells of changes in between. */
const PROFILE_LIFETIME_MS = 24 * 60 * 60 * 1000;

export interface ResolveMemberInput {
  teamId: string;
  slackUserId: string;
  /** Who administers the app; empty: the owners and admins of the Slack workspace do. */
  adminUserIds: readonly string[];
  now: () => Date;
}

/**
 * Who asks, as a context for the services; somebody seen for the first time becomes a member.
 * @returns the context, and whether name, locale and time zone should be read from Slack again
 * @throws NotFoundError workspace_not_found when the app does not know the team
 */
export async function resolveMember(
  db: Database,
  input: ResolveMemberInput,
): Promise<{ ctx: MemberContext; profileStale: boolean }> {
  const { teamId, slackUserId, adminUserIds, now } = input;
  const member = (await findMember(db, teamId, slackUserId)) ?? (await addMember(db, teamId, slackUserId));
  const isAdmin = adminUserIds.length > 0 ? adminUserIds.includes(slackUserId) : member.slackAdmin;
  return {
    ctx: {
      db,
      workspaceId: member.workspaceId,
      now,
      locale: nearestLocale(member.locale),
      timeZone: member.timeZone,
      actor: {
        kind: 'member',
        memberId: member.id,
        slackUserId,
        name: member.name,
        isManager: member.isManager,
        isAdmin,
        outsider: member.outsider || member.deactivated,
        salespersonCode: member.salespersonCode,
      },
    },
    profileStale:
      !member.profileReadAt || now().getTime() - member.profileReadAt.getTime() > PROFILE_LIFETIME_MS,
  };
}

type Member = typeof members.$inferSelect;

async function findMember(db: Database, teamId: string, slackUserId: string): Promise<Member | undefined> {
  const [row] = await db
    .select({ member: members })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(workspaces.teamId, teamId), eq(members.slackUserId, slackUserId)));
  return row?.member;
}

async function addMember(db: Database, teamId: string, slackUserId: string): Promise<Member> {
  const [workspace] = await db
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.teamId, teamId));
  if (!workspace) throw new NotFoundError('workspace_not_found');
  await db
    .insert(members)
    .values({ workspaceId: workspace.id, slackUserId, name: slackUserId })
    .onConflictDoNothing({ target: [members.workspaceId, members.slackUserId] });
  const member = await findMember(db, teamId, slackUserId);
  if (!member) throw new NotFoundError('workspace_not_found');
  return member;
}
