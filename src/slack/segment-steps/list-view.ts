import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { StepPage } from '../../services/segments/page-steps.ts';
import { removes } from '../../services/segments/step-input.ts';
import type { Counts, SegmentStep } from '../../services/segments/types.ts';
import type { ConfirmOptions } from '../blocks/elements.ts';
import { actions, button, contactsAmount, modal, section } from '../blocks/index.ts';
import { savedSaveAction } from '../saved-criteria/ids.ts';
import type { Reader } from '../segments/reader.ts';
import { editsOnly, stepEffect, stepWords } from '../segments/step-words.ts';
import { dateMention, join, type Mrkdwn, md, mention, say, words } from '../text.ts';
import { goToStepAction, pageStepsAction, stepsView } from './ids.ts';

/** Steps on a page. */
export const STEPS_PAGE = 12;

export interface StepsModel {
  reader: Reader;
  page: StepPage;
  /** Absent on the first page, which has the last steps. */
  before?: number | undefined;
  /** What the person should know before anything else. */
  lead?: readonly KnownBlock[] | undefined;
}

/** What was done to a segment, the last step first, with a way to each of them. */
export function stepsModal({ reader, page, before, lead = [] }: StepsModel): ModalView {
  const { locale } = reader;
  const { segmentNo: no, version, steps, next } = page;
  const rows = [...steps].reverse().map((step) => row(reader, page, step, before));
  return modal({
    id: stepsView,
    metadata: { no, version },
    title: words(locale, 'steps.title', { no }),
    close: words(locale, 'common.close'),
    blocks: [
      ...lead,
      section(
        say(locale, steps.length ? 'steps.about' : 'steps.none', { no }),
        page.currentStep > 0
          ? { accessory: button(savedSaveAction, { no }, words(locale, 'saved.button.save')) }
          : {},
      ),
      ...rows,
      ...(next === undefined && steps.length ? [start(locale, page, before)] : []),
      ...paging(locale, { no, before, next }),
    ],
  });
}

function row(reader: Reader, page: StepPage, step: SegmentStep, before: number | undefined): KnownBlock {
  const { locale, timeZone } = reader;
  const effect = stepEffect(locale, step);
  const what = md`*${step.no}.* ${stepWords(reader, step.input)}`;
  const marks = [
    ...(step.no === page.currentStep ? [md`*${words(locale, 'steps.now')}*`] : []),
    ...(step.applied ? [] : [md`_${words(locale, 'segments.card.undone')}_`]),
  ];
  const facts: Mrkdwn[] = [
    ...(effect ? [effect] : []),
    mention(step.by.slackUserId),
    dateMention(step.at, timeZone),
    ...marks,
  ];
  return section(join([step.applied ? what : md`~${what}~`, join(facts, ' · ')]), {
    id: `step:${step.no}`,
    ...wayTo(locale, page, step.no, before),
  });
}

/** Before the first step. */
const start = (locale: Locale, page: StepPage, before: number | undefined): KnownBlock =>
  section(md`*0.* ${words(locale, 'steps.start')}`, { id: 'step:0', ...wayTo(locale, page, 0, before) });

function wayTo(locale: Locale, page: StepPage, to: number, before: number | undefined) {
  const { segmentNo: no, version, currentStep } = page;
  if (to === currentStep) return {};
  return {
    accessory: button(
      goToStepAction,
      { no, version, to, ...(before === undefined ? {} : { before }) },
      words(locale, to < currentStep ? 'steps.back' : 'steps.forward'),
      { confirm: confirmOf(locale, page, to), label: words(locale, 'steps.go.label', { step: to }) },
    ),
  };
}

/** What going to a step would change, asked before it is done. */
function confirmOf(locale: Locale, page: StepPage, to: number): ConfirmOptions {
  const { segmentNo: no, currentStep } = page;
  const back = to < currentStep;
  const [first, last] = back ? [to + 1, currentStep] : [currentStep + 1, to];
  const said = words(locale, back ? 'steps.confirm.back' : 'steps.confirm.forward', {
    no,
    first,
    last,
    count: last - first + 1,
  });
  const between = page.steps.filter((step) => step.no >= first && step.no <= last);
  // Steps on another page are not known here; then only their numbers are told.
  const effect = between.length === last - first + 1 ? effectOf(locale, between, back) : [];
  return {
    title: words(locale, 'steps.confirm.title', { step: to }),
    text: [said, ...effect].join(' '),
    confirm: words(locale, back ? 'steps.back' : 'steps.forward'),
    deny: words(locale, 'common.cancel'),
  };
}

function effectOf(locale: Locale, steps: readonly SegmentStep[], back: boolean): string[] {
  const come: Counts = { companies: 0, people: 0 };
  const go: Counts = { companies: 0, people: 0 };
  let edits = 0;
  for (const { input, changed } of steps) {
    if (editsOnly(input)) edits += 1;
    const total = removes(input) === back ? come : go;
    total.companies += changed.companies;
    total.people += changed.people;
  }
  const some = ({ companies, people }: Counts) => companies + people > 0;
  return [
    ...(some(come) ? [words(locale, 'steps.confirm.come', { contacts: contactsAmount(locale, come) })] : []),
    ...(some(go) ? [words(locale, 'steps.confirm.go', { contacts: contactsAmount(locale, go) })] : []),
    ...(edits > 0
      ? [words(locale, back ? 'steps.confirm.editsBack' : 'steps.confirm.edits', { count: edits })]
      : []),
  ];
}

function paging(
  locale: Locale,
  { no, before, next }: { no: string; before: number | undefined; next: number | undefined },
): KnownBlock[] {
  const buttons = [
    ...(before === undefined ? [] : [button(pageStepsAction, { no }, words(locale, 'steps.newest'))]),
    ...(next === undefined
      ? []
      : [button(pageStepsAction, { no, before: next }, words(locale, 'steps.older'))]),
  ];
  return buttons.length ? [actions(buttons, 'paging')] : [];
}
