import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError, ForbiddenError } from '../../core/errors.ts';
import { createCampaign, mayCreateCampaign } from '../../services/campaigns/create.ts';
import { editCampaign } from '../../services/campaigns/edit.ts';
import { requireOrganizer } from '../../services/campaigns/may-organize.ts';
import { showCampaign } from '../../services/campaigns/show.ts';
import { alert, section } from '../blocks/index.ts';
import { changedAgo } from '../changed-ago.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { SlackHost } from '../host.ts';
import { notice, onAction, onView, type ViewRequest, type ViewResult } from '../listener.ts';
import { atTheNumber, searchable } from '../segments/new-listeners.ts';
import { ownSalesperson } from '../segments/new-modal.ts';
import { say, words } from '../text.ts';
import { editModal, newModal, readCampaignForm } from './form.ts';
import * as ids from './ids.ts';

type Open = (view: ModalView) => Promise<string>;

/** @throws ForbiddenError salespeople_only, before anything is filled in for nothing */
export async function openNewModal(ctx: MemberContext, openView: Open): Promise<void> {
  if (!mayCreateCampaign(ctx)) throw new ForbiddenError('salespeople_only');
  await openView(newModal(ctx.locale, await ownSalesperson(ctx)));
}

/** @throws NotFoundError campaign_not_found; ForbiddenError organizers_only */
export async function openEditModal(ctx: MemberContext, openView: Open, no: string): Promise<void> {
  const card = await showCampaign(ctx, { no });
  await requireOrganizer(ctx, card.id);
  await openView(editModal(ctx.locale, card));
}

/** The forms for campaigns: opening them, their searches, their submits. */
export function registerForms(host: SlackHost): void {
  onAction(host, ids.newAction, ({ ctx, openView }) => openNewModal(ctx, openView));
  onAction(host, ids.editAction, ({ ctx, value, openView }) => openEditModal(ctx, openView, value.no));
  searchable(host, ids.findOwner, 'salespeople');
  searchable(host, ids.findStatus, 'campaignStatuses');
  onView(host, ids.newView, create);
  onView(host, ids.editView, edit);
}

async function create({ ctx, client, form, requestKey }: ViewRequest<object>): Promise<ViewResult> {
  const { no: typed, values } = readCampaignForm(form);
  if (values.logChannel !== null) await checkChannel(client, values.logChannel, 'logChannel');
  const creating = createCampaign(ctx, { ...values, ...(typed ? { no: typed } : {}), requestKey });
  const { no } = await creating.catch(atTheNumber);
  const { locale } = ctx;
  return {
    update: notice(locale, words(locale, 'campaigns.title'), say(locale, 'campaigns.created', { no })),
  };
}

async function edit(request: ViewRequest<{ no: string; version: number }>): Promise<ViewResult> {
  const { ctx, client, form, metadata, requestKey } = request;
  const { no, version: expectedVersion } = metadata;
  const { values } = readCampaignForm(form);
  const before = await showCampaign(ctx, { no });
  if (values.logChannel !== null && values.logChannel !== before.logChannel) {
    await checkChannel(client, values.logChannel, 'logChannel');
  }
  try {
    await editCampaign(ctx, { campaignNo: no, expectedVersion, requestKey, ...values });
    return undefined;
  } catch (error) {
    if (!(error instanceof ConflictError) || error.code !== 'campaign_moved_on') throw error;
    return { update: editModal(ctx.locale, before, movedOn(ctx, error)) };
  }
}

/** What was filled in stays, because the fields keep their ids. */
const movedOn = (ctx: MemberContext, error: ConflictError): KnownBlock[] => [
  alert(changedAgo(ctx, error), 'warning'),
  section(say(ctx.locale, 'campaigns.movedOn.kept')),
];
