import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesCsv } from '../../../src/services/interactions/csv.ts';
import { listLogged } from '../../../src/services/interactions/list-logged.ts';
import { logEntries, streamEntries } from '../../../src/services/interactions/log-entries.ts';
import { showLogged } from '../../../src/services/interactions/show-logged.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { exportSegment } from '../../../src/services/segments/export.ts';
import { segmentFileOf } from '../../../src/services/segments/export-file.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, logNow, makeSegment } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = () => ours.as('rita');

async function log(workspace: TestWorkspace, wanted: Parameters<typeof makeSegment>[1] = {}) {
  const no = await makeSegment(workspace.as('rita'), wanted);
  return { no, ...(await logNow(workspace, no)) };
}
const bulk = (workspace: TestWorkspace, count: number) =>
  database.db.execute(sql`
    insert into contacts (workspace_id, no, type, name, country_code, created_at, modified_at)
    select ${workspace.id}::bigint, 'B' || n, 'person', 'Person ' || lpad(n::text, 5, '0'), 'SE', now(), now()
    from generate_series(1, ${count}::integer) n`);

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  await addFive(ours);
  await addFive(theirs);
  await database.sql`select setval(pg_get_serial_sequence('contacts', 'id'), 1000)`;
  await bulk(ours, 1001);
  // Entry 1 of each workspace.
  await log(theirs, { description: 'Not ours' });
  await log(ours, { description: 'First', criteria: "country:''" });
});

describe('logged segments', () => {
  it('are listed with the last one first, a page at a time', async () => {
    const fresh = await makeWorkspace(database.db, 'T0LIST');
    await addFive(fresh);
    for (const description of ['First', 'Second']) await log(fresh, { description });
    const page = await listLogged(fresh.as('rita'), { limit: 1 });
    expect(page).toMatchObject({
      loggedSegments: [{ entryNo: 2, description: 'Second' }],
      total: 2,
      nextBefore: 2,
    });
    const next = await listLogged(fresh.as('rita'), { limit: 1, before: page.nextBefore });
    expect(next.loggedSegments).toMatchObject([{ entryNo: 1, description: 'First', currency: 'EUR' }]);
    expect(next.nextBefore).toBeUndefined();
  });

  it('are shown by entry number, with a page of entries', async () => {
    const first = await showLogged(rita(), { entryNo: 1, limit: 2 });
    expect(first.entries).toMatchObject({
      rows: [{ contactName: 'Dee' }, { contactName: 'Alpha' }],
      from: 1,
    });
    expect(first.entries.previousBefore).toBeUndefined();
    const second = await showLogged(rita(), {
      entryNo: 1,
      limit: 2,
      after: first.entries.nextAfter,
      from: 3,
    });
    expect(second.entries.rows.map((row) => row.contactName)).toEqual(['Bo', 'Zeta']);
    const back = await showLogged(rita(), {
      entryNo: 1,
      limit: 2,
      before: second.entries.previousBefore,
      from: 1,
    });
    expect(back.entries.rows).toEqual(first.entries.rows);
    await expect(showLogged(rita(), { entryNo: 99 })).rejects.toMatchObject({
      code: 'logged_segment_not_found',
      params: { no: 99 },
    });
  });

  it('show nothing of another workspace', async () => {
    const { id } = await showLogged(theirs.as('rita'), { entryNo: 1 });
    await expect(showLogged(rita(), { id })).rejects.toMatchObject({ code: 'logged_segment_not_found' });
    expect(await logEntries(rita(), { loggedSegmentId: id, firstEntryId: 0, lastEntryId: 1e9 })).toEqual([]);
  });
});

describe('the thread of a log', () => {
  it('lists all of 1,000 entries in batches of 40, each once and in order', async () => {
    const { loggedSegmentId } = await log(ours, { criteria: 'country:SE name:"<>Person 01001"' });
    const batches = await batchesOf(loggedSegmentId);
    expect(batches).toHaveLength(25);
    const listed = [];
    for (const batch of batches) listed.push(...(await logEntries(rita(), { loggedSegmentId, ...batch })));
    expect(listed.map((row) => row.contactName)).toEqual(
      Array.from({ length: 1000 }, (_, i) => `Person ${String(i + 1).padStart(5, '0')}`),
    );
  });

  it('lists only the first 200 of a longer one; the CSV has all', async () => {
    const { loggedSegmentId, entryNo } = await log(ours, { criteria: 'country:SE' });
    expect(await batchesOf(loggedSegmentId)).toHaveLength(5);
    expect((await showLogged(rita(), { entryNo })).listed).toBe(200);
    let count = 0;
    for await (const _ of streamEntries(ours.job(), loggedSegmentId)) count += 1;
    expect(count).toBe(1001);
  });

  const batchesOf = async (loggedSegmentId: number) => {
    const rows = await database.sql<{ first: number; last: number }[]>`
      select (content->>'firstEntryId')::integer as first, (content->>'lastEntryId')::integer as last
      from channel_posts where workspace_id = ${ours.id} and content->>'kind' = 'log-entries'
        and (content->>'loggedSegmentId')::bigint = ${loggedSegmentId} order by id`;
    return rows.map((row) => ({ firstEntryId: row.first, lastEntryId: row.last }));
  };
});

describe('CSV', () => {
  const NASTY = ['=1+1', '+45 12', '-1', '@SUM(A1)', '\ttab', '\rcr', 'Søren "Æ", Åse; Ltd', 'two\nlines'];
  let no: string;
  beforeAll(async () => {
    for (const name of NASTY) {
      await database.sql`
        insert into contacts (workspace_id, no, type, name, country_code, created_at, modified_at)
        values (${ours.id}, ${`N${NASTY.indexOf(name)}`}, 'person', ${name}, 'DK', now(), now())`;
    }
    no = await makeSegment(rita(), { criteria: 'country:DK', description: '=HYPERLINK("x")' });
  });
  const safe = (name: string) => (/^[=+\-@\t\r]/.test(name) ? `'${name}` : name);

  it('of a segment has its contacts in line order, and no cell that a sheet would run', async () => {
    const { id } = (await showSegment(rita(), { no })).header;
    const { content: csv, segmentNo } = await segmentFileOf(rita(), { segmentId: id });
    expect(segmentNo).toBe(no);
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, ...rows] = parse(csv, { bom: true }) as string[][];
    expect(head?.slice(0, 5)).toEqual(['Contact no.', 'External ID', 'Name', 'Name 2', 'Address']);
    expect(head).toHaveLength(36);
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(NASTY.map(safe)));
    await expect(segmentFileOf(theirs.as('rita'), { segmentId: id })).rejects.toMatchObject({
      code: 'segment_not_found',
    });
  });

  it('of a log is made for the sheets of the reader, and a logged segment exports its contacts still', async () => {
    const { loggedSegmentId } = await logNow(ours, no);
    const csv = await entriesCsv(ours.job({ locale: 'da' }), { loggedSegmentId });
    const rows = parse(csv, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(NASTY.length);
    expect(rows[0]).toMatchObject({
      Beskrivelse: `'=HYPERLINK("x")`,
      Kostbeløb: '8,00',
      Dato: '2026-11-23',
      Annulleret: 'Nej',
    });
    const { id } = (await showSegment(rita(), { no })).header;
    const exported = parse((await segmentFileOf(rita(), { segmentId: id })).content, {
      bom: true,
    }) as string[][];
    expect(exported).toHaveLength(NASTY.length + 1);
  });

  it('is sent to whoever asks, once per request', async () => {
    const wanted = { no: await makeSegment(rita(), { criteria: 'name:Bo' }), requestKey: 'export:1' };
    expect(await exportSegment(rita(), wanted)).toMatchObject({ counts: { companies: 0, people: 1 } });
    await exportSegment(rita(), wanted);
    const posts = await database.sql`
      select channel from channel_posts
      where workspace_id = ${ours.id} and content->>'kind' = 'segment-csv'`;
    expect(posts).toEqual([{ channel: 'U0RITA' }]);
    const empty = await createSegment(rita(), {});
    await expect(exportSegment(rita(), { no: empty.no })).rejects.toMatchObject({ code: 'segment_empty' });
  });
});
