import { eq } from 'drizzle-orm';
import { afterEach, expect, it } from 'vitest';
import { contacts, workspaceSettings } from '../../src/db/schema/index.ts';
import { makeSegment } from '../support/loggable.ts';
import { closeAll, errorsOf, modalThat, pressInRow, wordsIn } from '../support/modal.ts';
import { wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts, PEOPLE } from '../support/workspace.ts';

const SALES = 'C0SALES';

const running = useRunningApp(async (workspace) => {
  const { db, id } = workspace;
  await db
    .update(workspaceSettings)
    .set({ callTemplateCode: 'OUTGOING' })
    .where(eq(workspaceSettings.workspaceId, id));
  await addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', salesperson: 'JO' },
    ...['Ann', 'Bo', 'Cy', 'Di'].map((name, n) => ({ id: 2 + n, name, company: 1, salesperson: 'JO' })),
  ]);
  await db.update(contacts).set({ phone: '+45 12 34 56 78' }).where(eq(contacts.id, 1));
});

afterEach(() => closeAll(running.rita, running.soren));

const entries = async () =>
  running.database.sql<{ name: string; evaluation: string; failed: boolean; comment: string | null }[]>`
    select c.name, e.evaluation, e.attempt_failed as failed, n.comment
    from interaction_log_entries e
    join contacts c on c.workspace_id = e.workspace_id and c.id = e.contact_id
    left join interaction_comments n on n.workspace_id = e.workspace_id and n.entry_id = e.id
    where e.workspace_id = ${running.workspace.id} and not e.canceled order by e.id`;

it('takes two people through a list: no contact twice, each outcome logged, one message in the channel', async () => {
  const { rita, soren, workspace } = running;
  const no = await makeSegment(workspace.as('rita', { now: () => new Date() }));
  await rita.say(SALES, `/segment show ${no}`);
  await rita.press(await rita.reads(SALES, new RegExp(`${no} · Autumn call`)), /^Call list$/);
  const company = await modalThat(rita, /🏢 Aarhus Møbler/);
  expect(wordsIn(company)).toContain('☎️ +45 12 34 56 78');

  const post = await soren.reads(SALES, /Call list: Autumn call/);
  await soren.press(post, /^Join$/);
  // Søren reads Danish.
  const ann = await modalThat(soren, /👤 Ann/);
  expect(wordsIn(ann)).toContain('+45 12 34 56 78 (virksomheden)');
  expect(wordsIn(ann)).toContain('Ringer nu: Rita Rep');

  await rita.type(company, /^Note$/, 'Asks for the catalogue');
  await rita.pressIn(company, /Reached$/);
  const bo = await modalThat(rita, /👤 Bo/);
  expect(wordsIn(bo)).toContain('*Aarhus Møbler*: reached. Logged.');

  // To be called back: first without a time, then with one that is past, then in words.
  await soren.submit(ann);
  await expect
    .poll(async () => errorsOf(await modalThat(soren, /👤 Ann/)))
    .toEqual({ when: expect.stringContaining('Hvornår skal der ringes igen?') });
  await soren.type(ann, /^Ring igen$/, 'i går kl. 10');
  await soren.submit(ann);
  await expect
    .poll(async () => errorsOf(await modalThat(soren, /👤 Ann/)))
    .toEqual({ when: expect.stringContaining('Det er forbi') });
  await soren.type(ann, /^Ring igen$/, 'i morgen kl. 10');
  await soren.submit(ann);
  const cy = await modalThat(soren, /👤 Cy/);
  expect(wordsIn(cy)).toMatch(/\*Ann\* skal ringes op igen\. Logført\. Kommer igen <!date\^/);

  // Whoever stops gives the contact back.
  await rita.post('close', { view: bo.id });
  await rita.noModal();
  await expect
    .poll(
      () =>
        running.database.sql`select from call_items where state = 'taken' and member_id = ${PEOPLE.rita.id}`,
    )
    .toEqual([]);
  await soren.pressIn(cy, /Intet svar$/);
  const bosTurn = await modalThat(soren, /👤 Bo/);
  await rita.say(SALES, `/segment calls ${no}`);
  const di = await modalThat(rita, /👤 Di/);
  await soren.pressIn(bosTurn, /Møde$/);
  const others = await modalThat(soren, /Der er ingen at ringe til lige nu/);
  expect(wordsIn(others)).toContain('Ringer nu: Rita Rep');
  await rita.pressIn(di, /Reached$/);
  await pressInRow(rita, await modalThat(rita, /\*Di\*: reached\./), /\*Di\*: reached/);
  await rita.pressIn(await modalThat(rita, /Taken back/), /Not interested$/);
  const end = await modalThat(rita, /Nobody is left to be called right now/);
  expect(wordsIn(end)).toContain('Meeting 1 · Reached 1 · Not interested 1 · No answer 1');
  expect(wordsIn(end)).toMatch(/1 to call back, the next <!date\^/);

  const shown = await rita.reads(SALES, /4 of 5 done.*Reached 1 · Not interested 1 · No answer 1/);
  expect(shown.ts).toBe(post.ts);
  const seen = (await soren.messages(SALES)).filter((message) => /Call list/.test(wordsOf(message)));
  expect(seen).toHaveLength(1);
  expect(await entries()).toEqual([
    { name: 'Aarhus Møbler', evaluation: '', failed: false, comment: 'Asks for the catalogue' },
    { name: 'Ann', evaluation: '', failed: false, comment: null },
    { name: 'Cy', evaluation: '', failed: true, comment: null },
    { name: 'Bo', evaluation: 'positive', failed: false, comment: null },
    { name: 'Di', evaluation: 'negative', failed: false, comment: null },
  ]);
});
