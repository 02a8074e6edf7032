import type { KnownBlock } from '@slack/types';
import type { Recorded } from '../../services/call-lists/types.ts';
import { alert, button, context, section } from '../blocks/index.ts';
import { clip, data, dateMention, join, mention, say, words } from '../text.ts';
import { takeBackAction } from './ids.ts';
import type { CallReader } from './progress.ts';

const NAME = 80;

/** What was written down last, above the next contact, with the way back. */
export function recordedBlocks(reader: CallReader, list: number, recorded: Recorded): KnownBlock[] {
  const { locale, timeZone } = reader;
  const { outcome, contactId, contactName, entryId: entry, again, heldBy } = recorded;
  const name = data(contactName, NAME);
  if (heldBy !== null) {
    const key = entry === null ? 'calls.recorded.held.skipped' : 'calls.recorded.held';
    return [alert(say(locale, key, { name, by: mention(heldBy) }), 'warning', 'recorded')];
  }
  const when = again ? dateMention(new Date(again), timeZone) : null;
  const said = [
    say(locale, 'calls.recorded', { outcome: camel(outcome), name }),
    say(locale, entry === null ? 'calls.recorded.notLogged' : 'calls.recorded.logged'),
    ...(when ? [say(locale, 'calls.recorded.again', { when })] : []),
  ];
  const undo = words(locale, 'calls.takeBack');
  return [
    section(join(said, ' '), {
      id: 'recorded',
      accessory: button(takeBackAction, { list, contact: contactId, entry }, undo, {
        label: words(locale, 'calls.outcome.label', { outcome: undo, name: clip(contactName, 50) }),
      }),
    }),
  ];
}

/** Above a contact whose outcome was taken back. */
export const takenBackBlocks = ({ locale }: CallReader): KnownBlock[] => [
  context(say(locale, 'calls.takenBack')),
];

/** Catalogue texts choose by letters alone. */
const camel = (outcome: string): string => outcome.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
