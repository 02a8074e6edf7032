import { z } from 'zod';
import { postAgain } from '../../services/delivery/post-again.ts';
import { showChannel } from '../../services/delivery/show-channel.ts';
import { message, section } from '../blocks/index.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { SlackHost } from '../host.ts';
import { notice, onAction, onView } from '../listener.ts';
import { channelMention, say, words } from '../text.ts';
import { postAgainAction, postAgainView } from './ids.ts';
import { postAgainModal } from './views.ts';

const form = z.object({ to: z.string() });

/** Posting again what a channel did not take. */
export function registerChannelProblems(host: SlackHost): void {
  onAction(host, postAgainAction, async ({ ctx, value, openView, reply }) => {
    const state = await showChannel(ctx, value);
    if (state.refused > 0) return void (await openView(postAgainModal(ctx.locale, state)));
    const text = say(ctx.locale, 'channelProblem.solved', { channel: channelMention(state.channel) });
    await reply(message(text, [section(text)]));
  });
  onView(host, postAgainView, async ({ ctx, client, form: filled, metadata: { channel }, requestKey }) => {
    const { to } = form.parse(filled);
    await checkChannel(client, to, 'to');
    const { waiting } = await postAgain(ctx, { channel, to, requestKey });
    const text =
      waiting > 0
        ? say(ctx.locale, 'channelProblem.sent', { waiting, channel: channelMention(to) })
        : say(ctx.locale, 'channelProblem.solved', { channel: channelMention(channel) });
    return { update: notice(ctx.locale, words(ctx.locale, 'channelProblem.again'), text) };
  });
}
