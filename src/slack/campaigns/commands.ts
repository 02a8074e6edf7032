import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { createCampaign } from '../../services/campaigns/create.ts';
import { editCampaign } from '../../services/campaigns/edit.ts';
import { nearCampaigns, readCampaign } from '../../services/campaigns/find-campaign.ts';
import { listCampaigns } from '../../services/campaigns/list.ts';
import { requireOrganizer } from '../../services/campaigns/may-organize.ts';
import { activateCampaign, deactivateCampaign } from '../../services/campaigns/targets/activate.ts';
import { listTargets } from '../../services/campaigns/targets/list.ts';
import { listCampaignEntries } from '../../services/interactions/list-campaign-entries.ts';
import { listSegments } from '../../services/segments/list-segments.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { campaignEntriesMessage, ENTRIES_PAGE } from '../interactions/campaign-entries.ts';
import type { CommandRequest } from '../listener.ts';
import { firstWord } from '../segments/command/tokens.ts';
import { UsageError } from '../segments/command/usage.ts';
import { say } from '../text.ts';
import { campaignMessage } from './card.ts';
import { readCampaignFields } from './command/campaign-fields.ts';
import { type CampaignCommand, needsNumber, readCommand, UnknownVerbError } from './command/read-command.ts';
import { type Verb, verbs } from './command/verbs.ts';
import { activatedSentence, deactivatedSentence } from './did.ts';
import { openEditModal, openNewModal } from './form-listeners.ts';
import { helpMessage, verbHelpMessage } from './help.ts';
import { LIST_PAGE, listMessage, segmentsMessage, TARGETS_PAGE, targetsMessage } from './list.ts';
import { loadCard } from './load-card.ts';
import {
  deleteQuestion,
  doneMessage,
  lead,
  notFoundMessage,
  numberMissingMessage,
  shareModal,
  unknownVerbMessage,
  usageMessage,
} from './messages.ts';

type Handler = (request: CommandRequest, command: CampaignCommand) => Promise<SlackMessage | undefined>;

/** `/campaign …`: reads what was typed, does it, and answers the person alone. */
export async function campaignCommand(request: CommandRequest): Promise<SlackMessage | undefined> {
  const { ctx, text } = request;
  const { locale } = ctx;
  let command: CampaignCommand | undefined;
  try {
    command = readCommand(text);
    const { verb, no } = command;
    if (needsNumber(verb) && no === '') return numberMissingMessage(locale, verb);
    return await HANDLERS[verb](request, command);
  } catch (error) {
    if (error instanceof UnknownVerbError) return unknownVerbMessage(locale, error);
    if (error instanceof UsageError) return usageMessage(locale, error, command?.verb);
    if (error instanceof NotFoundError && error.code === 'campaign_not_found') {
      const no = command?.no ?? '';
      return notFoundMessage(locale, no, await nearCampaigns(ctx, no));
    }
    throw error;
  }
}

const HANDLERS: Record<Verb, Handler> = {
  new: async ({ ctx, requestKey, openView }, { rest }) => {
    if (rest === '') {
      await openNewModal(ctx, openView);
      return undefined;
    }
    const { no } = await createCampaign(ctx, { ...readCampaignFields(ctx, rest), requestKey });
    return cardWith(ctx, no, say(ctx.locale, 'campaigns.created', { no }));
  },
  list: async ({ ctx }, { rest }) => {
    const { locale } = ctx;
    const search = /^(mine|all|alle)$/i.test(rest) ? '' : rest.slice(0, 200);
    const scope = /^mine$/i.test(rest) ? 'mine' : 'all';
    const list = await listCampaigns(ctx, { scope, search, limit: LIST_PAGE });
    return listMessage(locale, { scope, search, from: 1 }, list);
  },
  show: async ({ ctx }, { no }) => campaignMessage(await loadCard(ctx, no)),
  edit: async ({ ctx, openView }, { no }) => {
    await openEditModal(ctx, openView, no);
    return undefined;
  },
  segments: async ({ ctx }, { no }) => {
    const campaign = await readCampaign(ctx, no);
    const list = await listSegments(ctx, { campaignId: campaign.id, limit: LIST_PAGE });
    return segmentsMessage(ctx.locale, campaign, list, 1);
  },
  activate: async ({ ctx, requestKey }, { no: campaignNo }) => {
    const did = await activateCampaign(ctx, { campaignNo, requestKey });
    return cardWith(ctx, did.no, activatedSentence(ctx.locale, did));
  },
  deactivate: async ({ ctx, requestKey }, { no: campaignNo }) => {
    const did = await deactivateCampaign(ctx, { campaignNo, requestKey });
    return cardWith(ctx, did.no, deactivatedSentence(ctx.locale, did));
  },
  targets: async ({ ctx }, { no }) =>
    targetsMessage(ctx.locale, 1, await listTargets(ctx, { no, limit: TARGETS_PAGE })),
  entries: async ({ ctx }, { no: typed }) => {
    const { no: campaign } = await readCampaign(ctx, typed);
    const list = await listCampaignEntries(ctx, { campaign, limit: ENTRIES_PAGE });
    return campaignEntriesMessage(ctx.locale, list, { from: 1 });
  },
  digest: async ({ ctx, requestKey }, { no: campaignNo, rest }) => {
    const { no } = await readCampaign(ctx, campaignNo);
    const digest = readSwitch(rest, no);
    await editCampaign(ctx, { campaignNo, digest, requestKey });
    return doneMessage(
      ctx.locale,
      say(ctx.locale, digest ? 'campaigns.digest.on' : 'campaigns.digest.off', { no }),
      no,
    );
  },
  share: async ({ ctx, openView, channelId }, { no: typed }) => {
    const { no } = await readCampaign(ctx, typed);
    await openView(shareModal(ctx.locale, no, /^[CG]/.test(channelId) ? channelId : null));
    return undefined;
  },
  delete: async ({ ctx }, { no }) => {
    const campaign = await readCampaign(ctx, no);
    await requireOrganizer(ctx, campaign.id);
    return deleteQuestion(ctx.locale, campaign);
  },
  help: async ({ ctx }, { rest }) => {
    const { word } = firstWord(rest);
    if (word === '') return helpMessage(ctx.locale);
    const verb = verbs.find(word);
    if (!verb) throw new UnknownVerbError(word);
    return verbHelpMessage(ctx.locale, verb);
  },
};

async function cardWith(ctx: MemberContext, no: string, said: ReturnType<typeof say>): Promise<SlackMessage> {
  return campaignMessage(await loadCard(ctx, no), lead(said));
}

const ON = /^(on|yes|til|ja)$/i;
const OFF = /^(off|no|fra|nej)$/i;

function readSwitch(text: string, no: string): boolean {
  const word = text.trim();
  if (ON.test(word)) return true;
  if (OFF.test(word)) return false;
  throw new UsageError('campaigns.mistake.onOrOff', { no });
}
