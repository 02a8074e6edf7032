import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import { fillForLetters, logLetters } from '../support/letters.ts';
import { useRunningApp } from '../support/running-app.ts';
import { unzip } from '../support/unzip.ts';

const running = useRunningApp((workspace) =>
  fillForLetters(workspace, [
    { id: 1, name: 'Alpha', by: 'email', email: 'post@alpha.example' },
    { id: 2, name: 'Beta', by: 'hard-copy', email: 'post@beta.example', danish: true },
    { id: 3, name: '=Gamma()', company: 1, by: 'hard-copy' },
    { id: 4, name: 'Delta', by: '', email: 'post@delta.example' },
  ]),
);

async function zipOf({ files = [] }: Message): Promise<Record<string, string>> {
  const [file] = files;
  const answer = await fetch(`${running.playground.url}${file?.download}`);
  return unzip(Buffer.from(await answer.arrayBuffer()));
}

test('Without a mail server whoever logs gets the files and the addresses, and nobody else does.', async () => {
  const { rita, soren, workspace } = running;
  const no = await logLetters(workspace, rita);
  const told = await rita.reads('direct', new RegExp(`Here is what goes with \\*${no}\\*`));
  expect(told.files).toMatchObject([{ name: `${no}.zip` }]);
  const { 'addresses.csv': list = '', ...files } = await zipOf(told);
  expect(files).toEqual({ 'files/letter.txt': 'Dear all', 'files/902-letter.txt': 'Kære alle' });
  const rows = parse(list, { bom: true, columns: true });
  expect(rows).toEqual([
    expect.objectContaining({
      'Contact no.': 'CT000001',
      Name: 'Alpha',
      Email: 'post@alpha.example',
      Subject: 'Good news',
      File: 'files/letter.txt',
    }),
    expect.objectContaining({ Name: "'=Gamma()", 'Company name': 'Alpha', File: 'files/letter.txt' }),
    expect.objectContaining({
      Name: 'Beta',
      Address: 'Street 2',
      City: 'Aarhus',
      Email: '',
      Subject: 'Godt nyt',
      File: 'files/902-letter.txt',
    }),
  ]);
  await rita.reads('direct', /Attachments: 3 sent or handed over\./);
  for (const messages of [
    await rita.messages('C0SALES'),
    await soren.messages('C0SALES'),
    await soren.direct(),
  ]) {
    expect(messages.flatMap((message) => message.files ?? []).map((file) => file.name)).not.toContain(
      `${no}.zip`,
    );
  }
});

test('When the files cannot be handed over, it says for whom, and sending again brings them once.', async () => {
  const { rita, workspace } = running;
  await rita.fault({
    method: 'files.getUploadURLExternal',
    times: 9,
    kind: { error: 'storage_limit_reached' },
  });
  const no = await logLetters(workspace, rita);
  const told = await rita.reads(
    'direct',
    new RegExp(`${no}.*Not reached: Alpha, =Gamma\\(\\), Beta\\.`, 's'),
  );
  await rita.clearFaults();
  await rita.press(told, /^Send the 3 again$/);
  const handed = await rita.reads('direct', new RegExp(`Here is what goes with \\*${no}\\*.*3 addresses`));
  expect(Object.keys(await zipOf(handed))).toHaveLength(3);
  const done = await rita.reads('direct', new RegExp(`${no}.*3 sent or handed over\\.`, 's'));
  expect(done.ts).toBe(told.ts);
  const zips = (await rita.direct()).flatMap(({ files = [] }) =>
    files.filter(({ name }) => name === `${no}.zip`),
  );
  expect(zips).toHaveLength(1);
});
