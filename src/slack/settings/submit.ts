import { isDeepStrictEqual } from 'node:util';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { Settings } from '../../services/setup/read-settings.ts';
import { saveSalesperson } from '../../services/setup/save-salesperson.ts';
import { saveSettings } from '../../services/setup/save-settings.ts';
import { showSettings } from '../../services/setup/show-settings.ts';
import { button } from '../blocks/index.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { SlackHost } from '../host.ts';
import { type Form, notice, type ViewRequest, type ViewResult } from '../listener.ts';
import { hasMovedOn, movedOnBlocks } from '../setup/moved-on.ts';
import { channelMention, data, join, type Mrkdwn, mention, say, words } from '../text.ts';
import { reloadSettingsAction, type settingsView } from './ids.ts';
import { settingsForm } from './open.ts';
import { readManagers, requireManagersMembers } from './read-managers.ts';

const ownForm = z.object({ salesperson: z.string().max(30).nullish() });
const workspaceForm = z.object({
  managers: z.array(z.string()).nullish(),
  approvalPolicy: z.enum(['campaign', 'always', 'never']),
  allowOwnApproval: z.array(z.string()).nullish(),
  logChannel: z.string().nullish(),
  flaggedPolicy: z.enum(['allow', 'refuse']),
  callTemplate: z.string().max(20).nullish(),
  locale: z.enum(['en', 'da']),
  timeZone: z.string(),
  currency: z.string(),
});

type Metadata = z.output<typeof settingsView.metadata>;
type Base = Record<string, unknown>;

/** Saves the settings; the workspace's that another admin changed meanwhile are shown with what was typed. */
export async function submitSettings(host: SlackHost, request: ViewRequest<Metadata>): Promise<ViewResult> {
  const { ctx, client, form, metadata } = request;
  if (metadata.admin) {
    const typed = typedSettings(form);
    const { version, base } = metadata;
    const { logChannel } = typed;
    if (logChannel !== null && logChannel !== base?.logChannel) {
      await checkChannel(client, logChannel, 'logChannel');
    }
    // Who changes only what is their own takes nothing back.
    const untouched =
      base !== undefined && isDeepStrictEqual(typed, { ...base, managers: sortedIds(base.managers) });
    if (!untouched) await requireManagersMembers(host, client, ctx, typed.managers);
    try {
      if (!untouched)
        await saveSettings(ctx, { ...typed, ...(version === undefined ? {} : { expectedVersion: version }) });
    } catch (error) {
      if (!hasMovedOn(error)) throw error;
      return { update: await movedOnForm(ctx, metadata, typed, error) };
    }
  }
  const { salesperson } = ownForm.parse(form);
  await saveSalesperson(ctx, { salespersonCode: salesperson ?? null });
  if (metadata.admin) await readManagers(host, client, ctx);
  return {
    update: notice(ctx.locale, words(ctx.locale, 'settings.title'), say(ctx.locale, 'settings.saved')),
  };
}

function typedSettings(form: Form): Settings {
  const { allowOwnApproval, managers, logChannel, callTemplate, ...settings } = workspaceForm.parse(form);
  return {
    ...settings,
    managers: sortedIds(managers),
    logChannel: logChannel ?? null,
    callTemplateCode: callTemplate ?? null,
    allowOwnApproval: (allowOwnApproval ?? []).includes('yes'),
  };
}

const sortedIds = (ids: unknown): string[] => (Array.isArray(ids) ? [...ids].sort() : []);

/** What the person typed stays, every other field takes the value that it has now. */
async function movedOnForm(
  ctx: MemberContext,
  { base = {}, revision = 1 }: Metadata,
  typed: Settings,
  error: ConflictError,
): Promise<ModalView> {
  const { locale } = ctx;
  const { settings: now } = await showSettings(ctx);
  const before = { ...now, ...base };
  const fields = Object.keys(now) as (keyof Settings)[];
  const details = fields
    .filter((field) => !isDeepStrictEqual(before[field], now[field]))
    .map((field) => changeLine(locale, field, before, now));
  const named = new ConflictError(error.code, { ...error.params, no: words(locale, 'settings.title') });
  const reload = button(reloadSettingsAction, { revision: revision + 2 }, words(locale, 'movedOn.reload'));
  return settingsForm(ctx, {
    revision: revision + 1,
    typed: merged({ base, typed, now }),
    notice: movedOnBlocks(ctx, named, details, reload),
  });
}

/** Of managers only those are typed who were added or taken away. */
function merged({ base, typed, now }: { base: Base; typed: Settings; now: Settings }): Settings {
  const kept = Object.entries(typed).filter(
    ([field, value]) => field !== 'managers' && !isDeepStrictEqual(value, base[field]),
  );
  const was = Array.isArray(base.managers) ? base.managers : now.managers;
  const added = typed.managers.filter((one) => !was.includes(one));
  const stay = now.managers.filter((one) => typed.managers.includes(one) || !was.includes(one));
  return { ...now, ...Object.fromEntries(kept), managers: [...new Set([...stay, ...added])] };
}

function changeLine(locale: Locale, field: keyof Settings, before: Settings, after: Settings): Mrkdwn {
  const name = field === 'callTemplateCode' ? 'callTemplate' : field;
  return say(locale, 'field.change', {
    field: words(locale, `settings.${name}`),
    before: valueWords(locale, field, before),
    after: valueWords(locale, field, after),
  });
}

function valueWords(locale: Locale, field: keyof Settings, settings: Settings): Mrkdwn | string {
  const none = words(locale, 'field.none');
  switch (field) {
    case 'locale':
      return words(locale, `settings.locale.${settings.locale}`);
    case 'approvalPolicy':
      return words(locale, `settings.approvalPolicy.${settings.approvalPolicy}`);
    case 'flaggedPolicy':
      return words(locale, `settings.flaggedPolicy.${settings.flaggedPolicy}`);
    case 'allowOwnApproval':
      return words(locale, settings.allowOwnApproval ? 'field.yes' : 'field.no');
    case 'logChannel':
      return settings.logChannel ? channelMention(settings.logChannel) : none;
    case 'managers':
      return settings.managers.length ? join(settings.managers.map(mention), ', ') : none;
    default:
      return data(settings[field] ?? none, 100);
  }
}
