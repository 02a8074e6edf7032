import { and, eq } from 'drizzle-orm';
import type { MemberContext } from '../../../src/core/context.ts';
import { interactionLogEntries } from '../../../src/db/schema/index.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { showLogged } from '../../../src/services/interactions/show-logged.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { addFive, logNow, makeApproved } from '../../support/loggable.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** Logs an approved segment of all contacts. */
export async function logApproved(workspace: TestWorkspace) {
  const { no } = await makeApproved(workspace);
  return { no, ...(await logNow(workspace, no)) };
}

/**
 * Five contacts, logged and then called: Zeta was not reached, then reached; Alpha was not reached; Bo said yes; Dee
 * was not called, and her letter failed; nothing more happened with Quiet.
 */
export async function logWithOutcomes(workspace: TestWorkspace) {
  await addFive(workspace);
  const logged = await logApproved(workspace);
  const rita = workspace.as('rita');
  const { segmentId } = await showLogged(rita, { entryNo: logged.entryNo });
  const call = (contactId: number, over: object) =>
    createInteraction(rita, {
      contactId,
      templateCode: 'OUTGOING',
      description: 'Call',
      date: '2026-11-23',
      salespersonCode: 'RR',
      segmentId,
      quiet: true,
      ...over,
    });
  await call(1, { attemptFailed: true });
  await call(1, {});
  await call(2, { attemptFailed: true });
  await call(3, { evaluation: 'very-positive', campaignNo: 'CP1001', campaignResponse: true });
  await workspace.db
    .update(interactionLogEntries)
    .set({ attemptFailed: true })
    .where(
      and(
        eq(interactionLogEntries.workspaceId, workspace.id),
        eq(interactionLogEntries.loggedSegmentId, logged.loggedSegmentId),
        eq(interactionLogEntries.contactId, 4),
      ),
    );
  return logged;
}

/** Names of a segment's contacts, in order. */
export const namesOf = async (ctx: MemberContext, no: string): Promise<string[]> =>
  (await showSegment(ctx, { no, limit: 50 })).contacts.map(({ name }) => name);
