import { z } from 'zod';
import { findContacts } from '../../services/contacts/contact-segments.ts';
import { addComment } from '../../services/interactions/comments.ts';
import { deletePostponed } from '../../services/interactions/delete-postponed.ts';
import { evaluateInteraction } from '../../services/interactions/evaluate-interaction.ts';
import { listPostponed } from '../../services/interactions/list-postponed.ts';
import { templateDefaults } from '../../services/interactions/template-defaults.ts';
import { searchContacts } from '../../services/segments/search-contacts.ts';
import { publishHome } from '../home/publish.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction, onOptions, onView } from '../listener.ts';
import { readMetadata } from '../listeners/view.ts';
import { contactChoice } from '../segment-lines/pick-form.ts';
import { searchable } from '../segments/new-listeners.ts';
import { openedComments } from './comments.ts';
import { filledIn } from './fill-in.ts';
import * as ids from './ids.ts';
import { followUpForm, formForContact, resumeForm } from './open.ts';
import { LISTED, postponedMessage } from './postponed-list.ts';
import { newForm, shownAnew } from './show.ts';
import { submitForm } from './submit.ts';
import { readValues } from './values.ts';

/** What a select shows at once; one types more letters instead of reading on. */
const MAX_FOUND = 30;

/** The form and what stands around it: its searches, its submit, the buttons that open it. */
export function registerForm(host: SlackHost): void {
  onView(host, ids.formView, (request) => submitForm(host, request));
  onAction(host, ids.whenAction, async ({ ctx, place, updateView }) => {
    if (place.kind !== 'modal') return;
    const { view } = place;
    await updateView(await shownAnew(ctx, view, readValues(view), readMetadata(ids.formView, view)));
  });
  onAction(host, ids.templateAction, fillIn);
  searchable(host, ids.templateAction.id, 'templates');
  onOptions(host, ids.findContact, async ({ ctx, query, metadata }) => {
    const typed = query.trim();
    if (typed !== '') {
      return (await searchContacts(ctx, { query: typed.slice(0, 100), limit: MAX_FOUND })).map(contactChoice);
    }
    const found = await Promise.all(offeredIn(metadata).map((no) => findContacts(ctx, no)));
    return found.flatMap((one) => (one.length === 1 ? one : [])).map(contactChoice);
  });
  onAction(host, ids.newAction, async ({ ctx, openView }) => {
    await openView(await newForm(ctx, {}, {}));
  });
  onAction(host, ids.logContactAction, async (request) => {
    const { ctx, value, openView } = request;
    await openView(await formForContact(ctx, { no: value.no, channel: channelOf(request) }));
  });
  registerPosted(host);
  registerPostponed(host);
}

const offered = z.object({ offered: z.array(z.string()).default([]) });

function offeredIn(metadata: string): string[] {
  try {
    return offered.parse(JSON.parse(metadata)).offered;
  } catch {
    return [];
  }
}

/** The channel of the message that was pressed in. */
const channelOf = ({ place }: Pick<ActionRequest<unknown>, 'place'>): string | undefined =>
  place.kind === 'message' && place.channel !== '' ? place.channel : undefined;

/** Fills in what the chosen template says, where nobody has typed anything else. */
async function fillIn(request: ActionRequest<string | null>): Promise<void> {
  const { ctx, place, value, updateView } = request;
  if (place.kind !== 'modal' || value === null) return;
  const metadata = readMetadata(ids.formView, place.view);
  const defaults = await templateDefaults(ctx, value);
  const { values, filled } = filledIn(readValues(place.view), metadata.filled, defaults);
  await updateView(
    await shownAnew(ctx, place.view, values, { ...metadata, revision: metadata.revision + 1, filled }),
  );
}

/** What anybody may do with an interaction that stands in a channel; its line is edited in place. */
function registerPosted(host: SlackHost): void {
  onAction(host, ids.evaluateAction, ({ ctx, value }) => evaluateInteraction(ctx, value));
  onAction(host, ids.followUpAction, async (request) => {
    const { ctx, value, openView } = request;
    await openView(await followUpForm(ctx, { ...value, channel: channelOf(request) }));
  });
  onAction(host, ids.commentsAction, async ({ ctx, value, openView }) => {
    await openView(await openedComments(ctx, value.entry));
  });
  const commentForm = z.object({ comment: z.string().nullish() });
  onView(host, ids.commentView, async ({ ctx, form, metadata, requestKey }) => {
    const { comment } = commentForm.parse(form);
    await addComment(ctx, { entryId: metadata.entry, comment: comment ?? '', requestKey });
    return undefined;
  });
}

function registerPostponed(host: SlackHost): void {
  onAction(host, ids.resumeAction, async (request) => {
    const { ctx, value, openView } = request;
    await openView(await resumeForm(ctx, { ...value, channel: channelOf(request) }));
  });
  onAction(host, ids.deleteAction, async ({ ctx, client, log, value, place, replace }) => {
    await deletePostponed(ctx, { entryId: value.entry });
    if (place.kind === 'home') return publishHome(ctx, client, log);
    await replace(postponedMessage(ctx.locale, await listPostponed(ctx, { limit: LISTED })));
  });
}
