import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { countCanceled } from '../../services/cleanup/count-canceled.ts';
import {
  CLEANUP_KINDS,
  type CleanupCounts,
  type CleanupDays,
  cleanupWish,
} from '../../services/cleanup/kinds.ts';
import { requestCleanup } from '../../services/cleanup/request-cleanup.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { daysWords } from '../interaction-list/days-words.ts';
import { type CommandRequest, notice, onView } from '../listener.ts';
import { plainOf, say, words } from '../text.ts';
import { cleanupView, confirmView } from './ids.ts';
import { isNarrowed } from './message.ts';
import { cleanupModal, confirmModal } from './modals.ts';
import { readDated } from './read-dated.ts';

const form = cleanupWish.pick({ kinds: true }).extend({ dated: z.string().nullish() });

/** Clearing away what is canceled: what, how much that is, and then the job. */
export function registerCleanup(host: SlackHost): void {
  onView(host, cleanupView, async ({ ctx, form: filled }) => {
    const { kinds, dated: text } = form.parse(filled);
    const dated = readDated(ctx, text ?? '', kinds);
    const counts = await countCanceled(ctx, { kinds, dated });
    if (isNothing(counts) && isNarrowed(dated)) throw nothingOf(ctx, dated);
    if (isNothing(counts)) return { update: gone(ctx) };
    return { update: confirmModal(ctx.locale, { kinds, dated }, counts) };
  });
  onView(host, confirmView, async ({ ctx, metadata, requestKey }) => {
    const { locale } = ctx;
    const { runId, counts } = await requestCleanup(ctx, { ...metadata, requestKey });
    if (isNothing(counts)) return { update: gone(ctx) };
    if (runId === null) return { update: confirmModal(locale, metadata, counts, true) };
    return { update: notice(locale, words(locale, 'cleanup.title'), say(locale, 'cleanup.started')) };
  });
}

const isNothing = (counts: CleanupCounts): boolean => CLEANUP_KINDS.every((kind) => counts[kind] === 0);

/** The days are what leaves nothing, so that is said at their field. */
function nothingOf({ locale }: MemberContext, dated: CleanupDays): InvalidError {
  const days = plainOf(daysWords(locale, dated).markup);
  return new InvalidError('nothing_canceled', { days }, [{ field: 'dated', code: 'nothing_canceled' }]);
}

const gone = ({ locale }: MemberContext): ModalView =>
  notice(locale, words(locale, 'cleanup.title'), say(locale, 'cleanup.gone'));

/** `/segment cleanup`: for admins. */
export async function openCleanup({
  ctx,
  openView,
}: Pick<CommandRequest, 'ctx' | 'openView'>): Promise<SlackMessage | undefined> {
  const counts = await countCanceled(ctx);
  if (isNothing(counts)) {
    const text = say(ctx.locale, 'cleanup.nothing');
    return message(text, [section(text)]);
  }
  await openView(cleanupModal(ctx.locale, counts));
  return undefined;
}
