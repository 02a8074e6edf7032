import { beforeAll, describe, expect, it } from 'vitest';
import { formatCriteria } from '../../../src/criteria/format.ts';
import {
  interactionLogEntries,
  loggedSegments,
  segmentLines,
  segments,
} from '../../../src/db/schema/index.ts';
import { countContacts } from '../../../src/services/criteria/count-contacts.ts';
import { readCriteria } from '../../../src/services/criteria/read-criteria.ts';
import { searchCodes } from '../../../src/services/setup/search-codes.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, NOON, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

const ENTRIES = [
  { contactId: 2, date: '2026-10-05', campaignId: 1 },
  { contactId: 2, date: '2026-11-20', campaignId: 2 },
  { contactId: 3, date: '2026-11-20', campaignId: 1, loggedSegmentId: 9 },
  { contactId: 4, date: '2026-11-20', campaignId: 1, canceled: true, loggedSegmentId: 9 },
];

/** The company 1, its people 2 and 3, and 4 who has none. */
beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T1');
  theirs = await makeWorkspace(database.db, 'T2');
  for (const workspace of [ours, theirs]) {
    await addContacts(workspace, [
      { id: 1, name: 'Kontor A/S' },
      { id: 2, name: 'Peter', company: 1 },
      { id: 3, name: 'Karla', company: 1 },
      { id: 4, name: 'Lone', type: 'person' },
    ]);
    const made = {
      workspaceId: workspace.id,
      date: '2026-11-23',
      createdBy: PEOPLE.rita.id,
      createdAt: NOON,
      changedBy: PEOPLE.rita.id,
      changedAt: NOON,
    };
    await database.db
      .insert(segments)
      .overridingSystemValue()
      .values([
        { ...made, id: 1, no: 'SM00001', description: 'Autumn' },
        { ...made, id: 2, no: 'SM00002', state: 'logged' },
      ]);
    await database.db
      .insert(loggedSegments)
      .overridingSystemValue()
      .values({
        workspaceId: workspace.id,
        id: 9,
        entryNo: workspace === ours ? 7 : 8,
        segmentId: 2,
        segmentNo: 'SM00002',
        description: 'Fair',
        createdOn: '2026-11-20',
        createdAt: NOON,
        memberId: PEOPLE.rita.id,
        channel: 'C1',
        companies: 0,
        people: 2,
        cost: '0',
        duration: 0,
      });
  }
  const line = { workspaceId: ours.id, segmentId: 1, isCompany: false, addedStep: 1 };
  await database.db.insert(segmentLines).values([
    { ...line, lineNo: 1, contactId: 2 },
    { ...line, lineNo: 2, contactId: 3, live: false },
  ]);
  // The same contacts of the other workspace are on its segment of the same number, and had other interactions.
  await database.db
    .insert(segmentLines)
    .values([{ ...line, workspaceId: theirs.id, lineNo: 1, contactId: 4 }]);
  await addEntries(ours, ENTRIES);
  await addEntries(theirs, [{ contactId: 1, date: '2026-11-22', campaignId: 2, loggedSegmentId: 9 }]);
});

async function addEntries(workspace: TestWorkspace, list: Partial<(typeof ENTRIES)[number]>[]) {
  await database.db.insert(interactionLogEntries).values(
    list.map((entry) => ({
      contactId: 1,
      date: '2026-11-20',
      workspaceId: workspace.id,
      description: '',
      interactionGroupCode: 'LETTER',
      interactionTemplateCode: 'BUS',
      informationFlow: '',
      initiatedBy: '',
      correspondenceType: '',
      salespersonCode: 'RR',
      cost: '0',
      duration: 0,
      memberId: PEOPLE.rita.id,
      loggedAt: NOON,
      ...entry,
    })),
  );
}

const people = async (workspace: TestWorkspace, text: string) => {
  const ctx = workspace.as('rita');
  const counts = await countContacts(ctx, { criteria: await readCriteria(ctx, text) });
  return counts.companies * 10 + counts.people;
};

describe('History', () => {
  // Tens are companies, ones are people.
  it.each([
    ['interaction.date:*', 2, 10],
    ["interaction.date:''", 11, 3],
    ['-interaction.date:"last 30 days"', 11, 3],
    ['-interaction.date:>="1 Oct" type:person', 1, 3],
    ['interaction.date:october', 1, 0],
    ['interaction.date:october interaction.campaign:CP1001', 1, 0],
    // One and the same interaction, and two.
    ['interaction.date:october interaction.campaign:CP1002', 0, 0],
    ['(interaction.date:october) (interaction.campaign:CP1002)', 1, 0],
    ['interaction.count:>=2', 1, 0],
    ['interaction.count:0', 11, 3],
    ['interaction.count:1 interaction.campaign:CP1001', 2, 0],
    ['interaction.count:0 interaction.campaign:CP1001', 11, 13],
    ['interaction.template:BUS interaction.salesperson:RR', 2, 10],
    ['segment:SM00001', 1, 1],
    ['segment:<>SM00001', 12, 12],
    ["segment:''", 12, 12],
    ['segment:SM00001 OR -interaction.date:*', 12, 3],
    ["logged:''", 12, 3],
    ['created:today', 13, 13],
    ['modified:<today', 0, 0],
  ])('%s finds %i here and %i there', async (text, here, there) => {
    expect(await people(ours, text)).toBe(here);
    expect(await people(theirs, text)).toBe(there);
  });

  it('does not know the logged segments of another workspace', async () => {
    expect(await people(ours, 'logged:7')).toBe(1);
    expect(await people(theirs, 'logged:8')).toBe(10);
    expect(await people(ours, 'logged:<>7')).toBe(12);
    await expect(people(ours, 'logged:8')).rejects.toMatchObject({
      problems: [{ code: 'unknown_code', from: 7, to: 8 }],
    });
  });

  it('says which segment or campaign was meant', async () => {
    await expect(people(ours, 'segment:SM00010 (interaction.campaign:Fair)')).rejects.toMatchObject({
      problems: [
        { code: 'unknown_code', suggestion: 'SM00001', term: 0 },
        { code: 'unknown_code', suggestion: 'CP1002', term: 1 },
      ],
    });
  });

  it('counts the days of the zone of whoever asks', async () => {
    const ctx = ours.as('rita', { timeZone: 'Pacific/Kiritimati' });
    const asked = await readCriteria(ctx, 'created:today');
    expect(formatCriteria(asked)).toBe('created:2026-11-24');
    expect(asked.timeZone).toBe('Pacific/Kiritimati');
    // Whoever carries it out later.
    expect(await countContacts(ours.as('soren'), { criteria: asked })).toEqual({ companies: 1, people: 3 });
  });

  it('offers segments in progress, and logged ones', async () => {
    const search = async (table: 'segments' | 'loggedSegments', query: string) =>
      (await searchCodes(ours.as('rita'), { table, query })).map(({ code }) => code);
    expect(await search('segments', '')).toEqual(['SM00001']);
    expect(await search('segments', 'autu')).toEqual(['SM00001']);
    expect(await search('loggedSegments', '')).toEqual(['7']);
    expect(await search('loggedSegments', 'fair')).toEqual(['7']);
    expect(await search('loggedSegments', '8')).toEqual([]);
  });
});
