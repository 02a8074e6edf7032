import { describe, expect, it } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import type { ContactSegments } from '../../../src/services/contacts/contact-segments.ts';
import type { PostponedInteraction } from '../../../src/services/interactions/list-postponed.ts';
import type { InteractionView } from '../../../src/services/interactions/show-interaction.ts';
import { contactMessage } from '../../../src/slack/contacts/contact-message.ts';
import { commentsModal } from '../../../src/slack/interaction-form/comments.ts';
import { interactionForm } from '../../../src/slack/interaction-form/form.ts';
import { postponedMessage } from '../../../src/slack/interaction-form/postponed-list.ts';
import { BLANK, type FormValues } from '../../../src/slack/interaction-form/values.ts';
import { understand, whenWords } from '../../../src/slack/interaction-form/when.ts';
import { interactionMessage } from '../../../src/slack/interactions/interaction-message.ts';
import { plainOf } from '../../../src/slack/text.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { NOON } from '../../support/workspace.ts';

const LOCALES = ['en', 'da'] as const;
const reader = { now: () => NOON, timeZone: 'Europe/Copenhagen' };

const view: InteractionView = {
  entryId: 12,
  contact: { no: 'CT000002', name: 'Anna Hansen', type: 'person', companyName: 'Møbelhuset', city: '' },
  template: { code: 'CALL', description: 'Outgoing call' },
  campaign: { no: 'CP1001', description: 'Autumn' },
  description: 'Asked about oak',
  date: '2026-11-23',
  time: '14:00',
  attemptFailed: true,
  campaignResponse: false,
  evaluation: '',
  canceled: false,
  comments: 0,
  opportunityNo: null,
  by: { slackUserId: 'U0RITA', name: 'Rita' },
  loggedOn: '2026-11-23',
};

describe('the line in the channel', () => {
  it('says who logged what with whom, how it came out, and for which campaign', () => {
    const message = validMessage(interactionMessage('en', view));
    expect(message.text).toBe(
      'Rita logged *Outgoing call* with *Anna Hansen* (Møbelhuset): Asked about oak · attempt failed · CP1001',
    );
    const danish = {
      ...view,
      date: '2026-11-20',
      evaluation: 'very-positive',
      campaignResponse: true,
    } as const;
    expect(validMessage(interactionMessage('da', danish)).text).toBe(
      'Rita logførte *Outgoing call* med *Anna Hansen* (Møbelhuset): Asked about oak · 20. nov. 2026 · forsøg mislykkedes · meget positiv · svarede · CP1001',
    );
  });

  it('has nothing to press once it is canceled', () => {
    const message = validMessage(interactionMessage('en', { ...view, canceled: true }));
    expect(message.text).toMatch(/^Canceled: ~Rita logged .*~$/);
    expect(message.blocks).toHaveLength(1);
  });
});

describe.each(NASTY_NAMES)('%s', (_, name) => {
  const contact = { ...view.contact, name, companyName: name, city: name };
  const nasty: InteractionView = {
    ...view,
    contact,
    template: { code: 'CALL', description: name },
    description: name.slice(0, 100),
    by: { slackUserId: 'U0RITA', name },
  };
  const choice = { value: 'CT000002', text: name.slice(0, 75) || 'CT000002' };
  const values: FormValues = {
    ...BLANK,
    contact: choice,
    template: choice,
    campaign: choice,
    description: name.slice(0, 100),
    comment: name.slice(0, 1000),
    when: 'now',
    duration: '15',
    cost: '1.00',
    later: true,
    response: true,
    failed: true,
    evaluation: 'negative',
  };

  it.each(LOCALES)('does no harm in what people read (%s)', (locale) => {
    const ctx = { ...reader, locale };
    const form = interactionForm({
      ...ctx,
      currency: 'DKK',
      values,
      understood: understand(ctx, values),
      metadata: { revision: 1, entry: 7, channel: 'C0SALES', offered: ['CT000002'] },
    });
    const comments = Array.from({ length: 20 }, () => ({
      comment: name.slice(0, 1000) || '-',
      by: nasty.by,
      at: NOON,
    }));
    const postponed: PostponedInteraction = {
      ...nasty,
      cost: '1.00',
      duration: 15,
      comment: '',
      planned: false,
    };
    const shown = [
      validView(form),
      validMessage(interactionMessage(locale, nasty)),
      validView(commentsModal(ctx, nasty, comments)),
      validMessage(postponedMessage(locale, { interactions: Array(15).fill(postponed), total: 20 })),
    ];
    for (const one of shown) expect(markupIn(one)).not.toMatch(/<!channel|<@U0ADMIN|<https:\/\/evil/);
  });
});

describe('a contact’s buttons', () => {
  const found: ContactSegments = {
    contact: { contactNo: 'CT000002', name: 'Bo', type: 'person', companyName: '', city: '', email: '' },
    flags: { privacyBlocked: false, excludeFromSegment: false, minor: false, parentalConsent: false },
    figures: {
      interactions: 1,
      cost: '8.00',
      currency: 'EUR',
      duration: 30,
      lastInteraction: '2026-11-23',
      lastAttempt: null,
    },
    tasks: { open: 0, date: null },
    opportunities: { count: 0, estimated: '0.00', calculated: '0.00' },
    open: [],
    logged: [],
    openTotal: 0,
    loggedTotal: 0,
  };
  const buttons = (manages: boolean, flags: Partial<ContactSegments['flags']> = {}) => {
    const actor = { isManager: manages, isAdmin: false } as MemberContext['actor'];
    const message = contactMessage(
      { locale: 'en', actor },
      { ...found, flags: { ...found.flags, ...flags } },
    );
    const row = validMessage(message).blocks.find(({ type }) => type === 'actions');
    return row ? textOf(row).split('\n') : [];
  };

  it('are those that the person may use and the contact allows', () => {
    expect(buttons(false)).toEqual(['Log interaction', 'Interactions', 'New task', 'New opportunity']);
    expect(buttons(false, { privacyBlocked: true })).toEqual(['Interactions']);
    expect(buttons(true)).toEqual([
      'Log interaction',
      'Block for privacy',
      'Exclude from segments',
      'Interactions',
      'New task',
      'New opportunity',
    ]);
    expect(buttons(true, { privacyBlocked: true, excludeFromSegment: true })).toEqual([
      'Unblock',
      'Include in segments',
      'Interactions',
    ]);
    expect(buttons(true, { privacyBlocked: true, minor: true })).toEqual([
      'Parents have consented',
      'Exclude from segments',
      'Interactions',
    ]);
  });

  it('lead to its tasks, whose next date is told', () => {
    const tasks = { open: 3, date: '2026-12-04' };
    const actor = { isManager: false, isAdmin: false } as MemberContext['actor'];
    const said = textOf(validMessage(contactMessage({ locale: 'en', actor }, { ...found, tasks })).blocks);
    expect(said).toContain('Next task 4 Dec 2026');
    expect(said).toContain('Tasks (3)');
  });
});

describe('the moment', () => {
  it.each([
    ['now', true],
    ['14:30', true],
    ['kl. 14:30', true],
    ['2026-11-20 14:00', true],
    ['2026-11-20T14:00', true],
    ['yesterday 14:00', false],
    ['10.11', false],
    ['friday', false],
  ])('“%s” can mean one thing only: %s', (when, exact) => {
    expect(understand({ ...reader, locale: 'en' }, { when, later: false })).toMatchObject({
      ok: true,
      exact,
    });
  });

  it('is the last such day, or, kept for later, the coming one', () => {
    const at = (later: boolean) => understand({ ...reader, locale: 'en' }, { when: 'friday', later });
    expect(at(false)).toMatchObject({ date: '2026-11-20' });
    expect(at(true)).toMatchObject({ date: '2026-11-27' });
  });

  it('is shown with its weekday', () => {
    expect(whenWords('en', { date: '2026-11-22', time: '14:00' })).toBe('Sunday 22 Nov 2026, 14:00');
    expect(whenWords('da', { date: '2026-11-22', time: null })).toBe('søndag 22. nov. 2026');
  });
});

it('a message is read without its markup', () => {
  const markup =
    'Hi <@U0BO>, <mailto:a@b.example|a@b.example> of <https://b.example|B &amp; Co> in <#C1|sales> &lt;3 <!here>';
  expect(plainOf(markup)).toBe('Hi , a@b.example of B & Co in #sales <3 ');
});
