import { approveRequest } from '../../../services/approvals/decide-request.ts';
import { submitSegment } from '../../../services/approvals/submit-segment.ts';
import { logSegment } from '../../../services/interactions/log-segment.ts';
import { requestLogging } from '../../../services/interactions/request-logging.ts';
import { addContacts } from '../../../services/segments/add-contacts.ts';
import { createSegment } from '../../../services/segments/create-segment.ts';
import { levels } from '../filters.ts';
import { type Bench, CAMPAIGN, CHANNEL, TEMPLATE } from '../fixture.ts';
import { log } from '../floor/log.ts';
import type { Case } from './types.ts';

/** A tenth of the contacts on a segment of a campaign, approved, and its logging asked for. */
export async function prepareLogging({ rep, manager }: Bench): Promise<void> {
  const segment = { description: 'Autumn call', campaignNo: CAMPAIGN, templateCode: TEMPLATE };
  const { no } = await createSegment(rep, segment);
  await addContacts(rep, { no, criteria: levels(7, 1).criteria });
  const { requestId } = await submitSegment(rep, { no });
  await approveRequest(manager, { requestId });
  await requestLogging(rep, { no, channel: CHANNEL });
}

async function queuedRun({ sql, workspaceId }: Bench): Promise<number> {
  const [run] = await sql<{ id: string }[]>`
    select id from log_runs where workspace_id = ${workspaceId} and status = 'queued'`;
  return Number(run?.id);
}

export const loggingCases: Case[] = [
  {
    name: 'log 10 %',
    writes: true,
    prepare: prepareLogging,
    service: async (bench) => {
      const result = await logSegment(bench.job, { runId: await queuedRun(bench) });
      if (result.status !== 'done') throw new Error(`Logging ended as ${JSON.stringify(result)}.`);
      const [logged] = await bench.sql<{ count: string }[]>`
        select companies + people as count from logged_segments
        where workspace_id = ${bench.workspaceId} and id = ${result.loggedSegmentId}`;
      return Number(logged?.count);
    },
    floor: async (bench) => log(bench, await queuedRun(bench)),
  },
];
