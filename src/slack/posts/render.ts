import type { Context } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { PostContent } from '../../core/posts.ts';
import { showRequest } from '../../services/approvals/show-request.ts';
import { readAttachment } from '../../services/attachments/read-attachment.ts';
import { showList } from '../../services/call-lists/show-list.ts';
import { showDigest } from '../../services/campaigns/digest/show.ts';
import { targetFileOf } from '../../services/campaigns/targets/export.ts';
import { cleanupReport } from '../../services/cleanup/report.ts';
import { showGone } from '../../services/cleanup/show-gone.ts';
import { refusedFile } from '../../services/delivery/refused-file.ts';
import { showChannel } from '../../services/delivery/show-channel.ts';
import { showProposal } from '../../services/follow-ups/show.ts';
import { entriesCsv } from '../../services/interactions/csv.ts';
import { entryPosition } from '../../services/interactions/entry-position.ts';
import { interactionsFile } from '../../services/interactions/export-interactions-file.ts';
import { logEntries } from '../../services/interactions/log-entries.ts';
import { showInteraction } from '../../services/interactions/show-interaction.ts';
import { showLogged } from '../../services/interactions/show-logged.ts';
import { showRun } from '../../services/interactions/show-run.ts';
import { segmentFileOf } from '../../services/segments/export-file.ts';
import { attachmentsZip } from '../../services/sending/hand-over.ts';
import { showTask } from '../../services/tasks/show.ts';
import { stepsOf } from '../approvals/facts.ts';
import { approvalMessage, outcomeMessage, unreachedMessage } from '../approvals/messages.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { callListMessage } from '../calls/message.ts';
import { digestMessage, loadPost } from '../campaigns/index.ts';
import { channelProblemMessage } from '../channel-problems/views.ts';
import { cleanupMessage, logGoneMessage } from '../cleanup/message.ts';
import type { RenderedPost, RenderPost } from '../delivery/types.ts';
import { proposalMessage } from '../follow-ups/message.ts';
import { interactionMessage } from '../interactions/interaction-message.ts';
import { entriesMessage, loggedMessage, noteMessage } from '../interactions/log-messages.ts';
import { runMessage, runMovedMessage } from '../interactions/run-message.ts';
import { sharedMessage } from '../saved-criteria/index.ts';
import { readerOf } from '../segments/reader.ts';
import { sharedCardMessage } from '../segments/shared-card.ts';
import { givenMessage } from '../tasks/given.ts';
import { deletedMessage } from './deleted.ts';
import { fileRefusedMessage } from './file-refused.ts';
import {
  attachmentFile,
  attachmentsFile,
  interactionsAsFile,
  logFile,
  segmentFile,
  targetFile,
} from './files.ts';

const GONE: RenderedPost = { kind: 'gone' };

const asMessage = (message: SlackMessage): RenderedPost => ({ kind: 'message', ...message });

/** Puts a post into words, from the database as it is now. */
export const renderPost: RenderPost = async (ctx, content) => {
  try {
    return await render(ctx, content);
  } catch (error) {
    if (error instanceof NotFoundError) return GONE;
    throw error;
  }
};

async function render(ctx: Context, content: PostContent): Promise<RenderedPost> {
  switch (content.kind) {
    case 'approval-request':
    case 'approval-outcome': {
      const view = await showRequest(ctx, content);
      const reader = await readerOf(ctx, stepsOf(view));
      return asMessage(
        content.kind === 'approval-request'
          ? approvalMessage(reader, view)
          : outcomeMessage(reader, view, content.told),
      );
    }
    case 'approval-unreached': {
      const view = await showRequest(ctx, content);
      // Once it is decided the outcome is told instead.
      return view.status === 'pending' ? asMessage(unreachedMessage(ctx.locale, view)) : GONE;
    }
    case 'log-progress': {
      const run = await showRun(ctx, content);
      if (!run) return GONE;
      return asMessage(content.moved ? runMovedMessage(ctx.locale, run) : runMessage(ctx.locale, run));
    }
    case 'logged-segment':
      return asMessage(loggedMessage(ctx, await loggedCard(ctx, content)));
    case 'log-deleted':
      return asMessage(logGoneMessage(ctx.locale, await showGone(ctx, content)));
    case 'log-entries':
      return entries(ctx, content);
    case 'log-csv': {
      const card = await showLogged(ctx, { id: content.loggedSegmentId, limit: 1 });
      return logFile(ctx.locale, card, await entriesCsv(ctx, content));
    }
    case 'log-note':
      return asMessage(noteMessage(ctx.locale, await loggedCard(ctx, content)));
    case 'segment-csv':
      return segmentFile(ctx.locale, await segmentFileOf(ctx, content));
    case 'attachment-file':
      return attachmentFile(ctx.locale, await readAttachment(ctx, content.attachmentId));
    case 'interaction':
      return asMessage(interactionMessage(ctx.locale, await showInteraction(ctx, content)));
    case 'segment-card':
      return asMessage(await sharedCardMessage(ctx, content));
    case 'campaign-card':
      return asMessage(await loadPost(ctx, content));
    case 'campaign-digest':
      return asMessage(digestMessage(ctx.locale, await showDigest(ctx, content)));
    case 'campaign-targets':
      return targetFile(ctx.locale, await targetFileOf(ctx, content));
    case 'log-attachments': {
      const zip = await attachmentsZip(ctx, content);
      // All of it was canceled since.
      return zip.count === 0 ? GONE : attachmentsFile(ctx.locale, zip);
    }
    case 'follow-up':
      return asMessage(proposalMessage(ctx, await showProposal(ctx, content), content.due));
    case 'cleanup':
      return asMessage(cleanupMessage(ctx.locale, await cleanupReport(ctx, content), content.failed));
    case 'interactions-file':
      return interactionsAsFile(ctx.locale, await interactionsFile(ctx, content), content.format);
    case 'saved-criteria':
      return asMessage(await sharedMessage(ctx, content));
    case 'call-list':
      return asMessage(callListMessage(ctx, await showList(ctx, content)));
    case 'channel-problem':
      return asMessage(channelProblemMessage(ctx.locale, await showChannel(ctx, content)));
    case 'task-given':
      return asMessage(givenMessage(ctx, await showTask(ctx, content), content));
    case 'deleted':
      return asMessage(deletedMessage(ctx.locale, content));
    case 'file-refused':
      return asMessage(fileRefusedMessage(ctx.locale, await refusedFile(ctx, content)));
  }
}

/** A logged segment, with what of it counts now. */
const loggedCard = (ctx: Context, { loggedSegmentId: id }: { loggedSegmentId: number }) =>
  showLogged(ctx, { id, limit: 1, figures: true });

async function entries(
  ctx: Context,
  content: Extract<PostContent, { kind: 'log-entries' }>,
): Promise<RenderedPost> {
  const { loggedSegmentId, firstEntryId } = content;
  const rows = await logEntries(ctx, content);
  if (rows.length === 0) return GONE;
  const card = await showLogged(ctx, { id: loggedSegmentId, limit: 1 });
  const from = await entryPosition(ctx, { loggedSegmentId, entryId: firstEntryId });
  return asMessage(entriesMessage(ctx.locale, card, rows, from));
}
