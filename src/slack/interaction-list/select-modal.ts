import type { InputBlock, ModalView } from '@slack/types';
import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { InteractionRow } from '../../services/interactions/interaction-rows.ts';
import type { InteractionList } from '../../services/interactions/list-interactions.ts';
import { type Choice, checkboxes, context, input, modal, section } from '../blocks/index.ts';
import { LIMITS } from '../limits.ts';
import { say, words } from '../text.ts';
import { selectView } from './ids.ts';

const GROUP = LIMITS.option.radio;
/** Slack takes ten checkboxes at a time; three such groups are still looked over at a glance. */
export const GROUP_NAMES = ['rows0', 'rows1', 'rows2'];
/** Interactions that are offered at once. */
export const SELECTABLE = GROUP_NAMES.length * GROUP;

/**
 * The rows of a page and those that follow, to tick. Ticking is quicker than searching in a select, and shows what is
 * canceled already.
 * @param from 1-based position of the first one
 */
export function selectModal(
  locale: Locale,
  { rows, totals, next }: InteractionList,
  { from, draft }: { from: number; draft: number },
): ModalView {
  const groups = GROUP_NAMES.flatMap((name, at): InputBlock[] => {
    const inside = rows.slice(at * GROUP, (at + 1) * GROUP);
    if (inside.length === 0) return [];
    const first = from + at * GROUP;
    const position = { from: first, to: first + inside.length - 1, total: totals.count };
    const label = words(locale, totals.more ? 'interactions.page.more' : 'common.page', position);
    const boxes = checkboxes(
      name,
      inside.map((row) => choiceOf(locale, row)),
    );
    return [input(name, label, boxes, { optional: true })];
  });
  return modal({
    id: selectView,
    metadata: { draft },
    title: words(locale, 'interactions.select.title'),
    submit: words(locale, 'interactions.select.submit'),
    close: words(locale, 'common.close'),
    blocks: [
      section(say(locale, 'interactions.select.about')),
      ...groups,
      ...(next ? [context(say(locale, 'interactions.select.more'))] : []),
    ],
  });
}

/** When and with whom; whether it is canceled, what it was and who did it. */
function choiceOf(locale: Locale, row: InteractionRow): Choice {
  const when = [formatDate(row.date, locale), row.time].filter(Boolean).join(' ');
  const what = [row.templateName || row.templateCode, row.description].filter(Boolean).join(': ');
  const about = [
    row.canceled ? words(locale, 'logged.entry.canceled') : '',
    row.salespersonCode || row.loggedBy,
    what,
  ];
  return {
    value: String(row.entryId),
    text: `${when} · ${row.contactName} (${row.contactNo})`,
    description: about.filter(Boolean).join(' · '),
  };
}
