import { WebClient } from '@slack/web-api';
import { PLAYGROUND_TEAM_ID, type SlackConfig } from '../config.ts';
import type { Database } from '../db/client.ts';
import { ImportError } from '../services/import/import-error.ts';
import { listWorkspaces, type WorkspaceName } from '../services/setup/list-workspaces.ts';
import { registerWorkspace } from '../services/setup/register-workspace.ts';

const TIMEOUT_MS = 10_000;

export interface ChosenWorkspace {
  id: number;
  /** For people: name and team id. */
  label: string;
}

/**
 * The workspace that is meant: the one that was named, else the only one there is, else the one of the bot token,
 * else the playground's. One that is new is made known.
 * @throws ImportError when there are several, or Slack does not answer
 */
export async function chooseWorkspace(
  db: Database,
  slack: SlackConfig,
  teamId: string | undefined,
): Promise<ChosenWorkspace> {
  const known = await listWorkspaces(db);
  if (teamId !== undefined) {
    const named = known.find((workspace) => workspace.teamId === teamId);
    return named ? chosen(named) : register(db, teamId);
  }
  const [only, another] = known;
  if (only && another) {
    const list = known.map((workspace) => chosen(workspace).label).join(', ');
    throw new ImportError(`There are several workspaces: name one with --workspace. They are ${list}.`);
  }
  if (only) return chosen(only);
  if (slack.mode === 'playground') return register(db, PLAYGROUND_TEAM_ID, 'Playground');
  const team = await askSlack(slack);
  return register(db, team.id, team.name);
}

const chosen = ({ id, teamId, name }: WorkspaceName): ChosenWorkspace => ({
  id,
  label: name === teamId ? teamId : `${name} (${teamId})`,
});

async function register(db: Database, teamId: string, name = teamId): Promise<ChosenWorkspace> {
  const id = await registerWorkspace(db, { teamId, ...(name === teamId ? {} : { name }) });
  return chosen({ id, teamId, name });
}

async function askSlack(
  slack: Exclude<SlackConfig, { mode: 'playground' }>,
): Promise<{ id: string; name: string }> {
  const client = new WebClient(slack.botToken, {
    retryConfig: { retries: 1 },
    timeout: TIMEOUT_MS,
    ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}),
  });
  try {
    const answer = await client.auth.test();
    if (answer.team_id) return { id: answer.team_id, name: answer.team ?? answer.team_id };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ImportError(
      `Slack did not say which workspace the bot token is for (${reason}); name it with --workspace.`,
    );
  }
  throw new ImportError('Slack did not say which workspace the bot token is for; name it with --workspace.');
}
