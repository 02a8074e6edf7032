import { firstWord } from '../../segments/command/tokens.ts';
import { type Verb, verbs } from './verbs.ts';

export interface CampaignCommand {
  verb: Verb;
  /** The campaign's number, for verbs that have one; blank when it was left out. */
  no: string;
  /** What follows. */
  rest: string;
}

const WITHOUT_NUMBER: readonly Verb[] = ['new', 'list', 'help'];

export const needsNumber = (verb: Verb): boolean => !WITHOUT_NUMBER.includes(verb);

/** The unknown word and the verb that was probably meant. */
export class UnknownVerbError extends Error {
  override readonly name = 'UnknownVerbError';
  readonly word: string;
  readonly nearest: Verb | undefined;

  constructor(word: string) {
    super('unknown verb');
    this.word = word;
    this.nearest = verbs.nearest(word);
  }
}

/** Reads what was typed after `/campaign`; nothing means `list`. @throws UnknownVerbError */
export function readCommand(text: string): CampaignCommand {
  const { word, rest } = firstWord(text);
  if (word === '') return { verb: 'list', no: '', rest: '' };
  const verb = verbs.find(word);
  if (!verb) throw new UnknownVerbError(word);
  // `/campaign mine` is a list of its own.
  if (/^mine$/i.test(word)) return { verb, no: '', rest: 'mine' };
  if (!needsNumber(verb)) return { verb, no: '', rest };
  const { word: no, rest: after } = firstWord(rest);
  return { verb, no: no.normalize('NFC').toUpperCase().slice(0, 20), rest: after };
}
