import busboy from 'busboy';
import express, { type Request, type Response, Router } from 'express';
import type { StoredFile } from './world/files.ts';
import type { World } from './world/world.ts';

/** docs.slack.dev: block-kit/file-input-element, 10 MB for what people hand in through a modal. */
const PERSON_MAX = '10mb';
/** The API takes up to 1 GB at Slack; this is to spare the memory of the machine. */
const APP_MAX = 64 * 1024 * 1024;

async function plainBytes(request: Request): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > APP_MAX) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function formBytes(request: Request): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const form = busboy({ headers: request.headers, limits: { files: 1, fileSize: APP_MAX } });
    form.on('file', (_name, stream) => {
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    });
    form.on('close', () => resolve(chunks.length > 0 ? Buffer.concat(chunks) : undefined));
    form.on('error', reject);
    request.pipe(form);
  });
}

async function receive(world: World, request: Request, response: Response): Promise<void> {
  const expected = world.files.upload(String(request.params.name));
  if (!expected) return void response.status(404).type('text').send('no such upload');
  const bytes = request.is('multipart/form-data') ? await formBytes(request) : await plainBytes(request);
  const outcome = bytes?.length === expected.length ? 'ok' : `error: ${bytes?.length ?? 'no'} bytes`;
  world.traffic.note({ direction: 'from-app', what: `upload ${expected.file.name}`, status: outcome });
  if (!bytes || outcome !== 'ok') return void response.status(400).type('text').send('wrong length');
  Object.assign(expected.file, { bytes, size: bytes.length });
  response.type('text').send(`OK - ${bytes.length}`);
}

function sendFile(response: Response, file: StoredFile): void {
  response.type(file.mimetype).attachment(file.name).send(file.bytes);
}

/** Uploads and downloads, of the app with its token and of people in the page. */
export function fileRouter(world: World): Router {
  const router = Router();
  router.post('/upload/v1/:name', (request, response) => {
    const fault = world.faults.take('upload');
    if (fault && 'httpStatus' in fault) return void response.status(fault.httpStatus).send();
    return world.activity.during(() => receive(world, request, response));
  });
  router.get(['/files-pri/:id/:name', '/files-pri/:id/download/:name'], async (request, response) => {
    const fault = world.faults.take('download');
    if (fault && 'httpStatus' in fault) return void response.status(fault.httpStatus).send();
    if (fault && 'delayMs' in fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const file = world.files.get(String(request.params.id).split('-').at(-1) ?? '');
    const allowed =
      request.get('authorization') === `Bearer ${world.options.botToken}` &&
      world.manifest.scopes.has('files:read');
    // Slack shows its sign-in page with status 200 to those who may not read the file.
    if (!allowed) return void response.type('html').send('<!doctype html><title>Sign in to Slack</title>');
    if (!file?.ready) return void response.status(404).type('html').send('<!doctype html><title>404</title>');
    sendFile(response, file);
  });
  router.get('/control/files/:id/:name', (request, response) => {
    const file = world.files.get(request.params.id);
    if (file?.ready) sendFile(response, file);
    else response.status(404).json({ ok: false, error: 'file_not_found' });
  });
  router.post(
    '/control/upload',
    express.raw({ limit: PERSON_MAX, type: () => true }),
    (request, response) => {
      const as = String(request.query.as);
      const name = String(request.query.name ?? 'file');
      if (!world.people.has(as))
        return void response.status(404).json({ ok: false, error: 'unknown_person' });
      const bytes: unknown = request.body;
      const file = world.files.create(name, as, Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0));
      world.activity.changed();
      response.json({ ok: true, file: world.files.info(file) });
    },
  );
  return router;
}
