import type { Locale } from '../../i18n/translate.ts';
import { actions, button, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { code, join, md, say, words } from '../text.ts';
import * as ids from './ids.ts';

/** Usage is the same in every language, as the verbs are. */
const USAGE = [
  ['/opportunity new', 'new'],
  ['/opportunity new Anna Hansen', 'contact'],
  ['/opportunity list [mine | all]', 'list'],
  ['/opportunity show OP000001', 'show'],
  ['/opportunity help', 'help'],
] as const;

export function helpMessage(locale: Locale): SlackMessage {
  const intro = say(locale, 'opportunities.help.intro');
  return message(intro, [
    header(words(locale, 'opportunities.title')),
    section(intro),
    section(
      join(USAGE.map(([usage, key]) => md`${code(usage)} ${say(locale, `opportunities.help.${key}`)}`)),
    ),
    section(say(locale, 'opportunities.help.elsewhere')),
    actions([
      button(ids.newAction, {}, words(locale, 'opportunities.button.new'), { style: 'primary' }),
      button(ids.listAction, { scope: { kind: 'mine' } }, words(locale, 'opportunities.list.mine')),
    ]),
  ]);
}
