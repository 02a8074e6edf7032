import { z } from 'zod';
import { assignSalesperson } from '../../services/setup/save-salesperson.ts';
import type { ViewRequest, ViewResult } from '../listener.ts';
import { say } from '../text.ts';
import type { memberView } from './ids.ts';
import { showPage } from './show.ts';

const fields = z.object({ salesperson: z.string().max(30).nullish() });

/** Saves which salesperson somebody is. */
export async function submitMember(
  request: ViewRequest<z.output<typeof memberView.metadata>>,
): Promise<ViewResult> {
  const { ctx, form, metadata } = request;
  const { salesperson } = fields.parse(form);
  await assignSalesperson(ctx, { memberId: metadata.member, salespersonCode: salesperson ?? null });
  return { update: await showPage(ctx, { to: 'members', from: 1 }, say(ctx.locale, 'setup.saved')) };
}
