import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppProcess, freePorts } from '../support/app-process.ts';
import { useDatabase } from '../support/database.ts';
import { Person, wordsOf } from '../support/person.ts';

const database = useDatabase();
let app: AppProcess;
let rita: Person;
let mona: Person;

beforeAll(async () => {
  const port = await freePorts(2);
  app = new AppProcess(port, { DATABASE_URL: database.url }, { fromSource: true });
  await app.start();
  rita = new Person(`http://127.0.0.1:${port + 1}`, 'U0RITA');
  mona = new Person(`http://127.0.0.1:${port + 1}`, 'U0MONA');
});

afterAll(() => app?.stop());

it('goes from /segment new to the log in #sales, through signed requests alone', async () => {
  await rita.say('C0SALES', '/segment new “Autumn call” campaign:CP1001 template:BUS date:"next friday"');
  await rita.reads('C0SALES', /SM00001 is created/);
  await rita.say('C0SALES', '/segment add SM00001 country:DK type:company');
  await rita.reads('C0SALES', /Added 6 contacts \(6 companies, 0 people\)/);
  await rita.say('C0SALES', '/segment submit SM00001');
  await rita.reads('C0SALES', /SM00001\*? now waits for approval/);

  const request = await mona.reads('direct', /Approval wanted: SM00001/);
  await mona.submit(await mona.opens(() => mona.press(request, /^Approve/), /Approve/));
  await mona.reads('direct', /Approved: SM00001/);

  const log = () => rita.say('C0SALES', '/segment log SM00001');
  await rita.submit(await rita.opens(log, /Log segment/));
  const parent = await rita.reads('C0SALES', /Interactions logged: Autumn call/);
  const thread = async () => (await rita.messages('C0SALES')).filter((reply) => reply.threadTs === parent.ts);
  await expect.poll(async () => (await thread()).length).toBe(2);
  const [entries, csv] = await thread();
  expect(entries && wordsOf(entries)).toContain('Interactions 1–6 of 6');
  expect(csv?.files.map((file) => file.name)).toEqual(['SM00001-1.csv']);

  const [logged] = await database.sql`
    select count(*)::int as entries, count(distinct contact_id)::int as contacts, sum(cost)::float as cost
    from interaction_log_entries where not canceled`;
  expect(logged).toEqual({ entries: 6, contacts: 6, cost: 27 });
});
