import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import { saveSalesperson } from '../../services/setup/save-salesperson.ts';
import { saveSettings } from '../../services/setup/save-settings.ts';
import type { Choice } from '../blocks/index.ts';
import { readProfile, saveSlackUser } from '../context.ts';
import type { SlackHost } from '../host.ts';
import { notice, onAction, onEvent, onOptions, onView } from '../listener.ts';
import { searchable } from '../segments/new-listeners.ts';
import { say, words } from '../text.ts';
import { findCurrency, findOwnSalesperson, findTimeZone, settingsAction, settingsView } from './ids.ts';
import { currencyChoice } from './modal.ts';
import { openSettings } from './open.ts';

const ownForm = z.object({ salesperson: z.string().max(30).nullish() });
const workspaceForm = z.object({
  managers: z.array(z.string()).nullish(),
  approvalPolicy: z.enum(['campaign', 'always', 'never']),
  allowOwnApproval: z.array(z.string()).nullish(),
  logChannel: z.string().nullish(),
  locale: z.enum(['en', 'da']),
  timeZone: z.string(),
  currency: z.string(),
});

/** `/segment settings`, and the events that tell of people and of the installation. */
export function registerSetup(host: SlackHost): void {
  onAction(host, settingsAction, ({ ctx, openView }) => openSettings(ctx, openView));
  onView(host, settingsView, async ({ ctx, form, metadata }) => {
    if (metadata.admin) await saveWorkspace(ctx, form);
    const { salesperson } = ownForm.parse(form);
    await saveSalesperson(ctx, { salespersonCode: salesperson ?? null });
    return { update: notice(ctx.locale, words(ctx.locale, 'setup.title'), say(ctx.locale, 'setup.saved')) };
  });
  searchable(host, findOwnSalesperson, 'salespeople');
  onOptions(host, findTimeZone, async ({ query }) => timeZones(query));
  onOptions(host, findCurrency, async ({ ctx, query }) => currencies(ctx.locale, query));
  registerEvents(host);
}

async function saveWorkspace(ctx: MemberContext, form: Record<string, unknown>): Promise<void> {
  const { allowOwnApproval, managers, logChannel, ...settings } = workspaceForm.parse(form);
  await saveSettings(ctx, {
    ...settings,
    managers: managers ?? [],
    logChannel: logChannel ?? null,
    allowOwnApproval: (allowOwnApproval ?? []).includes('yes'),
  });
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
  const gone = (what: string) => {
    host.log.warn(`${what}: Slack will take nothing from this app until it is installed again`);
  };
  onEvent(host, 'app_uninstalled', z.object({}), async () => gone('The app was uninstalled'));
  onEvent(
    host,
    'tokens_revoked',
    z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }) }),
    async ({ event }) => {
      if (event.tokens.bot?.length) gone("The app's token was revoked");
    },
  );
}
