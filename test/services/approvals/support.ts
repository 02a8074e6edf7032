import { and, asc, eq } from 'drizzle-orm';
import { channelPosts } from '../../../src/db/schema/index.ts';
import { submitSegment } from '../../../src/services/approvals/submit-segment.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { makeSegment } from '../../support/loggable.ts';
import type { TestWorkspace } from '../../support/workspace.ts';

/** A segment with all contacts that Rita built and submitted. */
export async function submitted(workspace: TestWorkspace, campaignNo = 'CP1001') {
  const rita = workspace.as('rita');
  return submitSegment(rita, { no: await makeSegment(rita, { campaignNo }) });
}

export const stateOf = async (workspace: TestWorkspace, no: string) =>
  (await showSegment(workspace.as('rita'), { no })).header.state;

/** What was posted about a request, to approvers and to whoever made it. */
export const postsOf = ({ db, id }: TestWorkspace, requestId: number) =>
  db
    .select()
    .from(channelPosts)
    .where(and(eq(channelPosts.workspaceId, id), eq(channelPosts.subject, `request:${requestId}`)))
    .orderBy(asc(channelPosts.id));
