import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { ownSalesperson } from '../segments/new-modal.ts';
import { settingsModal } from './modal.ts';

/** Opens the settings: one's own, and for admins the workspace's. */
export async function openSettings(
  ctx: MemberContext,
  openView: (view: ModalView) => Promise<string>,
): Promise<void> {
  const workspace = ctx.actor.isAdmin ? await readSettings(ctx) : undefined;
  await openView(settingsModal({ locale: ctx.locale, salesperson: await ownSalesperson(ctx), workspace }));
}
