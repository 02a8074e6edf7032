import { describe, expect, it } from 'vitest';
import type { CampaignDigest } from '../../../src/services/campaigns/digest/figures.ts';
import type { CampaignCard } from '../../../src/services/campaigns/types.ts';
import { campaignMessage, campaignPost } from '../../../src/slack/campaigns/card.ts';
import { bar, campaignChart } from '../../../src/slack/campaigns/chart.ts';
import { readCommand } from '../../../src/slack/campaigns/command/read-command.ts';
import { VERBS, verbs } from '../../../src/slack/campaigns/command/verbs.ts';
import { digestMessage } from '../../../src/slack/campaigns/digest-message.ts';
import { editModal, newModal } from '../../../src/slack/campaigns/form.ts';
import { helpMessage, verbHelpMessage } from '../../../src/slack/campaigns/help.ts';
import { listMessage, segmentsMessage, targetsMessage } from '../../../src/slack/campaigns/list.ts';
import * as messages from '../../../src/slack/campaigns/messages.ts';
import { markupIn, NASTY_NAMES, textOf, validMessage, validView } from '../../support/valid-slack.ts';

const AT = new Date('2026-11-23T11:00:00Z');
const LOCALES = ['en', 'da'] as const;
const counts = [0, 0, 3, 12, 18, 7, 0, 1];

const card = (over: Partial<CampaignCard> = {}): CampaignCard => ({
  id: 1,
  no: 'CP1001',
  description: 'Autumn call-round',
  status: { code: 'RUNNING', description: 'Under way' },
  salesperson: { code: 'MM', description: 'Mona Manager' },
  startingDate: '2026-10-01',
  endingDate: '2026-12-18',
  activated: true,
  version: 3,
  owners: [{ memberId: 3, slackUserId: 'U0MONA' }],
  logChannel: 'C0SALES',
  digestAt: AT,
  modifiedAt: AT,
  targets: { customers: 3, contacts: 5 },
  statistics: {
    interactions: 41,
    contacted: 8,
    responded: 2,
    cost: '100.00',
    duration: 90,
    responseRate: 25,
    costPerResponse: '50.00',
    durationPerResponse: 45,
  },
  weeks: counts.map((interactions, index) => ({
    monday: `2026-${index < 4 ? '10' : '11'}-${String((index % 4) * 7 + 2).padStart(2, '0')}`,
    interactions,
    responded: 0,
  })),
  opportunities: { count: 0, estimated: '0.00', calculated: '0.00' },
  openSegments: 2,
  entries: 3,
  currency: 'EUR',
  ...over,
});
const model = (locale: 'en' | 'da', over: Partial<CampaignCard> = {}, mayOrganize = true) => ({
  locale,
  timeZone: 'Europe/Copenhagen',
  card: card(over),
  mayOrganize,
});
const nothing = {
  interactions: 0,
  contacted: 0,
  responded: 0,
  cost: '0.00',
  duration: 0,
  responseRate: 0,
  costPerResponse: '0.00',
  durationPerResponse: 0,
};

describe('the card', () => {
  it('shows what one needs, and says the same as its chart to those who cannot see it', () => {
    const message = validMessage(campaignMessage(model('en')));
    const said = textOf(message.blocks);
    for (const part of ['Under way', '<@U0MONA>', '1 Oct 2026 – 18 Dec 2026', '€50.00 per response'])
      expect(said).toContain(part);
    expect(textOf(campaignMessage(model('en', { owners: [] })))).toContain('Mona Manager');
    expect(said).toContain('8 targets (3 customers, 5 contacts)');
    expect(message.text).toContain('8 contacted, 2 responded (25%)');
    expect(JSON.stringify(message)).toContain('empties its target group of 8 targets');
    expect(said).toContain('Entries (3)');
  });

  it('draws bars in proportion, with the number beside each', () => {
    const { statistics, weeks } = card();
    const lines = campaignChart('en', statistics, weeks).markup.split('\n');
    expect(lines.slice(1, 3)).toEqual([
      `Contacted  ${'█'.repeat(18)} 8`,
      `Responded  ${'█'.repeat(4)}▌              2 (25%)`,
    ]);
    expect(lines).toContain(` 2 Nov  ${'█'.repeat(18)} 18`);
    expect(lines).toContain(` 2 Oct  ${' '.repeat(18)}  0`);
    expect(bar(1, 1000)).toBe('▏');
    expect(bar(0, 0)).toBe('');
  });

  it('has no chart before anything is logged, and asks for no more than the reader may do', () => {
    const over = { statistics: nothing, activated: false, targets: { customers: 0, contacts: 0 } };
    const reader = validMessage(campaignMessage(model('en', over, false)));
    expect(JSON.stringify(reader)).not.toMatch(/```|campaign\.edit|campaign\.activate/);
    const owner = JSON.stringify(validMessage(campaignMessage(model('en', over))));
    expect(owner).toContain('from 2 segments in progress and 0 interactions');
  });

  it('in a channel has only buttons that are for everybody', () => {
    const { mayOrganize: _, ...rest } = model('da');
    const post = validMessage(campaignPost(rest));
    expect(JSON.stringify(post)).not.toMatch(/campaign\.(edit|activate|deactivate|delete)/);
    expect(textOf(post)).toContain('Svaret');
    // Nobody needs to act.
    expect(textOf(post)).toContain('Mona Manager');
    expect(markupIn(post)).not.toContain('<@');
  });

  it.each(NASTY_NAMES)('survives %s', (_, name) => {
    const named = { code: name, description: name };
    for (const locale of LOCALES) {
      const over = { description: name, status: named, salesperson: named };
      const message = validMessage(campaignMessage(model(locale, over)));
      expect(markupIn(message)).not.toMatch(/<!channel>|<@U0ADMIN>|<https:/);
      validView(editModal(locale, card({ description: name.slice(0, 100) })));
      validMessage(
        targetsMessage(locale, 1, {
          no: 'CP1001',
          description: name,
          counts: { customers: 1, contacts: 20 },
          targets: Array.from({ length: 15 }, () => ({
            kind: 'contact' as const,
            contactNo: 'CT1',
            name,
            city: name.slice(0, 60),
          })),
        }),
      );
      validMessage(digestMessage(locale, digest(25, name.slice(0, 100))));
    }
  });
});

const digest = (count: number, description = 'Autumn') => ({
  monday: '2026-11-23',
  sunday: '2026-11-29',
  currency: 'EUR',
  campaigns: Array.from(
    { length: count },
    (_, index): CampaignDigest => ({
      no: `CP${1001 + index}`,
      description,
      week: { interactions: 12, responded: 1, cost: '96.00' },
      weekBefore: { interactions: 7, responded: 0, cost: '56.00' },
      openSegments: 2,
      targets: index === 0 ? 8 : 0,
    }),
  ),
});

it('the digest compares with the week before, and counts what is too much to tell', () => {
  const said = textOf(validMessage(digestMessage('en', digest(1))));
  expect(said.replaceAll('\u2009', ' ')).toContain('Campaigns last week, 23 – 29 Nov 2026');
  expect(said).toContain('12 interactions, 1 response, €96.00');
  expect(said).toContain('The week before: 7 interactions, 0 responses, €56.00');
  expect(said).toContain('Now: 2 segments in progress, target group of 8');
  expect(textOf(digestMessage('da', digest(25)))).toContain('og 5 kampagner til');
});

it('lists, forms, help and mistakes are as Slack takes them', () => {
  for (const locale of LOCALES) {
    const rows = Array.from({ length: 8 }, () => card());
    const place = { scope: 'all', search: 'autumn', from: 9 } as const;
    validMessage(listMessage(locale, place, { campaigns: rows, total: 40 }));
    validMessage(listMessage(locale, { ...place, scope: 'mine', from: 1 }, { campaigns: [], total: 0 }));
    validMessage(segmentsMessage(locale, card(), { segments: [], total: 0 }, 1));
    validView(newModal(locale, { value: 'RR', text: 'RR · Rita' }));
    validView(editModal(locale, card({ startingDate: null, status: null, salesperson: null })));
    validView(messages.shareModal(locale, 'CP1001', null));
    validMessage(helpMessage(locale));
    for (const verb of VERBS) validMessage(verbHelpMessage(locale, verb));
    for (const verb of VERBS) validMessage(messages.numberMissingMessage(locale, verb));
    validMessage(messages.notFoundMessage(locale, 'CP9', [card()]));
    validMessage(messages.deleteQuestion(locale, card()));
  }
});

describe('the command', () => {
  it.each([
    ['', { verb: 'list', no: '', rest: '' }],
    ['mine', { verb: 'list', no: '', rest: 'mine' }],
    ['vis cp1001', { verb: 'show', no: 'CP1001', rest: '' }],
    ['AKTIVÉR  cp1', { verb: 'activate', no: 'CP1', rest: '' }],
    ['ugeoverblik CP1 til', { verb: 'digest', no: 'CP1', rest: 'til' }],
    ['kampagner efterår 26', { verb: 'list', no: '', rest: 'efterår 26' }],
  ])('reads %j', (text, wanted) => {
    expect(readCommand(text)).toEqual(wanted);
  });

  it('finds the verb that was probably meant', () => {
    expect(verbs.nearest('deactiv')).toBe('deactivate');
    expect(verbs.nearest('målgruper')).toBe('segments');
    expect(verbs.nearest('xyzzy')).toBeUndefined();
  });
});
