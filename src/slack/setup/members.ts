import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { MemberPage, MemberRow } from '../../services/setup/list-members.ts';
import { context, externalSelect, input, modal, section } from '../blocks/index.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { findOwnSalesperson } from '../settings/ids.ts';
import { code, data, md, mention, words } from '../text.ts';
import { formFrame } from './forms.ts';
import { backRow, editRow, type Lead, pageModal, paging } from './frame.ts';
import { memberView } from './ids.ts';

const NAME = 100;

/** Who is which salesperson. */
export function membersModal(locale: Locale, found: MemberPage, lead?: Lead): ModalView {
  return pageModal({
    locale,
    page: { to: 'members', from: found.from },
    title: 'setup.members',
    back: { to: 'hub' },
    lead,
    blocks: [
      context(words(locale, 'setup.members.about')),
      ...found.rows.map((row) =>
        editRow(
          locale,
          md`${mention(row.slackUserId)}\n${salespersonOf(locale, row)}`,
          { edit: 'member', member: row.memberId },
          row.name,
        ),
      ),
      ...paging(locale, found, (from) => ({ to: 'members', from })),
    ],
  });
}

const salespersonOf = (locale: Locale, { salesperson }: MemberRow) =>
  salesperson
    ? md`${code(salesperson.code)} ${data(salesperson.name, NAME)}`
    : words(locale, 'setup.members.none');

/** The form for which salesperson somebody is. */
export function memberForm(locale: Locale, row: MemberRow): ModalView {
  const { memberId: member, salesperson } = row;
  return modal({
    id: memberView,
    metadata: { member },
    title: words(locale, 'setup.members.one'),
    ...formFrame(locale),
    blocks: [
      backRow(locale, { to: 'members', from: 1 }),
      section(md`*${mention(row.slackUserId)}*`),
      input(
        `salesperson:${member}`,
        words(locale, 'setup.members.salesperson'),
        externalSelect(findOwnSalesperson, {
          placeholder: words(locale, 'settings.salesperson.placeholder'),
          ...(salesperson
            ? { initial: codeChoice({ code: salesperson.code, description: salesperson.name }) }
            : {}),
        }),
        { optional: true },
      ),
    ],
  });
}
