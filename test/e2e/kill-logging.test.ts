import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenView } from '../../src/playground/protocol.ts';
import type { Playground } from '../../src/playground/server.ts';
import { addContacts as add } from '../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../src/services/segments/create-segment.ts';
import { AppProcess, freePort } from '../support/app-process.ts';
import { criteria } from '../support/criteria.ts';
import { useDatabase } from '../support/database.ts';
import { Person, wordsOf } from '../support/person.ts';
import { startTestPlayground, TEAM } from '../support/playground.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../support/workspace.ts';

const SIGNING_SECRET = 'kill-test-secret';
const BOT_TOKEN = 'xoxb-kill-test';
/** More than one message of entries: those hold 40. */
const CONTACTS = 45;
/** Enough for all other points; each message of a channel takes a second. */
const FEW = 'no:..CT000005';

const database = useDatabase();
let playground: Playground;
let app: AppProcess;
let workspace: TestWorkspace;
let rita: Person;

beforeAll(async () => {
  workspace = await makeWorkspace(database.db, TEAM);
  const people = Array.from({ length: CONTACTS }, (_, at) => ({
    id: at + 1,
    name: `Contact ${String(at + 1).padStart(2, '0')}`,
    type: 'person' as const,
  }));
  await addContacts(workspace, people);
  const port = await freePort();
  playground = await startTestPlayground({
    appUrl: `http://127.0.0.1:${port}/slack/events`,
    signingSecret: SIGNING_SECRET,
    botToken: BOT_TOKEN,
  });
  app = new AppProcess(port, {
    DATABASE_URL: database.url,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: playground.apiUrl,
  });
  rita = new Person(playground.url, 'U0RITA');
  await app.start();
});

afterAll(async () => {
  await app?.stop();
  await playground?.stop();
});

interface KillPoint {
  at: string;
  /** Held while the app runs into it: a table in that lock mode. */
  lock?: { table: string; mode: string };
  /** Something that Slack does. */
  fault?: Parameters<Person['fault']>[0];
  /** True once the app has come to the point; not needed where a lock stops it. */
  reached?: (segmentNo: string) => Promise<boolean>;
  /** The wish itself was not written, so the person presses again. */
  again?: boolean;
  contacts?: number;
}

const postsOf = (kind: string, segmentNo: string) => database.sql<
  { ts: string | null; attempted: Date | null }[]
>`
    select p.slack_ts as ts, p.attempted_at as attempted from channel_posts p
    join logged_segments l on l.workspace_id = p.workspace_id and l.id = (p.content->>'loggedSegmentId')::bigint
    where l.segment_no = ${segmentNo} and p.content->>'kind' = ${kind}`;
const posted = async (kind: string, segmentNo: string) =>
  (await postsOf(kind, segmentNo)).some((post) => post.ts !== null);
const attempted = async (kind: string, segmentNo: string) =>
  (await postsOf(kind, segmentNo)).some((post) => post.attempted !== null);
const standing = async (segmentNo: string) =>
  (await rita.messages('C0SALES')).some((message) => wordsOf(message).includes(segmentNo));
const fileStands = async () => (await threads()).some((message) => message.files.length > 0);
const threads = async () => (await rita.messages('C0SALES')).filter((message) => message.threadTs);

const POINTS: KillPoint[] = [
  { at: 'the wish is being written', lock: { table: 'log_runs', mode: 'share' }, again: true },
  { at: 'the number of the logged segment is being drawn', lock: { table: 'number_series', mode: 'share' } },
  { at: 'the logged segment is being written', lock: { table: 'logged_segments', mode: 'share' } },
  { at: 'the entries are being written', lock: { table: 'interaction_log_entries', mode: 'share' } },
  { at: 'the lines are being taken away', lock: { table: 'segment_lines', mode: 'share' } },
  {
    at: 'Slack has the message and the answer is lost',
    fault: { method: 'chat.postMessage', channel: 'C0SALES', times: 1, kind: { lostAnswer: true } },
    reached: standing,
  },
  { at: 'the message stands and its thread is empty', reached: (no) => posted('logged-segment', no) },
  { at: 'half of the entries stand', reached: (no) => posted('log-entries', no), contacts: CONTACTS },
  {
    at: 'Slack has been asked where to put the CSV',
    fault: { method: 'files.getUploadURLExternal', times: 1, kind: { lostAnswer: true } },
    reached: (no) => attempted('log-csv', no),
  },
  {
    at: 'the CSV stands and the answer is lost',
    fault: { method: 'files.completeUploadExternal', times: 1, kind: { lostAnswer: true } },
    reached: fileStands,
  },
];

/** Holds a table so that nobody writes to it, until released. */
async function hold(lock: { table: string; mode: string }): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let taken = () => {};
  const locked = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const transaction = database.sql.begin(async (tx: postgres.TransactionSql) => {
    await tx.unsafe(`lock table ${lock.table} in ${lock.mode} mode`);
    taken();
    await released;
  });
  await locked;
  return async () => {
    release();
    await transaction;
  };
}

/** In this database: those of other tests are copies of one template, whose tables have the same ids. */
const waitsForLock = async (table: string) => {
  const rows = await database.sql`
    select 1 from pg_locks where not granted and relation = ${table}::regclass
      and database = (select oid from pg_database where datname = current_database())`;
  return rows.length > 0;
};

/** The form to log with. */
async function logForm(no: string): Promise<OpenView> {
  await rita.say('C0SALES', `/segment log ${no}`);
  return rita.modal(new RegExp(no));
}

const settled = async (segmentNo: string) => {
  const [row] = await database.sql`
    select (select count(*) from channel_posts where posted_revision < revision)::int as waiting,
      (select count(*) from log_runs where status = 'queued')::int as running,
      exists (
        select from log_runs r join segments s on s.workspace_id = r.workspace_id and s.id = r.segment_id
        where s.no = ${segmentNo}
      ) as asked`;
  return row;
};

describe('killing the app while it logs a segment, and starting it again', () => {
  it.each(POINTS)(
    'when $at',
    async ({ lock, fault, reached, again, contacts = 5 }) => {
      await playgroundReset();
      const { no } = await createSegment(workspace.as('rita'), {
        description: 'Killed',
        templateCode: 'BUS',
      });
      await add(workspace.as('rita'), { no, criteria: criteria(contacts === CONTACTS ? '' : FEW) });

      let release: (() => Promise<void>) | undefined;
      if (fault) await rita.fault(fault);
      const modal = await logForm(no);
      if (lock) release = await hold(lock);
      const submitted = rita.submit(modal);
      const there = () => (lock ? waitsForLock(lock.table) : (reached?.(no) ?? Promise.resolve(true)));
      await expect.poll(there).toBe(true);
      await app.kill();
      await release?.();
      await submitted;
      await rita.clearFaults();

      await app.start();
      if (again) {
        await rita.post('close', { view: modal.id, all: true });
        await rita.submit(await logForm(no));
      }
      await expect.poll(() => settled(no)).toEqual({ waiting: 0, running: 0, asked: true });

      const [figures] = await database.sql`
      select count(distinct l.id)::int as logged, count(e.id)::int as entries, count(distinct e.contact_id)::int as contacts
      from logged_segments l
      join interaction_log_entries e on e.workspace_id = l.workspace_id and e.logged_segment_id = l.id
      where l.workspace_id = ${workspace.id} and l.segment_no = ${no}`;
      expect(figures).toEqual({ logged: 1, entries: contacts, contacts });

      const parents = (await rita.messages('C0SALES')).filter(
        (message) => !message.threadTs && !message.ephemeralTo,
      );
      expect(parents.map((message) => message.text)).toHaveLength(1);
      const replies = await threads();
      const listed = replies.flatMap((message) => wordsOf(message).match(/Contact \d\d/g) ?? []);
      expect(new Set(listed).size).toBe(contacts);
      expect(replies.filter((message) => message.files.length > 0)).toHaveLength(1);
    },
    300_000,
  );
});

async function playgroundReset(): Promise<void> {
  await rita.post('reset', {});
}
