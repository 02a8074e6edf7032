import { describe, expect, it } from 'vitest';
import { validateView } from '../../../src/playground/block-kit/index.ts';
import type { Settings } from '../../../src/services/setup/read-settings.ts';
import { homeView } from '../../../src/slack/home/view.ts';
import { settingsModal } from '../../../src/slack/setup/modal.ts';
import { sampleHeader } from '../segments/sample.ts';

const settings: Settings = {
  locale: 'da',
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  approvalPolicy: 'campaign',
  allowOwnApproval: true,
  logChannel: 'C0SALES',
  managers: ['U0MONA'],
};
const salesperson = { value: 'RR', text: 'RR · Rita Rep' };

describe('the settings', () => {
  it.each(['en', 'da'] as const)('are a form that Slack takes (%s)', (locale) => {
    for (const workspace of [undefined, settings, { ...settings, managers: [], logChannel: null }]) {
      expect(validateView(settingsModal({ locale, salesperson, workspace }))).toEqual([]);
      expect(validateView(settingsModal({ locale, salesperson: undefined, workspace }))).toEqual([]);
    }
  });

  it('show only one’s own to those who are not admins', () => {
    expect(settingsModal({ locale: 'en', salesperson, workspace: undefined }).blocks).toHaveLength(1);
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

  it.each(['en', 'da'] as const)('fits with everything in it, and with nothing (%s)', (locale) => {
    const mine = Array.from({ length: 8 }, () => sampleHeader());
    expect(validateView(homeView({ locale, waiting, mine, logged }))).toEqual([]);
    const first = homeView({ locale, waiting: [], mine: [], logged: [] });
    expect(validateView(first)).toEqual([]);
    expect(JSON.stringify(first)).toContain(locale === 'en' ? 'Welcome' : 'Velkommen');
  });
});
