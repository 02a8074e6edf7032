import { describe, expect, it } from 'vitest';
import { validateView } from '../../../src/playground/block-kit/index.ts';
import type { PostponedInteraction } from '../../../src/services/interactions/list-postponed.ts';
import type { Settings } from '../../../src/services/setup/read-settings.ts';
import { homeView } from '../../../src/slack/home/view.ts';
import { settingsModal } from '../../../src/slack/settings/modal.ts';
import { sampleHeader } from '../segments/sample.ts';
import { sampleTask } from '../tasks/sample.ts';

const settings: Settings = {
  locale: 'da',
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  approvalPolicy: 'campaign',
  allowOwnApproval: true,
  logChannel: 'C0SALES',
  flaggedPolicy: 'allow',
  callTemplateCode: null,
  managers: ['U0MONA'],
};
const salesperson = { value: 'RR', text: 'RR · Rita Rep' };

describe('the settings', () => {
  it.each(['en', 'da'] as const)('are a form that Slack takes (%s)', (locale) => {
    for (const workspace of [undefined, settings, { ...settings, managers: [], logChannel: null }]) {
      expect(validateView(settingsModal({ locale, salesperson, workspace }))).toEqual([]);
      expect(validateView(settingsModal({ locale, salesperson: undefined, workspace }))).toEqual([]);
      const again = { version: 3, revision: 2, notice: [{ type: 'divider' as const }] };
      expect(validateView(settingsModal({ locale, salesperson, workspace, ...again }))).toEqual([]);
    }
  });

  it('show only one’s own to those who are not admins', () => {
    expect(settingsModal({ locale: 'en', salesperson, workspace: undefined }).blocks).toHaveLength(1);
  });

  it('remember what the form was made from, also with as many managers as there can be', () => {
    const managers = Array.from({ length: 50 }, (_, at) => `U0MANAGER${10 + at}`);
    const workspace = { ...settings, managers };
    const typed = { ...workspace, currency: 'SEK' };
    const view = settingsModal({ locale: 'en', salesperson, workspace, version: 4, revision: 2, typed });
    expect(validateView(view)).toEqual([]);
    expect(JSON.parse(view.private_metadata ?? '')).toMatchObject({
      version: 4,
      base: workspace,
      revision: 2,
    });
    const ids = view.blocks.map((block) => block.block_id);
    expect(ids).toEqual(expect.arrayContaining(['salesperson', 'currency:2', 'managers:2']));
    expect(JSON.stringify(view.blocks)).toContain('SEK · ');
  });

  it('offer channels of this workspace alone', () => {
    const view = settingsModal({ locale: 'en', salesperson, workspace: settings });
    expect(JSON.stringify(view)).toContain('"exclude_external_shared_channels":true');
  });
});

describe('the home', () => {
  const long = { description: '<&>'.repeat(200) };
  const counts = { companies: 9, people: 55 };
  const by = { slackUserId: 'U0RITA', memberId: 1, name: 'Rita Rep' };
  const waiting = Array.from({ length: 10 }, (_, n) => ({
    ...long,
    requestId: n,
    segmentNo: 'SM00001',
    segmentVersion: 3,
    counts,
    requestedBy: by,
    requestedAt: new Date(),
  }));
  const logged = Array.from({ length: 8 }, (_, n) => ({
    ...long,
    id: n,
    entryNo: n + 1,
    segmentNo: 'SM00001',
    campaign: null,
    counts,
    cost: '1.00',
    duration: 1,
    currency: 'EUR',
    loggedBy: by,
    channel: 'C0SALES',
    canceled: false,
    createdAt: new Date(),
  }));

  const samplePostponed: PostponedInteraction = {
    entryId: 1,
    contact: { no: 'CT000001', name: 'x'.repeat(100), type: 'person', companyName: '', city: '' },
    template: { code: 'CALL', description: 'Call' },
    campaign: null,
    description: 'x'.repeat(100),
    date: '2026-11-30',
    time: '09:00',
    cost: '1.00',
    duration: 15,
    attemptFailed: false,
    campaignResponse: false,
    evaluation: '',
    comment: '',
    planned: true,
  };

  const campaigns = Array.from({ length: 5 }, (_, n) => ({
    ...long,
    id: n,
    no: 'CP1001',
    startingDate: '2026-10-01',
    endingDate: null,
    status: null,
    salesperson: null,
    activated: true,
  }));

  it.each(['en', 'da'] as const)('fits with everything in it, and with nothing (%s)', (locale) => {
    const mine = Array.from({ length: 8 }, () => sampleHeader());
    const postponed = { interactions: Array.from({ length: 8 }, () => samplePostponed), total: 9 };
    const reader = { locale, timeZone: 'Europe/Copenhagen', now: () => new Date() };
    const tasks = { tasks: Array.from({ length: 5 }, () => sampleTask('x'.repeat(100))), total: 9 };
    const all = homeView({ reader, waiting, postponed, tasks, mine, logged, campaigns });
    expect(validateView(all)).toEqual([]);
    const first = homeView({
      reader,
      waiting: [],
      postponed: { interactions: [], total: 0 },
      tasks: { tasks: [], total: 0 },
      mine: [],
      logged: [],
      campaigns: [],
    });
    expect(validateView(first)).toEqual([]);
    expect(JSON.stringify(first)).toContain(locale === 'en' ? 'Welcome' : 'Velkommen');
  });
});
