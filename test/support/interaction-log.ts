import type { Message } from '../../src/playground/protocol.ts';
import { requestLogging } from '../../src/services/interactions/request-logging.ts';
import type { RunningApp } from './running-app.ts';
import { addContacts, type TestWorkspace } from './workspace.ts';

/** A company and so many of its people, all of them Rita's. */
export const addPeople = (workspace: TestWorkspace, count: number): Promise<void> =>
  addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK', salesperson: 'RR' },
    ...Array.from({ length: count }, (_, at) => ({
      id: at + 2,
      name: `Person ${String(at + 1).padStart(2, '0')}`,
      company: 1,
      salesperson: 'RR',
    })),
  ]);

/** Rita logs her segment to the sales channel. @returns what the channel says of it, as soon as it does */
export async function logToSales(
  running: RunningApp,
  no: string,
): Promise<{ entry: number; parent: Message }> {
  const { workspace, rita } = running;
  await requestLogging(workspace.as('rita'), { no, channel: 'C0SALES', followUp: false });
  const parent = await rita.reads('C0SALES', new RegExp(`logged ${no}`));
  return { entry: await entryOf(running, no), parent };
}

/** The entry number that a segment was logged under. */
export async function entryOf({ database, workspace }: RunningApp, no: string): Promise<number> {
  const [row] = await database.sql<{ entry: number }[]>`
    select entry_no::integer as entry from logged_segments where workspace_id = ${workspace.id} and segment_no = ${no}`;
  if (!row) throw new Error(`${no} is not logged`);
  return row.entry;
}
