import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { campaignEntries, interactionLogEntries, loggedSegments } from '../../../src/db/schema/index.ts';
import { approveRequest } from '../../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import type { HeaderChanges, LineChanges } from '../../../src/services/segments/types.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { makeApproved, startRun } from '../../support/loggable.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addContacts(ours, [
    { id: 1, name: 'Alpha' },
    { id: 2, name: 'Beta' },
    { id: 3, name: 'Gamma' },
  ]);
});

const rita = () => ours.as('rita');
const edit = (no: string, lineNo: number, changes: LineChanges) => editLine(rita(), { no, lineNo, changes });
const header = (no: string, changes: HeaderChanges, lines: 'follow' | 'keep') =>
  updateHeader(rita(), { no, changes, lines });

/** Alpha, Beta, Gamma by letter at 8.00 and 30 minutes. */
async function full(campaignNo?: string) {
  const { no } = await createSegment(rita(), {
    templateCode: 'BUS',
    description: 'Letter',
    ...(campaignNo ? { campaignNo } : {}),
  });
  await add(rita(), { no, criteria: criteria('') });
  return no;
}

async function approve(no: string) {
  const { requestId } = await submitSegment(rita(), { no });
  await approveRequest(ours.as('mona'), { requestId, comment: '' });
}

async function log(no: string) {
  if ((await showSegment(rita(), { no })).actions.includes('submit')) await approve(no);
  const result = await logSegment(ours.job(), { runId: await startRun(ours, no) });
  if (result.status !== 'done') return { result, entries: [], campaignsOf: [], segment: undefined };
  const of = (table: typeof interactionLogEntries | typeof campaignEntries) =>
    and(eq(table.workspaceId, ours.id), eq(table.loggedSegmentId, result.loggedSegmentId));
  const entries = await database.db
    .select()
    .from(interactionLogEntries)
    .where(of(interactionLogEntries))
    .orderBy(asc(interactionLogEntries.id));
  const campaignsOf = await database.db
    .select()
    .from(campaignEntries)
    .where(of(campaignEntries))
    .orderBy(asc(campaignEntries.id));
  const [segment] = await database.db
    .select()
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ours.id), eq(loggedSegments.id, result.loggedSegmentId)));
  return { result, entries, campaignsOf, segment };
}

describe('logging lines', () => {
  it('writes what each line says, and totals that are the sum of it', async () => {
    const no = await full('CP1001');
    await edit(no, 2, {
      description: 'Special',
      date: '2026-12-24',
      time: '09:15',
      cost: '0.05',
      duration: 7,
      evaluation: 'negative',
      attemptFailed: true,
      subject: 'Own',
      campaignTarget: true,
      salespersonCode: 'JO',
    });
    const { entries, segment } = await log(no);
    const plain = {
      description: 'Letter',
      date: '2026-11-23',
      timeOfInteraction: null,
      cost: '8.00',
      duration: 30,
      evaluation: '',
      attemptFailed: false,
      subject: '',
      campaignTarget: false,
      salespersonCode: 'RR',
    };
    expect(entries).toMatchObject([
      plain,
      {
        contactId: 2,
        description: 'Special',
        date: '2026-12-24',
        timeOfInteraction: '09:15:00',
        cost: '0.05',
        duration: 7,
        evaluation: 'negative',
        attemptFailed: true,
        subject: 'Own',
        campaignTarget: true,
        campaignResponse: false,
        salespersonCode: 'JO',
      },
      plain,
    ]);
    expect(segment).toMatchObject({ cost: '16.05', duration: 67 });
  });

  it('48: writes one campaign entry per campaign: the segment’s description, and who was first by date', async () => {
    const no = await full('CP1001');
    await header(no, { campaignNo: 'CP1002', templateCode: 'OUTGOING' }, 'keep');
    await add(rita(), { no, criteria: criteria('name:Alpha'), options: { allowExisting: true } });
    await edit(no, 1, { description: 'Special' });
    await edit(no, 3, { date: '2026-11-20', salespersonCode: 'JO' });
    await edit(no, 4, { salespersonCode: 'SS' });
    const { entries, campaignsOf } = await log(no);
    expect(campaignsOf).toMatchObject([
      { campaignId: 1, date: '2026-11-20', salespersonCode: 'JO', description: 'Letter' },
      { campaignId: 2, date: '2026-11-23', salespersonCode: 'SS', description: 'Letter' },
    ]);
    const [first, second] = campaignsOf;
    expect(entries.map((entry) => entry.campaignEntryId)).toEqual([
      first?.id,
      first?.id,
      first?.id,
      second?.id,
    ]);
    expect(entries.map((entry) => entry.interactionTemplateCode)).toEqual(['BUS', 'BUS', 'BUS', 'OUTGOING']);
    expect(entries.map((entry) => entry.interactionGroupCode)).toEqual([
      'LETTER',
      'LETTER',
      'LETTER',
      'PHONE',
    ]);
  });

  it('42: writes nothing when one line has no template', async () => {
    const { no } = await createSegment(rita(), { description: 'Letter' });
    await add(rita(), { no, criteria: criteria('name:Alpha') });
    await header(no, { templateCode: 'BUS' }, 'keep');
    await add(rita(), { no, criteria: criteria('name:Beta') });
    await expect(startRun(ours, no)).rejects.toMatchObject({ code: 'template_missing' });
    expect((await showSegment(rita(), { no })).header.state).toBe('open');
  });
});

describe('an approval', () => {
  it.each([
    ['an edited line', (no: string) => edit(no, 1, { cost: '9' }), ['lines']],
    ['a header field', (no: string) => header(no, { subject: 'Hi' }, 'follow'), ['subject']],
    [
      'a header field that lines do not follow',
      (no: string) => header(no, { subject: 'Hi' }, 'keep'),
      ['subject'],
    ],
  ])('is void after %s', async (_, change, fields) => {
    const { no } = await makeApproved(ours);
    expect(await change(no)).toMatchObject({ voided: true });
    const { header: now, approval } = await showSegment(rita(), { no });
    expect(now.state).toBe('open');
    expect(approval?.status).toBe('voided');
    const rows = await database.sql`
      select change -> 'fields' as fields from approval_requests
      where workspace_id = ${ours.id} and id = ${approval?.requestId ?? 0}`;
    expect(rows[0]?.fields).toEqual(fields);
  });

  it('is needed for lines on a campaign that the header has left', async () => {
    const no = await full('CP1001');
    await header(no, { campaignNo: null }, 'keep');
    await expect(startRun(ours, no)).rejects.toMatchObject({ code: 'approval_missing' });
    await header(no, { campaignNo: 'CP1002' }, 'keep');
    await header(no, { campaignNo: null }, 'follow');
    expect((await showSegment(rita(), { no })).needsApproval).toBe(true);
    const { campaignsOf } = await log(no);
    expect(campaignsOf.map((entry) => entry.campaignId)).toEqual([1]);
  });

  it('does not hold for lines that changed without a step', async () => {
    const { no } = await makeApproved(ours);
    const runId = await startRun(ours, no);
    await database.sql`
      update segment_lines set own = '{"cost": "0.01"}' where workspace_id = ${ours.id} and line_no = 1`;
    expect(await logSegment(ours.job(), { runId })).toEqual({ status: 'failed', code: 'request_voided' });
  });
});
