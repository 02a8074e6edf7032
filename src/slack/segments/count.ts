import { type DescribeOptions, describe } from '../../criteria/describe.ts';
import type { Criteria } from '../../criteria/model.ts';
import type { Counts } from '../../services/segments/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  message,
  type SlackMessage,
  section,
} from '../blocks/index.ts';
import { clip, say, words } from '../text.ts';
import { newAction } from './ids.ts';

const MAX_CRITERIA = 1000;

/** How many contacts match, and what was understood. */
export function countMessage(reader: DescribeOptions, counts: Counts, criteria: Criteria): SlackMessage {
  const { locale } = reader;
  const told = clip(describe(criteria, reader), MAX_CRITERIA);
  const none = counts.companies + counts.people === 0;
  const text = none
    ? say(locale, 'segments.count.none', { criteria: told })
    : say(locale, 'segments.count', { contacts: contactsAmount(locale, counts), criteria: told });
  return message(text, [
    section(text),
    context(words(locale, 'segments.count.nothingWritten')),
    actions([button(newAction, {}, words(locale, 'segments.button.new'))]),
  ]);
}
