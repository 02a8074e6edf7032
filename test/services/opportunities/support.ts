import { and, asc, eq } from 'drizzle-orm';
import { auditLog, contacts, opportunities } from '../../../src/db/schema/index.ts';
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
