import { beforeAll, beforeEach, expect, it } from 'vitest';
import { contactMailingGroups, mailingGroups } from '../../../src/db/schema/index.ts';
import { applyMailingGroup } from '../../../src/services/mailing-groups/apply.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { readHeader } from '../../../src/services/segments/header.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let no = '';
const rita = () => ours.as('rita');

const holders = async ({ id }: TestWorkspace) =>
  (
    await database.sql<{ contact_id: string }[]>`
      select contact_id from contact_mailing_groups where workspace_id = ${id} and code = 'GIFT' order by 1`
  ).map((row) => Number(row.contact_id));

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) {
    await addFive(workspace);
    await database.db
      .insert(mailingGroups)
      .values({ workspaceId: workspace.id, code: 'GIFT', description: 'Gifts' });
  }
  no = await makeSegment(rita(), { criteria: 'territory:N' });
});

// Bo (3) is outside the segment, Zeta (1) on it.
beforeEach(async () => {
  await database.db.delete(contactMailingGroups);
  for (const { id: workspaceId } of [ours, theirs]) {
    await database.db
      .insert(contactMailingGroups)
      .values([1, 3].map((contactId) => ({ workspaceId, contactId, code: 'GIFT' })));
  }
});

it('39: takes the group from everybody else and gives it to every contact of the segment', async () => {
  const input = { no, code: 'gift', deleteOld: true };
  const counts = { contacts: 3, given: 2, taken: 1, segmentNo: no, group: { code: 'GIFT' } };
  expect(await applyMailingGroup(rita(), { ...input, preview: true })).toMatchObject(counts);
  expect(await holders(ours)).toEqual([1, 3]);
  expect(await applyMailingGroup(rita(), input)).toMatchObject(counts);
  expect(await holders(ours)).toEqual([1, 2, 4]);
  expect(await holders(theirs)).toEqual([1, 3]);
});

it('leaves the others alone unless told, and is no step', async () => {
  const before = await readHeader(rita(), no);
  expect(await applyMailingGroup(rita(), { no, code: 'GIFT' })).toMatchObject({ given: 2, taken: 0 });
  expect(await holders(ours)).toEqual([1, 2, 3, 4]);
  expect(await readHeader(rita(), no)).toEqual(before);
});

it('40: refuses without a group, with one that does not exist, and for an empty segment', async () => {
  await expect(applyMailingGroup(rita(), { no, code: ' ' })).rejects.toMatchObject({
    code: 'mailing_group_missing',
  });
  await expect(applyMailingGroup(rita(), { no, code: 'NONE' })).rejects.toMatchObject({
    code: 'mailing_group_not_found',
  });
  const { no: empty } = await createSegment(rita(), { description: 'Empty' });
  const all = { no: empty, code: 'GIFT', deleteOld: true };
  await expect(applyMailingGroup(rita(), all)).rejects.toMatchObject({ code: 'segment_empty' });
  expect(await holders(ours)).toEqual([1, 3]);
});
