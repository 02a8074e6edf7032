import { asc } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { workspaces } from '../../db/schema/index.ts';

export interface WorkspaceName {
  id: number;
  teamId: string;
  name: string;
}

/** Every Slack workspace the app knows, for the admin of the machine only: nobody in Slack may see others. */
export function listWorkspaces(db: Database): Promise<WorkspaceName[]> {
  return db
    .select({ id: workspaces.id, teamId: workspaces.teamId, name: workspaces.name })
    .from(workspaces)
    .orderBy(asc(workspaces.teamId));
}
