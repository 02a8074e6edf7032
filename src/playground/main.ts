import { parseArgs } from 'node:util';
import { startPlayground } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'app-url': { type: 'string', default: 'http://127.0.0.1:3000/slack/events' },
    'signing-secret': { type: 'string', default: 'playground-signing-secret' },
    'bot-token': { type: 'string', default: 'xoxb-playground' },
    'app-token': { type: 'string' },
    'team-id': { type: 'string', default: 'T0PLAYGROUND' },
    'team-name': { type: 'string', default: 'Playground' },
    manifest: { type: 'string', default: 'manifest.yml' },
    'state-file': { type: 'string' },
  },
});

const { 'app-token': appToken, 'state-file': stateFile } = values;
const playground = await startPlayground({
  port: Number(values.port),
  appUrl: values['app-url'],
  signingSecret: values['signing-secret'],
  botToken: values['bot-token'],
  ...(appToken === undefined ? {} : { appToken }),
  teamId: values['team-id'],
  teamName: values['team-name'],
  manifestPath: values.manifest,
  ...(stateFile === undefined ? {} : { stateFile }),
});
process.stdout.write(`${JSON.stringify({ url: playground.url, apiUrl: playground.apiUrl })}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    playground.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
