import type { MemberContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import { findContacts } from '../../services/contacts/contact-segments.ts';
import { listOpportunities, type OpportunityScope } from '../../services/opportunities/list.ts';
import { showOpportunity } from '../../services/opportunities/show.ts';
import type { FoundContact } from '../../services/segments/types.ts';
import { actions, button, message, type SlackMessage, section } from '../blocks/index.ts';
import type { CommandRequest } from '../listener.ts';
import { contactChoice } from '../segment-lines/pick-form.ts';
import { firstWord } from '../segments/command/tokens.ts';
import { data, join, type Mrkdwn, say } from '../text.ts';
import { opportunityMessage } from './card.ts';
import { type Verb, verbs } from './command/verbs.ts';
import { openNew } from './form-listeners.ts';
import { helpMessage } from './help.ts';
import * as ids from './ids.ts';
import { LIST_PAGE, listMessage } from './list.ts';

/** `/opportunity …`: reads what was typed, does it, and answers the person alone. */
export async function opportunityCommand(request: CommandRequest): Promise<SlackMessage | undefined> {
  const { ctx, text } = request;
  const { word, rest } = firstWord(text);
  const verb: Verb | undefined = word === '' ? 'list' : verbs.find(word);
  switch (verb) {
    case 'new':
      return startNew(request, rest.trim());
    case 'list':
      return listFor(ctx, /^(all|alle)$/i.test(rest.trim() || word) ? 'all' : 'mine');
    case 'show':
      return show(ctx, firstWord(rest).word);
    case 'help':
      return helpMessage(ctx.locale);
    default:
      return said(unknownWords(ctx.locale, word));
  }
}

const said = (text: Mrkdwn): SlackMessage => message(text, [section(text)]);

async function startNew({ ctx, openView }: CommandRequest, name: string): Promise<SlackMessage | undefined> {
  const found = name === '' ? [] : await findContacts(ctx, name);
  const [one] = found;
  if (name !== '' && (found.length !== 1 || !one)) return chooseMessage(ctx.locale, name, found);
  await openNew(ctx, openView, one);
  return undefined;
}

/** Nobody, or several to choose from. */
function chooseMessage(locale: Locale, typed: string, found: readonly FoundContact[]): SlackMessage {
  const text = say(locale, found.length ? 'contact.choose' : 'contact.none', { text: data(typed, 60) });
  const buttons = found.map((contact) =>
    button(ids.newAction, { contact: contact.contactNo }, contactChoice(contact).text),
  );
  return message(text, [section(text), ...(buttons.length ? [actions(buttons)] : [])]);
}

async function listFor(ctx: MemberContext, kind: OpportunityScope['kind']): Promise<SlackMessage> {
  const scope = { kind, key: '' };
  return listMessage(ctx.locale, scope, await listOpportunities(ctx, { scope, limit: LIST_PAGE }));
}

async function show(ctx: MemberContext, no: string): Promise<SlackMessage> {
  if (no === '') return said(say(ctx.locale, 'opportunities.mistake.noMissing'));
  return opportunityMessage(ctx.locale, await showOpportunity(ctx, { no }));
}

function unknownWords(locale: Locale, word: string): Mrkdwn {
  const nearest = verbs.nearest(word);
  return join(
    [
      say(locale, 'opportunities.mistake.unknownVerb', { word: word.slice(0, 40).replaceAll('`', '') }),
      say(locale, 'opportunities.mistake.nearestVerb', { verb: nearest ?? 'help' }),
    ],
    ' ',
  );
}
