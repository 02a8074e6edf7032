import { describe, expect, test } from 'vitest';
import { LINE_PROBLEMS } from '../../../src/services/interactions/line-problems.ts';
import { entriesMessage, loggedMessage } from '../../../src/slack/interactions/log-messages.ts';
import { logModal } from '../../../src/slack/interactions/log-modal.ts';
import { loggedCardMessage } from '../../../src/slack/interactions/logged-cards.ts';
import { loggedListMessage } from '../../../src/slack/interactions/logged-list.ts';
import { runMessage } from '../../../src/slack/interactions/run-message.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { card, done, entry, NO_SENDING, run, segment } from './sample.ts';

const reader = (locale: 'en' | 'da') => ({ locale, timeZone: 'Europe/Copenhagen' });

test('The channel sees one message: what it was about, how many, what it cost, who built and who approved it.', () => {
  const message = validMessage(loggedMessage(reader('en'), card({ followUpNo: 'SM00002' })));
  const text = textOf(message.blocks);
  for (const part of [
    'Interactions logged: Autumn call',
    '*Segment*\nSM00001',
    '*Log entry*\n7',
    'Autumn (CP1001)',
    'Business letter (BUS)',
    '64 contacts (9 companies, 55 people)',
    '€512.00',
    '32 h',
    '*Built by*\nRita Rep',
    '*Approved by*\nMona Manager',
    'Follow-up segment: *SM00002*',
    'The entries are in the thread',
  ]) {
    expect(text).toContain(part);
  }
  expect(message.text).toBe('Rita Rep logged SM00001 Autumn call: 64 contacts (9 companies, 55 people).');
  const long = textOf(
    loggedMessage(reader('en'), card({ counts: { companies: 0, people: 5000 }, listed: 200 })).blocks,
  );
  expect(long).toContain('The first 200 entries are in the thread');
  const canceled = validMessage(loggedMessage(reader('da'), card({ canceled: true, approval: null })));
  expect(textOf(canceled.blocks)).toContain('Disse interaktioner er annulleret.');
  expect(canceled.text).toContain('annulleret');
});

test('A batch of the thread tells which entries it has; canceled ones are struck through.', () => {
  const rows = [
    entry(41),
    { ...entry(42), contactType: 'company' as const, companyName: '', canceled: true },
  ];
  const message = validMessage(entriesMessage('en', card(), rows, 41));
  expect(textOf(message.blocks)).toBe(
    '*Interactions 41–42 of 64*\n41. *Contact 41* · Contact 41 A/S · CT000041 · JO\n' +
      '~42. *Contact 42* · CT000042 · JO~ (canceled)',
  );
  expect(message.text).toBe('Interactions of SM00001: 41–42 of 64');
});

test('Whoever asked is told how the logging went.', () => {
  expect(validMessage(runMessage('en', run())).text).toContain('Logging *SM00001* Autumn call: 64 contacts');
  const finished = validMessage(runMessage('en', run(done)));
  expect(finished.text).toBe(
    '*SM00001* Autumn call is logged as entry 7: 64 contacts (9 companies, 55 people), cost €512.00, duration 32 h. ' +
      'The log is posted in <#C0SALES>.\nThe follow-up segment is *SM00002*.',
  );
  const refused = runMessage(
    'en',
    run({ status: 'failed', error: { code: 'approval_missing', params: { no: 'SM00001' }, problems: [] } }),
  );
  expect(validMessage(refused).text).toBe(
    '*SM00001* Autumn call was not logged; it is as it was before. SM00001 must be approved before it is logged.',
  );
});

test.each(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action', 'constructor'])(
  'A log that could not be posted because of %s is told with the way to it.',
  (postingError) => {
    for (const locale of ['en', 'da'] as const) {
      const { text } = validMessage(runMessage(locale, run({ ...done, postingError })));
      expect(text).toContain('`/segment logged 7`');
      expect(text.match(/<#C0SALES>/g)).toHaveLength(1);
    }
  },
);

test('Where only the CSV did not come, that is told, with the way to it.', () => {
  const wanting = { ...done, postingError: 'not_in_channel', onlyFileMissing: true };
  const told = validMessage(runMessage('en', run(wanting)));
  expect(told.text).toContain('The log is posted in <#C0SALES>.');
  expect(told.text).toContain(
    'Only its CSV file could not be shared there: the app is not in that channel. Invite it there. ' +
      'The message and the entries in its thread are there. Get the file with `/interaction list logged:7 export`.',
  );
  expect(told.text).not.toContain('could not be posted');
  expect(textOf(told.blocks)).toContain('Post again');
  expect(validMessage(runMessage('da', run(wanting))).text).toContain('Kun CSV-filen kunne ikke deles der');
});

test('Whoever asked is told how far the attachments are, and can send again what failed.', () => {
  const sending = { sent: 40, underWay: 2, failed: 3, unreached: ['Alpha', '<!channel>'] };
  const under = validMessage(runMessage('en', run({ ...done, sending })));
  expect(under.text).toContain('Attachments: 40 sent or handed over, 2 on their way, *3 could not be sent*.');
  expect(under.text).toContain('Not reached: Alpha, &lt;!channel&gt; and 1 more.');
  expect(textOf(under.blocks)).not.toContain('again');
  const over = validMessage(runMessage('da', run({ ...done, sending: { ...sending, underWay: 0 } })));
  expect(textOf(over.blocks)).toContain('Send de 3 igen');
});

test('The card of a logged segment offers to send again what could not be sent, and nothing else.', () => {
  const sending = { sent: 40, underWay: 0, failed: 3, unreached: ['Alpha', 'Beta', 'Gamma'] };
  const said = (now: typeof sending | null) =>
    textOf(validMessage(loggedCardMessage(reader('en'), card(), now)).blocks);
  expect(said(sending)).toContain('*3 could not be sent*. Not reached: Alpha, Beta, Gamma.');
  expect(said(sending)).toContain('Send the 3 again');
  expect(said({ ...sending, underWay: 1 })).not.toContain('again');
  expect(said({ ...sending, failed: 0, unreached: [] })).toMatch(/40 sent or handed over\.(?!.*again)/s);
  expect(said(null)).not.toContain('Attachments');
});

const ALL_PROBLEMS = [
  'empty',
  'description',
  'header-template',
  'approval',
  'approval-changed',
  ...LINE_PROBLEMS,
] as const;

describe.each(['en', 'da'] as const)('In %s', (locale) => {
  test.each(NASTY_NAMES)('messages stand names with %s', (_what, name) => {
    const rows = Array.from({ length: 40 }, (_, index) => entry(index + 1, name));
    const nasty = card({
      description: name,
      campaign: { no: 'CP1001', description: name },
      template: { code: 'BUS', description: name },
      builtBy: Array.from({ length: 30 }, (_, index) => ({
        memberId: index,
        slackUserId: `U0${index}`,
        name,
      })),
      entries: { rows: rows.slice(0, 10), which: 'all', from: 11, previousBefore: 1, nextAfter: 2 },
    });
    for (const message of [
      loggedMessage(reader(locale), nasty),
      loggedMessage(reader(locale), { ...nasty, canceled: true, followUpNo: 'SM00002' }),
      entriesMessage(locale, nasty, rows, 1),
      loggedCardMessage(reader(locale), nasty),
      loggedListMessage(
        reader(locale),
        { loggedSegments: Array.from({ length: 8 }, () => nasty), total: 300, nextBefore: 2 },
        9,
      ),
      runMessage(locale, run({ ...done, description: name })),
      runMessage(locale, run({ description: name })),
    ]) {
      validMessage(message);
      expect(markupIn(message)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
    const problems = ALL_PROBLEMS.map((kind) => ({ kind, count: 5, examples: [name, name, name] }));
    const blocked = validView(
      logModal(locale, {
        card: segment({ description: name }),
        problems,
        send: { possible: true, on: true },
        channel: null,
      }),
    );
    expect(markupIn(blocked)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    validMessage(
      runMessage(
        locale,
        run({ status: 'failed', error: { code: 'not_loggable', params: { no: 'S', count: 9 }, problems } }),
      ),
    );
    validView(
      logModal(locale, {
        card: segment({ description: name }),
        problems: [],
        send: NO_SENDING,
        channel: 'C0SALES',
      }),
    );
  });

  test('an empty list says how to log', () => {
    const message = validMessage(loggedListMessage(reader(locale), { loggedSegments: [], total: 0 }, 1));
    expect(textOf(message.blocks)).toContain('`/segment log SM00001`');
  });
});
