import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { explainContact } from '../../services/segments/explain-contact.ts';
import type { ContactExplanation } from '../../services/segments/types.ts';
import { context, message, modal, type SlackMessage, section } from '../blocks/index.ts';
import { type Reader, readerOf } from '../segments/reader.ts';
import { stepWords } from '../segments/step-words.ts';
import { clip, data, dateMention, join, type Mrkdwn, md, mention, say, words } from '../text.ts';
import { whyView } from './ids.ts';

/** More than these are not read; the last ones decide. */
const MAX_EVENTS = 20;

/** In a sentence: whether the contact is on the segment, and since when. */
function whySentence({ locale, timeZone }: Reader, explained: ContactExplanation): Mrkdwn {
  const { contact, segmentNo: no, lines, since, events } = explained;
  const name = data(clip(contact.name || contact.contactNo, 80));
  const when = since ? dateMention(since, timeZone) : '';
  const facts = { contact: md`*${name}* (${contact.contactNo})`, no };
  if (lines > 0) return say(locale, 'why.on', { ...facts, lines, when });
  if (events.length > 0) return say(locale, 'why.off', { ...facts, when });
  return say(locale, 'why.never', facts);
}

/** Why a contact is on a segment or not: the answer, then the steps that made it so. */
export function whyBlocks(reader: Reader, explained: ContactExplanation): KnownBlock[] {
  const { locale } = reader;
  const shown = explained.events.slice(-MAX_EVENTS);
  const left = explained.events.length - shown.length;
  return [
    section(whySentence(reader, explained)),
    ...(left > 0 ? [context(words(locale, 'why.earlier', { count: left }))] : []),
    ...shown.map((event) => section(eventLine(reader, event))),
    ...(explained.excluded ? [context(say(locale, 'why.excluded'))] : []),
    context(say(locale, 'why.counted')),
  ];
}

function eventLine(reader: Reader, { did, step }: ContactExplanation['events'][number]): Mrkdwn {
  const { locale, timeZone } = reader;
  const sign = { added: '➕', removed: '➖', edited: '✏️' }[did];
  const what = md`${sign} *${words(locale, `why.did.${did}`, { step: step.no })}* ${stepWords(reader, step.input)}`;
  return join([what, join([mention(step.by.slackUserId), dateMention(step.at, timeZone)], ' · ')]);
}

async function explain(ctx: MemberContext, wanted: { no: string; contactNo: string }) {
  const explained = await explainContact(ctx, wanted);
  const reader = await readerOf(
    ctx,
    explained.events.map(({ step }) => step.input),
  );
  return { explained, reader };
}

/**
 * Opens the answer in a modal.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError contact_not_found
 */
export async function openWhy(
  ctx: MemberContext,
  openView: (view: ModalView) => Promise<string>,
  wanted: { no: string; contactNo: string },
): Promise<void> {
  const { explained, reader } = await explain(ctx, wanted);
  await openView(whyModal(reader, explained));
}

export const whyModal = (reader: Reader, explained: ContactExplanation): ModalView =>
  modal({
    id: whyView,
    metadata: { no: explained.segmentNo },
    title: words(reader.locale, 'why.title'),
    close: words(reader.locale, 'common.close'),
    blocks: whyBlocks(reader, explained),
  });

/**
 * The answer as a message.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError contact_not_found
 */
export async function whyMessage(
  ctx: MemberContext,
  wanted: { no: string; contactNo: string },
): Promise<SlackMessage> {
  const { explained, reader } = await explain(ctx, wanted);
  return message(whySentence(reader, explained), whyBlocks(reader, explained));
}
