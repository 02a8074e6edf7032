import type { MemberContext } from '../../src/core/context.ts';
import { approveRequest } from '../../src/services/approvals/decide-request.ts';
import { submitSegment } from '../../src/services/approvals/submit-segment.ts';
import { logSegment } from '../../src/services/interactions/log-segment.ts';
import { requestLogging } from '../../src/services/interactions/request-logging.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { criteria } from './criteria.ts';
import { addContacts, type TestWorkspace } from './workspace.ts';

export const CHANNEL = 'C0SALES';

/** Two companies and three people; Dee has no company, Quiet no salesperson. */
export async function addFive(workspace: TestWorkspace): Promise<void> {
  await addContacts(workspace, [
    { id: 1, name: 'Zeta', territory: 'N', salesperson: 'JO' },
    { id: 2, name: 'Alpha', territory: 'N', salesperson: 'RR', email: 'post@alpha.example' },
    { id: 3, name: 'Bo', company: 2, territory: 'S', salesperson: 'RR', email: 'bo@alpha.example' },
    { id: 4, name: 'Dee', type: 'person', territory: 'N', salesperson: 'JO' },
    { id: 5, name: 'Quiet', company: 1, territory: 'S' },
  ]);
}

interface Wanted {
  description?: string;
  campaignNo?: string;
  templateCode?: string;
  criteria?: string;
  salespersonCode?: string;
}

/** A segment with a description, template BUS and, unless told otherwise, all contacts. Its number. */
export async function makeSegment(ctx: MemberContext, wanted: Wanted = {}): Promise<string> {
  const { description = 'Autumn call', templateCode = 'BUS', criteria: text = '', ...rest } = wanted;
  const { no } = await createSegment(ctx, { description, templateCode, ...rest });
  await add(ctx, { no, criteria: criteria(text) });
  return no;
}

/** A segment of campaign CP1001 that Rita built and Mona approved. */
export async function makeApproved(
  workspace: TestWorkspace,
  wanted: Wanted = {},
): Promise<{ no: string; requestId: number }> {
  const no = await makeSegment(workspace.as('rita'), { campaignNo: 'CP1001', ...wanted });
  const { requestId } = await submitSegment(workspace.as('rita'), { no });
  await approveRequest(workspace.as('mona'), { requestId, comment: 'Good list' });
  return { no, requestId };
}

/** Rita asks for the logging. The run's id. */
export async function startRun(workspace: TestWorkspace, no: string, followUp = false): Promise<number> {
  return (await requestLogging(workspace.as('rita'), { no, channel: CHANNEL, followUp })).runId;
}

/** Rita asks for the logging, and it is done at once. */
export async function logNow(workspace: TestWorkspace, no: string, followUp = false) {
  const runId = await startRun(workspace, no, followUp);
  const result = await logSegment(workspace.job(), { runId });
  if (result.status !== 'done') throw new Error(`The segment was not logged: ${JSON.stringify(result)}`);
  return { runId, ...result };
}
