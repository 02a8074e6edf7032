import { z } from 'zod';
import type { Locale } from '../../i18n/translate.ts';
import type { Choice } from '../blocks/index.ts';
import { readProfile, saveSlackUser } from '../context.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onEvent, onOptions, onView } from '../listener.ts';
import { searchable } from '../segments/new-listeners.ts';
import { registerSetUp } from '../setup/index.ts';
import {
  findCallTemplate,
  findCurrency,
  findOwnSalesperson,
  findTimeZone,
  reloadSettingsAction,
  settingsAction,
  settingsView,
} from './ids.ts';
import { currencyChoice } from './modal.ts';
import { openSettings, openSettingsForm, settingsForm } from './open.ts';
import { submitSettings } from './submit.ts';

/** `/segment settings`, and the events that tell of people and of the installation. */
export function registerSetup(host: SlackHost): void {
  onAction(host, settingsAction, ({ ctx, openView, value }) =>
    value.form ? openSettingsForm(ctx, openView) : openSettings(ctx, openView),
  );
  onView(host, settingsView, (request) => submitSettings(host, request));
  onAction(host, reloadSettingsAction, async ({ ctx, value, updateView }) => {
    await updateView(
      await settingsForm(ctx, value.revision === undefined ? {} : { revision: value.revision }),
    );
  });
  searchable(host, findOwnSalesperson, 'salespeople');
  searchable(host, findCallTemplate, 'templates');
  registerSetUp(host);
  onOptions(host, findTimeZone, async ({ query }) => timeZones(query));
  onOptions(host, findCurrency, async ({ ctx, query }) => currencies(ctx.locale, query));
  registerEvents(host);
}

/** `UTC` is not in the list that Node gives. */
const timeZones = (query: string): Choice[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().replaceAll('_', ' ').includes(query.trim().toLowerCase()))
    .map((zone) => ({ value: zone, text: zone }));

const currencies = (locale: Locale, query: string): Choice[] =>
  Intl.supportedValuesOf('currency')
    .map((currency) => currencyChoice(locale, currency))
    .filter(({ text }) => text.toLowerCase().includes(query.trim().toLowerCase()));

function registerEvents(host: SlackHost): void {
  const changed = z.object({ user: z.looseObject({ id: z.string(), locale: z.string().optional() }) });
  onEvent(host, 'user_change', changed, async ({ event: { user }, client }) => {
    // Without the language in it, saving what the event says would make everybody English.
    if (user.locale !== undefined) await saveSlackUser(host, user);
    else await readProfile(host, client, user.id);
  });
  onEvent(host, 'app_uninstalled', z.object({}), async () => host.tokenGone('app_uninstalled'));
  onEvent(
    host,
    'tokens_revoked',
    z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) }),
    async ({ event }) => {
      if (event.tokens.bot?.length) host.tokenGone('tokens_revoked');
    },
  );
}
