import { describe, expect, it } from 'vitest';
import { CHANNEL_CLOSED, FILES_REFUSED } from '../../../src/services/delivery/channel-problem.ts';
import { channelProblemMessage, postAgainModal } from '../../../src/slack/channel-problems/views.ts';
import { textOf, validMessage, validView } from '../../support/valid-slack.ts';

const state = (error: string | null, refused = 3) => ({ channel: 'C0SALES', error, refused });
const isButton = (block: { type: string }) => block.type === 'actions';

describe('the message about a channel', () => {
  it.each([...CHANNEL_CLOSED, FILES_REFUSED])(
    'says what %s means, what happened, and what to do',
    (error) => {
      for (const locale of ['en', 'da'] as const) {
        const { text, blocks } = validMessage(channelProblemMessage(locale, state(error)));
        expect(text).toContain('<#C0SALES>');
        expect(text).toMatch(locale === 'en' ? /logged and counts.*3 messages/s : /logført.*3 beskeder/s);
        expect(blocks.filter(isButton)).toHaveLength(1);
      }
    },
  );

  it('names the cure', () => {
    const text = (error: string) => channelProblemMessage('en', state(error)).text;
    expect(text('not_in_channel')).toContain('type `/invite @Segments` in the channel');
    expect(text(FILES_REFUSED)).toContain('Messages get through');
    expect(text('is_archived')).toContain('Unarchive it');
    expect(text('restricted_action')).toContain('Ask an admin');
  });

  it('says when it is over, and what is left', () => {
    const open = validMessage(channelProblemMessage('en', state(null)));
    expect(open.text).toContain('takes posts again');
    expect(textOf(open.blocks)).toContain('3 messages and files wait');
    const solved = validMessage(channelProblemMessage('da', state(null, 0)));
    expect(solved.text).toContain('venter ikke længere noget');
    expect(solved.blocks.filter(isButton)).toEqual([]);
  });
});

it('the form for posting again starts with the same channel', () => {
  const view = validView(postAgainModal('en', state('is_archived', 1)));
  expect(textOf(view.blocks)).toContain('1 message or file waits to be posted.');
  expect(JSON.stringify(view)).toContain('"initial_conversation":"C0SALES"');
});
