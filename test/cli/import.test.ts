import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { PLAYGROUND_TEAM_ID } from '../../src/config.ts';
import { registerWorkspace } from '../../src/services/setup/register-workspace.ts';
import { csv, folderOf } from '../services/import/support.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();
const ROOT = resolve(import.meta.dirname, '../..');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'segments-cli-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.sql`truncate workspaces cascade`;
});

/** Runs the command in an empty folder; numbers of seconds are left out of what it says. */
async function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [inject('built').import, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, DATABASE_URL: database.url, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const [code] = await once(child, 'close');
  return { code, out: out.replace(/\d+\.\d s/g, '… s').trimEnd(), err: err.trimEnd() };
}
const teams = async () =>
  (await database.sql<{ team_id: string }[]>`select team_id from workspaces order by team_id`).map(
    (row) => row.team_id,
  );
const own = () =>
  folderOf({
    'countries.csv': csv('code,name', 'DK,Denmark'),
    'contacts.csv': csv('no,type,name,company_no,country_code', 'K1,company,Real,,DK', 'P1,person,Ane,K1,'),
    'activities.csv': '',
    'mailing_group.csv': '',
  });

it('imports into the playground, and says what it did', async () => {
  const first = await run([await own()]);
  expect(first.err).toBe('');
  expect(first.out).toBe(`countries.csv: 1 rows read
contacts.csv: 2 rows read
checking the rows
writing
File           Read  New  Changed  Unchanged
countries.csv     1    1        0          0
contacts.csv      2    2        0          0

Not used yet: activities.csv
Not read: mailing_group.csv (is it meant to be mailing_groups.csv?)
Imported into Playground (${PLAYGROUND_TEAM_ID}): 2 contacts (1 company, 1 person), no rejects, … s`);
  expect(first.code).toBe(0);
  expect(await teams()).toEqual([PLAYGROUND_TEAM_ID]);
});

it('lists bad rows in the working folder, and ends with 1', async () => {
  const bad = await folderOf({ 'countries.csv': csv('code,name', 'DK,Denmark', ',Nowhere') });
  const result = await run([bad, '--workspace', 'T0NEW']);
  expect(result.code).toBe(1);
  expect(result.err).toBe('');
  expect(result.out).toContain(
    `Nothing was imported into T0NEW: 1 row is bad. See ${join(folder, 'import-rejects.csv')} (… s)`,
  );
  expect(await readFile(join(folder, 'import-rejects.csv'), 'utf8')).toBe(
    'file,line,column,value,reason\ncountries.csv,3,code,,must not be blank\n',
  );
});

describe('the workspace', () => {
  it('is the only one there is', async () => {
    await registerWorkspace(database.db, { teamId: 'T0ONLY', name: 'Only' });
    expect((await run([await own()])).out).toContain('Imported into Only (T0ONLY): 2 contacts');
  });

  it('must be named when there are several', async () => {
    await registerWorkspace(database.db, { teamId: 'T0A', name: 'Alpha' });
    await registerWorkspace(database.db, { teamId: 'T0B' });
    expect(await run([await own()])).toEqual({
      code: 2,
      out: '',
      err: 'There are several workspaces: name one with --workspace. They are Alpha (T0A), T0B.',
    });
    expect((await run([await own(), '--workspace=T0B'])).code).toBe(0);
  });

  it('is the one of the bot token when there is none', async () => {
    const slack = createServer((request, response) => {
      const known = request.headers.authorization === 'Bearer xoxb-good';
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify(
          known ? { ok: true, team_id: 'T0SLACK', team: 'Real' } : { ok: false, error: 'invalid_auth' },
        ),
      );
    }).listen(0, '127.0.0.1');
    await once(slack, 'listening');
    const env = {
      SLACK_API_URL: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
      SLACK_SIGNING_SECRET: '0123456789',
    };
    const refused = await run([await own()], { ...env, SLACK_BOT_TOKEN: 'xoxb-bad' });
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringContaining('(An API error occurred: invalid_auth)'),
    });
    expect(await teams()).toEqual([]);
    const accepted = await run([await own()], { ...env, SLACK_BOT_TOKEN: 'xoxb-good' });
    expect(accepted.out).toContain('Imported into Real (T0SLACK)');
    slack.close();
  });
});

it.each([
  [[], {}, /^Name the folder to import\.\n\nnpm run import/],
  [['a', 'b'], {}, /^Name one folder only; b is one too many/],
  [['a', '--what'], {}, /^Unknown option '--what'/],
  [
    ['a', '--workspace', 'acme'],
    {},
    /^--workspace should be a Slack team id such as T012AB3CD, not “acme”\.$/,
  ],
  [['nowhere'], {}, /nowhere does not exist\.$/],
  [['.'], {}, /has no file to import, such as contacts\.csv\. See docs\/import\.md\.$/],
  [['.'], { DATABASE_URL: 'mysql://x' }, /^The settings do not fit:\n {2}DATABASE_URL should hold/],
  [
    [join(ROOT, 'demo')],
    { DATABASE_URL: 'postgres://x@127.0.0.1:1/x' },
    /^The database cannot be reached: .*127\.0\.0\.1:1\.$/,
  ],
] as [string[], Record<string, string>, RegExp][])(
  'answers %j %j with a plain sentence and 2',
  async (args, env, sentence) => {
    const result = await run(args, env);
    expect(result.err).toMatch(sentence);
    expect(result.err).not.toMatch(/\n\s+at /);
    expect(result.code).toBe(2);
  },
);
