import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { readSettings } from '../setup/read-settings.ts';
import { findContact } from './find-contact.ts';

const row = z.object({
  interactions: z.coerce.number(),
  cost: z.string(),
  duration: z.coerce.number(),
  last: z.string().nullable(),
  attempted: z.string().nullable(),
});

/** Figures about the interactions with a contact, worked out when they are read. */
export interface ContactFigures {
  interactions: number;
  /** A decimal string in the workspace's currency. */
  cost: string;
  currency: string;
  /** Minutes. */
  duration: number;
  /** `YYYY-MM-DD`: the last interaction that did not fail, and the last one that we began. */
  lastInteraction: string | null;
  lastAttempt: string | null;
}

/**
 * What came of a contact's interactions (`domain.md` §3.1): a company's are its own and those of its people, a person's
 * their own. Canceled ones do not count and cost nothing, but the two dates still know of them: the contact was reached
 * all the same. Postponed ones are left out of all.
 * @throws NotFoundError contact_not_found
 */
export async function contactFigures(ctx: Context, input: { no: string }): Promise<ContactFigures> {
  const { workspaceId } = ctx;
  const contact = await findContact(ctx, input.no);
  const owner = contact.type === 'company' ? sql`company_id` : sql`contact_id`;
  const [found] = await executor(ctx).execute(sql`
    select count(*) filter (where not canceled) as interactions,
      coalesce(sum(cost) filter (where not canceled), 0)::text as cost,
      coalesce(sum(duration) filter (where not canceled), 0) as duration,
      (max(date) filter (where not attempt_failed))::text as last,
      (max(date) filter (where initiated_by = 'us'))::text as attempted
    from interaction_log_entries
    where workspace_id = ${workspaceId} and ${owner} = ${contact.id} and not postponed`);
  const { last, attempted, ...sums } = row.parse(found);
  const { currency } = await readSettings(ctx);
  return { ...sums, currency, lastInteraction: last, lastAttempt: attempted };
}
