import { fileURLToPath } from 'node:url';
import type { PlaygroundOptions } from '../../src/playground/options.ts';
import { type Playground, startPlayground } from '../../src/playground/server.ts';

/** A busy machine may take longer for an answer than Slack waits; tests of those limits set them. */
const UNHURRIED = { ackTimeoutMs: 60_000, triggerLifetimeMs: 60_000 };

export const TEAM = 'T0PLAYGROUND';

/** A playground for an app that a test starts, on any free port. */
export const startTestPlayground = (
  options: Pick<PlaygroundOptions, 'appUrl' | 'botToken' | 'signingSecret'> & Partial<PlaygroundOptions>,
): Promise<Playground> =>
  startPlayground({
    port: 0,
    teamId: TEAM,
    teamName: 'Under test',
    manifestPath: fileURLToPath(new URL('../../manifest.yml', import.meta.url)),
    ...UNHURRIED,
    ...options,
  });
