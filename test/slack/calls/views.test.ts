import { describe, expect, it } from 'vitest';
import { ConflictError } from '../../../src/core/errors.ts';
import { OUTCOMES } from '../../../src/services/call-lists/types.ts';
import { callModal } from '../../../src/slack/calls/call-view.ts';
import { endModal } from '../../../src/slack/calls/end-view.ts';
import { callListMessage } from '../../../src/slack/calls/message.ts';
import { progressBar } from '../../../src/slack/calls/progress.ts';
import { recordedBlocks, takenBackBlocks } from '../../../src/slack/calls/recorded.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { NONE_DONE, READER, sampleContact, sampleList, sampleProgress, sampleRecorded } from './sample.ts';

const closed = new ConflictError('call_list_closed', { no: 'SM00001' });
const callers = Array.from({ length: 30 }, (_, n) => ({
  memberId: n,
  slackUserId: `U0${n}`,
  name: 'ø'.repeat(200),
}));

describe.each(['en', 'da'] as const)('calling, in %s', (locale) => {
  const reader = { ...READER, locale };

  it('is sound after every outcome, with and without what is known of the contact', () => {
    for (const outcome of OUTCOMES) {
      for (const over of [
        {},
        { again: '2026-11-24T09:00:00.000Z' },
        { heldBy: 'U0SOREN' },
        { heldBy: 'U0SOREN', entryId: null },
        { entryId: null },
      ]) {
        const recorded = sampleRecorded({ outcome, ...over });
        validView(
          callModal({
            ...sampleList(),
            contact: sampleContact(),
            reader,
            lead: recordedBlocks(reader, 7, recorded),
          }),
        );
        validView(
          endModal({ ...sampleList(), contact: null, reader, lead: recordedBlocks(reader, 7, recorded) }),
        );
      }
    }
    const bare = sampleContact({
      type: 'company',
      jobTitle: '',
      companyName: '',
      phone: '',
      email: '',
      city: '',
      language: null,
      description: '',
      subject: '',
      interactions: [],
      calls: 3,
    });
    validView(callModal({ ...sampleList(), contact: bare, reader, lead: takenBackBlocks(reader) }));
  });

  it.each(NASTY_NAMES)('stands %s', (_what, name) => {
    const past = { date: '2026-11-20', template: name, description: name, attemptFailed: true, by: name };
    const contact = sampleContact({
      name,
      jobTitle: name,
      companyName: name,
      phone: name,
      companyPhone: name,
      email: name,
      city: name,
      language: name,
      description: name,
      subject: `${name} `,
      contactNo: 'CT000065',
      interactions: Array.from({ length: 3 }, () => ({ ...past, evaluation: 'very-negative' as const })),
    });
    const { list } = sampleList();
    const model = {
      list: { ...list, description: name, segmentNo: 'SM99999999999999999X' },
      progress: sampleProgress({ calling: callers.map((one) => ({ ...one, name })), kept: 12 }),
      refusal: null,
      reader,
    };
    for (const recorded of [
      sampleRecorded({ contactName: name }),
      sampleRecorded({ contactName: name, heldBy: 'U0SOREN' }),
    ]) {
      const shown = [
        validView(callModal({ ...model, contact, lead: recordedBlocks(reader, 7, recorded) })),
        validView(endModal({ ...model, contact: null, lead: recordedBlocks(reader, 7, recorded) })),
      ];
      expect(markupIn(shown)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
    const message = validMessage(callListMessage(reader, model));
    expect(markupIn(message)).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
  });

  it('tells the channel of every state', () => {
    const states = [
      sampleList(),
      sampleList({ refusal: closed }),
      sampleList({ progress: sampleProgress({ total: 0, done: NONE_DONE, waiting: 0, left: 0 }) }),
      sampleList({ progress: sampleProgress({ calling: callers, kept: 1 }) }),
    ];
    for (const view of states) {
      validMessage(callListMessage(reader, view));
      validView(endModal({ ...view, contact: null, reader }));
    }
  });
});

describe('the window with a contact', () => {
  const shown = (over: Partial<Parameters<typeof callModal>[0]> = {}) =>
    callModal({ ...sampleList(), contact: sampleContact(), reader: READER, ...over });

  it('says whom one calls, where, what about, and what was before', () => {
    const said = textOf(shown().blocks);
    expect(said).toContain('👤 Ann Jensen');
    expect(said).toContain('Head of purchasing · Aarhus Møbler A/S · CT000065');
    expect(said).toContain('*Phone*\n☎️ +45 12 34 56 78');
    expect(said).toContain('*About* Autumn call · The new catalogue');
    expect(said).toContain(
      '• 20 Nov 2026 · *Outgoing phone call* · Summer call · _not reached_ · Rita Rep\n' +
        '• 1 Sept 2026 · *Business letter* · _Positive_ · Søren Salg',
    );
    expect(said).toContain('34 of 100 done');
    // The reader knows that they are calling.
    expect(said).toContain('Calling now: Søren Salg');
  });

  it('gives the company’s number where the person has none', () => {
    const contact = sampleContact({ phone: '', companyPhone: '+45 87 65 43 21' });
    expect(textOf(shown({ contact }).blocks)).toContain('+45 87 65 43 21 (company)');
  });

  it('has a tap for each outcome that needs no time, one primary press, and fields of its own per turn', () => {
    const view = shown();
    const json = JSON.stringify(view);
    expect([...json.matchAll(/\\"outcome\\":\\"([\w-]+)\\"/g)].map(([, outcome]) => outcome)).toEqual([
      'reached',
      'no-answer',
      'meeting',
      'not-interested',
      'skipped',
    ]);
    expect(view.submit?.text).toBe('Call back');
    expect(json).not.toContain('"style":"primary"');
    expect(json).toContain('"block_id":"when:1763892000000.0"');
    expect(view.notify_on_close).toBe(true);
  });

  it('says what was written down before, and that a colleague has a contact now', () => {
    const saidAfter = (over: Parameters<typeof sampleRecorded>[0]) =>
      textOf(shown({ lead: recordedBlocks(READER, 7, sampleRecorded(over)) }).blocks);
    const logged = saidAfter({ outcome: 'no-answer' });
    expect(logged).toContain('*Bo Berg*: no answer. Logged.');
    const later = saidAfter({ outcome: 'call-back', again: '2026-11-24T09:00:00Z' });
    expect(later).toContain('*Bo Berg* is to be called back. Logged. Comes again <!date^');
    const held = saidAfter({ heldBy: 'U0SOREN' });
    expect(held).not.toContain('Undo');
    expect(held).toContain(
      'Your call to *Bo Berg* is logged. <@U0SOREN> was given this contact meanwhile and keeps it.',
    );
  });
});

describe('the end of a list', () => {
  const said = (over: Partial<Parameters<typeof endModal>[0]> = {}) =>
    textOf(endModal({ ...sampleList(), contact: null, reader: READER, ...over }).blocks);
  const all = sampleProgress({
    total: 40,
    done: { ...NONE_DONE, reached: 30, meeting: 10 },
    waiting: 0,
    nextAt: null,
    calling: [],
    left: 0,
  });

  it('sums up what came of the calls, and when it goes on', () => {
    expect(said({ progress: all })).toBe(
      '*All contacts of SM00001 are called.*\n████████████████████ *40 of 40 done*\nMeeting 10 · Reached 30',
    );
    const waiting = said({ progress: { ...all, total: 43, waiting: 3, nextAt: new Date(0) } });
    expect(waiting).toContain('*Nobody is left to be called right now.*');
    expect(waiting).toContain('3 to call back, the next <!date^0^');
    expect(waiting).toContain('Look again');
  });

  it('tells why there is nobody', () => {
    expect(said({ progress: { ...all, total: 41, calling: callers.slice(0, 1) } })).toContain(
      '*Nobody is left for you.*',
    );
    const empty = { ...all, total: 2, kept: 2, done: NONE_DONE };
    expect(said({ progress: empty })).toContain('There is nobody to call');
    expect(said({ progress: empty })).toContain('2 contacts are not called');
    expect(said({ progress: empty })).not.toContain('no contacts');
    expect(said({ refusal: closed })).toContain('SM00001 is closed, so its call list cannot go on');
    expect(said({ refusal: closed })).not.toContain('Look again');
  });
});

describe('the message in the channel', () => {
  it('shows how far it is and who is calling, with one way in', () => {
    const message = callListMessage(READER, sampleList());
    expect(textOf(message.blocks)).toBe(
      'Call list: Autumn call\n██████░░░░░░░░░░░░░░ *34 of 100 done*\n' +
        'Meeting 4 · Reached 20 · Not interested 3 · No answer 6 · Skipped 1\n' +
        '3 to call back, the next <!date^1795510800^{date_short_pretty} {time}|2026-11-24 10:00 Europe/Copenhagen>\n' +
        'SM00001\nCalling now: Rita Rep, Søren Salg\nJoin',
    );
    expect(message.text).toBe('Call list SM00001 Autumn call: 34 of 100 done');
  });

  it('says why it ended where nobody is left to count', () => {
    const progress = sampleProgress({ total: 0, kept: 0, done: NONE_DONE, waiting: 0, calling: [] });
    const message = callListMessage(READER, { ...sampleList(), progress, refusal: closed });
    expect(message.text).toContain('Autumn call: SM00001 is closed');
    expect(textOf(message.blocks)).not.toContain('0 of 0');
  });

  it('shows an end of the bar only when it is reached', () => {
    const bar = (done: number, total: number) =>
      progressBar('en', sampleProgress({ total, kept: 0, done: { ...NONE_DONE, reached: done } })).markup;
    expect(bar(0, 100)).toMatch(/^░{20} /);
    expect(bar(1, 1000)).toMatch(/^█░{19} /);
    expect(bar(999, 1000)).toMatch(/^█{19}░ /);
    expect(bar(1000, 1000)).toMatch(/^█{20} /);
    expect(bar(0, 0)).toMatch(/^░{20} /);
  });
});
