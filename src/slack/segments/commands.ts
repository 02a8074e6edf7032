import { type AppError, NotFoundError } from '../../core/errors.ts';
import { nearSegmentNumbers } from '../../services/segments/near-numbers.ts';
import type { SlackMessage } from '../blocks/index.ts';
import type { CommandRequest } from '../listener.ts';
import { readCommand, type SegmentCommand, UnknownVerbError } from './command/read-command.ts';
import { UsageError } from './command/usage.ts';
import type { Verb } from './command/verbs.ts';
import {
  criteriaMistakeMessage,
  numberMissingMessage,
  segmentNotFoundMessage,
  unknownVerbMessage,
  usageMessage,
} from './mistakes.ts';
import { CriteriaMistake } from './read-criteria.ts';
import { HANDLERS } from './verb-handlers.ts';

const NEEDS_NUMBER: ReadonlySet<Verb> = new Set([
  'show',
  'edit',
  'lines',
  'steps',
  'why',
  'add',
  'reduce',
  'refine',
  'undo',
  'redo',
  'submit',
  'calls',
  'log',
  'export',
  'copy',
  'people',
  'mailing',
  'save',
  'share',
  'delete',
]);

/** `/segment …`: reads what was typed, does it, and answers the person alone. */
export async function segmentCommand(request: CommandRequest): Promise<SlackMessage | undefined> {
  const { locale } = request.ctx;
  let command: SegmentCommand | undefined;
  try {
    command = readCommand(request.text);
    if (NEEDS_NUMBER.has(command.verb) && command.no === '')
      return numberMissingMessage(locale, command.verb);
    return await HANDLERS[command.verb](request, command);
  } catch (error) {
    if (error instanceof UnknownVerbError) return unknownVerbMessage(locale, error);
    if (error instanceof UsageError) return usageMessage(locale, error, command?.verb);
    if (error instanceof CriteriaMistake && command) {
      return criteriaMistakeMessage(locale, error.text, error.problems, command.verb);
    }
    if (isUnknownSegment(error)) return segmentNotFound(request, String(error.params.no ?? command?.no));
    throw error;
  }
}

export const isUnknownSegment = (error: unknown): error is AppError =>
  error instanceof NotFoundError && error.code === 'segment_not_found';

async function segmentNotFound({ ctx }: CommandRequest, no: string): Promise<SlackMessage> {
  return segmentNotFoundMessage(ctx.locale, no, await nearSegmentNumbers(ctx, no));
}
