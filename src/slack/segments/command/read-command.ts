import { LIMITS } from '../../limits.ts';
import { firstWord } from './tokens.ts';
import { UsageError } from './usage.ts';
import { findVerb, nearestVerb, type Verb } from './verbs.ts';

export interface SegmentCommand {
  verb: Verb;
  /** The segment's number, for verbs that have one; blank when it was left out. */
  no: string;
  /** What follows: criteria, flags, header fields. */
  rest: string;
}

const WITH_NUMBER: readonly Verb[] = [
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
  'logged',
  'export',
  'copy',
  'people',
  'mailing',
  'save',
  'share',
  'delete',
];

/** The unknown word and the verb that was probably meant. */
export class UnknownVerbError extends Error {
  override readonly name = 'UnknownVerbError';
  readonly word: string;
  readonly nearest: Verb | undefined;

  constructor(word: string) {
    super('unknown verb');
    this.word = word;
    this.nearest = nearestVerb(word);
  }
}

/**
 * Reads what was typed after `/segment`; nothing means `list`.
 * @throws UnknownVerbError, UsageError
 */
export function readCommand(text: string): SegmentCommand {
  if (text.length > LIMITS.command.text) {
    throw new UsageError('segments.mistake.tooLong', { max: LIMITS.command.text });
  }
  const { word, rest } = firstWord(text);
  if (word === '') return { verb: 'list', no: '', rest: '' };
  const verb = findVerb(word);
  if (!verb) throw new UnknownVerbError(word);
  if (!WITH_NUMBER.includes(verb)) return { verb, no: '', rest };
  const { word: no, rest: after } = firstWord(rest);
  // Without a number, what stands there is not one.
  if (/[:"“”]|^(?:--|—|–)/.test(no)) return { verb, no: '', rest };
  return { verb, no: no.normalize('NFC').toUpperCase(), rest: after };
}
