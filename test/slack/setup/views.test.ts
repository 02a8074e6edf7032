import { describe, expect, it } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import { ConflictError } from '../../../src/core/errors.ts';
import type { TemplateView } from '../../../src/services/templates/show-template.ts';
import { channelForm, codeForm } from '../../../src/slack/setup/forms.ts';
import { hubModal } from '../../../src/slack/setup/hub.ts';
import { channelsModal, codesModal, seriesModal, templatesModal } from '../../../src/slack/setup/lists.ts';
import { memberForm, membersModal } from '../../../src/slack/setup/members.ts';
import { movedOnBlocks } from '../../../src/slack/setup/moved-on.ts';
import { seriesForm, seriesValues } from '../../../src/slack/setup/series-form.ts';
import { templateForm } from '../../../src/slack/setup/template-forms.ts';
import { templateModal } from '../../../src/slack/setup/template-page.ts';
import { templateValues } from '../../../src/slack/setup/template-values.ts';
import { segmentTextsModal, textForm } from '../../../src/slack/setup/texts.ts';
import { markupIn, NASTY_NAMES, textOf, validView } from '../../support/valid-slack.ts';

const AT = new Date('2026-11-23T11:00:00Z');

const many = <Row>(row: (n: number) => Row) => ({
  rows: Array.from({ length: 20 }, (_, n) => row(n)),
  from: 21,
  total: 99,
});
const series = {
  series: 'segment',
  prefix: 'SM',
  digits: 5,
  next: 12,
  manualAllowed: false,
  version: 2,
} as const;

const template = (name = 'Fair', texts = 2): TemplateView => ({
  code: 'FAIR',
  version: 3,
  description: name.slice(0, 100),
  groupCode: 'EVENT',
  group: { code: 'EVENT', description: name },
  unitCost: '12.50',
  unitDuration: 90,
  informationFlow: 'outbound',
  initiatedBy: 'us',
  correspondenceType: 'email',
  ignoreContactCorrespondenceType: true,
  campaignNo: 'CP1001',
  campaign: { code: 'CP1001', description: name },
  campaignTarget: true,
  campaignResponse: false,
  languageCode: 'ENU',
  language: { code: 'ENU', description: name },
  texts: Array.from({ length: texts }, (_, n) => ({
    language: { code: `L${n}`, description: name },
    description: name.slice(0, 100),
    subject: name.slice(0, 100),
    version: 2,
    attachment: { id: n, fileName: name.slice(0, 100) || 'file', mediaType: 'text/plain', size: 1 },
  })),
});

describe.each(['en', 'da'] as const)('the set-up in %s', (locale) => {
  const reader = { locale, currency: 'EUR' };
  const ctx = { locale, now: () => AT, actor: {} } as MemberContext;
  const movedOn = new ConflictError('set_up_moved_on', { no: 'FAIR', by: 'U0ANNA', at: AT.toISOString() });
  const notice = (detail: string) =>
    movedOnBlocks(ctx, movedOn, Array<string>(13).fill(detail), {
      edit: 'groups',
      code: 'FAIR',
      revision: 3,
    });

  it('begins with what one may set up', () => {
    const admin = validView(hubModal(locale, { isAdmin: true }));
    const owner = validView(hubModal(locale, { isAdmin: false }));
    expect(admin.blocks).toHaveLength(owner.blocks.length + 2);
    expect(JSON.stringify(owner)).not.toContain('series');
  });

  it.each(NASTY_NAMES)('stands %s', (_what, name) => {
    const description = name.slice(0, 100);
    const row = { code: 'FAIR', description };
    const segment = {
      segmentNo: 'SM1',
      description,
      version: 2,
      templateCode: 'FAIR',
      language: { code: 'ENU', description: name },
      texts: [],
    };
    const views = [
      codesModal(
        locale,
        'groups',
        many((n) => ({ code: `G${n}`, description })),
      ),
      codesModal(locale, 'statuses', { rows: [], from: 1, total: 0 }),
      templatesModal(
        locale,
        'EUR',
        many((n) => ({ code: `T${n}`, description, group: description, unitCost: '1.00', unitDuration: 5 })),
      ),
      channelsModal(
        locale,
        'C0SALES',
        many((n) => ({ no: `CP${n}`, description, channel: n ? 'C0FAIR' : null })),
      ),
      seriesModal(locale, [series]),
      membersModal(
        locale,
        many((n) => ({
          memberId: n,
          slackUserId: `U0${n}`,
          name: String(NASTY_NAMES[n % NASTY_NAMES.length]),
          salesperson: n % 2 ? { code: 'X'.repeat(20), name: 'x'.repeat(50) } : null,
        })),
      ),
      memberForm(locale, {
        memberId: 1,
        slackUserId: 'U01',
        name: 'Ann',
        salesperson: { code: 'AN', name: 'Ann' },
      }),
      codeForm(locale, 'groups', row),
      codeForm(locale, 'statuses', undefined),
      codeForm(locale, 'groups', row, { revision: 2, typed: description, notice: notice(description) }),
      channelForm(locale, { no: 'CP1', description, channel: null }),
      channelForm(
        locale,
        { no: 'CP1', description, channel: 'C0FAIR' },
        { revision: 2, typed: null, notice: notice(description) },
      ),
      seriesForm(locale, series),
      seriesForm(locale, series, {
        revision: 2,
        typed: { ...seriesValues(series), prefix: 'SEG' },
        notice: notice(description),
      }),
      templateForm(locale, template(name)),
      templateForm(locale, undefined),
      templateForm(locale, template(name), {
        revision: 2,
        typed: { values: templateValues(template(name)), group: { code: 'EVENT', description: name } },
        notice: notice(description),
      }),
      templateModal(reader, template(name, 0)),
      templateModal(reader, template(name, 40)),
      textForm(locale, { of: { template: 'FAIR' }, text: template(name).texts[0] }),
      textForm(locale, { of: { template: 'FAIR' }, language: { code: 'ENU', description: name } }),
      textForm(locale, {
        of: { template: 'FAIR' },
        text: template(name).texts[0],
        revision: 2,
        fileId: 'L0:1',
        typed: { subject: description, description },
        notice: notice(description),
      }),
      textForm(locale, { of: { segment: 'SM1', version: 2 }, text: template(name).texts[0] }),
      segmentTextsModal(locale, { ...segment, texts: template(name).texts }),
      segmentTextsModal(locale, { ...segment, templateCode: null }),
    ];
    for (const view of views) {
      expect(markupIn(validView(view))).not.toMatch(/<!channel>|<@U0ADMIN>|<https/);
    }
  });

  it('offers to write what is missing in the default language', () => {
    const missing = validView(templateModal(reader, template('Fair', 1)));
    expect(missing.blocks.filter(({ type }) => type === 'alert')).toHaveLength(1);
    expect(textOf(missing)).toContain(locale === 'en' ? 'there is no text in it yet' : 'endnu ingen tekst');
  });

  it('remembers what a form was made from, and shows it anew with what was typed', () => {
    const first = validView(templateForm(locale, template()));
    expect(JSON.parse(first.private_metadata ?? '')).toMatchObject({
      code: 'FAIR',
      version: 3,
      base: { group: 'EVENT', unitCost: '12.50', campaignNo: 'CP1001', campaignTarget: 'yes' },
      revision: 1,
    });
    const text = template().texts[0];
    const of = { template: 'FAIR' };
    const typed = { subject: 'Mine', description: '' };
    const again = validView(
      textForm(locale, { of, text, revision: 2, fileId: 'L0:1', typed, notice: notice('x → y') }),
    );
    expect(JSON.parse(again.private_metadata ?? '')).toMatchObject({
      language: 'L0',
      version: 2,
      base: { subject: 'Fair', file: 'Fair' },
    });
    // A file that was handed in stays where it is; all else begins anew.
    const ids = again.blocks.map((block) => block.block_id);
    expect(ids).toEqual(expect.arrayContaining(['subject:L0:2', 'description:L0:2', 'file:L0:1']));
    expect(textOf(again)).toContain(locale === 'en' ? '<@U0ANNA> changed FAIR' : '<@U0ANNA> ændrede FAIR');
    expect(textOf(again)).toContain('• x → y');
  });

  it('leafs through long lists', () => {
    const view = validView(
      codesModal(
        locale,
        'groups',
        many((n) => ({ code: `G${n}`, description: 'x' })),
      ),
    );
    expect(textOf(view)).toContain(locale === 'en' ? '21–40 of 99' : '21–40 af 99');
    expect(view.blocks.at(-1)).toMatchObject({ type: 'actions', elements: [{}, {}] });
  });
});
