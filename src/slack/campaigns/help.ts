import type { Locale } from '../../i18n/translate.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { code, join, md, say, words } from '../text.ts';
import { VERBS, type Verb, verbs } from './command/verbs.ts';
import * as ids from './ids.ts';

interface VerbHelp {
  usage: string;
  example: string;
  who: 'everybody' | 'creator' | 'organizer';
}

/** Usage is the same in every language, as the verbs and fields are. */
const HELP: Record<Verb, VerbHelp> = {
  new: {
    usage: '/campaign new ["DESCRIPTION"] [start:DATE] [end:DATE] [owner:CODE] [status:CODE] [number:NO]',
    example: '/campaign new "Autumn call" start:1/10/2026 end:18/12/2026',
    who: 'creator',
  },
  list: { usage: '/campaign list [mine | WORDS]', example: '/campaign list autumn', who: 'everybody' },
  show: { usage: '/campaign show NO', example: '/campaign show CP1001', who: 'everybody' },
  edit: { usage: '/campaign edit NO', example: '/campaign edit CP1001', who: 'organizer' },
  segments: { usage: '/campaign segments NO', example: '/campaign segments CP1001', who: 'everybody' },
  activate: { usage: '/campaign activate NO', example: '/campaign activate CP1001', who: 'organizer' },
  deactivate: { usage: '/campaign deactivate NO', example: '/campaign deactivate CP1001', who: 'organizer' },
  targets: { usage: '/campaign targets NO', example: '/campaign targets CP1001', who: 'everybody' },
  entries: { usage: '/campaign entries NO', example: '/campaign entries CP1001', who: 'everybody' },
  digest: { usage: '/campaign digest NO on|off', example: '/campaign digest CP1001 on', who: 'organizer' },
  share: { usage: '/campaign share NO', example: '/campaign share CP1001', who: 'everybody' },
  delete: { usage: '/campaign delete NO', example: '/campaign delete CP1001', who: 'organizer' },
  help: { usage: '/campaign help [VERB]', example: '/campaign help activate', who: 'everybody' },
};

/** All verbs in a line each. */
export function helpMessage(locale: Locale): SlackMessage {
  const intro = say(locale, 'campaigns.help.intro');
  const lines = VERBS.map((verb) => md`${code(verb)} ${say(locale, `campaigns.help.${verb}`)}`);
  return message(intro, [
    header(words(locale, 'campaigns.title')),
    section(intro),
    section(join(lines)),
    actions([
      button(ids.newAction, {}, words(locale, 'campaigns.button.new'), { style: 'primary' }),
      button(ids.listAction, { scope: 'all' }, words(locale, 'campaigns.list.all')),
    ]),
  ]);
}

/** One verb: what it does, how it is written, an example, who may use it. */
export function verbHelpMessage(locale: Locale, verb: Verb): SlackMessage {
  const { usage, example, who } = HELP[verb];
  const does = say(locale, `campaigns.help.${verb}`);
  return message(md`${code(`/campaign ${verb}`)} ${does}`, [
    section(md`*/campaign ${verb}*\n${does}`),
    section(join([code(usage), code(example)])),
    context(
      say(locale, 'segments.help.role', { role: words(locale, `campaigns.help.who.${who}`) }),
      say(locale, 'segments.help.aliases', { aliases: verbs.aliases(verb).join(', ') }),
    ),
    actions([button(ids.helpAction, {}, words(locale, 'segments.button.help'))]),
  ]);
}
