import { type DescribeOptions, describe } from '../../criteria/describe.ts';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { removes } from '../../services/segments/step-input.ts';
import type { SegmentStep, StepInput } from '../../services/segments/types.ts';
import { contactsAmount } from '../blocks/index.ts';
import { fieldLabel } from '../segment-header/field-words.ts';
import type { Field } from '../segment-header/fields.ts';
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
  switch (input.kind) {
    case 'reuse-logged':
      return input.outcome
        ? say(locale, 'segments.step.reuseLogged.some', {
            entryNo: input.entryNo,
            whom: words(locale, `followUp.whom.${input.outcome}`),
          })
        : say(locale, 'segments.step.reuseLogged', { entryNo: input.entryNo });
    case 'copy-segment':
      return say(locale, 'segments.step.copySegment', { no: input.segmentNo });
    case 'people-list':
      return say(locale, 'segments.step.peopleList', { count: input.count });
    case 'add-contact':
      return say(locale, 'segments.step.addContact', { contact: input.contactNo });
    case 'remove-line':
      return say(locale, 'segments.step.removeLine', { contact: input.contactNo });
    case 'edit-line':
      return say(locale, 'segments.step.editLine', {
        contact: input.contactNo,
        fields: changed(reader, input),
      });
    case 'edit-lines':
      return say(locale, 'segments.step.editLines', {
        problem: words(locale, `segments.step.problem.${input.problem}`),
        fields: changed(reader, input),
      });
    case 'remove-lines':
      return say(locale, 'segments.step.removeLines', {
        problem: words(locale, `segments.step.problem.${input.problem}`),
      });
    case 'header':
      return say(locale, 'segments.step.header', { fields: changed(reader, input), lines: input.lines });
  }
  const options = OPTION_WORDS.filter(
    ([name]) => (input.options as unknown as Record<string, boolean>)[name],
  );
  const criteria = data(clip(describe(input.criteria, reader), MAX_CRITERIA));
  const step = say(locale, `segments.step.${input.kind}`, { criteria });
  if (options.length === 0) return step;
  return md`${step} (${options.map(([, key]) => words(locale, key)).join(', ')})`;
}

const changed = ({ locale }: DescribeOptions, { changes }: { changes: object }): string =>
  Object.keys(changes)
    .map((field) => fieldLabel(locale, field as Field))
    .join(', ');

/** Whether a step is about what the segment says and not about who is on it. */
export const editsOnly = ({ kind }: StepInput): boolean =>
  kind === 'header' || kind === 'edit-line' || kind === 'edit-lines';

/** How many contacts a step added or removed: `+64 contacts (…)`; undefined for one that is not about that. */
export function stepEffect(
  locale: Locale,
  { input, changed: counts }: Pick<SegmentStep, 'input' | 'changed'>,
): Mrkdwn | undefined {
  if (editsOnly(input)) return undefined;
  if (counts.companies + counts.people === 0) return say(locale, 'segments.step.nothing');
  return say(locale, removes(input) ? 'segments.step.minus' : 'segments.step.plus', {
    contacts: contactsAmount(locale, counts),
  });
}

/** One line per step; undone ones are struck through. */
export function stepLine(reader: DescribeOptions, step: SegmentStep): Mrkdwn {
  const { locale } = reader;
  const effect = stepEffect(locale, step);
  const what = md`${step.no}. ${stepWords(reader, step.input)}`;
  const line = effect ? md`${what} · ${effect}` : what;
  return step.applied ? line : md`~${line}~ (${words(locale, 'segments.card.undone')})`;
}
