import { createHash } from 'node:crypto';
import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { MemberContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { memberContext, OutsiderError, type Who } from '../context.ts';
import { describeProblem, type Problem } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import type { Logger } from '../logger.ts';

/** What every handler gets. */
export interface Request {
  ctx: MemberContext;
  client: WebClient;
  log: Logger;
  /** Equal for a delivery that comes again and for a button that is pressed twice within a minute: for `once`. */
  requestKey: string;
}

interface Payload {
  user?: { id: string; team_id?: string | undefined } | undefined;
  user_id?: string;
  team?: { id: string } | null | undefined;
  team_id?: string;
  enterprise?: { id: string } | null | undefined;
  enterprise_id?: string | undefined;
}

/** Who acts, from any kind of payload. */
export const whoActs = (body: Payload): Who => ({
  userId: body.user?.id ?? body.user_id ?? '',
  teamIds: [body.user?.team_id, body.team?.id, body.team_id],
  enterpriseId: body.enterprise?.id ?? body.enterprise_id,
});

/** A key for `once` from what names a request; nothing of it can be read from the key. */
export const keyOf = (...parts: (string | undefined)[]): string =>
  createHash('sha256').update(parts.join('\u0000')).digest('base64url').slice(0, 32);

export interface Attempt {
  host: SlackHost;
  client: WebClient;
  who: Who;
  /** For the log: `action segment.show`. */
  what: string;
}

/**
 * Finds out who acts and does the work; whatever goes wrong is turned into words in the reader's language.
 * @param failed puts the words where the person sees them
 */
export async function attempt<T>(
  { host, client, who, what }: Attempt,
  work: (ctx: MemberContext, log: Logger) => Promise<T>,
  failed: (problem: Problem, locale: Locale) => Promise<T>,
): Promise<T> {
  const log = host.log.child({ what, user: who.userId });
  const started = performance.now();
  let locale: Locale = 'en';
  try {
    const ctx = await memberContext(host, client, who);
    locale = ctx.locale;
    return await work(ctx, log);
  } catch (error) {
    if (error instanceof OutsiderError) locale = error.locale;
    return await failed(describeProblem(locale, error, log), locale);
  } finally {
    log.debug({ ms: Math.round(performance.now() - started) }, 'Handled');
  }
}

/** Sends a message through a `response_url`, seen by the person who acted alone. */
export async function sendEphemeral(
  respond: RespondFn,
  message: SlackMessage,
  replace = false,
): Promise<void> {
  await respond({
    ...message,
    response_type: 'ephemeral',
    replace_original: replace,
    unfurl_links: false,
    unfurl_media: false,
  });
}

export async function openModal(client: WebClient, triggerId: string, view: ModalView): Promise<string> {
  const answer = await client.views.open({ trigger_id: triggerId, view });
  return answer.view?.id ?? '';
}
