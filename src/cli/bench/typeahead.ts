import { searchContacts } from '../../services/segments/search-contacts.ts';
import type { Bench } from './fixture.ts';
import type { Latency } from './latencies.ts';

const LETTERS = [1, 2, 3, 8];
/** Beginnings of names, as different as the contacts have them. */
const SEARCHES = 200;

/** Searching contacts while somebody types, after so many letters. */
export async function measureTypeahead(bench: Bench): Promise<Latency[]> {
  await bench.snapshot.putBack('base');
  const latencies: Latency[] = [];
  for (const letters of LETTERS) {
    const beginnings = await bench.sql<{ typed: string }[]>`
      select typed from (
        select distinct left(name, ${letters}::integer) as typed from contacts
        where workspace_id = ${bench.workspaceId}
      ) beginnings
      order by md5(typed) limit ${SEARCHES}`;
    const times: number[] = [];
    for (const { typed } of beginnings) {
      const started = performance.now();
      await searchContacts(bench.rep, { query: typed });
      times.push(performance.now() - started);
    }
    const name = `search after ${letters} ${letters === 1 ? 'letter' : 'letters'}`;
    latencies.push({ name, contacts: bench.contacts, times });
  }
  return latencies;
}
