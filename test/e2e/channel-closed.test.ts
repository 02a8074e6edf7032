import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { campaigns, interactionLogEntries, members } from '../../src/db/schema/index.ts';
import { requestLogging } from '../../src/services/interactions/request-logging.ts';
import { addFive, makeSegment } from '../support/loggable.ts';
import { fillIn } from '../support/modal.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';

const SALES = 'C0SALES';
const CAMPAIGNS = 'C0CAMPAIGNS';
const running = useRunningApp(async (workspace) => {
  await addFive(workspace);
  // Mona owns what is logged in #sales.
  const salespersonCode = 'JO';
  await workspace.db.update(members).set({ salespersonCode }).where(eq(members.slackUserId, 'U0MONA'));
  await workspace.db
    .update(campaigns)
    .set({ logChannel: SALES, salespersonCode })
    .where(eq(campaigns.no, 'CP1001'));
});

async function log() {
  const { workspace } = running;
  const no = await makeSegment(workspace.as('rita'));
  await requestLogging(workspace.as('rita', { now: () => new Date() }), { no, channel: SALES });
  return no;
}
const archive = (archived: boolean) => running.rita.post('archive', { channel: SALES, archived });
const parents = async (channel: string) =>
  (await running.rita.messages(channel)).filter(
    (one) => !one.threadTs && /Interactions logged/.test(wordsOf(one)),
  );

it('tells the owner of a closed channel once, and posts the logs when told, there or elsewhere', async () => {
  const { rita, mona, workspace } = running;
  await archive(true);
  await log();
  const told = await mona.reads('direct', /it is archived/);
  expect(wordsOf(told)).toMatch(/logged and counts/);
  await log();
  await rita.reads('direct', /could not be posted.*archived/s);
  await expect.poll(() => workspace.db.$count(interactionLogEntries)).toBe(10);
  await expect
    .poll(async () => wordsOf(await mona.reads('direct', /archived/)))
    .toMatch(/6 messages and files wait to be posted/);
  expect((await mona.direct()).filter((one) => /archived/.test(one.text))).toHaveLength(1);

  await mona.press(await mona.reads('direct', /archived/), /^Post again$/);
  const form = await mona.modal(/Post again/);
  await fillIn(mona, form, 'to', { type: 'conversations_select', selected_conversation: CAMPAIGNS });
  expect(await mona.submit(form)).toEqual({ ok: true });
  await mona.modal(/on the way to/);
  await expect.poll(async () => (await parents(CAMPAIGNS)).length).toBe(2);
  await mona.reads('direct', /Nothing waits for/);
  await expect
    .poll(async () => (await rita.direct()).filter((one) => /could not be posted/.test(one.text)).length)
    .toBe(0);

  await archive(false);
  await log();
  await expect.poll(async () => (await parents(SALES)).length).toBe(1);
});
