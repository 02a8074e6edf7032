import { ConflictError } from '../../core/errors.ts';
import { listCriteria, showCriteria } from '../../services/saved-criteria/read.ts';
import { saveCriteria } from '../../services/saved-criteria/save.ts';
import { copySegment } from '../../services/segments/copy.ts';
import { readHeader } from '../../services/segments/header.ts';
import { reuse } from '../../services/segments/reuse.ts';
import type { SlackMessage } from '../blocks/index.ts';
import type { CommandRequest } from '../listener.ts';
import { firstWord, tokenize } from '../segments/command/tokens.ts';
import { UsageError } from '../segments/command/usage.ts';
import { readerOf } from '../segments/reader.ts';
import { code, say } from '../text.ts';
import { confirmMessage, doneMessage, reusedMessage, savedListMessage, savedMessage } from './messages.ts';
import { openSaveModal } from './save.ts';

interface Typed {
  no: string;
  rest: string;
}
type Answer = Promise<SlackMessage>;

/** `/segment save NO CODE "DESCRIPTION"`; the number alone opens a form. */
export async function saveFromText(
  request: CommandRequest,
  { no, rest }: Typed,
): Promise<SlackMessage | undefined> {
  const { ctx, requestKey } = request;
  const [first, ...others] = tokenize(rest);
  if (!first) {
    await openSaveModal(request, no);
    return undefined;
  }
  const description = others.map((token) => token.text).join(' ');
  const saved = await saveCriteria(ctx, { no, code: first.text, description, requestKey });
  return doneMessage(ctx.locale, say(ctx.locale, 'saved.did.save', { no, ...saved }));
}

/** `/segment saved [CODE]` */
export async function showSavedFromText({ ctx }: CommandRequest, { rest }: Typed): Answer {
  const { word } = firstWord(rest);
  if (word === '') return savedListMessage(ctx.locale, await listCriteria(ctx));
  const saved = await showCriteria(ctx, { code: word });
  return savedMessage(await readerOf(ctx, saved.steps), saved);
}

/** `/segment reuse CODE|LOGGED [NO]` */
export async function reuseFromText({ ctx, requestKey }: CommandRequest, { rest }: Typed): Answer {
  const { locale } = ctx;
  const [what, into] = tokenize(rest);
  if (!what) throw new UsageError('saved.usage.reuse');
  const source = /^#?\d{1,15}$/.test(what.text)
    ? { entryNo: Number(what.text.replace('#', '')) }
    : { savedId: (await showCriteria(ctx, { code: what.text })).id };
  if (!into) return reusedMessage(locale, await reuse(ctx, { ...source, requestKey }));
  // What is asked about is the segment as it is now.
  const { no, version } = await readHeader(ctx, into.text);
  try {
    return reusedMessage(locale, await reuse(ctx, { ...source, no, requestKey }));
  } catch (error) {
    if (!(error instanceof ConflictError) || error.code !== 'steps_exist') throw error;
    return confirmMessage(locale, { source, no, version }, Number(error.params.count));
  }
}

/** `/segment copy NO` */
export async function copyFromText({ ctx, requestKey }: CommandRequest, { no }: Typed): Answer {
  const { segmentNo, from } = await copySegment(ctx, { no, requestKey });
  return doneMessage(
    ctx.locale,
    say(ctx.locale, 'saved.did.copy', { no: segmentNo, from: code(from) }),
    segmentNo,
  );
}
