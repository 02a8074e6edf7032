import { and, eq } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { members } from '../../db/schema/index.ts';

/** What Slack knows of a person. */
export interface MemberProfile {
  name: string;
  /** Slack's locale, such as `da-DK`. */
  locale: string;
  /** IANA zone. */
  timeZone: string;
  /** Owner or admin of the Slack workspace. */
  slackAdmin: boolean;
  /** Guest, or from another organisation. */
  outsider: boolean;
  deactivated: boolean;
}

/** Keeps what Slack said of a member; somebody who left or became a guest is a manager no more. */
export async function saveMemberProfile(
  db: Database,
  input: { workspaceId: number; slackUserId: string; profile: MemberProfile; now: Date },
): Promise<void> {
  const { workspaceId, slackUserId, profile, now } = input;
  const dropsRole = profile.deactivated || profile.outsider;
  await db
    .update(members)
    .set({ ...profile, profileReadAt: now, ...(dropsRole ? { isManager: false } : {}) })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.slackUserId, slackUserId)));
}
