import { beforeAll, expect, it } from 'vitest';
import { contactSegments, findContacts } from '../../../src/services/contacts/contact-segments.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment, startRun } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');
let open = '';
let logged = '';

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
  open = await makeSegment(rita(), { criteria: 'name:Bo', description: 'Open one' });
  logged = await makeSegment(rita(), { criteria: 'name:Bo', description: 'Logged one' });
  await logSegment(ours.job(), { runId: await startRun(ours, logged) });
});

it('gives the segments of a person, logged ones included', async () => {
  const found = await contactSegments(rita(), { no: 'ct000003' });
  expect(found.open).toMatchObject([{ no: open, description: 'Open one', entryNo: null }]);
  expect(found.logged).toMatchObject([{ no: logged, description: 'Logged one', contactName: 'Bo' }]);
  expect([found.openTotal, found.loggedTotal]).toEqual([1, 1]);
});

it('gives a company those of its people too', async () => {
  const alpha = await contactSegments(rita(), { no: 'CT000002' });
  expect(alpha.open.map((row) => [row.no, row.contactName])).toEqual([[open, 'Bo']]);
  expect(alpha.loggedTotal).toBe(1);
  expect(await contactSegments(rita(), { no: 'CT000001' })).toMatchObject({ open: [], logged: [] });
});

it('knows nothing of another workspace', async () => {
  expect(await contactSegments(theirs.as('rita'), { no: 'CT000003' })).toMatchObject({
    openTotal: 0,
    loggedTotal: 0,
  });
  await expect(contactSegments(rita(), { no: 'CT9' })).rejects.toMatchObject({ code: 'contact_not_found' });
});

it('finds by number, by name, and by a part of it', async () => {
  expect(await findContacts(rita(), 'ct000004')).toMatchObject([{ name: 'Dee' }]);
  expect(await findContacts(rita(), 'BO')).toMatchObject([{ contactNo: 'CT000003' }]);
  expect((await findContacts(rita(), 'alpha')).map((one) => one.name)).toContain('Alpha');
  expect(await findContacts(rita(), 'nobody at all')).toEqual([]);
});
