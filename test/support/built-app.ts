import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Modules find their files beside themselves, where they were written and not where the bundle lies. */
const ownPlaces: Plugin = {
  name: 'own-places',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
      return { contents, loader: 'ts' };
    });
  },
};

export interface BuiltApp {
  /** Files that Node runs as they are: the app, and the import. */
  main: string;
  import: string;
  remove(): Promise<void>;
}

/** Puts the app into one file: read module by module it takes seconds to start, in each of the tests that kill it. */
export async function buildApp(): Promise<BuiltApp> {
  // Below node_modules, where it finds the packages.
  const cache = join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'segments-'));
  await build({
    entryPoints: [join(ROOT, 'src/main.ts'), join(ROOT, 'src/cli/import.ts')],
    outdir: folder,
    outbase: join(ROOT, 'src'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    plugins: [ownPlaces],
  });
  return {
    main: join(folder, 'main.mjs'),
    import: join(folder, 'cli/import.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
