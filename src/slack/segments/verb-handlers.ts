import type { MemberContext } from '../../core/context.ts';
import { countContacts } from '../../services/criteria/count-contacts.ts';
import { addContacts } from '../../services/segments/add-contacts.ts';
import { exportSegment } from '../../services/segments/export.ts';
import { listSegments } from '../../services/segments/list-segments.ts';
import { redoStep } from '../../services/segments/redo-step.ts';
import { reduceContacts } from '../../services/segments/reduce-contacts.ts';
import { refineContacts } from '../../services/segments/refine-contacts.ts';
import type { StepResult } from '../../services/segments/types.ts';
import { undoStep } from '../../services/segments/undo-step.ts';
import { submitForApproval } from '../approvals/index.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { openCallList } from '../calls/index.ts';
import { openCleanup } from '../cleanup/index.ts';
import { mailingFromText } from '../contacts/index.ts';
import { openCriteriaModal } from '../criteria/index.ts';
import { openLogModal, showLogged } from '../interactions/index.ts';
import type { CommandRequest } from '../listener.ts';
import { openPeopleModal } from '../people-list/index.ts';
import { copyFromText, reuseFromText, saveFromText, showSavedFromText } from '../saved-criteria/index.ts';
import { openHeaderModal } from '../segment-header/index.ts';
import { firstPage, loadList } from '../segment-lines/index.ts';
import { loadSteps, whyMessage } from '../segment-steps/index.ts';
import { openSettings } from '../settings/open.ts';
import { cardMessage } from './card.ts';
import {
  ADD_FLAGS,
  addOptionsOf,
  COUNT_FLAGS,
  REMOVE_FLAGS,
  removeOptionsOf,
  takeFlags,
} from './command/flags.ts';
import { type SegmentCommand, UnknownVerbError } from './command/read-command.ts';
import { firstWord } from './command/tokens.ts';
import { UsageError } from './command/usage.ts';
import { findVerb, type Verb } from './command/verbs.ts';
import { countMessage } from './count.ts';
import { createFromText } from './create.ts';
import { openDeleteModal } from './delete.ts';
import { exportMessage, fileFormat } from './export-message.ts';
import { helpMessage, verbHelpMessage } from './help.ts';
import { LIST_PAGE, listMessage } from './list.ts';
import { loadCard } from './load-card.ts';
import { openNewModal } from './new-modal.ts';
import { criteriaFrom } from './read-criteria.ts';
import { readerOf } from './reader.ts';
import { shareFromText } from './share.ts';
import { stepAnswer } from './step-answer.ts';

type Handler = (request: CommandRequest, command: SegmentCommand) => Promise<SlackMessage | undefined>;

/** What each verb does. */
export const HANDLERS: Record<Verb, Handler> = {
  new: async ({ ctx, requestKey, openView }, { rest }) => {
    if (rest !== '') return createFromText(ctx, rest, requestKey);
    await openNewModal(ctx, openView);
    return undefined;
  },
  list: async ({ ctx }) => {
    const list = await listSegments(ctx, { scope: 'mine', limit: LIST_PAGE });
    // Somebody with none of their own is shown what the team has.
    if (list.total > 0) return listMessage(ctx.locale, 'mine', list, 1);
    const all = await listSegments(ctx, { scope: 'all', limit: LIST_PAGE });
    return all.total > 0 ? listMessage(ctx.locale, 'all', all, 1) : listMessage(ctx.locale, 'mine', list, 1);
  },
  show: async ({ ctx }, { no }) => {
    const { card, reader } = await loadCard(ctx, { no });
    return cardMessage(reader, card);
  },
  edit: async ({ ctx, openView, channelId: channel, responseUrl }, { no }) => {
    await openHeaderModal({ ctx, openView, no, channel, responseUrl });
    return undefined;
  },
  lines: async ({ ctx, openView }, { no }) => {
    await openView(await loadList(ctx, firstPage(no)));
    return undefined;
  },
  steps: async ({ ctx, openView }, { no }) => {
    await openView(await loadSteps(ctx, { no }));
    return undefined;
  },
  why: ({ ctx }, { no, rest }) => {
    const { word: contactNo } = firstWord(rest);
    if (contactNo === '') throw new UsageError('segments.mistake.contactMissing', { no });
    return whyMessage(ctx, { no, contactNo });
  },
  count: async ({ ctx }, { rest }) => {
    const { criteria: text, flags } = takeFlags(rest, COUNT_FLAGS);
    const criteria = await criteriaFrom(ctx, text);
    const counts = await countContacts(ctx, { criteria, options: addOptionsOf(flags) });
    const options = await readerOf(ctx, [{ kind: 'refine', criteria, options: { entireCompanies: false } }]);
    return countMessage(options, counts, criteria);
  },
  add: (request, command) => step(request, command, 'add'),
  reduce: (request, command) => step(request, command, 'reduce'),
  refine: (request, command) => step(request, command, 'refine'),
  undo: async ({ ctx, requestKey }, { no }) => answered(ctx, await undoStep(ctx, { no, requestKey })),
  redo: async ({ ctx, requestKey }, { no }) => answered(ctx, await redoStep(ctx, { no, requestKey })),
  submit: (request, { no }) => submitForApproval(request, no),
  calls: async ({ ctx, openView, channelId }, { no }) => {
    await openCallList(ctx, openView, no, channelId);
    return undefined;
  },
  log: async (request, { no }) => {
    await openLogModal(request, no);
    return undefined;
  },
  logged: (request, { no, rest }) => showLogged(request, `${no} ${rest}`.trim()),
  export: async ({ ctx, requestKey }, { no, rest }) => {
    const format = fileFormat(rest);
    const { segmentNo } = await exportSegment(ctx, { no, format, requestKey });
    return exportMessage(ctx.locale, segmentNo, format);
  },
  copy: copyFromText,
  people: async ({ ctx, openView, channelId: channel }, { no }) => {
    await openPeopleModal({ ctx, openView, no, channel });
    return undefined;
  },
  mailing: mailingFromText,
  save: saveFromText,
  saved: showSavedFromText,
  reuse: reuseFromText,
  share: shareFromText,
  delete: async (request, { no }) => {
    await openDeleteModal(request, no);
    return undefined;
  },
  cleanup: (request) => openCleanup(request),
  settings: async ({ ctx, openView }) => {
    await openSettings(ctx, openView);
    return undefined;
  },
  help: async ({ ctx }, { rest }) => {
    const { word } = firstWord(rest);
    if (word === '') return helpMessage(ctx.locale);
    const verb = findVerb(word);
    if (!verb) throw new UnknownVerbError(word);
    return verbHelpMessage(ctx.locale, verb);
  },
};

async function step(
  request: CommandRequest,
  { no, rest }: SegmentCommand,
  verb: 'add' | 'reduce' | 'refine',
): Promise<SlackMessage | undefined> {
  const { ctx, requestKey } = request;
  if (rest === '') {
    const { client, log, openView, channelId: channel, responseUrl } = request;
    await openCriteriaModal({ ctx, client, log, openView, segmentNo: no, verb, channel, responseUrl });
    return undefined;
  }
  if (verb === 'add') {
    const { criteria: text, flags } = takeFlags(rest, ADD_FLAGS);
    const criteria = await criteriaFrom(ctx, text);
    const result = await addContacts(ctx, { no, criteria, options: addOptionsOf(flags), requestKey });
    return answered(ctx, result);
  }
  const { criteria: text, flags } = takeFlags(rest, REMOVE_FLAGS);
  const criteria = await criteriaFrom(ctx, text);
  const carryOut = verb === 'reduce' ? reduceContacts : refineContacts;
  const result = await carryOut(ctx, { no, criteria, options: removeOptionsOf(flags), requestKey });
  return answered(ctx, result);
}

const answered = async (ctx: MemberContext, result: StepResult): Promise<SlackMessage> =>
  stepAnswer(await readerOf(ctx, [result.input]), result);
