import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SlackStub {
  apiUrl: string;
  responseUrl: string;
  stop(): Promise<void>;
}

/** A Slack that takes everything and remembers nothing, so that what is measured is the app. */
export async function startSlackStub(teamId: string): Promise<SlackStub> {
  let base = '';
  let posted = 0;
  const answers: Record<string, () => object> = {
    'auth.test': () => ({ team_id: teamId, team: 'Bench', bot_id: 'B0BENCH', user_id: 'U0BOT' }),
    'users.info': () => ({
      user: { id: 'U0REP', name: 'rep', real_name: 'Rep', locale: 'en-US', tz: 'UTC', team_id: teamId },
    }),
    'chat.postMessage': () => ({ channel: 'C0BENCH', ts: `1.${String(++posted).padStart(6, '0')}` }),
    'files.getUploadURLExternal': () => ({ file_id: 'F0BENCH', upload_url: `${base}/upload` }),
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      const method = request.url?.split('/').at(-1) ?? '';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ...answers[method]?.() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl: `${base}/api/`,
    responseUrl: `${base}/response`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
