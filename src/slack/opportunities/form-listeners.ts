import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { contactSegments } from '../../services/contacts/contact-segments.ts';
import { closeOpportunity } from '../../services/opportunities/close.ts';
import { createOpportunity } from '../../services/opportunities/create.ts';
import { editOpportunity } from '../../services/opportunities/edit.ts';
import { showOpportunity } from '../../services/opportunities/show.ts';
import { searchContacts } from '../../services/segments/search-contacts.ts';
import type { FoundContact } from '../../services/segments/types.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { alert, section } from '../blocks/index.ts';
import { changedAgo } from '../changed-ago.ts';
import type { SlackHost } from '../host.ts';
import { messageView, onAction, onOptions, onView, type ViewRequest, type ViewResult } from '../listener.ts';
import { contactChoice } from '../segment-lines/pick-form.ts';
import { atTheNumber, searchable } from '../segments/new-listeners.ts';
import { ownSalesperson } from '../segments/new-modal.ts';
import { type Mrkdwn, say } from '../text.ts';
import { opportunityMessage } from './card.ts';
import { closeForm, readCloseForm } from './close-form.ts';
import { editForm, newForm, readOpportunityForm } from './form.ts';
import * as ids from './ids.ts';

/** What a select shows at once; one types more letters instead of reading on. */
const MAX_FOUND = 30;

/** Opens the form, with the member's own salesperson, and a contact if there is one, filled in. */
export async function openNew(
  ctx: MemberContext,
  openView: (view: ModalView) => Promise<unknown>,
  contact?: FoundContact,
): Promise<void> {
  const { currency } = await readSettings(ctx);
  await openView(
    newForm({
      locale: ctx.locale,
      currency,
      contact: contact && contactChoice(contact),
      salesperson: await ownSalesperson(ctx),
    }),
  );
}

/** The forms for opportunities: opening them, their searches, their submits. */
export function registerForms(host: SlackHost): void {
  onAction(host, ids.newAction, async ({ ctx, value: { contact: no }, openView }) =>
    openNew(ctx, openView, no === undefined ? undefined : (await contactSegments(ctx, { no })).contact),
  );
  onAction(host, ids.editAction, async ({ ctx, value, openView }) => {
    await openView(editForm(ctx.locale, await showOpportunity(ctx, value)));
  });
  onAction(host, ids.closeAction, async ({ ctx, value: { no, outcome }, openView }) => {
    await openView(closeForm(ctx.locale, await showOpportunity(ctx, { no }), outcome));
  });
  onOptions(host, ids.findContact, async ({ ctx, query }) => {
    const typed = query.trim().slice(0, 100);
    if (typed === '') return [];
    return (await searchContacts(ctx, { query: typed, limit: MAX_FOUND })).map(contactChoice);
  });
  searchable(host, ids.findSalesperson, 'salespeople');
  onView(host, ids.newView, create);
  onView(host, ids.editView, edit);
  onView(host, ids.closeView, close);
}

async function create({ ctx, form, requestKey }: ViewRequest<object>): Promise<ViewResult> {
  const { contact: contactNo, no: typed, values } = readOpportunityForm(ctx, form);
  const creating = createOpportunity(ctx, {
    contactNo,
    ...values,
    ...(typed ? { no: typed } : {}),
    requestKey,
  });
  const { no } = await creating.catch(atTheNumber);
  return shown(ctx, no, say(ctx.locale, 'opportunities.created', { no }));
}

async function edit(request: ViewRequest<{ no: string; version: number }>): Promise<ViewResult> {
  const { ctx, form, metadata, requestKey } = request;
  const { no, version: expectedVersion } = metadata;
  const { values } = readOpportunityForm(ctx, form);
  try {
    await editOpportunity(ctx, { opportunityNo: no, expectedVersion, requestKey, ...values });
    return await shown(ctx, no, say(ctx.locale, 'opportunities.saved', { no }));
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    const moved = movedOn(ctx, error, say(ctx.locale, 'opportunities.movedOn.kept'));
    return { update: editForm(ctx.locale, await showOpportunity(ctx, { no }), moved) };
  }
}

type Closing = ViewRequest<{ no: string; version: number; outcome: 'won' | 'lost' }>;

async function close({ ctx, form, metadata, requestKey }: Closing): Promise<ViewResult> {
  const { no, version: expectedVersion, outcome } = metadata;
  const filled = readCloseForm(ctx, form);
  try {
    await closeOpportunity(ctx, { opportunityNo: no, outcome, expectedVersion, requestKey, ...filled });
    return await shown(ctx, no, say(ctx.locale, `opportunities.closed.${outcome}`, { no }));
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    const moved = movedOn(ctx, error, say(ctx.locale, 'opportunities.close.moved'));
    return { update: closeForm(ctx.locale, await showOpportunity(ctx, { no }), outcome, moved) };
  }
}

const shown = async (ctx: MemberContext, no: string, lead: Mrkdwn): Promise<ViewResult> => ({
  update: messageView(opportunityMessage(ctx.locale, await showOpportunity(ctx, { no }), lead)),
});

const hasMovedOn = (error: unknown): error is ConflictError =>
  error instanceof ConflictError && error.code === 'opportunity_moved_on';

/** What was filled in stays, because the fields keep their ids. */
const movedOn = (ctx: MemberContext, error: ConflictError, kept: Mrkdwn): KnownBlock[] => [
  alert(changedAgo(ctx, error), 'warning'),
  section(kept),
];
