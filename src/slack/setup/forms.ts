import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { CampaignChannel } from '../../services/campaigns/channels.ts';
import type { CodeListName } from '../../services/setup/code-lists.ts';
import { button, channelSelect, input, modal, section, textInput } from '../blocks/index.ts';
import { code, data, md, words } from '../text.ts';
import { backRow } from './frame.ts';
import { channelView, codeView, deleteAction } from './ids.ts';

/** `domain.md` §6, §3.7 */
export const MAX_CODE = 10;
export const MAX_DESCRIPTION = 100;

/** The frame of a form: save and cancel. */
export const formFrame = (locale: Locale) => ({
  submit: words(locale, 'setup.save'),
  close: words(locale, 'common.cancel'),
});

/** The code of something new; of what is there, its code to be read. */
export const codeBlock = (locale: Locale, existing: string | undefined): KnownBlock =>
  existing === undefined
    ? input('code', words(locale, 'setup.code'), textInput('code', { maxLength: MAX_CODE }), {
        hint: words(locale, 'setup.code.hint'),
      })
    : section(md`${words(locale, 'setup.code')}: ${code(existing)}`);

export const deleteButton = (
  locale: Locale,
  value: { what: CodeListName | 'template'; code: string },
  description: string,
) =>
  button(deleteAction, value, words(locale, 'setup.delete'), {
    style: 'danger',
    confirm: {
      title: words(locale, 'setup.delete.title', { what: value.code }),
      text: words(locale, 'setup.delete.confirm', { code: value.code, description }),
      confirm: words(locale, 'setup.delete'),
      deny: words(locale, 'common.cancel'),
      danger: true,
    },
  });

/** How a form differs from one that is opened: shown anew where it stands, with what was typed. */
export interface Again<Typed> {
  revision?: number | undefined;
  /** What the inputs start with; left out: what there is. */
  typed?: Typed;
  /** What the person should know before anything else. */
  notice?: readonly KnownBlock[];
}

/** The form for an interaction group, or a campaign status. */
export function codeForm(
  locale: Locale,
  list: CodeListName,
  row: { code: string; description: string } | undefined,
  { revision = 1, typed = row?.description ?? '', notice = [] }: Again<string> = {},
): ModalView {
  const more = row ? [deleteButton(locale, { what: list, code: row.code }, row.description)] : [];
  return modal({
    id: codeView,
    metadata: { list, ...(row ? { code: row.code, was: row.description } : {}), revision },
    title: words(locale, `setup.${list}.one`),
    ...formFrame(locale),
    blocks: [
      ...notice,
      backRow(locale, { to: list, from: 1 }, more),
      codeBlock(locale, row?.code),
      input(
        `description:${row?.code ?? 'new'}:${revision}`,
        words(locale, 'setup.description'),
        textInput('description', { maxLength: MAX_DESCRIPTION, initial: typed }),
      ),
    ],
  });
}

/** The form for where a campaign's segments are logged. */
export function channelForm(
  locale: Locale,
  { no, description, channel }: CampaignChannel,
  { revision = 1, typed = channel, notice = [] }: Again<string | null> = {},
): ModalView {
  return modal({
    id: channelView,
    metadata: { no, was: channel, revision },
    title: words(locale, 'setup.channel'),
    ...formFrame(locale),
    blocks: [
      ...notice,
      backRow(locale, { to: 'channels', from: 1 }),
      section(md`${code(no)} *${data(description, MAX_DESCRIPTION)}*`),
      input(
        `logChannel:${no}:${revision}`,
        words(locale, 'settings.logChannel'),
        channelSelect('logChannel', typed, words(locale, 'settings.logChannel.placeholder')),
        { optional: true, hint: words(locale, 'setup.channel.hint') },
      ),
    ],
  });
}
