import { z } from 'zod';
import { editCampaign } from '../../services/campaigns/edit.ts';
import { findCampaign } from '../../services/setup/find-codes.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { ViewRequest, ViewResult } from '../listener.ts';
import { channelMention, say, words } from '../text.ts';
import { channelForm } from './forms.ts';
import type { channelView } from './ids.ts';
import { hasMovedOn, movedOnBlocks } from './moved-on.ts';
import { showPage } from './show.ts';

const fields = z.object({ logChannel: z.string().nullish() });

/** Saves where a campaign is logged; one that was changed meanwhile is shown with what was chosen. */
export async function submitChannel(
  request: ViewRequest<z.output<typeof channelView.metadata>>,
): Promise<ViewResult> {
  const { ctx, client, form, metadata, requestKey } = request;
  const { no, was, revision = 1 } = metadata;
  const { locale } = ctx;
  const logChannel = fields.parse(form).logChannel ?? null;
  if (logChannel !== null && logChannel !== was) await checkChannel(client, logChannel, 'logChannel');
  try {
    const expected = was === undefined ? {} : { expectedChannel: was };
    await editCampaign(ctx, { campaignNo: no, logChannel, ...expected, requestKey });
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    const { description, logChannel: channel } = await findCampaign(ctx, no);
    const named = (id: string | null | undefined) =>
      id ? channelMention(id) : words(locale, 'setup.channels.asUsual');
    const detail = say(locale, 'field.change', {
      field: words(locale, 'settings.logChannel'),
      before: named(was),
      after: named(channel),
    });
    const notice = movedOnBlocks(ctx, error, [detail], { edit: 'channel', no, revision: revision + 2 });
    const again = { revision: revision + 1, typed: logChannel, notice };
    return { update: channelForm(locale, { no, description, channel }, again) };
  }
  return { update: await showPage(ctx, { to: 'channels', from: 1 }, say(locale, 'setup.saved')) };
}
