import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { listCampaignChannels } from '../../services/campaigns/channels.ts';
import { requireOrganizer } from '../../services/campaigns/may-organize.ts';
import { showTexts } from '../../services/segments/show-texts.ts';
import type { CodeListName } from '../../services/setup/code-lists.ts';
import { findCampaign } from '../../services/setup/find-codes.ts';
import { listCodes } from '../../services/setup/list-codes.ts';
import { listMembers, showMember } from '../../services/setup/list-members.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { listSeries, type Numbered, type SeriesRow } from '../../services/setup/series.ts';
import { showCode } from '../../services/setup/show-code.ts';
import { listTemplates } from '../../services/templates/list-templates.ts';
import { showTemplate } from '../../services/templates/show-template.ts';
import { channelForm, codeForm } from './forms.ts';
import { type Lead, ROWS } from './frame.ts';
import { hubModal } from './hub.ts';
import type { Form, Page, TextOwner } from './ids.ts';
import { channelsModal, codesModal, seriesModal, templatesModal } from './lists.ts';
import { memberForm, membersModal } from './members.ts';
import { seriesForm } from './series-form.ts';
import { templateForm } from './template-forms.ts';
import { templateModal } from './template-page.ts';
import { segmentTextsModal, type TextFormModel, textForm } from './texts.ts';

/** Who reads, and the currency of amounts. */
export const readerOf = async (ctx: MemberContext) => ({
  locale: ctx.locale,
  currency: (await readSettings(ctx)).currency,
});

/** A page of the set-up as it is now. */
export async function showPage(ctx: MemberContext, page: Page, lead?: Lead): Promise<ModalView> {
  const { locale } = ctx;
  switch (page.to) {
    case 'hub':
      await requireOrganizer(ctx);
      return hubModal(locale, { isAdmin: ctx.actor.isAdmin, lead });
    case 'templates': {
      const found = await listTemplates(ctx, { from: page.from, limit: ROWS });
      const { currency } = await readSettings(ctx);
      return templatesModal(locale, currency, found, lead);
    }
    case 'template':
      return templateModal(await readerOf(ctx), await showTemplate(ctx, page.code), lead);
    case 'channels': {
      const { logChannel } = await readSettings(ctx);
      const found = await listCampaignChannels(ctx, { from: page.from, limit: ROWS });
      return channelsModal(locale, logChannel, found, lead);
    }
    case 'segment':
      return segmentTextsModal(locale, await showTexts(ctx, { no: page.no }), lead);
    case 'members':
      return membersModal(locale, await listMembers(ctx, { from: page.from, limit: ROWS }), lead);
    case 'series':
      return seriesModal(locale, await listSeries(ctx), lead);
    default:
      return codesModal(
        locale,
        page.to,
        await listCodes(ctx, { list: page.to, from: page.from, limit: ROWS }),
        lead,
      );
  }
}

/** A form of the set-up, with what there is now. */
export async function showForm(ctx: MemberContext, form: Form): Promise<ModalView> {
  const { locale } = ctx;
  switch (form.edit) {
    case 'template':
      return templateForm(locale, form.code === undefined ? undefined : await showTemplate(ctx, form.code), {
        revision: form.revision,
      });
    case 'text':
      return textForm(locale, {
        ...(await textOf(ctx, form.of, form.language)),
        revision: form.revision,
      });
    case 'channel': {
      await requireOrganizer(ctx);
      const { no, description, logChannel: channel } = await findCampaign(ctx, form.no);
      return channelForm(locale, { no, description, channel }, { revision: form.revision });
    }
    case 'member':
      return memberForm(locale, await showMember(ctx, form.member));
    case 'series':
      return seriesForm(locale, await seriesOf(ctx, form.series), { revision: form.revision });
    default:
      return codeForm(locale, form.edit, await existing(ctx, form.edit, form.code), {
        revision: form.revision,
      });
  }
}

/** A number series as it is now. */
export async function seriesOf(ctx: MemberContext, name: Numbered): Promise<SeriesRow> {
  const row = (await listSeries(ctx)).find(({ series }) => series === name);
  if (!row) throw new NotFoundError('code_not_found', { code: name });
  return row;
}

/** A text with its language, as its form takes it. */
export async function textOf(
  ctx: MemberContext,
  of: TextOwner,
  code: string | undefined,
): Promise<TextFormModel> {
  const shown =
    'template' in of ? await showTemplate(ctx, of.template) : await showTexts(ctx, { no: of.segment });
  const { language, texts } = shown;
  const text = texts.find((one) => one.language.code === code);
  // What the form shows is of this version, whichever the person came from.
  const present = 'segmentNo' in shown ? { segment: shown.segmentNo, version: shown.version } : of;
  return { of: present, text, language: language?.code === code ? (language ?? undefined) : text?.language };
}

const existing = async (ctx: MemberContext, list: CodeListName, code: string | undefined) =>
  code === undefined ? undefined : showCode(ctx, { list, code });
