import type { Locale } from '../../i18n/translate.ts';
import type { SavedCriteriaList } from '../../services/saved-criteria/read.ts';
import type { SavedCriteria } from '../../services/saved-criteria/types.ts';
import type { Reused } from '../../services/segments/reuse.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { showAction } from '../segments/ids.ts';
import type { Reader } from '../segments/reader.ts';
import { membershipSentences } from '../segments/step-answer.ts';
import { stepWords } from '../segments/step-words.ts';
import { code, data, dateMention, join, type Mrkdwn, md, mention, say, words } from '../text.ts';
import * as ids from './ids.ts';

/** More steps than this are counted, not read. */
const MAX_STEPS = 10;

const rowText = (locale: Locale, { code: name, description, steps }: SavedCriteria): Mrkdwn =>
  say(locale, 'saved.row', { code: data(name), description: data(description, 100), steps: steps.length });

/** Saved criteria, a button for each. */
export function savedListMessage(locale: Locale, { saved, nextAfter }: SavedCriteriaList): SlackMessage {
  const title = words(locale, 'saved.title');
  const rows = saved.map((one) =>
    section(rowText(locale, one), {
      accessory: button(ids.savedShowAction, { id: one.id }, words(locale, 'saved.button.show')),
    }),
  );
  const empty = section(say(locale, 'saved.list.empty', { command: code('/segment save SM00001 NORTH') }));
  return message(title, [
    header(title),
    ...(rows.length ? rows : [empty]),
    ...(nextAfter === undefined
      ? []
      : [actions([button(ids.savedListAction, { after: nextAfter }, words(locale, 'saved.button.next'))])]),
  ]);
}

/** The steps of saved criteria in words, a line each. */
function stepLines(reader: Reader, { steps }: SavedCriteria): Mrkdwn {
  const more = steps.length - MAX_STEPS;
  return join([
    ...steps.slice(0, MAX_STEPS).map((step, at) => md`${at + 1}. ${stepWords(reader, step)}`),
    ...(more > 0 ? [say(reader.locale, 'saved.moreSteps', { count: more })] : []),
  ]);
}

const useButton = (locale: Locale, id: number) =>
  button(ids.savedUseAction, { id }, words(locale, 'saved.button.use'), { style: 'primary' });

/** Saved criteria in words, with what can be done with them. */
export function savedMessage(reader: Reader, saved: SavedCriteria): SlackMessage {
  const { locale, timeZone } = reader;
  const { id } = saved;
  const text = rowText(locale, saved);
  const at = dateMention(saved.at, timeZone);
  return message(text, [
    section(text),
    section(stepLines(reader, saved)),
    context(say(locale, 'saved.by', { by: mention(saved.by.slackUserId), at })),
    actions([
      useButton(locale, id),
      button(ids.savedShareAction, { id }, words(locale, 'saved.button.share')),
      button(ids.savedRenameAction, { id }, words(locale, 'saved.button.rename')),
      button(ids.savedDeleteAction, { id }, words(locale, 'saved.button.delete'), {
        style: 'danger',
        confirm: {
          title: words(locale, 'saved.delete.title', { code: saved.code }),
          text: words(locale, 'saved.delete.text'),
          confirm: words(locale, 'saved.button.delete'),
          deny: words(locale, 'saved.delete.keep'),
          danger: true,
        },
      }),
    ]),
  ]);
}

/** Saved criteria in a channel: everybody can start a segment from them. @param by the sharer's name, which calls nobody */
export function savedInChannel(reader: Reader, saved: SavedCriteria, by: string): SlackMessage {
  const { locale } = reader;
  const text = say(locale, 'saved.shared', {
    by: data(by, 100),
    code: data(saved.code),
    description: data(saved.description, 100),
  });
  return message(text, [
    section(text),
    section(stepLines(reader, saved)),
    actions([useButton(locale, saved.id)]),
  ]);
}

/** A sentence with a button that shows the segment. */
export const doneMessage = (locale: Locale, text: Mrkdwn, no?: string): SlackMessage =>
  message(text, [
    section(text),
    ...(no === undefined
      ? []
      : [actions([button(showAction, { no }, words(locale, 'segments.button.show'))])]),
  ]);

/** What using criteria or a logged segment again did. */
export function reusedMessage(
  locale: Locale,
  { segmentNo: no, steps, now, created, voided }: Reused,
): SlackMessage {
  const none = { companies: 0, people: 0 };
  const last = membershipSentences(locale, { segmentNo: no, added: none, removed: none, now }).at(-1);
  const sentences = [
    say(locale, created ? 'saved.did.new' : 'saved.did.into', { no, steps }),
    ...(last ? [last] : []),
    ...(voided ? [say(locale, 'segments.did.voided', { no })] : []),
  ];
  return doneMessage(locale, join(sentences, ' '), no);
}

/** The segment has steps already: should these follow them? Not pressing changes nothing. */
export function confirmMessage(
  locale: Locale,
  ask: Parameters<typeof button<typeof ids.reuseAnywayAction.value>>[1],
  count: number,
): SlackMessage {
  const { no } = ask;
  const text = say(locale, 'saved.confirm', { no, count });
  return message(text, [
    section(text),
    actions([button(ids.reuseAnywayAction, ask, words(locale, 'saved.button.anyway', { no }))]),
  ]);
}
