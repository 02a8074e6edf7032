import { describe, expect, it } from 'vitest';
import { parseBusinessDate } from '../../../src/core/dates.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { offersInteraction, taskMessage, taskModal } from '../../../src/slack/tasks/card.ts';
import { dateField } from '../../../src/slack/tasks/fields.ts';
import { editForm, ownForm, segmentForm } from '../../../src/slack/tasks/forms.ts';
import { givenMessage } from '../../../src/slack/tasks/given.ts';
import { listMessage } from '../../../src/slack/tasks/list.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { sampleTask } from './sample.ts';

const LOCALES = ['en', 'da'] as const;
const NOON = new Date('2026-11-23T11:00:00Z');
const readerOf = (locale: 'en' | 'da') => ({
  locale,
  timeZone: 'Europe/Copenhagen',
  now: () => NOON,
  isSalesperson: true,
});
const preview = (text: string) => ({
  no: 'SM00001',
  description: text,
  version: 3,
  contacts: 4,
  blocked: 2,
  open: 3,
  salesperson: { code: 'RR', description: text },
  campaign: { no: 'CP1001', description: text },
});

describe.each(LOCALES)('cards, lists and forms (%s)', (locale) => {
  const reader = readerOf(locale);

  it.each(NASTY_NAMES)('stand %s', (_what, name) => {
    const tasks = Array.from({ length: 8 }, () => sampleTask(name));
    const scope = { kind: 'contact' as const, key: 'CT000003' };
    const several = sampleTask(name, {
      type: 'meeting',
      contact: null,
      attendees: 9,
      attendeeNames: Array(5).fill(name),
    });
    const shown = [
      validMessage(taskMessage(reader, sampleTask(name))),
      validMessage(taskMessage(reader, several)),
      validView(taskModal(reader, sampleTask(name, { status: 'completed', closedOn: '2026-11-23' }))),
      validMessage(
        listMessage(reader, { name, tasks, total: 20, overdue: 8, logged: false }, { scope, from: 9 }),
      ),
      validView(segmentForm(locale, preview(name))),
      validMessage(givenMessage(reader, sampleTask(name), { tasks: 3, by: 'U0RITA' })),
      validView(editForm(locale, sampleTask(name), 1)),
    ];
    for (const one of shown) expect(markupIn(one)).not.toMatch(/<!channel|<@U0ADMIN|<https:\/\/evil/);
  });

  it('say that there is nothing to do, and why', () => {
    for (const kind of ['mine', 'all', 'contact', 'segment'] as const) {
      const page = { scope: { kind, key: '' }, from: 1 };
      const none = { name: 'Zeta', tasks: [], total: 0, overdue: 0, logged: false };
      validMessage(listMessage(reader, none, page));
      const outsider = validMessage(listMessage({ ...reader, isSalesperson: false }, none, page));
      expect(textOf(outsider.blocks).includes('/segment settings')).toBe(kind === 'mine');
    }
  });

  it('say that a segment is logged where its tasks were listed', () => {
    const page = { scope: { kind: 'segment' as const, key: 'sm00001' }, from: 1 };
    const list = { name: 'Autumn', tasks: [], total: 0, overdue: 0 };
    const said = (logged: boolean) =>
      textOf(validMessage(listMessage(reader, { ...list, logged }, page)).blocks);
    const sentence = translate(locale, 'tasks.list.empty.logged', { no: 'SM00001' });
    expect(said(true)).toContain(sentence);
    expect(said(false)).not.toContain(sentence);
  });

  it('count what is overdue', () => {
    const figures = (overdue: number) => translate(locale, 'tasks.list.figures', { total: 9, overdue });
    const words =
      locale === 'da' ? ['ingen overskredne', '1 overskredet', '2 overskredne'] : ['none', '1', '2'];
    for (const [overdue, word] of words.entries()) expect(figures(overdue)).toContain(`, ${word}`);
  });

  it('say what is left out of a segment, and what is there already', () => {
    const said = (over: object) =>
      textOf(validView(segmentForm(locale, { ...preview('Autumn'), ...over })).blocks);
    const blocked = translate(locale, 'tasks.form.segment.blocked', { blocked: 2 });
    const open = translate(locale, 'tasks.form.segment.open', { open: 3 });
    for (const sentence of [blocked, open]) {
      expect(said({})).toContain(sentence);
      expect(said({ blocked: 0, open: 0 })).not.toContain(sentence);
    }
    expect(JSON.parse(segmentForm(locale, preview('Autumn')).private_metadata ?? '')).toMatchObject({
      open: 3,
    });
  });

  it('have a form whose examples of dates can all be read', () => {
    validView(ownForm(locale, { salesperson: undefined }));
    const examples = [...translate(locale, 'tasks.form.date.hint').matchAll(/“([^”]+)”/g)];
    expect(examples).toHaveLength(4);
    const typed = [
      ...examples.map(([, example = '']) => example),
      translate(locale, 'tasks.form.date.today'),
    ];
    for (const text of typed) {
      expect(parseBusinessDate(text, { ...reader, now: NOON })).toMatchObject({ ok: true });
    }
    // A date that is edited is read back as what it was.
    const form = JSON.stringify(editForm(locale, sampleTask('Call'), undefined));
    const shown = locale === 'en' ? '20 Nov 2026' : '20. nov. 2026';
    expect(form).toContain(JSON.stringify(dateField(locale, shown)));
    expect(parseBusinessDate(shown, { ...reader, now: NOON })).toEqual({ ok: true, date: '2026-11-20' });
  });
});

it('A card marks what is overdue, and offers what can be done next.', () => {
  const said = (over: Parameters<typeof sampleTask>[1] = {}) =>
    textOf(taskMessage(readerOf('en'), sampleTask('Call', over)).blocks);
  expect(said()).toContain('⚠️ Friday 20 Nov 2026 (overdue)');
  expect(said({ date: '2026-11-23' })).toContain('Monday 23 Nov 2026 (today)');
  expect(said({ date: '2026-11-24' })).not.toMatch(/overdue|today/);
  expect(said()).toMatch(/Complete.*Edit.*Cancel task.*Show contact/s);
  const closed = { status: 'completed', closedOn: '2026-11-23' } as const;
  expect(said(closed)).toMatch(/Completed on 23 Nov 2026.*Log interaction.*Reopen/s);
  expect(said(closed)).not.toMatch(/overdue|Cancel task/);
  expect(offersInteraction(sampleTask('Call', closed))).toBe(true);
  for (const over of [{ privacyBlocked: true }, { contact: null }, { canceled: true }]) {
    expect(offersInteraction(sampleTask('Call', { ...closed, ...over }))).toBe(false);
  }
});

it('A row says when, what, for whom, and what else is worth knowing.', () => {
  const { contact } = sampleTask('Bo');
  const plain = sampleTask('Visit', {
    type: '',
    date: '2026-12-01',
    priority: 'low',
    status: 'not-started',
    contact: null,
    attendees: 0,
    campaign: null,
    segmentNo: null,
  });
  const rows = (kind: 'mine' | 'all', task = sampleTask('Call', { contact })) =>
    markupIn(
      listMessage(
        readerOf('en'),
        { name: '', tasks: [task], total: 1, overdue: 1, logged: false },
        { scope: { kind, key: '' }, from: 1 },
      ).blocks,
    );
  const said = '⚠️ *20 Nov 2026* (overdue) · Phone call: Call\nBo, Bo · high priority · In progress · CP1001';
  expect(rows('mine')).toContain(`${said} · SM00001 · TD000001`);
  expect(rows('all')).toContain('Bo, Bo · Call · high priority');
  expect(rows('mine', plain)).toContain('*1 Dec 2026* · Visit\nTD000001');
});
