import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import { type Context, executor, type MemberContext, type TransactionContext } from '../../core/context.ts';
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
  const entry = await readEntry(ctx, entryId);
  requireTask(entry, await readContact(ctx, entry.contactId));
  await salespersonOf(ctx, { usual: [entry.salespersonCode] });
}

/**
 * The interaction and its contact, kept from being canceled, deleted or blocked in the same moment. The contact first,
 * as the import does, which then may give the interaction another one.
 */
async function lockSource(ctx: TransactionContext, entryId: number) {
  const { contactId } = await readEntry(ctx, entryId);
  const contact = await readContact(ctx, contactId, 'share');
  const entry = await readEntry(ctx, entryId, 'share');
  if (entry.contactId !== contactId) return lockSource(ctx, entryId);
  requireTask(entry, contact);
  return { ...entry, contact };
}

async function readEntry(ctx: Context, entryId: number, lock?: 'share') {
  const { contactId, salespersonCode, campaignId, canceled } = entries;
  const query = executor(ctx)
    .select({ contactId, salespersonCode, campaignId, canceled })
    .from(entries)
    .where(
      and(eq(entries.workspaceId, ctx.workspaceId), eq(entries.id, entryId), eq(entries.postponed, false)),
    );
  const [entry] = await (lock ? query.for(lock) : query);
  if (!entry) throw new NotFoundError('interaction_not_found');
  return entry;
}

async function readContact(ctx: Context, contactId: number, lock?: 'share') {
  const { id, companyId, name, privacyBlocked } = contacts;
  const query = executor(ctx)
    .select({ id, companyId, name, privacyBlocked })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, ctx.workspaceId), eq(contacts.id, contactId)));
  const [contact] = await (lock ? query.for(lock) : query);
  if (!contact) throw new NotFoundError('interaction_not_found');
  return contact;
}

function requireTask(
  { canceled }: { canceled: boolean },
  { name, privacyBlocked }: { name: string; privacyBlocked: boolean },
): void {
  if (canceled) throw new ConflictError('task_of_canceled');
  if (privacyBlocked) throw new ForbiddenError('task_contact_blocked', { contact: name });
}
