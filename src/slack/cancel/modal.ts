import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { Canceled } from '../../services/interactions/cancel-types.ts';
import type { CancelPreview } from '../../services/interactions/preview-cancel.ts';
import { checkboxes, input, modal, section } from '../blocks/index.ts';
import { data, join, type Mrkdwn, say, words } from '../text.ts';
import { cancelView } from './ids.ts';

/**
 * The question before anything is canceled or counts again, with how much it is about.
 * @param selection the draft that keeps the list to show anew, where it was asked from one
 */
export function cancelModal(locale: Locale, preview: CancelPreview, selection?: number): ModalView {
  const { target, canceled, attachments } = preview;
  const undo = canceled ? '.undo' : '';
  return modal({
    id: cancelView,
    metadata: { target, canceled, ...(selection === undefined ? {} : { selection }) },
    title: words(locale, `cancel.title${undo}`),
    submit: words(locale, `cancel.submit${undo}`),
    close: words(locale, 'common.close'),
    blocks: [
      section(join([question(locale, preview), say(locale, `cancel.after${undo}`)], ' ')),
      ...(attachments > 0
        ? [
            input(
              'attachments',
              words(locale, 'cancel.attachments'),
              checkboxes('attachments', [
                {
                  value: 'remove',
                  text: words(locale, 'cancel.attachments.remove', { count: attachments }),
                  description: words(locale, 'cancel.attachments.about'),
                },
              ]),
              { optional: true },
            ),
          ]
        : []),
    ],
  });
}

function question(locale: Locale, preview: CancelPreview): Mrkdwn {
  const { target, canceled, campaignEntries: entries, description } = preview;
  const undo = canceled ? '.undo' : '';
  const interactions = amount(locale, preview);
  if (target.kind === 'interactions') {
    const others = target.entryIds.length - preview.interactions;
    const asked = say(locale, `cancel.interactions${undo}`, { interactions });
    return others > 0 ? join([asked, say(locale, `cancel.others${undo}`, { count: others })], ' ') : asked;
  }
  return say(locale, `cancel.${target.kind}${undo}`, {
    entry: String(target.entryNo),
    description: data(description, 100),
    interactions,
    entries,
  });
}

const amount = (locale: Locale, { interactions: count, more }: CancelPreview): string =>
  words(locale, more ? 'cancel.amount.more' : 'cancel.amount', { count });

/** What it came to. */
export function canceledText(locale: Locale, { canceled, interactions, attachments }: Canceled): Mrkdwn {
  const text = say(locale, canceled ? 'cancel.done' : 'cancel.done.undo', {
    interactions: words(locale, 'cancel.amount', { count: interactions }),
  });
  return attachments > 0
    ? join([text, say(locale, 'cancel.done.attachments', { count: attachments })], ' ')
    : text;
}
