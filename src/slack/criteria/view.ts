import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { Counts } from '../../services/segments/types.ts';
import {
  type AlertLevel,
  actions,
  alert,
  button,
  checkboxes,
  contactsAmount,
  context,
  divider,
  input,
  modal,
  section,
} from '../blocks/index.ts';
import { clip, code, join, type Mrkdwn, md, say, words } from '../text.ts';
import { type CriteriaDraft, optionsOf } from './draft.ts';
import { watchedInput } from './elements.ts';
import { type FilterRow, MAX_CODES, MAX_ROWS, valueKind } from './filter-row.ts';
import * as ids from './ids.ts';
import { OPTIONS_BLOCK, TEXT_BLOCK } from './read-state.ts';
import { rowBlocks } from './row-blocks.ts';

/** How far the count is. */
export type CountState =
  | { kind: 'counted'; added: Counts; removed: Counts; now: Counts; at: string }
  | { kind: 'counting' }
  /** A filter is not filled in. */
  | { kind: 'waiting' }
  /** The text has a mistake, or the segment cannot be changed. */
  | { kind: 'failed'; problem: Mrkdwn };

export interface CriteriaViewModel {
  locale: Locale;
  draftId: number;
  draft: CriteriaDraft;
  description: string;
  counts: Counts;
  count: CountState;
  /** The filters as text; blank when there are none, or not yet. */
  text: string;
  notice?: { text: Mrkdwn; level: AlertLevel } | undefined;
}

/** The modal in which contacts are chosen by filters, with what they would change before anything is saved. */
export function criteriaModal(model: CriteriaViewModel): ModalView {
  const { locale, draft } = model;
  return modal({
    id: ids.criteriaView,
    metadata: { draftId: model.draftId, segmentNo: draft.segmentNo },
    title: words(locale, `criteria-modal.title.${draft.verb}`),
    submit: words(locale, `criteria-modal.submit.${draft.verb}`),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...(model.notice ? [alert(model.notice.text, model.notice.level)] : []),
      section(join([heading(model), say(locale, `criteria-modal.about.${draft.verb}`)])),
      ...(draft.mode === 'rows' ? rowsOf(model) : textBlocks(model)),
      optionsBlock(model),
      divider(),
      ...countBlocks(model),
    ],
  });
}

const heading = ({ locale, draft, description, counts }: CriteriaViewModel): Mrkdwn =>
  md`*${draft.segmentNo}* ${clip(description, 200)} · ${contactsAmount(locale, counts)}`;

function rowsOf({ locale, draft }: CriteriaViewModel): KnownBlock[] {
  const chosen = draft.rows.reduce((sum, row) => sum + codesIn(row), 0);
  const buttons = [
    ...(draft.rows.length < MAX_ROWS
      ? [button(ids.addRowAction, {}, words(locale, 'criteria-modal.row.add'))]
      : []),
    button(ids.modeAction, { to: 'text' }, words(locale, 'criteria-modal.mode.text')),
  ];
  return [
    ...draft.rows.flatMap((row, index) =>
      rowBlocks(row, { locale, number: index + 1, maxCodes: codesIn(row) + MAX_CODES - chosen }),
    ),
    ...(draft.rows.length < MAX_ROWS
      ? []
      : [context(say(locale, 'criteria-modal.row.full', { max: MAX_ROWS }))]),
    actions(buttons, 'rows'),
  ];
}

const codesIn = (row: FilterRow): number =>
  row.field && valueKind(row.field, row.operator) === 'codes' ? row.values.length : 0;

function textBlocks({ locale, draft }: CriteriaViewModel): KnownBlock[] {
  const element = watchedInput(ids.textAction, { initial: draft.text, multiline: true });
  return [
    input(TEXT_BLOCK, words(locale, 'criteria-modal.text.label'), element, {
      dispatch: true,
      optional: true,
      hint: words(locale, 'criteria-modal.text.hint'),
    }),
    actions([button(ids.modeAction, { to: 'rows' }, words(locale, 'criteria-modal.mode.rows'))], 'rows'),
  ];
}

function optionsBlock({ locale, draft }: CriteriaViewModel): KnownBlock {
  const element = checkboxes(
    ids.optionsAction.id,
    optionsOf(draft.verb).map((name) => ({
      value: name,
      text: words(locale, `criteria-modal.option.${name}`),
      description: words(locale, `criteria-modal.option.${name}.about`),
    })),
    draft.options,
  );
  return input(OPTIONS_BLOCK, words(locale, 'criteria-modal.options'), element, {
    dispatch: true,
    optional: true,
  });
}

/** As much of the text as a line of small print should have. */
const SHOWN_TEXT = 500;

function countBlocks(model: CriteriaViewModel): KnownBlock[] {
  const { locale, draft, count, text } = model;
  const small: Mrkdwn[] = [];
  const everything = draft.mode === 'rows' ? draft.rows.every((row) => row.field === null) : text === '';
  if (count.kind === 'counted') small.push(say(locale, 'criteria-modal.count.at', { time: count.at }));
  if (text && draft.mode === 'rows') {
    small.push(say(locale, 'criteria-modal.text.shown', { text: code(clip(text, SHOWN_TEXT)) }));
  }
  return [
    ...(everything && count.kind !== 'failed'
      ? [alert(say(locale, `criteria-modal.all.${draft.verb}`), draft.verb === 'reduce' ? 'warning' : 'info')]
      : []),
    section(countText(model)),
    ...(small.length ? [context(...small)] : []),
  ];
}

function countText({ locale, draft, count }: CriteriaViewModel): Mrkdwn {
  switch (count.kind) {
    case 'counting':
    case 'waiting':
      return say(locale, `criteria-modal.count.${count.kind}`);
    case 'failed':
      return say(locale, 'criteria-modal.count.failed', { problem: count.problem });
    case 'counted': {
      const changed = draft.verb === 'add' ? count.added : count.removed;
      const now = contactsAmount(locale, count.now);
      const no = draft.segmentNo;
      if (changed.companies + changed.people === 0)
        return say(locale, 'criteria-modal.count.nothing', { no, now });
      return say(locale, `criteria-modal.count.${draft.verb === 'add' ? 'add' : 'remove'}`, {
        changed: contactsAmount(locale, changed),
        no,
        now,
      });
    }
  }
}
