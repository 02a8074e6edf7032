import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';

export interface MailServer {
  readonly url: string;
  /** What it took. */
  readonly got: { to: string[]; raw: string }[];
  /** Whom it does not take, with the code it answers: above 500 for good, below for now. */
  readonly refusals: Map<string, number>;
  /** Whom it was asked to take, refused or not. */
  readonly asked: string[];
}

/** A mail server on this machine, from beforeAll to afterAll. Call it once, at the top level. */
export function useMailServer(): MailServer {
  const got: MailServer['got'] = [];
  const refusals: MailServer['refusals'] = new Map();
  const asked: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      asked.push(address);
      const responseCode = refusals.get(address);
      done(responseCode ? Object.assign(new Error('No'), { responseCode }) : null);
    },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk) => (raw += chunk));
      stream.on('end', () => {
        got.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        done();
      });
    },
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
  });
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())));
  return {
    get url() {
      return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    },
    got,
    refusals,
    asked,
  };
}
