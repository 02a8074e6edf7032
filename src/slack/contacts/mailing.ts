import type { Locale } from '../../i18n/translate.ts';
import { applyMailingGroup, type MailingGroupApplied } from '../../services/mailing-groups/apply.ts';
import { actions, button, message, type SlackMessage, section } from '../blocks/index.ts';
import type { CommandRequest } from '../listener.ts';
import { MAILING_FLAGS, takeFlags } from '../segments/command/flags.ts';
import { firstWord } from '../segments/command/tokens.ts';
import { data, join, say, words } from '../text.ts';
import { mailingAction } from './ids.ts';

/** `/segment mailing NO GROUP [--delete-old]`: what cannot be undone is asked about first. */
export async function mailingFromText(
  { ctx, requestKey }: CommandRequest,
  { no, rest }: { no: string; rest: string },
): Promise<SlackMessage> {
  const { criteria: text, flags } = takeFlags(rest, MAILING_FLAGS);
  const { word: code } = firstWord(text);
  const deleteOld = flags.has('delete-old');
  const did = await applyMailingGroup(ctx, { no, code, deleteOld, preview: deleteOld, requestKey });
  return deleteOld ? confirmMessage(ctx.locale, did) : appliedMessage(ctx.locale, did);
}

const nameOf = ({ group }: MailingGroupApplied) => data(group.description || group.code, 100);

function confirmMessage(locale: Locale, counted: MailingGroupApplied): SlackMessage {
  const { segmentNo: no, given, taken, group } = counted;
  const text = say(locale, 'mailing.confirm', { no, group: nameOf(counted), given, taken });
  return message(text, [
    section(text),
    actions([
      button(mailingAction, { no, code: group.code }, words(locale, 'mailing.button.apply'), {
        style: 'danger',
      }),
    ]),
  ]);
}

export function appliedMessage(locale: Locale, did: MailingGroupApplied): SlackMessage {
  const { segmentNo: no, contacts, given, taken } = did;
  const text = join(
    [
      say(locale, 'mailing.did', { no, group: nameOf(did), given, already: contacts - given }),
      ...(taken > 0 ? [say(locale, 'mailing.taken', { taken })] : []),
    ],
    ' ',
  );
  return message(text, [section(text)]);
}
