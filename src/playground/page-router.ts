import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Router } from 'express';

const FOLDER = fileURLToPath(new URL('page/', import.meta.url));

interface Bundle {
  script: Uint8Array;
  style: Uint8Array;
}

async function bundle(): Promise<Bundle> {
  // Loaded when the page is asked for: tests and the app itself mostly do without it.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { main: `${FOLDER}main.tsx`, style: `${FOLDER}style.css` },
    outdir: FOLDER,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  const named = (name: string) =>
    outputFiles.find(({ path }) => path.endsWith(name))?.contents ?? new Uint8Array();
  return { script: named('main.js'), style: named('style.css') };
}

/** The page at `/`, built in memory when somebody first asks for it. */
export function pageRouter(): Router {
  const router = Router();
  let built: Promise<Bundle> | undefined;
  const ready = () => {
    built ??= bundle().catch((error: unknown) => {
      // A mistake in the page may be gone at the next try.
      built = undefined;
      throw error;
    });
    return built;
  };
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-cache');
    next();
  });
  router.get('/', async (_request, response) => {
    response.type('html').send(await readFile(`${FOLDER}index.html`));
  });
  router.get('/main.js', async (_request, response) => {
    response.type('js').send(Buffer.from((await ready()).script));
  });
  router.get('/style.css', async (_request, response) => {
    response.type('css').send(Buffer.from((await ready()).style));
  });
  return router;
}
