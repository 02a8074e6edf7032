import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { CLEANUP_KINDS, type CleanupCounts, type CleanupWish } from '../../services/cleanup/kinds.ts';
import { alert, checkboxes, input, modal, section, textInput } from '../blocks/index.ts';
import { daysWords } from '../interaction-list/days-words.ts';
import { join, md, say, words } from '../text.ts';
import { cleanupView, confirmView } from './ids.ts';
import { isNarrowed } from './message.ts';

/** As long as a date that can be read may be, twice. */
const DATED = 150;

/** Which of the canceled things are deleted, with how many there are. */
export const cleanupModal = (locale: Locale, counts: CleanupCounts): ModalView =>
  modal({
    id: cleanupView,
    metadata: {},
    title: words(locale, 'cleanup.title'),
    submit: words(locale, 'cleanup.continue'),
    close: words(locale, 'common.close'),
    blocks: [
      section(say(locale, 'cleanup.about')),
      input(
        'kinds',
        words(locale, 'cleanup.kinds'),
        checkboxes(
          'kinds',
          CLEANUP_KINDS.filter((kind) => counts[kind] > 0).map((kind) => ({
            value: kind,
            text: words(locale, `cleanup.${kind}`, { count: counts[kind] }),
            description: words(locale, `cleanup.${kind}.about`),
          })),
        ),
      ),
      input('dated', words(locale, 'cleanup.dated'), textInput('dated', { maxLength: DATED }), {
        optional: true,
        hint: words(locale, 'cleanup.dated.hint'),
      }),
    ],
  });

/**
 * The question before anything is deleted: how much that is, and of which days.
 * @param changed it is not what the person was shown before
 */
export function confirmModal(
  locale: Locale,
  { kinds, dated }: CleanupWish,
  counts: CleanupCounts,
  changed = false,
): ModalView {
  const lead = isNarrowed(dated)
    ? say(locale, 'cleanup.confirm.dated', { days: daysWords(locale, dated) })
    : say(locale, 'cleanup.confirm');
  const lines = CLEANUP_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => md`• *${words(locale, `cleanup.${kind}`, { count: counts[kind] })}*`,
  );
  return modal({
    id: confirmView,
    metadata: { kinds, dated, counts },
    title: words(locale, 'cleanup.title'),
    submit: words(locale, 'cleanup.submit'),
    close: words(locale, 'common.close'),
    blocks: [
      ...(changed ? [alert(say(locale, 'cleanup.changed'), 'warning')] : []),
      section(join([lead, ...lines])),
      section(say(locale, 'cleanup.about')),
    ],
  });
}
