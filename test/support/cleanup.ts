import { cleanUp } from '../../src/services/cleanup/clean-up.ts';
import { requestCleanup } from '../../src/services/cleanup/request-cleanup.ts';
import type { TestWorkspace } from './workspace.ts';

type Wish = Parameters<typeof requestCleanup>[1];

/** Anna confirms a clean-up; the job is not done yet. @returns what it is given */
export async function confirmCleanup(workspace: TestWorkspace, wish: Wish) {
  const { runId } = await requestCleanup(workspace.as('anna'), wish);
  if (runId === null) throw new Error('There was not as much as was shown.');
  return { runId, slackUserId: 'U0ANNA', memberId: 104 };
}

/** Anna confirms a clean-up, and it is done at once. @returns the run */
export async function cleanUpNow(workspace: TestWorkspace, wish: Wish): Promise<string> {
  const run = await confirmCleanup(workspace, wish);
  await cleanUp(workspace.job(), run);
  return run.runId;
}
