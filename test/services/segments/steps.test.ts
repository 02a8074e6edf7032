import { beforeAll, describe, expect, it } from 'vitest';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { previewStep } from '../../../src/services/segments/preview-step.ts';
import { reduceContacts as reduce } from '../../../src/services/segments/reduce-contacts.ts';
import { refineContacts as refine } from '../../../src/services/segments/refine-contacts.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  const theirs = await makeWorkspace(database.db, 'T0THEIRS');
  const list = [
    { id: 1, name: 'Zeta', territory: 'N', salesperson: 'JO' },
    { id: 2, name: 'Alpha', territory: 'N', salesperson: 'RR' },
    { id: 3, name: 'Bo', company: 2, territory: 'S', salesperson: 'RR' },
    { id: 4, name: 'Cy', company: 2, territory: 'N', salesperson: 'JO' },
    { id: 5, name: 'Dee', type: 'person' as const, territory: 'N' },
    { id: 6, name: 'Quiet', company: 1, territory: 'N', excluded: true },
  ];
  await addContacts(ours, list);
  // The other workspace's contacts have the same ids and names, but all are in territory N.
  await addContacts(
    theirs,
    list.map((one) => ({ ...one, territory: 'N' })),
  );
  const segment = await createSegment(theirs.as('rita'), {});
  await add(theirs.as('rita'), { no: segment.no, criteria: criteria('') });
});

const rita = () => ours.as('rita');
const newSegment = async () => (await createSegment(rita(), {})).no;
const names = async (no: string) =>
  (await showSegment(rita(), { no, limit: 50 })).contacts.map((one) => one.name);

describe('adding contacts', () => {
  it('14: adds those that match, as one step', async () => {
    const no = await newSegment();
    const result = await add(rita(), { no, criteria: criteria('territory:S') });
    expect(result).toMatchObject({
      stepNo: 1,
      added: { companies: 0, people: 1 },
      now: { companies: 0, people: 1 },
    });
    expect((await showSegment(rita(), { no })).steps).toMatchObject([
      { no: 1, changed: { companies: 0, people: 1 }, applied: true, by: { slackUserId: 'U0RITA' } },
    ]);
  });

  it('17: with Expand companies, adds the whole company of whoever matches', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Bo'), options: { expandCompanies: true } });
    expect(await names(no)).toEqual(['Alpha', 'Bo', 'Cy']);
  });

  it('keeps those without a company when expanding', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Dee'), options: { expandCompanies: true } });
    expect(await names(no)).toEqual(['Dee']);
  });

  it('18: with Related companies, adds the company but not the colleagues', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Bo'), options: { relatedCompanies: true } });
    expect(await names(no)).toEqual(['Alpha', 'Bo']);
  });

  it('19: leaves out who is excluded, also when expanded, unless exclusion is ignored', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Zeta|Quiet'), options: { expandCompanies: true } });
    expect(await names(no)).toEqual(['Zeta']);
    await add(rita(), { no, criteria: criteria('name:Quiet'), options: { ignoreExclusion: true } });
    expect(await names(no)).toEqual(['Zeta', 'Quiet']);
  });

  it('20: adds nobody twice, except with Allow existing', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Bo') });
    const again = await add(rita(), { no, criteria: criteria('name:Bo') });
    expect(again).toMatchObject({ stepNo: 2, added: { companies: 0, people: 0 } });
    await add(rita(), { no, criteria: criteria('name:Bo'), options: { allowExisting: true } });
    await add(rita(), { no, criteria: criteria('name:Bo'), options: { allowExisting: true } });
    expect(await names(no)).toEqual(['Bo', 'Bo', 'Bo']);
  });

  it('21: counts as a step when nobody matches', async () => {
    const no = await newSegment();
    const result = await add(rita(), { no, criteria: criteria('name:Nobody') });
    expect(result).toMatchObject({ stepNo: 1, now: { companies: 0, people: 0 }, canUndo: true });
  });

  it('23: puts a company before its people, in order of company name', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Zeta|Alpha|Bo') });
    expect(await names(no)).toEqual(['Alpha', 'Bo', 'Zeta']);
  });

  it('happens once for a request that comes several times', async () => {
    const no = await newSegment();
    const request = { no, criteria: criteria('territory:N'), requestKey: `step:${no}` };
    const results = await Promise.all(Array.from({ length: 6 }, () => add(rita(), request)));
    expect(new Set(results.map((one) => one.version)).size).toBe(1);
    expect((await showSegment(rita(), { no })).header.lastStep).toBe(1);
  });

  it('lets two people add at once without losing or doubling anybody', async () => {
    const no = await newSegment();
    await Promise.all([
      add(rita(), { no, criteria: criteria('territory:N') }),
      add(ours.as('soren'), { no, criteria: criteria('') }),
    ]);
    expect((await names(no)).toSorted()).toEqual(['Alpha', 'Bo', 'Cy', 'Dee', 'Zeta']);
    expect((await showSegment(rita(), { no })).header).toMatchObject({
      lastStep: 2,
      counts: { companies: 2, people: 3 },
    });
  });

  it('is refused when the segment has moved on since it was looked at', async () => {
    const no = await newSegment();
    await add(ours.as('soren'), { no, criteria: criteria('name:Bo') });
    await expect(add(rita(), { no, criteria: criteria(''), expectedVersion: 1 })).rejects.toMatchObject({
      code: 'segment_moved_on',
      params: { no, by: 'U0SOREN' },
    });
    expect(await names(no)).toEqual(['Bo']);
  });
});

describe('reducing and refining', () => {
  const full = async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('') });
    return no;
  };

  it('24: reduce takes away who matches', async () => {
    const no = await full();
    const result = await reduce(rita(), { no, criteria: criteria('salesperson:JO') });
    expect(result).toMatchObject({ removed: { companies: 1, people: 1 }, now: { companies: 1, people: 2 } });
    expect(await names(no)).toEqual(['Dee', 'Alpha', 'Bo']);
  });

  it('25: refine keeps who matches', async () => {
    const no = await full();
    await refine(rita(), { no, criteria: criteria('salesperson:JO') });
    expect(await names(no)).toEqual(['Cy', 'Zeta']);
  });

  it('26: reduce with Entire companies takes the whole company', async () => {
    const no = await full();
    await reduce(rita(), { no, criteria: criteria('name:Bo'), options: { entireCompanies: true } });
    expect(await names(no)).toEqual(['Dee', 'Zeta']);
  });

  it('27: refine with Entire companies keeps colleagues of who matches, on the segment or not', async () => {
    for (const [entireCompanies, left] of [
      [true, ['Bo']],
      [false, []],
    ] as const) {
      const no = await newSegment();
      await add(rita(), { no, criteria: criteria('name:Bo') });
      await refine(rita(), { no, criteria: criteria('name:Cy'), options: { entireCompanies } });
      expect(await names(no)).toEqual(left);
    }
  });

  it('takes doubled lines of a contact together', async () => {
    const no = await full();
    await add(rita(), { no, criteria: criteria('name:Bo'), options: { allowExisting: true } });
    const result = await reduce(rita(), { no, criteria: criteria('name:Bo') });
    expect(result.removed).toEqual({ companies: 0, people: 2 });
  });

  it('without a filter, reduce empties the segment and refine leaves it', async () => {
    const no = await full();
    expect((await refine(rita(), { no, criteria: criteria('') })).removed).toEqual({
      companies: 0,
      people: 0,
    });
    expect((await reduce(rita(), { no, criteria: criteria('') })).now).toEqual({ companies: 0, people: 0 });
  });
});

describe('previewing a step', () => {
  it.each([
    ['add', 'territory:N', {}],
    ['add', 'name:Bo', { expandCompanies: true, allowExisting: true }],
    ['reduce', 'salesperson:JO', {}],
    ['refine', 'name:Cy', { entireCompanies: true }],
  ] as const)('says of %s %s what the step then does, and changes nothing', async (kind, text, options) => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Bo|Zeta') });
    const step = { kind, criteria: criteria(text), options } as never;
    const preview = await previewStep(rita(), { no, input: step });
    expect((await showSegment(rita(), { no })).header.lastStep).toBe(1);
    const verb = { add, reduce, refine }[kind];
    const { added, removed, now } = await verb(rita(), { no, criteria: criteria(text), options });
    expect(preview).toMatchObject({ added, removed, now });
  });
});

describe('undo and redo', () => {
  it('32: as it should be, takes back only the second line of a contact', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Bo') });
    await add(rita(), { no, criteria: criteria('name:Bo'), options: { allowExisting: true } });
    await undoStep(rita(), { no });
    expect(await names(no)).toEqual(['Bo']);
  });

  it('a new step after an undo takes the place of what was undone', async () => {
    const no = await newSegment();
    await add(rita(), { no, criteria: criteria('name:Alpha|Bo') });
    await reduce(rita(), { no, criteria: criteria('name:Bo') });
    await add(rita(), { no, criteria: criteria('name:Zeta') });
    await undoStep(rita(), { no });
    await undoStep(rita(), { no });
    const result = await add(rita(), { no, criteria: criteria('name:Dee') });
    expect(result).toMatchObject({ stepNo: 2, canRedo: false });
    expect(await names(no)).toEqual(['Alpha', 'Bo', 'Dee']);
    expect((await showSegment(rita(), { no })).steps.map((step) => step.no)).toEqual([1, 2]);
  });
});
