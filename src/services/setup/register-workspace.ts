import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { numberSeries, workspaceSettings, workspaces } from '../../db/schema/index.ts';

/** Numbers look like `SM00001`, `CP0001`, `CT000001`, `TD000001`, `OP000001`; entries are bare counts (`domain.md` §6). */
const SERIES: Omit<typeof numberSeries.$inferInsert, 'workspaceId'>[] = [
  { series: 'contact', prefix: 'CT', digits: 6 },
  { series: 'campaign', prefix: 'CP', digits: 4 },
  { series: 'segment', prefix: 'SM', digits: 5 },
  { series: 'task', prefix: 'TD', digits: 6 },
  { series: 'opportunity', prefix: 'OP', digits: 6 },
  { series: 'logged-segment', prefix: '', digits: 1 },
  { series: 'campaign-entry', prefix: '', digits: 1 },
];

/**
 * Makes a Slack workspace known, with default settings and number series; one that is known only gets its new name.
 * @param input.teamId Slack team id (`T…`)
 * @returns the workspace's id in the store
 */
export async function registerWorkspace(
  db: Database,
  input: { teamId: string; name?: string },
): Promise<number> {
  return db.transaction(async (tx) => {
    const [workspace] = await tx
      .insert(workspaces)
      .values({ teamId: input.teamId, name: input.name ?? input.teamId })
      .onConflictDoUpdate({
        target: workspaces.teamId,
        set: { name: input.name ?? sql`${workspaces.name}` },
      })
      .returning({ id: workspaces.id });
    if (!workspace) throw new Error('The workspace was neither written nor found');
    const workspaceId = workspace.id;
    await tx.insert(workspaceSettings).values({ workspaceId }).onConflictDoNothing();
    await tx
      .insert(numberSeries)
      .values(SERIES.map((series) => ({ workspaceId, ...series })))
      .onConflictDoNothing();
    return workspaceId;
  });
}
