import type { ModalView } from '@slack/types';
import { formatMoney } from '../../core/money.ts';
import type { Locale } from '../../i18n/translate.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import {
  channelSelect,
  checkboxes,
  contactsAmount,
  durationAmount,
  input,
  modal,
  section,
} from '../blocks/index.ts';
import { data, md, mention, say, words } from '../text.ts';
import { fact, namedCode, SHORT } from './facts.ts';
import * as ids from './ids.ts';

/** Asks where the log is posted, and shows what logging is about to write. */
export function logModal(locale: Locale, card: SegmentCard, channel: string | null): ModalView {
  const { no, version, description, counts, campaign, template } = card.header;
  const approver = card.approval?.status === 'approved' ? card.approval.decidedBy : null;
  const about = say(locale, 'log.about', {
    no,
    description: data(description, SHORT),
    contacts: contactsAmount(locale, counts),
  });
  const facts = [
    fact(locale, 'log.fact.interaction', namedCode(locale, template?.code, template?.description)),
    fact(locale, 'log.fact.campaign', namedCode(locale, campaign?.no, campaign?.description)),
    fact(locale, 'log.fact.cost', formatMoney(locale, card.cost, card.currency)),
    fact(locale, 'log.fact.duration', durationAmount(locale, card.duration)),
    fact(
      locale,
      'log.fact.approval',
      approver
        ? say(locale, 'log.approval.by', { by: mention(approver.slackUserId) })
        : md`${words(locale, 'log.approval.notNeeded')}`,
    ),
  ];
  return modal({
    id: ids.logView,
    metadata: { no, version },
    title: words(locale, 'log.title'),
    submit: words(locale, 'log.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(about, { fields: facts }),
      input(
        'channel',
        words(locale, 'log.channel'),
        channelSelect('channel', channel, words(locale, 'log.channel.choose')),
        {
          hint: words(locale, 'log.channel.hint'),
        },
      ),
      input(
        'followUp',
        words(locale, 'log.followUp'),
        checkboxes('followUp', [
          {
            value: 'yes',
            text: words(locale, 'log.followUp.option'),
            description: words(locale, 'log.followUp.about'),
          },
        ]),
        { optional: true },
      ),
    ],
  });
}
