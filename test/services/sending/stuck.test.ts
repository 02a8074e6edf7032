import { beforeAll, expect, it } from 'vitest';
import { type TaskTools, tasks } from '../../../src/jobs/tasks.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { requestLogging } from '../../../src/services/interactions/request-logging.ts';
import { resendAttachments } from '../../../src/services/sending/resend.ts';
import { showSending } from '../../../src/services/sending/show-sending.ts';
import { useDatabase } from '../../support/database.ts';
import { CHANNEL } from '../../support/loggable.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';
import { addFour, entriesOf, segmentOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFour(ours);
});

async function log() {
  const no = await segmentOf(ours, 'name:Alpha|Delta');
  const { runId } = await requestLogging(rita(), { no, channel: CHANNEL, sendAttachments: true });
  const result = await logSegment(ours.job(), { runId });
  if (result.status !== 'done') throw new Error(JSON.stringify(result));
  return result;
}

const statuses = async (id: number) => (await entriesOf(ours, id)).map((entry) => entry.deliveryStatus);

it('counts as not sent what could not be handed over at the last try', async () => {
  const { loggedSegmentId } = await log();
  const tools = { db: database.db, now: () => NOON } as unknown as TaskTools;
  const payload = { workspaceId: ours.id, loggedSegmentId, memberId: 4711, round: 'log' };
  const attempt = (last: boolean) => tasks['send-attachments'](tools, payload, { jobId: '1', last });
  await expect(attempt(false)).rejects.toThrow(/Member 4711/);
  expect(await statuses(loggedSegmentId)).toEqual(['in-progress', 'in-progress']);
  await expect(attempt(true)).rejects.toThrow(/Member 4711/);
  expect(await statuses(loggedSegmentId)).toEqual(['error', 'error']);
});

it('can be sent again when the job ended before it could say so, and not before', async () => {
  const { loggedSegmentId, entryNo } = await log();
  const again = (requestKey: string) => resendAttachments(rita(), { entryNo, requestKey });
  const queue = `${ours.id}:sending:${loggedSegmentId}`;
  const job = (locked: boolean) => database.sql`
    update graphile_worker._private_jobs j
    set attempts = max_attempts, locked_at = case when ${locked} then now() end
    from graphile_worker._private_job_queues q where q.id = j.job_queue_id and q.queue_name = ${queue}`;
  await expect(again('early')).rejects.toMatchObject({ code: 'sending_under_way' });
  await job(true);
  await expect(again('at its last try')).rejects.toMatchObject({ code: 'sending_under_way' });
  await job(false);
  expect(await showSending(rita(), { loggedSegmentId })).toEqual({
    sent: 0,
    underWay: 0,
    failed: 2,
    unreached: ['Alpha', 'Delta'],
  });
  const both = await Promise.allSettled([again('one'), again('two')]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await showSending(rita(), { loggedSegmentId })).toMatchObject({ underWay: 2, failed: 0 });
});
