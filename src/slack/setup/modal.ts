import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { Settings } from '../../services/setup/read-settings.ts';
import {
  type Choice,
  channelSelect,
  checkboxes,
  divider,
  externalSelect,
  input,
  modal,
  radioButtons,
  section,
  staticSelect,
  usersMultiSelect,
} from '../blocks/index.ts';
import { words } from '../text.ts';
import { findCurrency, findOwnSalesperson, findTimeZone, settingsView } from './ids.ts';

export interface SettingsModel {
  locale: Locale;
  salesperson: Choice | undefined;
  /** What admins may change; left out for everybody else. */
  workspace: Settings | undefined;
}

/** The form for one's own salesperson and, for admins, the workspace. Block ids are the fields of the services. */
export function settingsModal({ locale, salesperson, workspace }: SettingsModel): ModalView {
  return modal({
    id: settingsView,
    metadata: { admin: workspace !== undefined },
    title: words(locale, 'setup.title'),
    submit: words(locale, 'setup.save'),
    close: words(locale, 'common.cancel'),
    blocks: [
      input(
        'salesperson',
        words(locale, 'setup.salesperson'),
        externalSelect(findOwnSalesperson, {
          placeholder: words(locale, 'setup.salesperson.placeholder'),
          ...(salesperson ? { initial: salesperson } : {}),
        }),
        { optional: true, hint: words(locale, 'setup.salesperson.hint') },
      ),
      ...(workspace ? workspaceBlocks(locale, workspace) : []),
    ],
  });
}

function workspaceBlocks(locale: Locale, settings: Settings): KnownBlock[] {
  return [
    divider(),
    section(words(locale, 'setup.workspace')),
    ...approval(locale, settings),
    ...channel(locale, settings),
  ];
}

function approval(locale: Locale, settings: Settings): KnownBlock[] {
  const policies = (['campaign', 'always', 'never'] as const).map((value) => ({
    value,
    text: words(locale, `setup.approvalPolicy.${value}`),
  }));
  const own = [{ value: 'yes', text: words(locale, 'setup.allowOwnApproval.yes') }];
  return [
    input(
      'managers',
      words(locale, 'setup.managers'),
      usersMultiSelect('managers', settings.managers, words(locale, 'setup.managers.placeholder')),
      { optional: true, hint: words(locale, 'setup.managers.hint') },
    ),
    input(
      'approvalPolicy',
      words(locale, 'setup.approvalPolicy'),
      radioButtons('approvalPolicy', policies, settings.approvalPolicy),
    ),
    input(
      'allowOwnApproval',
      words(locale, 'setup.allowOwnApproval'),
      checkboxes('allowOwnApproval', own, settings.allowOwnApproval ? ['yes'] : []),
      { optional: true },
    ),
  ];
}

function channel(locale: Locale, settings: Settings): KnownBlock[] {
  const languages = (['en', 'da'] as const).map((value) => ({
    value,
    text: words(locale, `setup.locale.${value}`),
  }));
  const placeholder = words(locale, 'setup.search');
  const { timeZone, currency } = settings;
  return [
    input(
      'logChannel',
      words(locale, 'setup.logChannel'),
      channelSelect('logChannel', settings.logChannel, words(locale, 'setup.logChannel.placeholder')),
      { optional: true, hint: words(locale, 'setup.logChannel.hint') },
    ),
    input(
      'locale',
      words(locale, 'setup.locale'),
      staticSelect('locale', languages, { initial: settings.locale }),
    ),
    input(
      'timeZone',
      words(locale, 'setup.timeZone'),
      externalSelect(findTimeZone, { placeholder, initial: { value: timeZone, text: timeZone } }),
    ),
    input(
      'currency',
      words(locale, 'setup.currency'),
      externalSelect(findCurrency, { placeholder, initial: currencyChoice(locale, currency) }),
    ),
  ];
}

/** `EUR · Euro` */
export const currencyChoice = (locale: Locale, currency: string): Choice => {
  const name = new Intl.DisplayNames(locale === 'da' ? 'da-DK' : 'en-GB', { type: 'currency' }).of(currency);
  return { value: currency, text: name && name !== currency ? `${currency} · ${name}` : currency };
};
