import { beforeAll, expect, test } from 'vitest';
import type { PostContent } from '../../../src/core/posts.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { renderPost } from '../../../src/slack/posts/render.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { unzip } from '../../support/unzip.ts';
import { validMessage } from '../../support/valid-slack.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let here: TestWorkspace;
let elsewhere: TestWorkspace;
let requestId: number;
let segmentId: number;

beforeAll(async () => {
  here = await makeWorkspace(database.db, 'T1');
  elsewhere = await makeWorkspace(database.db, 'T2');
  await addContacts(here, [
    { id: 1, name: 'Møbler A/S', country: 'DK' },
    { id: 2, name: '=1+1', company: 1, country: 'DK' },
  ]);
  const ctx = here.as('rita');
  const segment = await createSegment(ctx, {
    description: '../<Autumn>',
    templateCode: 'BUS',
    campaignNo: 'CP1001',
  });
  segmentId = segment.id;
  await add(ctx, { no: segment.no, criteria: criteria('country:DK') });
  ({ requestId } = await submitSegment(ctx, { no: segment.no }));
});

test('A request is put in the language of its reader, from the database as it is now.', async () => {
  const content: PostContent = { kind: 'approval-request', requestId, memberId: 3 };
  const english = await renderPost(here.job(), content);
  const danish = await renderPost(here.job({ locale: 'da' }), content);
  expect(validMessage(english)).toMatchObject({ kind: 'message' });
  expect(JSON.stringify(english)).toContain('country is Denmark');
  expect(JSON.stringify(validMessage(danish))).toContain('Til godkendelse: SM00001');
  expect(await renderPost(here.job(), { kind: 'approval-unreached', requestId })).toMatchObject({
    text: expect.stringContaining('waits for approval'),
  });
});

test('A segment as CSV has a harmless file name and no formulas.', async () => {
  const file = await renderPost(here.job(), { kind: 'segment-csv', segmentId });
  expect(file).toMatchObject({
    kind: 'file',
    filename: 'SM00001.csv',
    title: 'Contacts of SM00001 ../<Autumn>',
    comment:
      'Here is *SM00001* ../&lt;Autumn&gt;: 2 contacts (1 company, 1 person), as CSV. Please keep personal data to yourself.',
  });
  if (file.kind === 'file') expect(file.content.toString()).toContain("'=1+1");
});

test('A segment as Excel file is one, with texts in it and no formulas.', async () => {
  const file = await renderPost(here.job(), { kind: 'segment-csv', segmentId, format: 'xlsx' });
  expect(file).toMatchObject({ kind: 'file', filename: 'SM00001.xlsx' });
  if (file.kind !== 'file') return;
  const texts = Object.values(unzip(Buffer.from(file.content))).join('\n');
  expect(texts).not.toMatch(/<f[ >]/);
  expect(texts).toContain('=1+1');
  expect(texts).toContain('Telex answer back');
});

test('What is not there, or belongs to another workspace, is gone.', async () => {
  const nothing: PostContent[] = [
    { kind: 'approval-request', requestId: 4711, memberId: 3 },
    { kind: 'approval-outcome', requestId: 4711 },
    { kind: 'log-progress', runId: 4711 },
    { kind: 'logged-segment', loggedSegmentId: 4711 },
    { kind: 'log-entries', loggedSegmentId: 4711, firstEntryId: 1, lastEntryId: 9 },
    { kind: 'log-csv', loggedSegmentId: 4711 },
    { kind: 'segment-csv', segmentId: 4711 },
    { kind: 'saved-criteria', savedId: 4711, memberId: 3 },
  ];
  for (const content of nothing) expect(await renderPost(here.job(), content)).toEqual({ kind: 'gone' });
  const theirs: PostContent = { kind: 'approval-outcome', requestId };
  expect(await renderPost(elsewhere.job(), theirs)).toEqual({ kind: 'gone' });
});
