import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { button, section } from '../blocks/index.ts';
import { settingsAction } from '../settings/ids.ts';
import { say, words } from '../text.ts';
import { type Lead, pageModal } from './frame.ts';
import { goAction, type Page } from './ids.ts';

const ROWS = ['templates', 'groups', 'statuses', 'channels'] as const;

/** Where the set-up begins: what there is to set up for campaigns and, for admins, the workspace. */
export function hubModal(locale: Locale, { isAdmin, lead }: { isAdmin: boolean; lead?: Lead }): ModalView {
  const open = words(locale, 'setup.open');
  const row = (name: (typeof ROWS)[number] | 'members' | 'series', page: Page): KnownBlock =>
    section(say(locale, `setup.hub.${name}`), {
      accessory: button(goAction, page, open, { label: words(locale, `setup.${name}`) }),
    });
  const settings = isAdmin ? 'setup.hub.workspace' : 'setup.hub.own';
  return pageModal({
    locale,
    page: { to: 'hub' },
    title: 'setup.title',
    lead,
    blocks: [
      section(say(locale, settings), {
        accessory: button(settingsAction, { form: true }, open, {
          label: words(locale, `${settings}.label`),
        }),
      }),
      ...ROWS.map((to) => row(to, { to, from: 1 })),
      ...(isAdmin ? [row('members', { to: 'members', from: 1 }), row('series', { to: 'series' })] : []),
    ],
  });
}
