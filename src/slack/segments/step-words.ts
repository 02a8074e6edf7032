import { type DescribeOptions, describe } from '../../criteria/describe.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { SegmentStep, StepInput } from '../../services/segments/types.ts';
import { contactsAmount } from '../blocks/index.ts';
import { clip, data, type Mrkdwn, md, say, words } from '../text.ts';

/** More of one step's criteria than this is not read on a card. */
const MAX_CRITERIA = 240;

const OPTION_WORDS: [string, MessageKey][] = [
  ['expandCompanies', 'segments.step.expandCompanies'],
  ['relatedCompanies', 'segments.step.relatedCompanies'],
  ['allowExisting', 'segments.step.allowExisting'],
  ['ignoreExclusion', 'segments.step.ignoreExclusion'],
  ['entireCompanies', 'segments.step.entireCompanies'],
];

/** What a step does: `Added: country is Denmark (with their companies)`. */
export function stepWords(reader: DescribeOptions, input: StepInput): Mrkdwn {
  const { locale } = reader;
  if (input.kind === 'reuse-logged')
    return say(locale, 'segments.step.reuseLogged', { entryNo: input.entryNo });
  const options = OPTION_WORDS.filter(
    ([name]) => (input.options as unknown as Record<string, boolean>)[name],
  );
  const criteria = data(clip(describe(input.criteria, reader), MAX_CRITERIA));
  const step = say(locale, `segments.step.${input.kind}`, { criteria });
  if (options.length === 0) return step;
  return md`${step} (${options.map(([, key]) => words(locale, key)).join(', ')})`;
}

/** One line per step; undone ones are struck through. */
export function stepLine(reader: DescribeOptions, step: SegmentStep): Mrkdwn {
  const { locale } = reader;
  const { input, changed } = step;
  const amount = contactsAmount(locale, changed);
  const removes = input.kind === 'reduce' || input.kind === 'refine';
  const effect =
    changed.companies + changed.people === 0
      ? say(locale, 'segments.step.nothing')
      : say(locale, removes ? 'segments.step.minus' : 'segments.step.plus', { contacts: amount });
  const line = md`${step.no}. ${stepWords(reader, input)} · ${effect}`;
  return step.applied ? line : md`~${line}~ (${words(locale, 'segments.card.undone')})`;
}
