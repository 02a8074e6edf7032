import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Which floors each floor may import from; a floor may always import from itself. */
const MAY_IMPORT: Record<string, string[]> = {
  db: [],
  i18n: [],
  core: ['db', 'i18n'],
  criteria: ['core', 'db', 'i18n'],
  services: ['criteria', 'core', 'db', 'i18n'],
  jobs: ['services', 'slack', 'core', 'db', 'i18n'],
  slack: ['services', 'criteria', 'core', 'i18n'],
  cli: ['services', 'core', 'db', 'i18n', 'jobs', 'config.ts'],
  playground: [],
  'config.ts': [],
};

/** Packages that belong to one side of the house only. */
const PACKAGES: { pattern: RegExp; floors: string[] }[] = [
  { pattern: /^@slack\//, floors: ['slack', 'cli', 'playground', 'main.ts'] },
  { pattern: /^(drizzle-orm|postgres)(\/|$)/, floors: ['db', 'core', 'criteria', 'services', 'jobs'] },
  { pattern: /^(graphile-worker|pg)$/, floors: ['jobs'] },
];

interface Import {
  file: string;
  from: string;
  target: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));

const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s+(?:type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...found].map((match) => ({
    file,
    from: file.split('/')[0] ?? '',
    target: match[1] ?? match[2] ?? '',
  }));
});

const floorOf = ({ file, target }: Import) =>
  relative(SRC, resolve(SRC, dirname(file), target)).split('/')[0] ?? '';

describe('the arrows of the house', () => {
  it('finds the imports it is about', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.some((one) => one.from === 'slack' && floorOf(one) === 'services')).toBe(true);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only from the floors below it', (floor) => {
    const wrong = imports.filter(
      (one) =>
        one.from === floor &&
        one.target.startsWith('.') &&
        floorOf(one) !== floor &&
        !MAY_IMPORT[floor]?.includes(floorOf(one)),
    );
    expect(wrong.map((one) => `${one.file} imports ${one.target}`)).toEqual([]);
  });

  it.each(PACKAGES)('$pattern is used only where it belongs', ({ pattern, floors }) => {
    const wrong = imports.filter((one) => pattern.test(one.target) && !floors.includes(one.from));
    expect(wrong.map((one) => `${one.file} imports ${one.target}`)).toEqual([]);
  });

  it('only main.ts starts both the app and the playground', () => {
    const starters = imports.filter((one) => floorOf(one) === 'playground' && one.from !== 'playground');
    expect([...new Set(starters.map((one) => one.file))]).toEqual(['main.ts']);
  });

  it('reads the environment in config.ts only', () => {
    const readers = files.filter((file) => readFileSync(join(SRC, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['config.ts']);
  });
});

describe('the rooms of the house', () => {
  it('are small: no source file is longer than 250 lines', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(SRC, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 250);
    expect(long).toEqual([]);
  });
});
