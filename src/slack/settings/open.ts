import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { mayOrganize } from '../../services/campaigns/may-organize.ts';
import { searchCodes } from '../../services/setup/search-codes.ts';
import { showSettings } from '../../services/setup/show-settings.ts';
import type { Choice } from '../blocks/index.ts';
import { codeChoice, ownSalesperson } from '../segments/new-modal.ts';
import { showPage } from '../setup/index.ts';
import { type SettingsModel, settingsModal } from './modal.ts';

type OpenView = (view: ModalView) => Promise<string>;

/** Opens what the person may set up: for most people that is only their own settings. */
export async function openSettings(ctx: MemberContext, openView: OpenView): Promise<void> {
  if (await mayOrganize(ctx)) await openView(await showPage(ctx, { to: 'hub' }));
  else await openSettingsForm(ctx, openView);
}

/** Opens the settings: one's own, and for admins the workspace's. */
export async function openSettingsForm(ctx: MemberContext, openView: OpenView): Promise<void> {
  await openView(await settingsForm(ctx));
}

/** The form for the settings as they are now, with what was typed. */
export async function settingsForm(
  ctx: MemberContext,
  again: Pick<SettingsModel, 'revision' | 'typed' | 'notice'> = {},
): Promise<ModalView> {
  const { locale } = ctx;
  const salesperson = await ownSalesperson(ctx);
  if (!ctx.actor.isAdmin) return settingsModal({ locale, salesperson, workspace: undefined });
  const { settings: workspace, version } = await showSettings(ctx);
  const { callTemplateCode: code } = again.typed ?? workspace;
  const callTemplate = code ? await templateChoice(ctx, code) : undefined;
  return settingsModal({ locale, salesperson, workspace, version, callTemplate, ...again });
}

/** The template of calls as a choice; one that is gone has to be chosen anew. */
async function templateChoice(ctx: MemberContext, code: string): Promise<Choice | undefined> {
  const [found] = await searchCodes(ctx, { table: 'templates', query: code, limit: 1 });
  return found?.code === code ? codeChoice(found) : undefined;
}
