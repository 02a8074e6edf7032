import { describe, expect, it, onTestFinished } from 'vitest';
import { deliver, deliverCommand, deliverEvent, deliverInteraction } from '../../support/slack-stub.ts';
import { person, TEAM, useListeners } from './support.ts';

const app = useListeners();

const command = (text: string, more: Record<string, string> = {}) => ({
  command: '/test',
  text,
  team_id: TEAM,
  user_id: 'U0RITA',
  channel_id: 'C0SALES',
  trigger_id: '1.2.3',
  response_url: app.stub.responseUrl,
  ...more,
});

describe('the receiver', () => {
  it('refuses wrong signatures and timestamps, from the past and from the future', async () => {
    const body = new URLSearchParams(command('x')).toString();
    const type = 'application/x-www-form-urlencoded';
    expect((await deliver(app.port, body, type, { secret: 'another secret' })).status).toBe(401);
    expect((await deliver(app.port, body, type, { skew: -400 })).status).toBe(401);
    expect((await deliver(app.port, body, type, { skew: 400 })).status).toBe(401);
    expect((await deliver(app.port, body, type, { skew: 200 })).status).toBe(200);
    await app.idle();
    expect(app.stub.responses).toHaveLength(1);
  });

  it('refuses what is too large', async () => {
    const answer = await deliverCommand(app.port, command('x'.repeat(3_000_000)));
    expect(answer.status).toBe(413);
  });

  it('tells its health', async () => {
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${app.port}${path}`)).status;
    expect(await get('/healthz')).toBe(200);
    expect(await get('/readyz')).toBe(200);
    expect(await get('/slack/events')).toBe(404);
  });
});

describe('commands', () => {
  it('are acknowledged at once and answered to the person alone', async () => {
    const answer = await deliverCommand(app.port, command('hello'));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await app.idle();
    expect(app.stub.responses).toMatchObject([
      {
        text: 'hi',
        response_type: 'ephemeral',
        replace_original: false,
        blocks: [{ text: { text: 'rita said hello' } }],
      },
    ]);
  });

  it('say known problems in words', async () => {
    await deliverCommand(app.port, command('conflict'));
    await app.idle();
    expect(app.stub.responses[0]?.text).toContain('SM00001 was changed in the meantime');
  });

  it('give unknown problems a reference that the log has too, and no secrets', async () => {
    app.lines.length = 0;
    await deliverCommand(app.port, command('crash'));
    await app.idle();
    const reference = /reference ([0-9a-f]{10})/.exec(String(app.stub.responses[0]?.text))?.[1];
    const logged = app.lines.join('');
    expect(reference && logged.includes(reference)).toBe(true);
    expect(logged).toContain('boom [e-mail] [token]');
    expect(logged).not.toContain(app.stub.responseUrl);
    expect(logged).not.toContain('1.2.3');
  });

  it('turn away people of other organizations without keeping anything of them', async () => {
    const foreign = command('hello', { team_id: 'T0OTHER', user_id: 'U0FOREIGN' });
    await deliverCommand(app.port, foreign);
    await app.idle();
    expect(app.stub.responses[0]?.text).toContain('full members');
    const [row] = await app.database
      .sql`select count(*)::int as n from members where slack_user_id = 'U0FOREIGN'`;
    expect(row?.n).toBe(0);
  });

  it('turn away guests', async () => {
    const usual = new Map(app.stub.answers);
    onTestFinished(() => {
      app.stub.answers.clear();
      for (const [method, answer] of usual) app.stub.answers.set(method, answer);
    });
    app.stub.answers.set('users.info', ({ user }) => ({
      user: { id: user, name: user, locale: 'da-DK', is_restricted: user === 'U0GUEST', team_id: TEAM },
    }));
    await deliverCommand(app.port, command('hello', { user_id: 'U0GUEST' }));
    await app.idle();
    expect(app.stub.responses[0]?.text).toContain('fuldgyldige medlemmer');
  });

  it('that nobody listens to are answered', async () => {
    const answer = await deliverCommand(app.port, command('x', { command: '/other' }));
    expect(await answer.text()).toContain('/other');
  });
});

describe('the rest', () => {
  it('answers searches', async () => {
    const body = {
      type: 'block_suggestion',
      ...person,
      action_id: 'test.find',
      block_id: 'b',
      value: 'q',
      container: {},
    };
    const answer = await deliverInteraction(app.port, body);
    expect(await answer.json()).toEqual({
      options: [{ text: { type: 'plain_text', text: 'Found q', emoji: false }, value: 'q' }],
    });
    const unknown = await deliverInteraction(app.port, { ...body, action_id: 'gone' });
    expect(await unknown.json()).toEqual({ options: [] });
  });

  it('handles an event once, however often it is delivered', async () => {
    const event = {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: TEAM,
      authorizations: [{ team_id: TEAM }],
      event: { type: 'user_change', user: { id: 'U0RITA' } },
    };
    await deliverEvent(app.port, event);
    await deliverEvent(app.port, event, { headers: { 'x-slack-retry-num': '1' } });
    await app.idle();
    expect(app.events).toHaveLength(1);
  });

  it('answers the notice of too many events', async () => {
    const answer = await deliverEvent(app.port, { type: 'app_rate_limited', team_id: TEAM });
    expect(answer.status).toBe(200);
  });

  it('never uses another token than its own', async () => {
    await deliverCommand(app.port, command('hello', { user_id: 'U0NEW' }));
    await app.idle();
    expect(new Set(app.stub.calls.map(({ token }) => token))).toEqual(new Set(['Bearer xoxb-secret-token']));
  });
});
