import type { Locale } from '../../i18n/translate.ts';
import { findContacts } from '../../services/contacts/contact-segments.ts';
import { listPostponed } from '../../services/interactions/list-postponed.ts';
import { header, message, type SlackMessage, section } from '../blocks/index.ts';
import { chooseMessage } from '../contacts/contact-message.ts';
import type { SlackHost } from '../host.ts';
import { interactionList } from '../interaction-list/index.ts';
import { type CommandRequest, onCommand, onShortcut } from '../listener.ts';
import { code, join, md, plainOf, say, words } from '../text.ts';
import { fromMessageShortcut, newShortcut } from './ids.ts';
import { formForFound, formForMessage } from './open.ts';
import { LISTED, postponedMessage } from './postponed-list.ts';
import { newForm } from './show.ts';

const HELP = /^(?:help|hjælp|\?)$/i;
const LIST = /^(?:list|liste)(?:\s+(.*))?$/isu;
const POSTPONED = /^(?:postponed|udskudte)$/i;

/** `/interaction`, and the shortcuts that open its form. */
export function registerEntrances(host: SlackHost): void {
  onCommand(host, '/interaction', answer);
  onShortcut(host, newShortcut, async ({ ctx, openView }) => {
    await openView(await newForm(ctx, {}, {}));
  });
  onShortcut(host, fromMessageShortcut, async ({ ctx, message: called, openView }) => {
    if (!called) return;
    const { channel, ts } = called;
    const writtenAt = new Date(Number(ts) * 1000);
    await openView(await formForMessage(ctx, { text: plainOf(called.text), channel, writtenAt }));
  });
}

async function answer(request: CommandRequest): Promise<SlackMessage | undefined> {
  const { ctx, channelId: channel, openView } = request;
  const text = request.text.trim();
  if (HELP.test(text)) return helpMessage(ctx.locale);
  if (POSTPONED.test(text)) {
    return postponedMessage(ctx.locale, await listPostponed(ctx, { limit: LISTED }));
  }
  const list = LIST.exec(text);
  if (list) return interactionList(request, list[1] ?? '');
  if (text === '') {
    await openView(await newForm(ctx, {}, { channel }));
    return undefined;
  }
  const found = await findContacts(ctx, text);
  if (found.length === 0) return chooseMessage(ctx.locale, text, []);
  await openView(await formForFound(ctx, found, channel));
  return undefined;
}

function helpMessage(locale: Locale): SlackMessage {
  const line = (usage: string, key: `interaction.help.${'new' | 'contact' | 'postponed' | 'list'}`) =>
    md`${code(usage)} ${say(locale, key)}`;
  return message(say(locale, 'interaction.help'), [
    header(words(locale, 'interaction.form.title')),
    section(say(locale, 'interaction.help')),
    section(
      join([
        line('/interaction', 'interaction.help.new'),
        line('/interaction Anna Hansen', 'interaction.help.contact'),
        line('/interaction postponed', 'interaction.help.postponed'),
        line(words(locale, 'interactions.hint.command'), 'interaction.help.list'),
      ]),
    ),
    section(say(locale, 'interaction.help.message')),
  ]);
}
