import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Locale } from '../../i18n/translate.ts';
import { usualChannel } from '../../services/interactions/usual-channel.ts';
import { readHeader } from '../../services/segments/header.ts';
import { shareSegment } from '../../services/segments/share.ts';
import { channelSelect, input, message, modal, type SlackMessage, section } from '../blocks/index.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { SlackHost } from '../host.ts';
import { type CommandRequest, onAction, onView, type Request } from '../listener.ts';
import { channelMention, say, words } from '../text.ts';
import { shareAction, shareView } from './ids.ts';

const shareForm = z.object({ channel: z.string().min(1) });

/** A direct message is no place to share in. */
const isShareable = (channel: string): boolean => /^[CG]/.test(channel);

/** Sharing a segment's card: the button and its form. */
export function registerShare(host: SlackHost): void {
  onAction(host, shareAction, async (request) => {
    const { place, value } = request;
    await openShareModal(request, value.no, place.kind === 'message' ? place.channel : '');
  });
  onView(host, shareView, async ({ ctx, client, form, metadata, requestKey }) => {
    const { channel } = shareForm.parse(form);
    await checkChannel(client, channel, 'channel');
    await shareSegment(ctx, { ...metadata, channel, requestKey });
    return undefined;
  });
}

/** `/segment share NO`: here; in a direct message, or with another channel behind it, a form asks where. */
export async function shareFromText(
  request: CommandRequest,
  { no, rest }: { no: string; rest: string },
): Promise<SlackMessage | undefined> {
  const { ctx, client, requestKey, channelId } = request;
  // A name alone does not tell which channel it is; Slack sends the id only where it escapes.
  const channel = rest === '' ? channelId : /^<#([CG][A-Z0-9]+)(\|[^>]*)?>$/.exec(rest)?.[1];
  if (!channel || !isShareable(channel)) {
    await openShareModal(request, no, channelId);
    return undefined;
  }
  await checkChannel(client, channel, 'channel');
  const { segmentNo } = await shareSegment(ctx, { no, channel, requestKey });
  const text = say(ctx.locale, 'share.did', { no: segmentNo, channel: channelMention(channel) });
  return message(text, [section(text)]);
}

/** @param current the channel the person is in, if any */
async function openShareModal(
  { ctx, openView }: Pick<Request, 'ctx'> & { openView: (view: ModalView) => Promise<unknown> },
  no: string,
  current: string,
): Promise<void> {
  const segment = await readHeader(ctx, no);
  const preset = isShareable(current) ? current : await usualChannel(ctx, segment.campaign?.id ?? null);
  await openView(shareModal(ctx.locale, segment.no, preset));
}

/** Asks for the channel. @param preset the one that is probably meant */
export const shareModal = (locale: Locale, no: string, preset: string | null): ModalView =>
  modal({
    id: shareView,
    metadata: { no },
    title: words(locale, 'share.title', { no }),
    submit: words(locale, 'segments.button.share'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(say(locale, 'share.about')),
      input('channel', words(locale, 'share.channel'), channelSelect('channel', preset)),
    ],
  });
