import { z } from 'zod';
import { deleteCampaign } from '../../services/campaigns/delete.ts';
import { readCampaign } from '../../services/campaigns/find-campaign.ts';
import { listCampaigns } from '../../services/campaigns/list.ts';
import { shareCampaign } from '../../services/campaigns/share.ts';
import { activateCampaign, deactivateCampaign } from '../../services/campaigns/targets/activate.ts';
import { exportTargets } from '../../services/campaigns/targets/export.ts';
import { listTargets } from '../../services/campaigns/targets/list.ts';
import { listSegments } from '../../services/segments/list-segments.ts';
import { message, section } from '../blocks/index.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onCommand, onView } from '../listener.ts';
import { openNewModal as openNewSegment } from '../segments/new-modal.ts';
import { say } from '../text.ts';
import { campaignMessage } from './card.ts';
import { campaignCommand } from './commands.ts';
import { activatedSentence, deactivatedSentence } from './did.ts';
import { registerForms } from './form-listeners.ts';
import { helpMessage, verbHelpMessage } from './help.ts';
import * as ids from './ids.ts';
import { LIST_PAGE, listMessage, segmentsMessage, TARGETS_PAGE, targetsMessage } from './list.ts';
import { loadCard } from './load-card.ts';
import { doneMessage, lead, shareModal } from './messages.ts';

const shareForm = z.object({ channel: z.string().max(30) });

/** `/campaign`, its answers and their buttons, and the forms for campaigns. */
export function registerCampaigns(host: SlackHost): void {
  onCommand(host, '/campaign', campaignCommand);
  registerForms(host);
  registerLists(host);
  onAction(host, ids.showAction, async ({ ctx, value, replace }) =>
    replace(campaignMessage(await loadCard(ctx, value.no))),
  );
  onAction(host, ids.newSegmentAction, async ({ ctx, value, openView }) =>
    openNewSegment(ctx, openView, await readCampaign(ctx, value.no)),
  );
  onAction(host, ids.activateAction, async ({ ctx, value, requestKey, replace }) => {
    const did = await activateCampaign(ctx, { campaignNo: value.no, requestKey });
    await replace(campaignMessage(await loadCard(ctx, did.no), lead(activatedSentence(ctx.locale, did))));
  });
  onAction(host, ids.deactivateAction, async ({ ctx, value, requestKey, replace }) => {
    const did = await deactivateCampaign(ctx, { campaignNo: value.no, requestKey });
    await replace(campaignMessage(await loadCard(ctx, did.no), lead(deactivatedSentence(ctx.locale, did))));
  });
  onAction(host, ids.deleteAction, async ({ ctx, value, requestKey, replace }) => {
    const { no } = await deleteCampaign(ctx, { campaignNo: value.no, requestKey });
    const text = say(ctx.locale, 'campaigns.did.deleted', { no });
    await replace(message(text, [section(text)]));
  });
  onAction(host, ids.shareAction, async ({ ctx, value, place, openView }) => {
    const channel = place.kind === 'message' && /^[CG]/.test(place.channel) ? place.channel : null;
    await openView(shareModal(ctx.locale, value.no, channel));
  });
  onView(host, ids.shareView, async ({ ctx, client, form, metadata, requestKey }) => {
    const { channel } = shareForm.parse(form);
    await checkChannel(client, channel, 'channel');
    await shareCampaign(ctx, { ...metadata, channel, requestKey });
    return undefined;
  });
}

function registerLists(host: SlackHost): void {
  onAction(host, ids.listAction, async ({ ctx, value, replace }) =>
    replace(listMessage(ctx.locale, value, await listCampaigns(ctx, { ...value, limit: LIST_PAGE }))),
  );
  onAction(host, ids.segmentsAction, async ({ ctx, value, replace }) => {
    const { no, cursor, from } = value;
    const campaign = await readCampaign(ctx, no);
    const list = await listSegments(ctx, {
      campaignId: campaign.id,
      limit: LIST_PAGE,
      ...(cursor ? { cursor } : {}),
    });
    await replace(segmentsMessage(ctx.locale, campaign, list, from));
  });
  onAction(host, ids.targetsAction, async ({ ctx, value, replace }) => {
    const list = await listTargets(ctx, { ...value, limit: TARGETS_PAGE });
    await replace(targetsMessage(ctx.locale, value.from, list));
  });
  onAction(host, ids.exportTargetsAction, async ({ ctx, value, requestKey, reply }) => {
    const { no } = await exportTargets(ctx, { ...value, requestKey });
    await reply(doneMessage(ctx.locale, say(ctx.locale, 'campaigns.export.started', { no }), no));
  });
  onAction(host, ids.helpAction, async ({ ctx, value, reply }) =>
    reply(value.verb ? verbHelpMessage(ctx.locale, value.verb) : helpMessage(ctx.locale)),
  );
}
