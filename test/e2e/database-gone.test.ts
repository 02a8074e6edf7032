import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppProcess, freePorts } from '../support/app-process.ts';
import { CuttableProxy } from '../support/cuttable-proxy.ts';
import { useDatabase } from '../support/database.ts';
import { Person, wordsOf } from '../support/person.ts';

const database = useDatabase();
let proxy: CuttableProxy;
let app: AppProcess;
let rita: Person;
let health: string;

beforeAll(async () => {
  const address = new URL(database.url);
  const host = address.searchParams.get('host')?.startsWith('/') ? '127.0.0.1' : address.hostname;
  proxy = new CuttableProxy(host || '127.0.0.1', Number(address.port || 5432));
  address.hostname = '127.0.0.1';
  address.port = String(await proxy.start());
  address.searchParams.delete('host');
  const port = await freePorts(2);
  app = new AppProcess(port, { DATABASE_URL: address.href });
  await app.start();
  health = `http://127.0.0.1:${port}`;
  rita = new Person(`http://127.0.0.1:${port + 1}`, 'U0RITA');
});

afterAll(async () => {
  await app?.stop();
  await proxy?.stop();
});

const status = async (path: string) => (await fetch(health + path)).status;

it('says so while the database is gone, changes nothing, and goes on when it is back', async () => {
  await rita.say('C0SALES', '/segment new "Before" template:CALL');
  await rita.reads('C0SALES', /SM00001 is created/);
  await rita.say('C0SALES', '/segment add SM00001 country:DK type:company');
  await rita.reads('C0SALES', /Added 6 contacts/);

  proxy.cut();
  await rita.say('C0SALES', '/segment new "Meanwhile"');
  const sorry = await rita.reads('C0SALES', /went wrong|not available|try again/i);
  expect(wordsOf(sorry)).not.toMatch(/ECONN|postgres|SELECT/i);
  expect(await status('/healthz')).toBe(200);
  await expect.poll(() => status('/readyz')).toBe(503);

  proxy.mend();
  await expect.poll(() => status('/readyz')).toBe(200);
  await rita.say('C0SALES', '/segment new "After"');
  await rita.reads('C0SALES', /SM00002 is created/);
  const log = () => rita.say('C0SALES', '/segment log SM00001');
  await rita.submit(await rita.opens(log, /Log segment/));
  await rita.reads('C0SALES', /Interactions logged: Before/);
  const [segments] = await database.sql`select array_agg(description order by no) as named from segments`;
  expect(segments?.named).toEqual(['Before', 'After']);
});
