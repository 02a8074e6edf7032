import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { reduceContacts } from '../../src/services/segments/reduce-contacts.ts';
import { showSegment } from '../../src/services/segments/show-segment.ts';
import { criteria } from '../support/criteria.ts';
import { closeAll } from '../support/modal.ts';
import { type Person, wordsOf } from '../support/person.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK', salesperson: 'JO' },
    { id: 2, name: 'Ann', company: 1, country: 'DK', salesperson: 'JO' },
    { id: 3, name: 'Stolar AB', country: 'SE', salesperson: 'JO' },
  ]);
});

afterEach(async () => {
  await closeAll(running.rita, running.mona, running.anna);
});

/** A segment of Rita's with a campaign, so that it needs approval. */
async function ritasSegment(): Promise<string> {
  const ctx = running.workspace.as('rita');
  const { no } = await createSegment(ctx, {
    description: 'Autumn call',
    templateCode: 'BUS',
    campaignNo: 'CP1001',
  });
  await add(ctx, { no, criteria: criteria('country:DK') });
  return no;
}

async function submitted(): Promise<string> {
  const no = await ritasSegment();
  await running.rita.say('C0SALES', `/segment submit ${no}`);
  await running.rita.reads('C0SALES', new RegExp(`\\*${no}\\* now waits for approval`));
  return no;
}

const stateOf = async (no: string) => (await showSegment(running.workspace.as('rita'), { no })).header.state;
const asked = (person: Person, no: string) => person.reads('direct', new RegExp(`Approval wanted: ${no}`));
const told = (person: Person, words: string) => person.reads('direct', new RegExp(words));
const buttonsOf = (message: Message) => wordsOf(message).match(/"action_id":"approval\.\w+"/g) ?? [];

test('Submitting from the card asks first, then every manager; a manager approves with a comment, and all see it.', async () => {
  const no = await ritasSegment();
  const { rita, mona, anna } = running;
  await rita.say('C0SALES', `/segment show ${no}`);
  const card = await rita.reads('C0SALES', new RegExp(no));
  expect(wordsOf(card)).toContain('The managers and the owner of campaign CP1001 are asked to approve');
  await rita.press(card, /^Submit$/);
  await rita.reads('C0SALES', new RegExp(`\\*${no}\\* now waits for approval.*<@U0MONA>, <@U0ANNA>`));
  expect(await stateOf(no)).toBe('submitted');

  const message = await asked(mona, no);
  expect(wordsOf(message)).toContain('2 contacts (1 company, 1 person)');
  expect(wordsOf(message)).toContain('country is Denmark');
  await mona.press(message, /^Details$/);
  const details = await mona.modal(/Segment details/);
  expect(JSON.stringify(details.view)).toContain('Aarhus Møbler');
  // From the details one goes on to the decision; both are closed after it.
  await mona.pressIn(details, /^Approve$/);
  const modal = await mona.modal(/You approve/);
  await mona.type(modal, /comment/, 'Go for it <!channel>');
  await mona.submit(modal);
  await mona.noModal();

  for (const person of [mona, anna]) {
    const decided = await told(person, `Approved: ${no}`);
    expect(wordsOf(decided)).toContain('Approved by <@U0MONA>');
    expect(wordsOf(decided)).toContain('> Go for it &lt;!channel&gt;');
    expect(buttonsOf(decided)).toEqual([]);
  }
  const outcome = await told(rita, `approved \\*${no}\\*`);
  expect(outcome.text).toContain('<@U0MONA> approved');
  expect(await stateOf(no)).toBe('approved');
});

test('A rejection needs a reason, which goes to whoever asked; then it can be submitted again.', async () => {
  const no = await submitted();
  const { rita, mona, anna } = running;
  // The campaign's owner is asked too, and is not on Slack.
  const unreached = await told(rita, `\\*${no}\\*.* Not reached by direct message: <@U0OLAF>`);
  await mona.press(await asked(mona, no), /^Reject$/);
  const modal = await mona.modal(/You reject/);
  expect(await mona.submit(modal)).toMatchObject({ ok: false });
  await mona.type(modal, /reason/, '   ');
  await mona.submit(modal);
  await expect.poll(async () => (await mona.modal()).errors).toEqual({ reason: 'Please say why.' });
  await mona.type(modal, /reason/, 'Too few contacts');
  await mona.submit(modal);
  await mona.noModal();

  const outcome = await told(rita, `rejected \\*${no}\\*`);
  expect(wordsOf(outcome)).toContain('> Too few contacts');
  expect(buttonsOf(await told(anna, `Rejected: ${no}`))).toEqual([]);
  expect(await stateOf(no)).toBe('open');
  const hers = (await rita.direct()).filter((message) => wordsOf(message).includes(no));
  expect(hers.map(({ text }) => text)).toEqual([unreached.text, outcome.text]);
  await rita.press(outcome, /^Show segment$/);
  await rita.reads('direct', /"action_id":"segment.refine"/);

  await rita.say('C0SALES', `/segment submit ${no}`);
  await expect.poll(() => stateOf(no)).toBe('submitted');
  expect(buttonsOf(await asked(mona, no))).toHaveLength(3);
});

test('Of two managers at once one decides; the other is told who did.', async () => {
  const no = await submitted();
  const { mona, anna } = running;
  await mona.press(await asked(mona, no), /^Approve$/);
  await anna.press(await asked(anna, no), /^Reject$/);
  const [monas, annas] = [await mona.modal(/You approve/), await anna.modal(/You reject/)];
  await anna.type(annas, /reason/, 'No budget');
  await Promise.all([mona.submit(monas), anna.submit(annas)]);

  const state = await expect
    .poll(() => stateOf(no))
    .not.toBe('submitted')
    .then(() => stateOf(no));
  const [winner, loser, loserId] = state === 'approved' ? [mona, anna, 'U0MONA'] : [anna, mona, 'U0ANNA'];
  await winner.noModal();
  await loser.modal(new RegExp(`already (approved|rejected) by <@${loserId}>. Your answer changed nothing`));
  const requests = await running.database.sql`
    select status from approval_requests r join segments s on s.workspace_id = r.workspace_id and s.id = r.segment_id
    where s.no = ${no}`;
  expect(requests).toHaveLength(1);
});

test('A change after submitting voids the request: all see what changed, and old buttons answer.', async () => {
  const no = await submitted();
  const { rita, mona, anna } = running;
  const old = await asked(mona, no);
  await anna.press(await asked(anna, no), /^Approve$/);
  const opened = await anna.modal(/You approve/);
  const ctx = running.workspace.as('soren');
  await add(ctx, { no, criteria: criteria('country:SE') });
  await reduceContacts(ctx, { no, criteria: criteria('type:person') });

  const voided = await told(mona, `No longer counts: ${no}`);
  expect(voided.ts).toBe(old.ts);
  expect(wordsOf(voided)).toContain('Added: 1 contact (1 company, 0 people).');
  expect(buttonsOf(voided)).toEqual([]);
  expect((await told(rita, `The request for \\*${no}\\*`)).text).toContain(
    'Submit it again when it is ready.',
  );

  // Her form was opened before the change.
  await anna.submit(opened);
  await anna.modal(/was changed after it was submitted/);
  expect(await stateOf(no)).toBe('open');
});

test('Nobody approves what they built, not even from a message that reaches them; and the reason is said.', async () => {
  const { mona } = running;
  const ctx = running.workspace.as('mona');
  const { no } = await createSegment(ctx, { description: 'Own', templateCode: 'BUS', campaignNo: 'CP1001' });
  await add(ctx, { no, criteria: criteria('') });
  await mona.say('C0SALES', `/segment submit ${no}`);
  const answer = await mona.reads('C0SALES', new RegExp(`\\*${no}\\* now waits`));
  expect(answer.text).toContain('<@U0ANNA>');
  expect(answer.text).not.toContain('<@U0MONA>');
  expect((await mona.direct()).some((message) => wordsOf(message).includes(`Approval wanted: ${no}`))).toBe(
    false,
  );
});

test('Submitting again, or without what is needed, is refused in words.', async () => {
  const no = await submitted();
  const { rita } = running;
  await rita.say('C0SALES', `/segment submit ${no}`);
  await rita.reads('C0SALES', new RegExp(`${no} is already waiting for approval`));
  const { no: empty } = await createSegment(running.workspace.as('rita'), {
    description: 'Empty',
    templateCode: 'BUS',
    campaignNo: 'CP1001',
  });
  await rita.say('C0SALES', `/segment submit ${empty}`);
  await rita.reads('C0SALES', new RegExp(`${empty} has no contacts`));
});
