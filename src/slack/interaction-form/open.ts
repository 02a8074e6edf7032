import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { contactSegments } from '../../services/contacts/contact-segments.ts';
import { readPostponed } from '../../services/interactions/list-postponed.ts';
import { proposeFromText } from '../../services/interactions/propose-from-text.ts';
import { showInteraction } from '../../services/interactions/show-interaction.ts';
import type { FoundContact } from '../../services/segments/types.ts';
import { contactChoice } from '../segment-lines/pick-form.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { clip, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { foundBlock, newForm } from './show.ts';
import { isoWhen, whenWords } from './when.ts';

/** How long after an interaction its follow-up is proposed, in days. */
const FOLLOW_UP_DAYS = 7;

/** The form for a contact. @throws NotFoundError contact_not_found */
export async function formForContact(
  ctx: MemberContext,
  { no, channel }: { no: string; channel: string | undefined },
): Promise<ModalView> {
  const { contact } = await contactSegments(ctx, { no });
  return newForm(ctx, { contact: contactChoice(contact) }, at(channel));
}

const at = (channel: string | undefined) => (channel === undefined ? {} : { channel });

/** The form after contacts were named; the one is chosen already, several are offered. */
export async function formForFound(
  ctx: MemberContext,
  found: readonly FoundContact[],
  channel: string | undefined,
): Promise<ModalView> {
  const [one] = found;
  if (one && found.length === 1) return newForm(ctx, { contact: contactChoice(one) }, at(channel));
  const notice = foundBlock(say(ctx.locale, 'interaction.found.several', { count: found.length }));
  return newForm(ctx, {}, { ...at(channel), offered: numbersOf(found) }, [notice]);
}

const numbersOf = (found: readonly FoundContact[]): string[] =>
  found.slice(0, 10).map(({ contactNo }) => contactNo);

/**
 * The form for what a message tells of: its text becomes the description, people and dates in it are proposed.
 * @param message.text plain text
 */
export async function formForMessage(
  ctx: MemberContext,
  message: { text: string; channel: string; writtenAt: Date },
): Promise<ModalView> {
  const { locale } = ctx;
  const { text, channel, writtenAt } = message;
  const { description, comment, contacts, when } = await proposeFromText(ctx, { text, writtenAt });
  const [first, ...others] = contacts;
  // Two people are two possibilities; a person and the person's company are one.
  const isClear = first && others.every((one) => one.type === 'company' && one.name === first.companyName);
  const told: Mrkdwn[] = [
    ...(contacts.length ? [say(locale, 'interaction.found.contacts', { contacts: namesOf(contacts) })] : []),
    ...(when
      ? [say(locale, 'interaction.found.when', { words: when.words, when: whenWords(locale, when) })]
      : []),
    ...(contacts.length || when ? [] : [say(locale, 'interaction.found.nothing')]),
  ];
  return newForm(
    ctx,
    {
      description,
      comment,
      ...(isClear ? { contact: contactChoice(first) } : {}),
      ...(when ? { when: isoWhen(when) } : {}),
    },
    { channel, ...(contacts.length ? { offered: numbersOf(contacts) } : {}) },
    [foundBlock(join(told))],
  );
}

const namesOf = (contacts: readonly FoundContact[]): Mrkdwn =>
  join(
    contacts.map(({ name, contactNo, companyName }) =>
      companyName ? md`*${clip(name, 60)}* (${clip(companyName, 60)})` : md`*${data(name || contactNo, 60)}*`,
    ),
    ', ',
  );

/** The form for a later interaction with the same contact. @throws NotFoundError interaction_not_found */
export async function followUpForm(
  ctx: MemberContext,
  { entry, channel }: { entry: number; channel: string | undefined },
): Promise<ModalView> {
  const { contact, template, campaign, description } = await showInteraction(ctx, { entryId: entry });
  const when = ctx.locale === 'da' ? `om ${FOLLOW_UP_DAYS} dage` : `in ${FOLLOW_UP_DAYS} days`;
  return newForm(
    ctx,
    {
      contact: contactChoice({ ...contact, contactNo: contact.no }),
      template: codeChoice(template),
      description: clip(words(ctx.locale, 'interaction.followUp.description', { description }), 100),
      ...(campaign ? { campaign: campaignChoice(campaign) } : {}),
      when,
      later: true,
    },
    at(channel),
  );
}

export const campaignChoice = ({ no, description }: { no: string; description: string }) =>
  codeChoice({ code: no, description });

/** The form that completes a postponed interaction. @throws NotFoundError interaction_not_found */
export async function resumeForm(
  ctx: MemberContext,
  { entry, channel }: { entry: number; channel: string | undefined },
): Promise<ModalView> {
  const found = await readPostponed(ctx, { entryId: entry });
  const { contact, template, campaign, planned, evaluation } = found;
  return newForm(
    ctx,
    {
      contact: contactChoice({ ...contact, contactNo: contact.no }),
      template: codeChoice(template),
      description: found.description,
      ...(planned ? {} : { when: isoWhen(found) }),
      failed: found.attemptFailed,
      evaluation,
      campaign: campaign && campaignChoice(campaign),
      response: found.campaignResponse,
      duration: String(found.duration),
      cost: found.cost,
      comment: found.comment,
    },
    { entry, ...at(channel) },
  );
}
