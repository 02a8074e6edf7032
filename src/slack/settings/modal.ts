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
import { findCallTemplate, findCurrency, findOwnSalesperson, findTimeZone, settingsView } from './ids.ts';

export interface SettingsModel {
  locale: Locale;
  salesperson: Choice | undefined;
  /** What admins may change; left out for everybody else. */
  workspace: Settings | undefined;
  /** Which settings of the workspace there are, and what the inputs start with where it is not that. */
  version?: number;
  typed?: Settings;
  /** Template of phone calls. */
  callTemplate?: Choice | undefined;
  /** Tells the inputs from earlier ones; one's own salesperson stays as it was chosen. */
  revision?: number;
  /** What the person should know before anything else. */
  notice?: readonly KnownBlock[];
}

/** The form for one's own salesperson and, for admins, the workspace. Block ids are the fields of the services. */
export function settingsModal(model: SettingsModel): ModalView {
  const { locale, salesperson, workspace, version, callTemplate, revision = 1, notice = [] } = model;
  const { typed = workspace } = model;
  return modal({
    id: settingsView,
    metadata: {
      admin: workspace !== undefined,
      ...(workspace ? { version, base: { ...workspace }, revision } : {}),
    },
    title: words(locale, 'settings.title'),
    submit: words(locale, 'settings.save'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      input(
        'salesperson',
        words(locale, 'settings.salesperson'),
        externalSelect(findOwnSalesperson, {
          placeholder: words(locale, 'settings.salesperson.placeholder'),
          ...(salesperson ? { initial: salesperson } : {}),
        }),
        { optional: true, hint: words(locale, 'settings.salesperson.hint') },
      ),
      ...(typed ? workspaceBlocks(locale, typed, callTemplate).map((block) => again(block, revision)) : []),
    ],
  });
}

const again = (block: KnownBlock, revision: number): KnownBlock =>
  block.type === 'input' ? { ...block, block_id: `${block.block_id}:${revision}` } : block;

function workspaceBlocks(locale: Locale, settings: Settings, callTemplate: Choice | undefined): KnownBlock[] {
  return [
    divider(),
    section(words(locale, 'settings.workspace')),
    ...approval(locale, settings),
    ...logging(locale, settings, callTemplate),
    ...channel(locale, settings),
  ];
}

function approval(locale: Locale, settings: Settings): KnownBlock[] {
  const policies = (['campaign', 'always', 'never'] as const).map((value) => ({
    value,
    text: words(locale, `settings.approvalPolicy.${value}`),
  }));
  const own = [{ value: 'yes', text: words(locale, 'settings.allowOwnApproval.yes') }];
  return [
    input(
      'managers',
      words(locale, 'settings.managers'),
      usersMultiSelect('managers', settings.managers, words(locale, 'settings.managers.placeholder')),
      { optional: true, hint: words(locale, 'settings.managers.hint') },
    ),
    input(
      'approvalPolicy',
      words(locale, 'settings.approvalPolicy'),
      radioButtons('approvalPolicy', policies, settings.approvalPolicy),
    ),
    input(
      'allowOwnApproval',
      words(locale, 'settings.allowOwnApproval'),
      checkboxes('allowOwnApproval', own, settings.allowOwnApproval ? ['yes'] : []),
      { optional: true },
    ),
  ];
}

function logging(locale: Locale, settings: Settings, callTemplate: Choice | undefined): KnownBlock[] {
  const policies = (['allow', 'refuse'] as const).map((value) => ({
    value,
    text: words(locale, `settings.flaggedPolicy.${value}`),
  }));
  return [
    input(
      'flaggedPolicy',
      words(locale, 'settings.flaggedPolicy'),
      radioButtons('flaggedPolicy', policies, settings.flaggedPolicy),
      { hint: words(locale, 'settings.flaggedPolicy.hint') },
    ),
    input(
      'callTemplate',
      words(locale, 'settings.callTemplate'),
      externalSelect(findCallTemplate, {
        placeholder: words(locale, 'settings.search'),
        ...(callTemplate ? { initial: callTemplate } : {}),
      }),
      { optional: true, hint: words(locale, 'settings.callTemplate.hint') },
    ),
  ];
}

function channel(locale: Locale, settings: Settings): KnownBlock[] {
  const languages = (['en', 'da'] as const).map((value) => ({
    value,
    text: words(locale, `settings.locale.${value}`),
  }));
  const placeholder = words(locale, 'settings.search');
  const { timeZone, currency } = settings;
  return [
    input(
      'logChannel',
      words(locale, 'settings.logChannel'),
      channelSelect('logChannel', settings.logChannel, words(locale, 'settings.logChannel.placeholder')),
      { optional: true, hint: words(locale, 'settings.logChannel.hint') },
    ),
    input(
      'locale',
      words(locale, 'settings.locale'),
      staticSelect('locale', languages, { initial: settings.locale }),
    ),
    input(
      'timeZone',
      words(locale, 'settings.timeZone'),
      externalSelect(findTimeZone, { placeholder, initial: { value: timeZone, text: timeZone } }),
    ),
    input(
      'currency',
      words(locale, 'settings.currency'),
      externalSelect(findCurrency, { placeholder, initial: currencyChoice(locale, currency) }),
    ),
  ];
}

/** `EUR · Euro` */
export const currencyChoice = (locale: Locale, currency: string): Choice => {
  const name = new Intl.DisplayNames(locale === 'da' ? 'da-DK' : 'en-GB', { type: 'currency' }).of(currency);
  return { value: currency, text: name && name !== currency ? `${currency} · ${name}` : currency };
};
