import { and, eq } from 'drizzle-orm';
import { loggedSegments, logRuns } from '../../db/schema/index.ts';

/** Joins a logged segment with the run that logged it; those of earlier attempts failed. */
export const doneRun = and(
  eq(logRuns.workspaceId, loggedSegments.workspaceId),
  eq(logRuns.segmentId, loggedSegments.segmentId),
  eq(logRuns.status, 'done'),
);
