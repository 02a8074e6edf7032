import { sql } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contacts, peopleLists } from '../../../src/db/schema/index.ts';
import { addPeople } from '../../../src/services/people-list/add-people.ts';
import { MAX_LINES, matchPeople } from '../../../src/services/people-list/match-people.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
let no = '';
const rita = () => ours.as('rita');
const namesOn = async () =>
  (await showSegment(rita(), { no, limit: 50 })).contacts.map((contact) => contact.name);

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
  await addContacts(ours, [
    { id: 30, name: 'Jens Jensen', type: 'person' },
    { id: 31, name: 'jens jensen', type: 'person' },
    { id: 32, name: 'Excluded', excluded: true },
  ]);
  await addContacts(theirs, [{ id: 33, name: 'Only Theirs' }]);
});
beforeEach(async () => {
  ({ no } = await createSegment(rita(), { description: 'List' }));
});

describe('a list of people', () => {
  it('is matched by number, e-mail address and name, and adds nothing until it is confirmed', async () => {
    const text = [
      'Bo Holm <BO@alpha.example>,',
      'ct000004;',
      '',
      'zeta',
      'CT000001',
      'Jens Jensen',
      'Only Theirs',
      '%',
      'Excluded',
      "Robert'); drop table contacts; --\u0000\ud800",
    ].join('\r\n');
    const found = await matchPeople(rita(), { no, text });
    expect(found).toMatchObject({ segmentNo: no, matched: 4, repeated: 1 });
    expect(found.ambiguous).toMatchObject({
      count: 1,
      first: [{ line: 6, text: 'Jens Jensen', contacts: 2 }],
    });
    expect(found.ambiguous.first[0]?.fits.map((one) => one.no)).toEqual(['CT000030', 'CT000031']);
    expect(found.unmatched.count).toBe(3);
    expect(found.unmatched.first.map((one) => one.line)).toEqual([7, 8, 10]);
    expect(await namesOn()).toEqual([]);

    const { listId } = found;
    await expect(addPeople(ours.as('soren'), { no, listId })).rejects.toMatchObject({
      code: 'people_list_not_found',
    });
    await expect(addPeople(theirs.as('rita'), { no, listId })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await addPeople(rita(), { no, listId, requestKey: 'add' })).toMatchObject({ stepNo: 1 });
    await addPeople(rita(), { no, listId, requestKey: 'add' });
    expect(await namesOn()).toEqual(['Bo', 'Dee', 'Zeta', 'Excluded']);
  });

  it('is one step, undone and done again exactly, and leaves who is there alone', async () => {
    const there = await matchPeople(rita(), { no, text: 'Bo\nZeta' });
    await addPeople(rita(), { no, listId: there.listId });
    const { listId } = await matchPeople(rita(), { no, text: 'Zeta\nQuiet' });
    const result = await addPeople(rita(), { no, listId });
    expect(result.added).toEqual({ companies: 0, people: 1 });
    await undoStep(rita(), { no });
    expect(await namesOn()).toEqual(['Bo', 'Zeta']);
    await redoStep(rita(), { no });
    expect(await namesOn()).toEqual(['Bo', 'Zeta', 'Quiet']);
  });

  it('has at most 5,000 lines, and at least one', async () => {
    const lines = (count: number) =>
      Array.from({ length: count }, (_, n) => `nobody${n}@x.example`).join('\n');
    expect(await matchPeople(rita(), { no, text: lines(MAX_LINES) })).toMatchObject({
      matched: 0,
      unmatched: { count: MAX_LINES, first: { length: 5 } },
    });
    const tooLong = { code: 'list_too_long', params: { max: MAX_LINES } };
    await expect(matchPeople(rita(), { no, text: lines(MAX_LINES + 1) })).rejects.toMatchObject({
      ...tooLong,
      fields: [{ field: 'text' }],
    });
    const file = (count: number) => Buffer.from(`Mail\n${lines(count)}`);
    expect(await matchPeople(rita(), { no, file: file(MAX_LINES) })).toMatchObject({ matched: 0 });
    await expect(matchPeople(rita(), { no, file: file(MAX_LINES + 1) })).rejects.toMatchObject({
      ...tooLong,
      fields: [{ field: 'file' }],
    });
    await expect(matchPeople(rita(), { no, text: ' \n\t' })).rejects.toMatchObject({
      code: 'list_missing',
      fields: [{ field: 'text' }],
    });
  });

  it('of a file is matched by what its columns say, and a given list is either typed or a file', async () => {
    const bytes = Buffer.from(
      [
        'Navn;Nr.;E-mail;By',
        'Somebody else;CT000004;;',
        'Bo;CT999999;bo@alpha.example;',
        'Jens Jensen;;jens@shared.example;',
        'Jens Jensen;;;',
        ';;;Århus',
        'Only Theirs;;;',
        'CT000001;;;',
      ].join('\r\n'),
    );
    const sharing = sql`name in ('Jens Jensen', 'Dee')`;
    await ours.db.update(contacts).set({ email: 'jens@shared.example' }).where(sharing);
    const found = await matchPeople(rita(), { no, file: bytes });
    // The address is that of two contacts, only one of whom is called so; the name alone is that of two as well.
    expect(found).toMatchObject({
      matched: 3,
      repeated: 0,
      ambiguous: { count: 1, first: [{ line: 5, text: 'Jens Jensen' }] },
      unmatched: { count: 2, first: [{ line: 7 }, { line: 8, text: 'CT000001' }] },
    });
    await expect(matchPeople(rita(), { no, text: 'Bo', file: bytes })).rejects.toMatchObject({
      code: 'list_given_twice',
      fields: [{ field: 'file' }],
    });
    expect(await matchPeople(rita(), { no, text: ' ', file: bytes })).toMatchObject({ matched: 3 });
  });

  it('leaves nothing behind when the file cannot be used', async () => {
    const kept = () => ours.db.$count(peopleLists);
    const before = await kept();
    const file = Buffer.from('Navn;Name\nBo;Bo');
    await expect(matchPeople(rita(), { no, file })).rejects.toMatchObject({ code: 'list_column_twice' });
    expect(await kept()).toBe(before);
  });
});
