import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../../src/core/context.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { requestLogging } from '../../../src/services/interactions/request-logging.ts';
import { handOver } from '../../../src/services/sending/hand-over.ts';
import { addFour, entriesOf, segmentOf } from '../../services/sending/support.ts';
import { useDatabase } from '../../support/database.ts';
import { CHANNEL } from '../../support/loggable.ts';
import { makeWorkspace, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';
import { type Harness, message, startHarness } from './harness.ts';

const database = useDatabase();
let ours: TestWorkspace;
let h: Harness;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFour(ours);
  h = await startHarness(ours);
  h.render.post = async (_ctx, content) =>
    content.kind === 'log-attachments'
      ? { kind: 'file', filename: 'SM1.zip', title: 'Files', content: Buffer.from('zip'), comment: '' }
      : message('The log');
});
afterAll(() => h.slack.stop());

it('counts as handed over once its file was shared, also when that could not be noted at once', async () => {
  const no = await segmentOf(ours, 'name:Alpha|Delta');
  const rita = ours.as('rita');
  const { runId } = await requestLogging(rita, { no, channel: CHANNEL, sendAttachments: true });
  const result = await logSegment(ours.job(), { runId });
  const loggedSegmentId = result.status === 'done' ? result.loggedSegmentId : 0;
  await inTransaction(ours.job(), (inner) =>
    handOver(inner, { loggedSegmentId, memberId: PEOPLE.rita.id, round: 'log', emails: true }),
  );
  const statuses = async () => (await entriesOf(ours, loggedSegmentId)).map((entry) => entry.deliveryStatus);
  await database.sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'The disk is full'; end $$`;
  await database.sql`
    create trigger refuse before update on interaction_log_entries for each row execute function refuse()`;
  await expect(h.drain('U0RITA')).rejects.toThrow();
  expect(await statuses()).toEqual(['in-progress', 'in-progress']);

  await database.sql`drop trigger refuse on interaction_log_entries`;
  await h.drain('U0RITA');
  expect(await statuses()).toEqual(['', '']);
  expect(h.slack.files.filter((file) => file.share)).toHaveLength(1);
});
