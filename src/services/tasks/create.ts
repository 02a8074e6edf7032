import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { ForbiddenError, InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { contacts } from '../../db/schema/index.ts';
import { findCampaign } from '../setup/find-codes.ts';
import { salespersonOf } from './salesperson.ts';
import { readTask, taskInput } from './task-input.ts';
import { type About, NOBODY, writeTasks } from './write-tasks.ts';

const code = z.string().trim().max(20).nullish();
const createTaskInput = taskInput.extend({
  /** Left out: it is about nobody in particular. */
  contactNo: code,
  /** Left out: the member's own. */
  salespersonCode: code,
  campaignNo: code,
  requestKey: z.string().max(200).optional(),
});

/**
 * Creates one task (`domain.md` §3.8). Any full member may, for any salesperson.
 * @throws ForbiddenError outsider, task_contact_blocked
 * @throws InvalidError as `readTask` and `salespersonOf`; contact_not_found, campaign_not_found (each at its field)
 */
export async function createTask(
  ctx: MemberContext,
  input: z.input<typeof createTaskInput>,
): Promise<{ no: string }> {
  requireInsider(ctx);
  const { contactNo, salespersonCode, campaignNo, requestKey, ...said } = createTaskInput.parse(input);
  const read = readTask(ctx, said);
  return once(ctx, requestKey, async (inner) => {
    const about = contactNo ? await oneContact(inner, contactNo) : NOBODY;
    const campaign = campaignNo ? await findCampaign(inner, campaignNo) : null;
    const { first: no } = await writeTasks(
      inner,
      {
        ...said,
        ...read,
        salespersonCode: await salespersonOf(inner, { chosen: salespersonCode }),
        campaignId: campaign?.id ?? null,
        segmentId: null,
        entryId: null,
      },
      about,
    );
    await audit(inner, {
      action: 'task.create',
      subject: 'task',
      subjectId: no,
      detail: { type: said.type },
    });
    return { no };
  });
}

/** Held, so that it is not blocked in the same moment (`domain.md` §3.2). */
async function oneContact(ctx: TransactionContext, typed: string): Promise<About> {
  const no = typed.toUpperCase();
  const [contact] = await ctx.tx
    .select({
      id: contacts.id,
      companyId: contacts.companyId,
      name: contacts.name,
      blocked: contacts.privacyBlocked,
    })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.no, no)))
    .for('share');
  if (!contact) {
    const params = { no };
    throw new InvalidError('contact_not_found', params, [
      { field: 'contact', code: 'contact_not_found', params },
    ]);
  }
  if (contact.blocked) throw new ForbiddenError('task_contact_blocked', { contact: contact.name });
  return oneOf(contact);
}

/** One contact to write a task about. */
export const oneOf = ({ id, companyId }: { id: number; companyId: number | null }): About => ({
  contacts: sql`select ${id}::bigint as contact_id, ${companyId}::bigint as company_id, 1::bigint as place`,
  count: 1,
});
