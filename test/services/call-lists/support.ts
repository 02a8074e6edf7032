import { and, asc, eq } from 'drizzle-orm';
import {
  callItems,
  contacts,
  interactionLogEntries,
  workspaceSettings,
} from '../../../src/db/schema/index.ts';
import { recordOutcome } from '../../../src/services/call-lists/record-outcome.ts';
import { showCall } from '../../../src/services/call-lists/show-call.ts';
import { startCallList } from '../../../src/services/call-lists/start.ts';
import { takeNext } from '../../../src/services/call-lists/take-next.ts';
import { turnOf } from '../../../src/services/call-lists/turn.ts';
import type { CallContact, Outcome, Recorded } from '../../../src/services/call-lists/types.ts';
import { makeSegment } from '../../support/loggable.ts';
import { addContacts, NOON, PEOPLE, type PersonName, type TestWorkspace } from '../../support/workspace.ts';

export const CHANNEL = 'C0SALES';

/** Some minutes after noon. */
export const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);

/** Sets the template for calls, and writes people with a salesperson. */
export async function addPeople(workspace: TestWorkspace, count: number): Promise<void> {
  await workspace.db
    .update(workspaceSettings)
    .set({ callTemplateCode: 'OUTGOING' })
    .where(eq(workspaceSettings.workspaceId, workspace.id));
  await addContacts(
    workspace,
    Array.from({ length: count }, (_, n) => ({
      id: n + 1,
      name: `Person ${String(n + 1).padStart(3, '0')}`,
      type: 'person' as const,
      salesperson: 'JO',
    })),
  );
}

/** The call list of a new segment with all contacts, started by Rita; no campaign unless told. */
export async function startList(workspace: TestWorkspace, wanted: Parameters<typeof makeSegment>[1] = {}) {
  const rita = workspace.as('rita');
  const no = await makeSegment(rita, wanted);
  const { id } = await startCallList(rita, { no, channel: CHANNEL });
  return { no, listId: id };
}

/** Somebody at a call list, at some minutes after noon. */
export function caller(workspace: TestWorkspace, person: PersonName, listId: number) {
  const as = (after: number) => workspace.as(person, { now: () => minutes(after) });
  return {
    async take(after = 0): Promise<CallContact | null> {
      await takeNext(as(after), { listId });
      return (await showCall(as(after), { listId })).contact;
    },
    record(
      contact: Pick<CallContact, 'contactId' | 'turn'> | null,
      outcome: Outcome,
      over: Said = {},
      after = 0,
    ): Promise<Recorded> {
      const { contactId, turn } = contact ?? { contactId: 0, turn: '' };
      return recordOutcome(as(after), { listId, contactId, turn, outcome, ...over });
    },
    async shown(after = 0): Promise<CallContact | null> {
      return (await showCall(as(after), { listId })).contact;
    },
    /** The same in short, for tests that ask often. */
    async held(): Promise<{ contactId: number; turn: string } | null> {
      const [item] = await workspace.db
        .select()
        .from(callItems)
        .where(
          and(
            eq(callItems.workspaceId, workspace.id),
            eq(callItems.callListId, listId),
            eq(callItems.memberId, PEOPLE[person].id),
            eq(callItems.state, 'taken'),
          ),
        );
      return item ? { contactId: item.contactId, turn: turnOf(item) } : null;
    },
  };
}
type Said = Partial<Parameters<typeof recordOutcome>[1]>;

export const entriesOf = ({ db, id }: TestWorkspace) =>
  db
    .select({ entry: interactionLogEntries, name: contacts.name })
    .from(interactionLogEntries)
    .innerJoin(
      contacts,
      and(
        eq(contacts.workspaceId, interactionLogEntries.workspaceId),
        eq(contacts.id, interactionLogEntries.contactId),
      ),
    )
    .where(eq(interactionLogEntries.workspaceId, id))
    .orderBy(asc(interactionLogEntries.id));

export const itemsOf = ({ db, id }: TestWorkspace) =>
  db.select().from(callItems).where(eq(callItems.workspaceId, id)).orderBy(asc(callItems.contactId));
