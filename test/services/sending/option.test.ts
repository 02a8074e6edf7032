import { beforeAll, describe, expect, it } from 'vitest';
import { checkLogging } from '../../../src/services/interactions/check-logging.ts';
import { fixProblem } from '../../../src/services/interactions/fix-problem.ts';
import { logSegment } from '../../../src/services/interactions/log-segment.ts';
import { requestLogging } from '../../../src/services/interactions/request-logging.ts';
import { showRun } from '../../../src/services/interactions/show-run.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { useDatabase } from '../../support/database.ts';
import { CHANNEL } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { addFour, entriesOf, segmentOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFour(ours);
});

describe('the option to send attachments', () => {
  it('49: refuses e-mail lines without an address, and without the option leaves their type blank', async () => {
    const no = await segmentOf(ours, '');
    expect(await checkLogging(rita(), { no })).toMatchObject({
      send: { possible: true, on: true },
      problems: [{ kind: 'no-email', count: 1, examples: ['Gamma'] }],
    });
    await expect(
      requestLogging(rita(), { no, channel: CHANNEL, sendAttachments: true }),
    ).rejects.toMatchObject({ code: 'not_loggable' });
    expect((await checkLogging(rita(), { no, sendAttachments: false })).problems).toEqual([]);
    const { runId } = await requestLogging(rita(), { no, channel: CHANNEL });
    const result = await logSegment(ours.job(), { runId });
    const entries = await entriesOf(ours, result.status === 'done' ? result.loggedSegmentId : 0);
    expect(entries.map((entry) => entry.correspondenceType)).toEqual(['email', 'email', '', 'hard-copy']);
    expect(entries.map((entry) => entry.deliveryStatus)).toEqual(['', '', '', '']);
  });

  it('50: refuses lines that have a correspondence type and nothing to send', async () => {
    const no = await segmentOf(ours, 'name:Alpha|Delta', { file: false });
    // Not preset where nothing at all could be sent.
    expect(await checkLogging(rita(), { no })).toMatchObject({
      send: { possible: true, on: false },
      problems: [],
    });
    const wanted = { no, channel: CHANNEL, sendAttachments: true };
    await expect(requestLogging(rita(), wanted)).rejects.toMatchObject({
      problems: [{ kind: 'no-attachment', count: 2 }],
    });
    await fixProblem(rita(), { no, fix: { how: 'correspondence', problem: 'no-attachment', type: '' } });
    expect(await checkLogging(rita(), { no, sendAttachments: true })).toMatchObject({
      send: { possible: false, on: false },
      problems: [],
    });
  });

  it('51: is off and cannot be chosen where no line has a correspondence type', async () => {
    await database.sql`update contacts set correspondence_type = '' where workspace_id = ${ours.id} and id = 2`;
    const no = await segmentOf(ours, 'name:Beta');
    expect((await checkLogging(rita(), { no, sendAttachments: true })).send).toEqual({
      possible: false,
      on: false,
    });
    const { runId } = await requestLogging(rita(), { no, channel: CHANNEL, sendAttachments: true });
    await logSegment(ours.job(), { runId });
    expect(await showRun(rita(), { runId })).toMatchObject({ status: 'done', sending: null });
    await database.sql`update contacts set correspondence_type = 'email' where workspace_id = ${ours.id} and id = 2`;
  });

  it('has a way out for those without an address, which can be undone', async () => {
    const no = await segmentOf(ours, 'name:Alpha|Gamma');
    await fixProblem(rita(), { no, fix: { how: 'correspondence', problem: 'no-email', type: 'hard-copy' } });
    expect((await checkLogging(rita(), { no })).problems).toEqual([]);
    await undoStep(rita(), { no });
    expect((await checkLogging(rita(), { no })).problems).toMatchObject([{ kind: 'no-email', count: 1 }]);
  });
});
