import { formatDate } from '../../core/dates.ts';
import type { Locale } from '../../i18n/translate.ts';
import { EVALUATIONS } from '../../services/interactions/interaction-input.ts';
import type { InteractionView } from '../../services/interactions/show-interaction.ts';
import {
  actions,
  button,
  message,
  overflow,
  type SlackMessage,
  section,
  staticSelect,
} from '../blocks/index.ts';
import { commentsAction, evaluateAction, followUpAction } from '../interaction-form/ids.ts';
import { rowAction } from '../interaction-list/ids.ts';
import { nextActions } from '../interaction-list/row-actions.ts';
import { showAction } from '../opportunities/ids.ts';
import { data, join, type Mrkdwn, md, say, words } from '../text.ts';

/** An interaction on one line, as it stands in a channel, with what anybody may add to it. */
export function interactionMessage(locale: Locale, view: InteractionView): SlackMessage {
  const line = interactionLine(locale, view);
  return message(line, [section(line), ...(view.canceled ? [] : [actions(buttons(locale, view))])]);
}

function buttons(locale: Locale, { entryId, evaluation, comments, opportunityNo }: InteractionView) {
  const evaluate = staticSelect(
    evaluateAction.id,
    EVALUATIONS.map((value) => ({
      value: `${entryId}:${value}`,
      text: words(locale, `field.choice.${value}`),
    })),
    {
      placeholder: words(
        locale,
        evaluation === '' ? 'interaction.post.evaluate' : 'interaction.post.evaluateAgain',
      ),
    },
  );
  return [
    evaluate,
    button(followUpAction, { entry: entryId }, words(locale, 'interaction.post.followUp')),
    button(
      commentsAction,
      { entry: entryId },
      words(locale, 'interaction.post.comments', { count: comments }),
    ),
    ...(opportunityNo === null
      ? []
      : [
          button(
            showAction,
            { no: opportunityNo },
            words(locale, 'opportunities.button.showNo', { no: opportunityNo }),
          ),
        ]),
    overflow(rowAction, nextActions(locale, entryId, opportunityNo !== null)),
  ];
}

/** Who logged what with whom, and how it came out: names, but no addresses or numbers of contacts. */
export function interactionLine(locale: Locale, view: InteractionView): Mrkdwn {
  const { contact, template, description, campaign, evaluation } = view;
  const name = data(contact.name || contact.no, 100);
  const who = contact.companyName ? md`*${name}* (${data(contact.companyName, 100)})` : md`*${name}*`;
  const said = say(locale, 'interaction.post', {
    by: data(view.by.name, 60),
    template: data(template.description || template.code, 60),
    contact: who,
    description: data(description, 100),
  });
  const more: Mrkdwn[] = [
    ...(view.date === view.loggedOn ? [] : [md`${formatDate(view.date, locale)}`]),
    ...(view.attemptFailed ? [say(locale, 'interaction.failed')] : []),
    ...(evaluation === '' ? [] : [say(locale, `interaction.evaluation.${evaluation}`)]),
    ...(view.campaignResponse ? [say(locale, 'interaction.responded')] : []),
    ...(campaign ? [md`${campaign.no}`] : []),
  ];
  const line = join([said, ...more], ' · ');
  return view.canceled ? md`${say(locale, 'interaction.canceled')} ~${line}~` : line;
}
