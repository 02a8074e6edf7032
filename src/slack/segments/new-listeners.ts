import { z } from 'zod';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { createSegment } from '../../services/segments/create-segment.ts';
import { type CodeList, searchCodes } from '../../services/setup/search-codes.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onOptions, onShortcut, onView } from '../listener.ts';
import { cardModal } from './card.ts';
import { createdLine } from './create.ts';
import { findCampaign, findSalesperson, findTemplate, newAction, newShortcut, newView } from './ids.ts';
import { loadCard } from './load-card.ts';
import { codeChoice, openNewModal } from './new-modal.ts';

const code = z.string().max(30).nullish();
const newForm = z.object({
  description: z.string(),
  campaign: code,
  template: code,
  salesperson: code,
  date: z.iso.date().nullish(),
  no: z.string().max(20).nullish(),
});

/** The form for a new segment: opening it, its searches, its submit. */
export function registerNewSegment(host: SlackHost): void {
  onShortcut(host, newShortcut, ({ ctx, openView }) => openNewModal(ctx, openView));
  onAction(host, newAction, ({ ctx, openView }) => openNewModal(ctx, openView));
  onView(host, newView, async ({ ctx, form, requestKey }) => {
    const { description, campaign, template, salesperson, date, no: typed } = newForm.parse(form);
    const creating = createSegment(ctx, {
      ...(typed ? { no: typed } : {}),
      description,
      ...(campaign ? { campaignNo: campaign } : {}),
      ...(template ? { templateCode: template } : {}),
      ...(salesperson ? { salespersonCode: salesperson } : {}),
      ...(date ? { date } : {}),
      requestKey,
    });
    const { no } = await creating.catch(atTheNumber);
    const { card, reader } = await loadCard(ctx, { no });
    return { update: cardModal(reader, card, [createdLine(ctx, card)]) };
  });
  searchable(host, findCampaign, 'campaigns');
  searchable(host, findTemplate, 'templates');
  searchable(host, findSalesperson, 'salespeople');
}

/** A number that is taken is told at its field, as everything else that is wrong with it. */
export function atTheNumber(error: unknown): never {
  if (error instanceof ConflictError && error.code === 'number_taken') {
    throw new InvalidError(error.code, error.params, [{ field: 'no', code: error.code }]);
  }
  throw error;
}

/** Lets a select search a list of codes. */
export function searchable(host: SlackHost, actionId: string, table: CodeList): void {
  onOptions(host, actionId, async ({ ctx, query }) =>
    (await searchCodes(ctx, { table, query: query.slice(0, 200) })).map(codeChoice),
  );
}
