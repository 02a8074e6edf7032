import type { WebClient } from '@slack/web-api';
import type { MemberContext } from '../../core/context.ts';
import { within } from '../../core/within.ts';
import { managersNotMembers } from '../../services/setup/save-settings.ts';
import { unreadManagers } from '../../services/setup/unread-managers.ts';
import { unreadPeople } from '../../services/setup/unread-people.ts';
import { message, section } from '../blocks/index.ts';
import { lookUpProfile, readProfile } from '../context.ts';
import { answerPerson } from '../criteria/answer.ts';
import type { SlackHost } from '../host.ts';
import { join, mention, say } from '../text.ts';

/** Part of the 3 seconds Slack gives for an answer. */
const LOOK_UP_BUDGET_MS = 1500;

/**
 * Asks Slack about people who have not used the app yet and are to be managers. Where it gives no answer in time they
 * become managers, until their profile is read.
 * @throws InvalidError managers_not_members on field `managers`
 */
export async function requireManagersMembers(
  host: SlackHost,
  client: WebClient,
  ctx: MemberContext,
  managers: string[],
): Promise<void> {
  const refused: string[] = [];
  const lookUp = async (userId: string) => {
    const profile = await lookUpProfile(host, client, userId);
    if (profile?.outsider || profile?.deactivated) refused.push(profile.name);
  };
  const all = Promise.all((await unreadPeople(ctx, managers)).map(lookUp));
  await within(LOOK_UP_BUDGET_MS * host.patience, host.track(all), undefined);
  if (refused.length > 0) throw managersNotMembers([...refused].sort());
}

/**
 * Asks Slack for managers who have not used the app yet, so that they are asked in their language, and guests not at
 * all; of those the admin is told. Nobody waits for it.
 */
export async function readManagers(host: SlackHost, client: WebClient, ctx: MemberContext): Promise<void> {
  const unread = await unreadManagers(ctx);
  if (unread.length > 0) void host.track(readOneByOne(host, client, ctx, unread));
}

async function readOneByOne(
  host: SlackHost,
  client: WebClient,
  ctx: MemberContext,
  userIds: string[],
): Promise<void> {
  const dropped: string[] = [];
  for (const userId of userIds) {
    const profile = await readProfile(host, client, userId);
    if (profile?.outsider || profile?.deactivated) dropped.push(userId);
  }
  if (dropped.length === 0) return;
  const text = say(ctx.locale, 'settings.managers.dropped', { people: join(dropped.map(mention), ', ') });
  const { slackUserId } = ctx.actor;
  const answer = { channel: null, responseUrl: null, message: message(text, [section(text)]) };
  await answerPerson({ client, log: host.log, slackUserId, ...answer });
}
