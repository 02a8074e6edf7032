import { expect, it } from 'vitest';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { modalThat } from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

let no = '';

const running = useRunningApp(
  async (workspace) => {
    await addContacts(workspace, [{ id: 1, name: 'Bengtsson AB' }]);
    ({ no } = await createSegment(workspace.as('rita'), { description: 'From files' }));
  },
  { patience: 1 },
);

it('shows that it works on a file that Slack hands over slowly, and what came of it', async () => {
  const { rita } = running;
  await rita.say('C0SALES', `/segment people ${no}`);
  const form = await rita.modal(/From a list/);
  await rita.attach(form, /Or a file/, 'people.csv', 'Bengtsson AB\n');
  await rita.fault({ method: 'download', times: 1, kind: { delayMs: 2600 } });
  expect(await rita.submit(form)).toEqual({ ok: true });
  await modalThat(rita, /1 contact\b/);
  const { traffic } = await rita.see({ traffic: true });
  const submitted = traffic.findLast(({ what }) => what === 'view_submission people.paste');
  expect(JSON.stringify(submitted?.detail)).toContain('Still working');
});
