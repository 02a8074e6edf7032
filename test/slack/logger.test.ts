import { LogLevel } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { boltLogger, createLogger, mask } from '../../src/slack/logger.ts';

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('debug', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('holds no tokens, response URLs or addresses', () => {
    const text = 'xoxb-1-2-abc xapp-1-A https://hooks.slack.com/commands/T0/1/x rita@example.com';
    expect(mask(text)).toBe('[token] [token] [response_url] [e-mail]');
    const said = logged((log) => log.error({ err: new Error(text, { cause: new Error(text) }) }, 'x'));
    expect(said).not.toMatch(/xoxb|xapp|hooks\.slack|rita@/);
  });

  it('holds no values of failed queries', () => {
    const failed = Object.assign(
      new Error('Failed query: select $1\nparams: Jensen', { cause: new Error('refused') }),
      {
        params: ['Jensen'],
      },
    );
    const said = logged((log) => log.error({ err: failed }, 'x'));
    expect(said).toContain('refused');
    expect(said).not.toContain('Jensen');
  });

  it("leaves out Bolt's debug lines, which hold messages", () => {
    const said = logged((log) => {
      const bolt = boltLogger(log);
      bolt.setLevel(LogLevel.DEBUG);
      bolt.debug('{"text":"secret"}');
      bolt.warn('watch out', new Error('xoxb-1'));
    });
    expect(said).not.toContain('secret');
    expect(said).toContain('watch out');
    expect(said).not.toContain('xoxb-1');
  });
});
