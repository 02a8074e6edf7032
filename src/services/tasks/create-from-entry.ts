import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { inTransaction, type MemberContext, type TransactionContext } from '../../core/context.ts';
import { ConflictError, ForbiddenError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { contacts, interactionLogEntries as entries } from '../../db/schema/index.ts';
import { oneOf } from './create.ts';
import { salespersonOf } from './salesperson.ts';
import { readTask, taskInput } from './task-input.ts';
import { writeTasks } from './write-tasks.ts';

const entryInput = z.object({ entryId: z.number().int() });
const createFromEntryInput = taskInput.extend({
  ...entryInput.shape,
  requestKey: z.string().max(200).optional(),
});

/**
 * Creates a task that comes of an interaction: contact, salesperson and campaign are the interaction's, else the member's
 * own salesperson (`domain.md` §4.12).
 * @throws NotFoundError interaction_not_found, for postponed ones too
 * @throws ConflictError task_of_canceled
 * @throws ForbiddenError outsider, task_contact_blocked
 * @throws InvalidError as `readTask`; task_salesperson_missing
 */
export async function createFromEntry(
  ctx: MemberContext,
  input: z.input<typeof createFromEntryInput>,
): Promise<{ no: string }> {
  requireInsider(ctx);
  const { entryId, requestKey, ...said } = createFromEntryInput.parse(input);
  const read = readTask(ctx, said);
  return once(ctx, requestKey, async (inner) => {
    const entry = await lockSource(inner, entryId);
    const { first: no } = await writeTasks(
      inner,
      {
        ...said,
        ...read,
        salespersonCode: await salespersonOf(inner, { usual: [entry.salespersonCode] }),
        campaignId: entry.campaignId,
        segmentId: null,
        entryId,
      },
      oneOf(entry.contact),
    );
    const detail = { type: said.type, entryId };
    await audit(inner, { action: 'task.create', subject: 'task', subjectId: no, detail });
    return { no };
  });
}

/**
 * Refuses where `createFromEntry` would, before anything is filled in.
 * @throws as `createFromEntry`, for what a form cannot change
 */
export async function checkSource(ctx: MemberContext, input: z.input<typeof entryInput>): Promise<void> {
  requireInsider(ctx);
  const { entryId } = entryInput.parse(input);
  await inTransaction(ctx, async (inner) => {
    const entry = await lockSource(inner, entryId);
    await salespersonOf(inner, { usual: [entry.salespersonCode] });
  });
}

/** The interaction and its contact, kept from being canceled, deleted or blocked in the same moment. */
async function lockSource(ctx: TransactionContext, entryId: number) {
  const [entry] = await ctx.tx
    .select({
      salespersonCode: entries.salespersonCode,
      campaignId: entries.campaignId,
      canceled: entries.canceled,
      contact: {
        id: contacts.id,
        companyId: contacts.companyId,
        name: contacts.name,
        blocked: contacts.privacyBlocked,
      },
    })
    .from(entries)
    .innerJoin(
      contacts,
      and(eq(contacts.workspaceId, entries.workspaceId), eq(contacts.id, entries.contactId)),
    )
    .where(
      and(eq(entries.workspaceId, ctx.workspaceId), eq(entries.id, entryId), eq(entries.postponed, false)),
    )
    .for('share');
  if (!entry) throw new NotFoundError('interaction_not_found');
  if (entry.canceled) throw new ConflictError('task_of_canceled');
  if (entry.contact.blocked)
    throw new ForbiddenError('task_contact_blocked', { contact: entry.contact.name });
  return entry;
}
