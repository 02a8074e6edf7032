import type { Context } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import type { PostContent } from '../../core/posts.ts';
import { showRequest } from '../../services/approvals/show-request.ts';
import { entriesCsv } from '../../services/interactions/csv.ts';
import { entryPosition } from '../../services/interactions/entry-position.ts';
import { logEntries } from '../../services/interactions/log-entries.ts';
import { showLogged } from '../../services/interactions/show-logged.ts';
import { showRun } from '../../services/interactions/show-run.ts';
import { segmentFileOf } from '../../services/segments/export-file.ts';
import { stepsOf } from '../approvals/facts.ts';
import { approvalMessage, outcomeMessage } from '../approvals/messages.ts';
import type { SlackMessage } from '../blocks/index.ts';
import type { RenderedPost, RenderPost } from '../delivery/types.ts';
import { entriesMessage, loggedMessage } from '../interactions/log-messages.ts';
import { runMessage } from '../interactions/run-message.ts';
import { sharedMessage } from '../saved-criteria/index.ts';
import { readerOf } from '../segments/reader.ts';
import { logFile, segmentFile } from './files.ts';

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
        content.kind === 'approval-request' ? approvalMessage(reader, view) : outcomeMessage(reader, view),
      );
    }
    case 'log-progress': {
      const run = await showRun(ctx, content);
      return run ? asMessage(runMessage(ctx.locale, run)) : GONE;
    }
    case 'logged-segment':
      return asMessage(loggedMessage(ctx, await showLogged(ctx, { id: content.loggedSegmentId, limit: 1 })));
    case 'log-entries':
      return entries(ctx, content);
    case 'log-csv': {
      const card = await showLogged(ctx, { id: content.loggedSegmentId, limit: 1 });
      return logFile(ctx.locale, card, await entriesCsv(ctx, content));
    }
    case 'segment-csv':
      return segmentFile(ctx.locale, await segmentFileOf(ctx, content));
    case 'saved-criteria':
      return asMessage(await sharedMessage(ctx, content));
  }
}

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
