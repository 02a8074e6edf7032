import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { segmentLines } from '../../src/db/schema/index.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { closeAll, errorsOf, modalThat, wordsIn } from '../support/modal.ts';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';
let no = '';

const running = useRunningApp(async (workspace) => {
  await addContacts(workspace, [
    { id: 1, name: 'Møbelværket A/S', email: 'post@m.example' },
    { id: 2, name: 'Fjord & Sønner' },
    { id: 3, name: 'Bengtsson AB' },
  ]);
  ({ no } = await createSegment(workspace.as('rita'), { description: 'From files' }));
});

async function openForm() {
  const { rita } = running;
  await closeAll(rita);
  await rita.say(SALES, `/segment people ${no}`);
  return rita.modal(/From a list/);
}

it('adds the people of a file, as its columns name them, when told', async () => {
  const { rita } = running;
  const form = await openForm();
  const list = iconv.encode('Navn\tE-mail\r\nx\tPOST@m.example\r\nFjord & Sønner\t\r\nNobody\t', 'utf-16le', {
    addBOM: true,
  });
  await rita.attach(form, /Or a file/, 'liste.txt', list);
  expect(await rita.submit(form)).toEqual({ ok: true });
  const found = await rita.modal(/2 contacts/);
  expect(wordsIn(found)).toContain('Line 4: Nobody');
  expect(await running.workspace.db.$count(segmentLines)).toBe(0);
  expect(await rita.submit(found)).toEqual({ ok: true });
  await rita.reads(SALES, new RegExp(`Added 2 contacts.*${no} now holds 2 contacts`));
});

it('says at the field what is wrong, and goes on from there', async () => {
  const { rita } = running;
  const form = await openForm();
  const problems = async () => {
    await rita.submit(form);
    return errorsOf(await modalThat(rita, /From a list/));
  };
  expect(await problems()).toEqual({ text: expect.stringMatching(/or choose a file/) });
  await rita.attach(form, /Or a file/, 'people.csv', Buffer.from('504b0304', 'hex'));
  expect(await problems()).toEqual({ file: expect.stringMatching(/Excel workbook/) });
  await rita.attach(form, /Or a file/, 'people.csv', 'nobody\n'.repeat(5001));
  expect(await problems()).toEqual({ file: expect.stringMatching(/more than 5,000 lines/) });
  await rita.fault({ method: 'files.info', times: 1, kind: { error: 'file_not_found' } });
  expect(await problems()).toEqual({ file: expect.stringMatching(/not in Slack any more/) });
  await rita.fault({ method: 'files.info', times: 1, kind: { error: 'missing_scope' } });
  expect(await problems()).toEqual({ file: expect.stringMatching(/the permission files:read/) });
  await rita.fault({ method: 'download', times: 1, kind: { httpStatus: 503 } });
  expect(await problems()).toEqual({ file: expect.stringMatching(/in time/) });

  await rita.type(form, /People/, 'Bengtsson AB');
  expect(await problems()).toEqual({ file: expect.stringMatching(/not both/) });
  await rita.fill(form, /Or a file/, { type: 'file_input', files: [] });
  await rita.submit(form);
  await rita.modal(/1 contact\b/);
});

it('a list that is too long to be typed is refused by Slack, which says how much it takes', async () => {
  const { rita } = running;
  const form = await openForm();
  expect(wordsIn(form)).toContain('3,000 characters');
  await rita.type(form, /People/, 'nobody@example.com\n'.repeat(5000));
  expect(await rita.submit(form)).toMatchObject({
    ok: false,
    messages: [expect.stringMatching(/3000 characters/)],
  });
});

it('asks for a typed list alone where the app may not read files', async () => {
  const { rita } = running;
  await rita.fault({ method: 'views.open', times: 1, kind: { error: 'missing_scope' } });
  const form = await openForm();
  expect(wordsIn(form)).toContain('lacks the permission files:read');
  await rita.type(form, /People/, 'Bengtsson AB');
  await rita.submit(form);
  await rita.modal(/1 contact\b/);
});
