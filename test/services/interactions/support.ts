import { and, asc, eq } from 'drizzle-orm';
import { channelPosts, interactionLogEntries } from '../../../src/db/schema/index.ts';
import type { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** A call to Bo. */
export const CALL = {
  contactNo: 'CT000003',
  templateCode: 'OUTGOING',
  description: 'Asked about oak',
  date: '2026-11-23',
} as const satisfies Parameters<typeof createInteraction>[1];

/** What was logged of a segment, in its order. */
export const entriesOf = ({ db, id }: TestWorkspace, loggedSegmentId: number) =>
  db
    .select()
    .from(interactionLogEntries)
    .where(
      and(
        eq(interactionLogEntries.workspaceId, id),
        eq(interactionLogEntries.loggedSegmentId, loggedSegmentId),
      ),
    )
    .orderBy(asc(interactionLogEntries.id));

export async function entryOf({ db, id }: TestWorkspace, entryId: number) {
  const [row] = await db
    .select()
    .from(interactionLogEntries)
    .where(and(eq(interactionLogEntries.workspaceId, id), eq(interactionLogEntries.id, entryId)));
  return row;
}

export const postsOf = ({ db, id }: TestWorkspace, subject: string) =>
  db
    .select()
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, id), eq(channelPosts.subject, subject)))
    .orderBy(asc(channelPosts.id));
