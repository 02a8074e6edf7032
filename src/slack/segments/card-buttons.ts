import type { Button, Overflow } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { SegmentAction, SegmentCard } from '../../services/segments/types.ts';
import { detailsAction, submitAction } from '../approvals/ids.ts';
import { submitConfirm } from '../approvals/submit-confirm.ts';
import { button, overflow } from '../blocks/index.ts';
import { openCallsAction } from '../calls/ids.ts';
import { logAction } from '../interactions/ids.ts';
import { editHeaderAction } from '../segment-header/ids.ts';
import { openLinesAction } from '../segment-lines/ids.ts';
import { openStepsAction } from '../segment-steps/ids.ts';
import { words } from '../text.ts';
import {
  addAction,
  exportAction,
  moreAction,
  redoAction,
  reduceAction,
  refineAction,
  shareAction,
  undoAction,
} from './ids.ts';

/** The order in which people work: what is next comes first. */
const ORDER = [
  'decide',
  'add',
  'reduce',
  'refine',
  'undo',
  'redo',
  'submit',
  'log',
  'call',
  'export',
] as const satisfies SegmentAction[];

/** The one step that the segment waits for. */
function nextStep(card: SegmentCard): SegmentAction {
  const next = (['decide', 'log', 'submit'] as const).find((action) => card.actions.includes(action));
  return next ?? 'add';
}

/** Buttons for what the reader may do with the segment. */
export function cardButtons(locale: Locale, card: SegmentCard): Button[] {
  const { no, version } = card.header;
  const primary = nextStep(card);
  return ORDER.filter((action) => card.actions.includes(action)).flatMap((action) => {
    const text = words(locale, `segments.button.${action}`);
    const options = { label: `${text} ${no}`, ...(action === primary ? { style: 'primary' as const } : {}) };
    switch (action) {
      case 'decide':
        return card.approval
          ? [button(detailsAction, { request: card.approval.requestId, version }, text, options)]
          : [];
      case 'add':
        return [button(addAction, { no }, text, options)];
      case 'reduce':
        return [button(reduceAction, { no }, text, options)];
      case 'refine':
        return [button(refineAction, { no }, text, options)];
      case 'undo':
        return [button(undoAction, { no, version }, text, options)];
      case 'redo':
        return [button(redoAction, { no, version }, text, options)];
      case 'submit':
        return [
          button(submitAction, { no, version }, text, { ...options, confirm: submitConfirm(locale, card) }),
        ];
      case 'log':
        return [button(logAction, { no, version }, text, options)];
      case 'call':
        return [button(openCallsAction, { no }, text, options)];
      case 'export':
        return [button(exportAction, { no, version }, text, options)];
    }
    return [];
  });
}

/** Buttons that open what does not fit on a card. */
export function cardLinks(locale: Locale, { header, actions: allowed }: SegmentCard): (Button | Overflow)[] {
  const { no, state, currentStep, counts } = header;
  const link = (what: 'edit' | 'lines' | 'steps' | 'share', action: typeof openLinesAction): Button => {
    const text = words(locale, `segments.button.${what}`);
    return button(action, { no }, text, { label: `${text} ${no}` });
  };
  const seldom = (what: 'save' | 'delete') => ({
    text: words(locale, `segments.card.more.${what}`),
    value: { no, do: what },
  });
  const changeable = allowed.includes('add');
  const more = [
    ...(currentStep > 0 ? [seldom('save')] : []),
    ...(changeable && counts.companies + counts.people > 0
      ? [
          { text: words(locale, 'tasks.form.segment.more'), value: { no, do: 'tasks' as const } },
          {
            text: words(locale, 'opportunities.segment.more'),
            value: { no, do: 'opportunities' as const },
          },
        ]
      : []),
    ...(allowed.includes('delete') ? [seldom('delete')] : []),
  ];
  return [
    ...(changeable ? [link('edit', editHeaderAction)] : []),
    // A logged segment has its interactions instead of lines.
    ...(state === 'logged' ? [] : [link('lines', openLinesAction)]),
    link('steps', openStepsAction),
    link('share', shareAction),
    ...(more.length ? [overflow(moreAction, more)] : []),
  ];
}
