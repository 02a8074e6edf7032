import { and, asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database, Transaction } from '../../../src/db/client.ts';
import { auditLog, contacts, opportunities } from '../../../src/db/schema/index.ts';
import { createOpportunity } from '../../../src/services/opportunities/create.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** All opportunities of a workspace, in the order of their numbers. */
export const opportunitiesOf = ({ db, id }: TestWorkspace) =>
  db.select().from(opportunities).where(eq(opportunities.workspaceId, id)).orderBy(asc(opportunities.no));

export async function opportunityOf(workspace: TestWorkspace, no: string) {
  const found = (await opportunitiesOf(workspace)).find((one) => one.no === no);
  if (!found) throw new Error(`There is no ${no}.`);
  return found;
}

export async function blockPrivacy({ db, id }: TestWorkspace, contactId: number, privacyBlocked = true) {
  await db
    .update(contacts)
    .set({ privacyBlocked })
    .where(and(eq(contacts.workspaceId, id), eq(contacts.id, contactId)));
}

/** What the audit log says was done, in that order. */
export async function auditOf({ db, id }: TestWorkspace, action: string) {
  return db
    .select({ subjectId: auditLog.subjectId, detail: auditLog.detail })
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, id), eq(auditLog.action, action)))
    .orderBy(asc(auditLog.id));
}

export type NewOpportunity = Partial<Parameters<typeof createOpportunity>[1]>;

/** Rita's opportunity with Bo of Alpha, unless told otherwise. Its number. */
export const createIn = async (workspace: TestWorkspace, input: NewOpportunity = {}): Promise<string> =>
  (
    await createOpportunity(workspace.as('rita'), {
      contactNo: 'CT000003',
      description: 'Oak tables',
      ...input,
    })
  ).no;

/** Does the first and, before it is committed, begins the second, until that one waits for it or is done; then the last. */
export async function meanwhile<T>(
  { db }: TestWorkspace,
  first: (tx: Transaction) => Promise<unknown>,
  second: () => Promise<T>,
  last: (tx: Transaction) => Promise<unknown> = async () => {},
): Promise<T> {
  let isDone = false;
  const begun = await db.transaction(async (tx) => {
    await first(tx);
    const work = second().finally(() => {
      isDone = true;
    });
    work.catch(() => {});
    await expect.poll(async () => isDone || (await someoneWaits(db))).toBe(true);
    await last(tx);
    return { work };
  });
  return begun.work;
}

/** Not asked in the transaction, which would get the same answer until its end. */
async function someoneWaits(db: Database): Promise<boolean> {
  const waiting = await db.execute(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}

/** What a refusal says is wrong, by field. */
export async function fieldsOf(work: Promise<unknown>): Promise<[string, string][]> {
  const error = await work.then(
    () => undefined,
    (thrown) => thrown,
  );
  const fields: { field: string; code: string }[] = error?.fields ?? [];
  return fields.map(({ field, code }) => [field, code]);
}
