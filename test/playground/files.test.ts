import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { Bench, input, MANIFEST, modal, TOKEN, useBench } from './support/bench.ts';

const bench = useBench();
const client = () => new WebClient(TOKEN, { slackApiUrl: bench.slack.apiUrl });
const idle = () => fetch(`${bench.slack.url}/control/idle`);

async function uploaded(content = 'a;b\n1;2\n'): Promise<string> {
  const { upload_url, file_id } = await bench.api('files.getUploadURLExternal', {
    filename: 'log.csv',
    length: content.length,
  });
  const response = await fetch(upload_url, { method: 'POST', body: content });
  expect(await response.text()).toBe(`OK - ${content.length}`);
  return file_id;
}

it('takes what the client library uploads and shares it as a message', async () => {
  const { ts } = await client().chat.postMessage({ channel: 'C0SALES', text: 'Log' });
  await client().files.uploadV2({
    channel_id: 'C0SALES',
    thread_ts: ts ?? '',
    filename: 'log.csv',
    title: 'The log',
    content: 'a;b\n',
    initial_comment: '2 entries',
  });
  await idle();
  const [, share] = (await bench.state()).messages;
  expect(share).toMatchObject({
    threadTs: ts,
    text: '2 entries',
    files: [{ name: 'log.csv', title: 'The log', size: 4 }],
  });
  const [file] = share?.files ?? [];
  const { file: info } = await bench.api('files.info', { file: file?.id });
  expect(info).toMatchObject({
    mimetype: 'text/csv',
    shares: { public: { C0SALES: [{ ts: share?.ts, thread_ts: ts }] } },
  });
  expect(await (await fetch(bench.slack.url + file?.download)).text()).toBe('a;b\n');
});

it('lets the app download with its token, and shows others a page', async () => {
  const id = await uploaded();
  await bench.api('files.completeUploadExternal', { files: [{ id }] });
  const { file } = await bench.api('files.info', { file: id });
  const download = (token: string) =>
    fetch(file.url_private_download, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await download(TOKEN)).text()).toBe('a;b\n1;2\n');
  const refused = await download('xoxb-other');
  expect(refused.headers.get('content-type')).toContain('text/html');
});

it('refuses half uploads and strange targets', async () => {
  expect(await bench.api('files.getUploadURLExternal', { filename: 'x', length: 0 })).toMatchObject({
    error: 'missing_argument',
  });
  const { upload_url, file_id } = await bench.api('files.getUploadURLExternal', { filename: 'x', length: 5 });
  expect((await fetch(upload_url, { method: 'POST', body: 'abc' })).status).toBe(400);
  const complete = (args: object) => bench.api('files.completeUploadExternal', args);
  expect(await complete({ files: [{ id: file_id }] })).toMatchObject({ error: 'file_not_found' });
  const id = await uploaded();
  expect(await complete({ files: [{ id }], channel_id: 'U0RITA' })).toMatchObject({
    error: 'channel_not_found',
  });
  expect(await complete({ files: [{ id }], channel_id: 'D0RITA' })).toMatchObject({ ok: true });
  expect(await bench.api('files.delete', { file: id })).toMatchObject({ ok: true });
  expect(await bench.api('files.info', { file: id })).toMatchObject({ error: 'file_not_found' });
});

it('hands people’s files to the app through a file input', async () => {
  const view = await bench.open([input('csv', { type: 'file_input', max_files: 1, filetypes: ['csv'] })]);
  const upload = async (name: string) => {
    const url = `${bench.slack.url}/control/upload?as=U0RITA&name=${name}`;
    return (await fetch(url, { method: 'POST', body: 'name\nAda\n' })).json() as Promise<{
      file: { id: string };
    }>;
  };
  const files = [(await upload('a.csv')).file, (await upload('b.csv')).file];
  const fill = (chosen: object[]) =>
    bench.act('fill', {
      as: 'U0RITA',
      view,
      blockId: 'csv',
      actionId: 'a',
      value: { type: 'file_input', files: chosen },
    });
  expect(await fill(files)).toMatchObject({ error: 'too_many' });
  expect(await fill(files.slice(0, 1))).toEqual({ ok: true });
  await bench.act('submit', { as: 'U0RITA', view });
  const [file] = bench.app.last.payload.view.state.values.csv.a.files;
  expect(file).toMatchObject({
    name: 'a.csv',
    size: 9,
    user: 'U0RITA',
    url_private_download: expect.any(String),
  });
  const response = await fetch(file.url_private_download, { headers: { authorization: `Bearer ${TOKEN}` } });
  expect(await response.text()).toBe('name\nAda\n');
});

it('opens no form with a file input for an app that may not read files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'manifest-'));
  const manifestPath = join(folder, 'manifest.yml');
  await writeFile(manifestPath, (await readFile(MANIFEST, 'utf8')).replace("'files:read', ", ''));
  const unable = new Bench();
  await unable.start({ manifestPath });
  onTestFinished(async () => {
    await unable.stop();
    await rm(folder, { recursive: true });
  });
  const trigger_id = await unable.trigger();
  const open = (element: object) =>
    unable.api('views.open', { trigger_id, view: modal([input('csv', element)]) });
  expect(await open({ type: 'file_input' })).toMatchObject({ error: 'missing_scope', needed: 'files:read' });
  expect(await open({ type: 'plain_text_input' })).toMatchObject({ ok: true });
});
