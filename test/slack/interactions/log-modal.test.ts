import { expect, test } from 'vitest';
import { logModal } from '../../../src/slack/interactions/log-modal.ts';
import { textOf, validView } from '../../support/valid-slack.ts';
import { NO_SENDING, segment } from './sample.ts';

test('The form for logging offers channels of this workspace alone, with the usual one chosen.', () => {
  const view = validView(
    logModal('en', { card: segment(), problems: [], send: NO_SENDING, channel: 'C0SALES' }),
  );
  expect(view.blocks.find((block) => block.block_id === 'channel')).toMatchObject({
    optional: false,
    element: { initial_conversation: 'C0SALES', filter: { exclude_external_shared_channels: true } },
  });
  expect(textOf(view.blocks)).toContain('Approved by <@U0MONA>');
  expect(JSON.parse(view.private_metadata ?? '')).toEqual({
    no: 'SM00001',
    version: 4,
    current: '',
    send: false,
  });
  validView(
    logModal('da', {
      card: { ...segment({ campaign: null }), approval: null },
      problems: [],
      send: NO_SENDING,
      channel: null,
    }),
  );
});

test('What keeps a segment from being logged is told at once, with how many, whom, and what a fix would cost.', () => {
  const view = validView(
    logModal('en', {
      card: segment(),
      problems: [
        { kind: 'salesperson', count: 37, examples: ['Ann', 'Bo', 'Cy'] },
        { kind: 'excluded', count: 1, examples: ['Dee'] },
      ],
      send: NO_SENDING,
      channel: null,
    }),
  );
  expect(view.submit).toBeUndefined();
  const text = textOf(view.blocks);
  expect(text).toContain('cannot be logged yet: 2 things are in the way');
  expect(text).toContain('*37 contacts* have no salesperson, or one who is blocked. Such as Ann, Bo, Cy …');
  expect(text).toContain('*1 contact* does not want to be on segments. Dee');
  // It is approved, and a change makes that void: told above, and again before the press.
  expect(text).toContain('its approval, or the request for it, no longer counts');
  expect(text).toContain(
    '37 contacts are removed from SM00001. You can undo it. The approval no longer counts',
  );
});
