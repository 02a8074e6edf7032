import { z } from 'zod';
import { addContactByHand } from '../../services/segments/add-contact-by-hand.ts';
import { readHeader } from '../../services/segments/header.ts';
import { replaceLine } from '../../services/segments/replace-line.ts';
import { searchContacts } from '../../services/segments/search-contacts.ts';
import type { StepResult } from '../../services/segments/types.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onOptions, onView, type ViewRequest, type ViewResult } from '../listener.ts';
import { hasMovedOn, movedOnBlocks } from '../segments/moved-on.ts';
import * as ids from './ids.ts';
import { tellLine } from './line-listeners.ts';
import { belowOf } from './list-listeners.ts';
import { contactChoice, pickForm } from './pick-form.ts';

/** What a select shows at once; one types more letters instead of reading on. */
const MAX_FOUND = 30;

const picked = z.object({ contact: z.string().min(1).max(20) });

/** Adding one contact by hand, or putting one in the place of another. */
export function registerPick(host: SlackHost): void {
  onAction(host, ids.addContactAction, async (request) => {
    const { ctx, openView, value } = request;
    await openView(pickForm({ locale: ctx.locale, ...value, below: belowOf(request) }));
  });
  onOptions(host, ids.findContact, async ({ ctx, query }) => {
    if (query.trim() === '') return [];
    const found = await searchContacts(ctx, { query: query.slice(0, 100), limit: MAX_FOUND });
    return found.map(contactChoice);
  });
  onView(host, ids.pickView, (request) => submitPick(host, request));
}

async function submitPick(
  host: SlackHost,
  request: ViewRequest<z.output<typeof ids.pickView.metadata>>,
): Promise<ViewResult> {
  const { ctx, form, metadata, requestKey } = request;
  const { contact: contactNo } = picked.parse(form);
  const { no, version: expectedVersion, line, contact, below } = metadata;
  const wanted = { no, expectedVersion, requestKey, contactNo };
  let result: StepResult;
  try {
    result = await (line === undefined
      ? addContactByHand(ctx, wanted)
      : replaceLine(ctx, { ...wanted, lineNo: line }));
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    const { version } = await readHeader(ctx, no);
    // What was chosen stays, because the select keeps its ids.
    const notice = movedOnBlocks(ctx, error, []);
    return { update: pickForm({ locale: ctx.locale, no, version, line, contact, below, notice }) };
  }
  await tellLine(host, request, result, below);
  return undefined;
}
