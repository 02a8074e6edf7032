import { expect, it } from 'vitest';
import { deliverInteraction } from '../../support/slack-stub.ts';
import { person, useListeners, view } from './support.ts';

const app = useListeners();

it('stopping takes nothing new, and waits for what is under way', async () => {
  const shown = view('test.slow', { private_metadata: '{}' });
  const submit = { type: 'view_submission', ...person, view: shown, trigger_id: 't' };
  const submitted = deliverInteraction(app.port, submit);
  await expect.poll(() => app.slack.app.running.size).toBe(1);
  const stopped = app.slack.stop();
  const health = () =>
    fetch(`http://127.0.0.1:${app.port}/readyz`).then(
      (answer) => answer.status,
      () => 'closed',
    );
  await expect.poll(health).toBe('closed');
  await app.release();
  expect((await submitted).status).toBe(200);
  await stopped;
  expect(app.slack.app.running.size).toBe(0);
});
