import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { actions, button, context, header, message, type SlackMessage, section } from '../blocks/index.ts';
import { code, join, type Mrkdwn, md, say, words } from '../text.ts';
import { VERBS, type Verb, verbAliases } from './command/verbs.ts';
import { helpAction, listAction, newAction } from './ids.ts';

interface VerbHelp {
  usage: string;
  example: string;
  role: MessageKey;
}

const everybody = 'segments.help.everybody' as const;
const deleter = 'segments.help.deleter' as const;
const changer = 'segments.help.changer' as const;

/** Usage is the same in every language, as the verbs and fields are. */
const HELP: Record<Verb, VerbHelp> = {
  new: {
    usage:
      '/segment new ["DESCRIPTION"] [campaign:NO] [template:CODE] [salesperson:CODE] [date:DATE] [number:NO]',
    example: '/segment new "Autumn call" campaign:CP1001 template:BUS date:"next friday"',
    role: everybody,
  },
  list: { usage: '/segment list', example: '/segment', role: everybody },
  show: { usage: '/segment show NO', example: '/segment show SM00001', role: everybody },
  edit: { usage: '/segment edit NO', example: '/segment edit SM00001', role: changer },
  lines: { usage: '/segment lines NO', example: '/segment lines SM00001', role: changer },
  steps: { usage: '/segment steps NO', example: '/segment steps SM00001', role: changer },
  why: { usage: '/segment why NO CONTACT', example: '/segment why SM00001 CT000012', role: everybody },
  count: {
    usage: '/segment count CRITERIA [--expand-companies] [--related-companies] [--ignore-exclusion]',
    example: '/segment count country:DK industry:PRESS',
    role: everybody,
  },
  add: {
    usage:
      '/segment add NO [CRITERIA] [--expand-companies] [--related-companies] [--allow-existing] [--ignore-exclusion]',
    example: '/segment add SM00001 country:DK|SE type:company --related-companies',
    role: changer,
  },
  reduce: {
    usage: '/segment reduce NO [CRITERIA] [--entire-companies]',
    example: '/segment reduce SM00001 interaction.date:"last 30 days" --entire-companies',
    role: changer,
  },
  refine: {
    usage: '/segment refine NO [CRITERIA] [--entire-companies]',
    example: '/segment refine SM00001 job:PURCHASE',
    role: changer,
  },
  undo: { usage: '/segment undo NO', example: '/segment undo SM00001', role: changer },
  redo: { usage: '/segment redo NO', example: '/segment redo SM00001', role: changer },
  submit: { usage: '/segment submit NO', example: '/segment submit SM00001', role: everybody },
  calls: { usage: '/segment calls NO', example: '/segment calls SM00001', role: everybody },
  log: { usage: '/segment log NO', example: '/segment log SM00001', role: everybody },
  logged: {
    usage: '/segment logged [NO | campaign:NO by:WHO canceled DAYS]',
    example: '/segment logged campaign:CP1001 last month',
    role: everybody,
  },
  export: {
    usage: '/segment export NO [csv|xlsx]',
    example: '/segment export SM00001 xlsx',
    role: everybody,
  },
  copy: { usage: '/segment copy NO', example: '/segment copy SM00001', role: everybody },
  people: { usage: '/segment people NO', example: '/segment people SM00001', role: changer },
  mailing: {
    usage: '/segment mailing NO GROUP [--delete-old]',
    example: '/segment mailing SM00001 GIFT --delete-old',
    role: everybody,
  },
  save: {
    usage: '/segment save NO [CODE] ["DESCRIPTION"]',
    example: '/segment save SM00001 NORTH "Customers in the north"',
    role: everybody,
  },
  saved: { usage: '/segment saved [CODE]', example: '/segment saved NORTH', role: everybody },
  reuse: { usage: '/segment reuse CODE|LOGGED [NO]', example: '/segment reuse 7 SM00001', role: changer },
  share: { usage: '/segment share NO [#CHANNEL]', example: '/segment share SM00001', role: everybody },
  delete: { usage: '/segment delete NO', example: '/segment delete SM00001', role: deleter },
  cleanup: { usage: '/segment cleanup', example: '/segment cleanup', role: 'segments.help.admins' },
  settings: { usage: '/segment settings', example: '/segment settings', role: everybody },
  help: { usage: '/segment help [VERB]', example: '/segment help add', role: everybody },
};

const WITH_CRITERIA: readonly Verb[] = ['count', 'add', 'reduce', 'refine'];

/** All verbs in a line each. */
export function helpMessage(locale: Locale): SlackMessage {
  const lines = VERBS.map((verb) => md`${code(verb)} ${say(locale, `segments.help.${verb}`)}`);
  return message(say(locale, 'segments.help.intro'), [
    header(words(locale, 'segments.title')),
    section(say(locale, 'segments.help.intro')),
    section(join(lines)),
    section(say(locale, 'segments.help.criteria')),
    section(say(locale, 'segments.help.others')),
    actions([
      button(newAction, {}, words(locale, 'segments.button.new'), { style: 'primary' }),
      button(listAction, { scope: 'mine' }, words(locale, 'segments.list.mine')),
    ]),
  ]);
}

/** One verb: what it does, how it is written, an example, who may use it. */
export function verbHelpMessage(locale: Locale, verb: Verb): SlackMessage {
  const { usage, example, role } = HELP[verb];
  const does = say(locale, `segments.help.${verb}`);
  const facts: Mrkdwn[] = [
    say(locale, 'segments.help.role', { role: words(locale, role) }),
    say(locale, 'segments.help.aliases', { aliases: verbAliases(verb).join(', ') }),
  ];
  return message(md`${code(`/segment ${verb}`)} ${does}`, [
    section(md`*/segment ${verb}*\n${does}`),
    section(join([code(usage), code(example)])),
    ...(WITH_CRITERIA.includes(verb) ? [section(say(locale, 'segments.help.criteria'))] : []),
    context(...facts),
    actions([button(helpAction, {}, words(locale, 'segments.button.help'))]),
  ]);
}
