import { and, eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { auditLog, contacts } from '../../../src/db/schema/index.ts';
import { type ContactFlag, setContactFlag } from '../../../src/services/contacts/set-contact-flag.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) await addFive(workspace);
});

const contactOf = async (workspace: TestWorkspace, no: string) => {
  const [row] = await database.db
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspace.id), eq(contacts.no, no)));
  return row;
};
const set = (flag: ContactFlag, value: boolean, no = 'CT000003') =>
  setContactFlag(ours.as('mona'), { no, flag, value });

it('73: lifts a minor’s block only with the parents’ consent, as an act of its own', async () => {
  await set('minor', true);
  expect(await contactOf(ours, 'CT000003')).toMatchObject({ minor: true, privacyBlocked: true });
  await expect(set('privacyBlocked', false)).rejects.toMatchObject({
    code: 'parental_consent_missing',
    params: { contact: 'Bo' },
  });
  await set('parentalConsent', true);
  expect(await contactOf(ours, 'CT000003')).toMatchObject({ parentalConsent: true, privacyBlocked: true });
  await set('privacyBlocked', false);
  expect(await contactOf(ours, 'CT000003')).toMatchObject({ privacyBlocked: false });
  await set('parentalConsent', false);
  expect(await contactOf(ours, 'CT000003')).toMatchObject({ privacyBlocked: true });
});

it('keeps others’ contacts as they are, and who did what', async () => {
  await set('excludeFromSegment', true, ' ct000004 ');
  await set('excludeFromSegment', true, 'CT000004');
  expect(await contactOf(ours, 'CT000004')).toMatchObject({ excludeFromSegment: true });
  expect(await contactOf(theirs, 'CT000004')).toMatchObject({ excludeFromSegment: false });
  const audited = await database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, ours.id), eq(auditLog.subjectId, '4')));
  expect(audited).toMatchObject([
    { action: 'contact.set-flag', memberId: 103, detail: { excludeFromSegment: true } },
  ]);
});

it('is for managers and admins', async () => {
  const wanted = { no: 'CT000005', flag: 'privacyBlocked', value: true } as const;
  await expect(setContactFlag(ours.as('rita'), wanted)).rejects.toMatchObject({ code: 'managers_only' });
  await expect(setContactFlag(ours.as('mona', { actor: { outsider: true } }), wanted)).rejects.toMatchObject({
    code: 'outsider',
  });
  await expect(set('privacyBlocked', true, 'CT9')).rejects.toMatchObject({ code: 'contact_not_found' });
  const admin = ours.as('anna', { actor: { isManager: false } });
  await setContactFlag(admin, wanted);
  expect(await contactOf(ours, 'CT000005')).toMatchObject({ privacyBlocked: true });
});
