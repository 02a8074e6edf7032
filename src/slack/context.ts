import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { MemberContext } from '../core/context.ts';
import { ForbiddenError } from '../core/errors.ts';
import { within } from '../core/within.ts';
import type { Locale } from '../i18n/translate.ts';
import { resolveMember } from '../services/setup/resolve-member.ts';
import { type MemberProfile, saveMemberProfile } from '../services/setup/save-profile.ts';
import type { Installation, SlackHost } from './host.ts';

/** Part of the 3 seconds Slack gives for an answer. */
const PROFILE_BUDGET_MS = 1500;

/** A guest, somebody of another organization, or somebody who has left; told so in their own language. */
export class OutsiderError extends ForbiddenError {
  readonly locale: Locale;

  constructor(locale: Locale = 'en') {
    super('outsider');
    this.locale = locale;
  }
}

/** Who acts, as a payload says it. */
export interface Who {
  userId: string;
  /** Teams the payload gives for the person; any that is not ours makes an outsider. */
  teamIds: readonly (string | null | undefined)[];
  enterpriseId?: string | null | undefined;
}

const slackUser = z.object({
  id: z.string(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  locale: z.string().optional(),
  tz: z.string().nullish(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  enterprise_user: z.object({ enterprise_id: z.string() }).optional(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
});

/**
 * The context of the person who acts; name, language, time zone and rights are read from Slack about once a day.
 * @throws OutsiderError for guests and people of other organisations
 */
export async function memberContext(host: SlackHost, client: WebClient, who: Who): Promise<MemberContext> {
  const { teamId, enterpriseId } = host.installation();
  const sameEnterprise = enterpriseId !== undefined && who.enterpriseId === enterpriseId;
  if (!sameEnterprise && who.teamIds.some((id) => id && id !== teamId)) throw new OutsiderError();
  const find = () =>
    resolveMember(host.db, {
      teamId,
      slackUserId: who.userId,
      adminUserIds: host.adminUserIds,
      now: host.now,
    });
  let { ctx, profileStale } = await find();
  if (profileStale) {
    const reading = host.track(readProfile(host, client, who.userId));
    const saved = await within(PROFILE_BUDGET_MS * host.patience, reading, undefined);
    if (saved) ({ ctx } = await find());
  }
  if (ctx.actor.outsider) throw new OutsiderError(ctx.locale);
  return ctx;
}

/** @returns what was read, if it was: Slack may be slow or not let us see the person, and the old facts stay */
export async function readProfile(
  host: SlackHost,
  client: WebClient,
  userId: string,
): Promise<MemberProfile | undefined> {
  try {
    return await saveSlackUser(host, await askSlack(client, userId));
  } catch (error) {
    host.log.warn({ err: error, user: userId }, 'A profile could not be read from Slack');
    return undefined;
  }
}

const askSlack = async (client: WebClient, userId: string): Promise<unknown> =>
  (await client.users.info({ user: userId, include_locale: true })).user;

/** What Slack says of somebody, without keeping it; undefined where it cannot be read. */
export async function lookUpProfile(
  host: SlackHost,
  client: WebClient,
  userId: string,
): Promise<MemberProfile | undefined> {
  try {
    const parsed = slackUser.safeParse(await askSlack(client, userId));
    return parsed.success ? profileOf(parsed.data, host.installation()) : undefined;
  } catch (error) {
    host.log.warn({ err: error, user: userId }, 'A profile could not be read from Slack');
    return undefined;
  }
}

/** Keeps what Slack says of a user, as `users.info` and the event `user_change` give it. */
export async function saveSlackUser(host: SlackHost, user: unknown): Promise<MemberProfile | undefined> {
  const parsed = slackUser.safeParse(user);
  if (!parsed.success) return undefined;
  const { workspaceId } = host.installation();
  const profile = profileOf(parsed.data, host.installation());
  await saveMemberProfile(host.db, { workspaceId, slackUserId: parsed.data.id, profile, now: host.now() });
  return profile;
}

function profileOf(user: z.infer<typeof slackUser>, ours: Installation): MemberProfile {
  const sameEnterprise = user.enterprise_user && user.enterprise_user.enterprise_id === ours.enterpriseId;
  // A log is read long after: the full name says more than what somebody is called for short.
  const names = [user.real_name, user.profile?.real_name, user.profile?.display_name, user.name];
  return {
    name: names.find((name) => name?.trim()) ?? user.id,
    locale: user.locale ?? 'en-US',
    timeZone: user.tz && isTimeZone(user.tz) ? user.tz : 'UTC',
    slackAdmin: Boolean(user.is_admin || user.is_owner),
    outsider: Boolean(
      user.is_restricted ||
        user.is_ultra_restricted ||
        user.is_stranger ||
        user.is_bot ||
        (!sameEnterprise && user.team_id !== undefined && user.team_id !== ours.teamId),
    ),
    deactivated: Boolean(user.deleted),
  };
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
