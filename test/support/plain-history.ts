import type { Transaction } from '../../src/db/client.ts';
import {
  campaigns,
  interactionGroups,
  interactionLogEntries,
  interactionTemplates,
  loggedSegments,
  members,
  opportunities,
  segmentLines,
  segments,
} from '../../src/db/schema/index.ts';
import { CODES, LOGGED, SEGMENTS } from './arbitrary-contacts.ts';
import type { PlainContact } from './naive-criteria.ts';
import type { PlainEntry, PlainOpportunity } from './naive-interactions.ts';

const AT = new Date('2026-11-23T11:00:00Z');
const DAY = '2026-11-23';

/** Writes the segments and interactions of contacts; ids are the same in every workspace. */
export async function storeHistory(
  tx: Transaction,
  workspaceId: number,
  list: PlainContact[],
): Promise<void> {
  await tx
    .insert(members)
    .overridingSystemValue()
    .values({ workspaceId, id: 1, slackUserId: 'U1', name: 'Rita', timeZone: 'Europe/Copenhagen' });
  await tx.insert(interactionGroups).values({ workspaceId, code: 'G', description: 'G' });
  await tx
    .insert(interactionTemplates)
    .values(CODES.map((code) => ({ workspaceId, code, description: code, interactionGroupCode: 'G' })));
  await tx
    .insert(campaigns)
    .overridingSystemValue()
    .values(CODES.map((no, at) => ({ workspaceId, id: at + 1, no, description: no })));
  const made = { workspaceId, date: DAY, createdBy: 1, createdAt: AT, changedBy: 1, changedAt: AT };
  await tx
    .insert(segments)
    .overridingSystemValue()
    .values([...SEGMENTS, ...LOGGED.map((no) => `L${no}`)].map((no, at) => ({ ...made, id: at + 1, no })));
  await tx
    .insert(loggedSegments)
    .overridingSystemValue()
    .values(
      LOGGED.map((entryNo, at) => ({
        workspaceId,
        id: at + 1,
        entryNo,
        segmentId: SEGMENTS.length + at + 1,
        segmentNo: `L${entryNo}`,
        description: '',
        createdOn: DAY,
        createdAt: AT,
        memberId: 1,
        channel: 'C1',
        companies: 0,
        people: 0,
        cost: '0',
        duration: 0,
      })),
    );
  const lines = list.flatMap((one) => [
    ...one.segments.map((no) => lineOf(workspaceId, one, no, true)),
    ...one.left.map((no) => lineOf(workspaceId, one, no, false)),
  ]);
  if (lines.length > 0) await tx.insert(segmentLines).values(lines);
  const entries = list.flatMap((one) => one.entries.map((entry) => entryOf(workspaceId, one, entry)));
  if (entries.length > 0) await tx.insert(interactionLogEntries).values(entries);
  const sales = list
    .flatMap((one) => one.opportunities.map((sale) => saleOf(workspaceId, one, sale)))
    .map((sale, at) => ({ ...sale, no: `OP${at + 1}` }));
  if (sales.length > 0) await tx.insert(opportunities).values(sales);
}

const lineOf = (workspaceId: number, { id, fields }: PlainContact, no: string, live: boolean) => ({
  workspaceId,
  segmentId: SEGMENTS.indexOf(no) + 1,
  lineNo: id * 2 + (live ? 0 : 1),
  contactId: id,
  isCompany: fields.type === 'company',
  live,
  addedStep: 1,
});

const saleOf = (workspaceId: number, { id, company }: PlainContact, sale: PlainOpportunity) => ({
  workspaceId,
  description: '',
  contactId: id,
  companyId: company?.id ?? null,
  salespersonCode: CODES[0] ?? '',
  campaignId: sale.campaign === '' ? null : CODES.indexOf(sale.campaign) + 1,
  status: sale.status,
  estimatedValue: sale.value === null ? null : String(sale.value),
  closedOn: sale.status === 'won' || sale.status === 'lost' ? DAY : null,
  createdOn: DAY,
  createdBy: 1,
  createdAt: AT,
});

const entryOf = (workspaceId: number, { id, company }: PlainContact, entry: PlainEntry) => ({
  workspaceId,
  contactId: id,
  companyId: company?.id ?? null,
  date: entry.date,
  description: '',
  interactionGroupCode: 'G',
  interactionTemplateCode: entry.template,
  informationFlow: '',
  initiatedBy: '',
  correspondenceType: '',
  evaluation: entry.evaluation as '',
  salespersonCode: entry.salesperson,
  cost: '0',
  duration: 0,
  campaignId: entry.campaign === '' ? null : CODES.indexOf(entry.campaign) + 1,
  loggedSegmentId: entry.logged === 0 ? null : LOGGED.indexOf(entry.logged) + 1,
  memberId: 1,
  loggedAt: AT,
  canceled: entry.canceled,
});
