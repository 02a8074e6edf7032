import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { contacts } from '../../src/db/schema/index.ts';
import { createTask } from '../../src/services/tasks/create.ts';
import { createForSegment } from '../../src/services/tasks/create-for-segment.ts';
import { addFive, makeSegment } from '../support/loggable.ts';
import { closeAll, initialOf, modalThat, wordsIn } from '../support/modal.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';

const running = useRunningApp(addFive);

it('asks again before it doubles what somebody else created for the segment', async () => {
  const { rita, workspace, database } = running;
  const no = await makeSegment(workspace.as('rita'), {
    description: 'Spring call',
    criteria: 'name:Zeta|Bo',
  });
  await database.db.update(contacts).set({ privacyBlocked: true }).where(eq(contacts.no, 'CT000003'));
  const form = await rita.opens(() => rita.say(SALES, `/task ${no}`), /Tasks for/);
  expect(wordsIn(form)).toContain('has *2 contacts*');
  expect(wordsIn(form)).toContain('1 contact is left out, because their privacy is blocked');
  expect(wordsIn(form)).not.toContain('already');
  await rita.type(form, /What is to be done/, 'Call in spring');
  await rita.type(form, /When/, '2026-12-04');
  await rita.submit(form);
  const asked = await modalThat(rita, /One task for Friday 4 Dec 2026\?/);
  const his = { type: 'phone-call', description: 'His call', date: '2026-12-03' } as const;
  await createForSegment(workspace.as('soren'), { ...his, no });
  await rita.submit(asked);
  const again = await modalThat(rita, /There is 1 open task for this segment already/);
  expect(wordsIn(again)).toContain('One task for Friday 4 Dec 2026? Then press Create once more');
  await rita.submit(again);
  const done = wordsIn(await modalThat(rita, /One task is created/));
  expect(done).toContain(`for 1 contact of ${no}`);
  expect(done).toContain('1 contact was left out, because their privacy is blocked');
  await closeAll(rita);
});

it('shows a task as completed where the form for what came of it does not open, and offers it again', async () => {
  const { rita, workspace } = running;
  const { no } = await createTask(workspace.as('rita'), {
    description: 'Visit',
    date: '2026-12-01',
    contactNo: 'CT000002',
  });
  const card = await rita.ask(SALES, `/task ${no}`);
  await rita.fault({ method: 'views.open', times: 1, kind: { rateLimited: { retryAfterSeconds: 7 } } });
  await rita.press(card, /Complete/);
  const completed = await rita.reads(SALES, new RegExp(`${no} is completed`));
  expect(wordsOf(completed)).toContain('Completed on');
  expect(completed.ts).toBe(card.ts);
  await rita.clearFaults();
  const form = await rita.opens(() => rita.press(completed, /Log interaction/), /Log interaction/);
  expect(initialOf(form, 'description')).toBe('Visit');
  await closeAll(rita);
});

it('shows the home anew when a task was completed or edited from a card that was opened there', async () => {
  const { rita, workspace } = running;
  const early = { date: '2020-01-01' };
  const first = await createTask(workspace.as('rita'), { ...early, description: 'First of all' });
  const second = await createTask(workspace.as('rita'), { ...early, description: 'Second of all' });
  await rita.post('home', {});
  const home = async () => JSON.stringify((await rita.see()).home);
  await expect.poll(home).toContain('Second of all');
  const show = async (no: string) => {
    const { blocks } = (await rita.see()).home as { blocks: { block_id: string; accessory?: Show }[] };
    const row = blocks.find(({ accessory }) => accessory?.value?.includes(no));
    const where = { in: { home: true }, blockId: row?.block_id, actionId: row?.accessory?.action_id };
    return rita.opens(() => rita.act('click', where), new RegExp(`${no} · `));
  };
  await rita.pressIn(await show(first.no), /Complete/);
  await modalThat(rita, new RegExp(`${first.no} is completed`));
  await expect.poll(home).not.toContain('First of all');
  await closeAll(rita);
  await rita.pressIn(await show(second.no), /^Edit$/);
  const form = await modalThat(rita, /Edit TD/);
  await rita.type(form, /What is to be done/, 'Last of all');
  await rita.submit(form);
  await modalThat(rita, new RegExp(`${second.no} is saved`));
  await expect.poll(home).toContain('Last of all');
  await closeAll(rita);
});

interface Show {
  action_id: string;
  value?: string;
}
