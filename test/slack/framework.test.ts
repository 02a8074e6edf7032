import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConflictError, InvalidError } from '../../src/core/errors.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { input, message, modal, section, textInput } from '../../src/slack/blocks/index.ts';
import { defineAction, defineView } from '../../src/slack/ids.ts';
import { onAction, onCommand, onEvent, onOptions, onShortcut, onView } from '../../src/slack/listener.ts';
import { createLogger } from '../../src/slack/logger.ts';
import { useDatabase } from '../support/database.ts';
import {
  deliver,
  deliverCommand,
  deliverEvent,
  deliverInteraction,
  SIGNING_SECRET,
  type SlackStub,
  startSlackStub,
} from '../support/slack-stub.ts';

const TEAM = 'T0TEST';
const database = useDatabase();
const lines: string[] = [];
let stub: SlackStub;
let slack: SlackApp;
let port = 0;

const press = defineAction('test.press', z.object({ n: z.number() }));
const form = defineView('test.form', z.object({ n: z.number() }));
const slowForm = defineView('test.slow', z.object({}));
const pressed: unknown[] = [];
const events: unknown[] = [];
let release: () => void = () => {};

beforeAll(async () => {
  stub = await startSlackStub({ id: TEAM, name: 'Test' });
  slack = createSlackApp({
    slack: {
      mode: 'http',
      botToken: 'xoxb-secret-token',
      signingSecret: SIGNING_SECRET,
      apiUrl: stub.apiUrl,
    },
    port: 0,
    db: database.db,
    checkDatabase: () => database.sql`select 1`,
    log: createLogger('debug', { write: (line) => void lines.push(line) }),
    adminUserIds: [],
    register: (host) => {
      onCommand(host, '/test', async ({ ctx, text }) => {
        if (text === 'conflict') throw new ConflictError('segment_moved_on', { no: 'SM00001' });
        if (text === 'crash') throw new Error('boom rita@example.com xoxb-secret-token');
        return message('hi', [section(`${ctx.actor.name} said ${text}`)]);
      });
      onAction(host, press, async ({ value, requestKey }) => {
        if (value.n < 0) throw new ConflictError('segment_logged', { no: 'SM00001' });
        pressed.push({ n: value.n, requestKey });
      });
      onView(host, form, async ({ form: fields, metadata }) => {
        if (fields.name === 'bad') {
          throw new InvalidError('invalid_input', {}, [
            { field: 'name', code: 'too_long', params: { max: 5 } },
          ]);
        }
        if (fields.name === 'worse') throw new ConflictError('segment_moved_on', { no: 'SM00001' });
        pressed.push({ form: fields, metadata });
        return undefined;
      });
      onView(host, slowForm, async () => {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
        throw new ConflictError('segment_moved_on', { no: 'SM00001' });
      });
      onOptions(host, 'test.find', async ({ query }) => [{ value: query, text: `Found ${query}` }]);
      onShortcut(host, 'test.shortcut', async () => {});
      onEvent(host, 'user_change', z.object({ user: z.object({ id: z.string() }) }), async ({ event }) => {
        events.push(event);
      });
    },
  });
  ({ port } = await slack.start());
});

afterAll(async () => {
  await slack.stop();
  await stub.stop();
});

afterEach(() => {
  stub.calls.length = 0;
  stub.responses.length = 0;
  pressed.length = 0;
});

const command = (text: string, more: Record<string, string> = {}) => ({
  command: '/test',
  text,
  team_id: TEAM,
  user_id: 'U0RITA',
  channel_id: 'C0SALES',
  trigger_id: '1.2.3',
  response_url: stub.responseUrl,
  ...more,
});
const person = { user: { id: 'U0RITA', team_id: TEAM }, team: { id: TEAM } };
const view = (callbackId: string, more: object = {}) => ({
  id: 'V1',
  hash: 'h1',
  ...modal({
    id: form,
    metadata: { n: 1 },
    title: 'Form',
    close: 'Close',
    submit: 'OK',
    blocks: [input('name:1', 'Name', textInput('name'))],
  }),
  callback_id: callbackId,
  state: { values: { 'name:1': { name: { type: 'plain_text_input', value: 'x' } } } },
  ...more,
});
const submit = (shown: object) => ({ type: 'view_submission', ...person, view: shown, trigger_id: 't' });
const idle = async () => {
  while (slack.app.running.size > 0) await Promise.allSettled(slack.app.running);
};

describe('the receiver', () => {
  it('refuses wrong signatures and timestamps, from the past and from the future', async () => {
    const body = new URLSearchParams(command('x')).toString();
    const type = 'application/x-www-form-urlencoded';
    expect((await deliver(port, body, type, { secret: 'another secret' })).status).toBe(401);
    expect((await deliver(port, body, type, { skew: -400 })).status).toBe(401);
    expect((await deliver(port, body, type, { skew: 400 })).status).toBe(401);
    expect((await deliver(port, body, type, { skew: 200 })).status).toBe(200);
    await idle();
    expect(stub.responses).toHaveLength(1);
  });

  it('refuses what is too large', async () => {
    const answer = await deliverCommand(port, command('x'.repeat(3_000_000)));
    expect(answer.status).toBe(413);
  });

  it('tells its health', async () => {
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect(await get('/healthz')).toBe(200);
    expect(await get('/readyz')).toBe(200);
    expect(await get('/slack/events')).toBe(404);
  });
});

describe('commands', () => {
  it('are acknowledged at once and answered to the person alone', async () => {
    const answer = await deliverCommand(port, command('hello'));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    await idle();
    expect(stub.responses).toMatchObject([
      {
        text: 'hi',
        response_type: 'ephemeral',
        replace_original: false,
        blocks: [{ text: { text: 'rita said hello' } }],
      },
    ]);
  });

  it('say known problems in words', async () => {
    await deliverCommand(port, command('conflict'));
    await idle();
    expect(stub.responses[0]?.text).toContain('SM00001 was changed in the meantime');
  });

  it('give unknown problems a reference that the log has too, and no secrets', async () => {
    lines.length = 0;
    await deliverCommand(port, command('crash'));
    await idle();
    const reference = /reference ([0-9a-f]{10})/.exec(String(stub.responses[0]?.text))?.[1];
    const logged = lines.join('');
    expect(reference && logged.includes(reference)).toBe(true);
    expect(logged).toContain('boom [e-mail] [token]');
    expect(logged).not.toContain(stub.responseUrl);
    expect(logged).not.toContain('1.2.3');
  });

  it('turn away people of other organizations without keeping anything of them', async () => {
    const foreign = command('hello', { team_id: 'T0OTHER', user_id: 'U0FOREIGN' });
    await deliverCommand(port, foreign);
    await idle();
    expect(stub.responses[0]?.text).toContain('full members');
    const [row] =
      await database.sql`select count(*)::int as n from members where slack_user_id = 'U0FOREIGN'`;
    expect(row?.n).toBe(0);
  });

  it('turn away guests', async () => {
    stub.answers.set('users.info', ({ user }) => ({
      user: { id: user, name: user, locale: 'da-DK', is_restricted: user === 'U0GUEST', team_id: TEAM },
    }));
    await deliverCommand(port, command('hello', { user_id: 'U0GUEST' }));
    await idle();
    expect(stub.responses[0]?.text).toContain('fuldgyldige medlemmer');
  });

  it('that nobody listens to are answered', async () => {
    const answer = await deliverCommand(port, command('x', { command: '/other' }));
    expect(await answer.text()).toContain('/other');
  });
});

const actionBody = (actionId: string, value: string, more: object = {}) => ({
  type: 'block_actions',
  ...person,
  trigger_id: 't',
  response_url: stub.responseUrl,
  container: { type: 'message', channel_id: 'C0SALES', message_ts: '1.1', is_ephemeral: true },
  actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: String(Math.random()) }],
  ...more,
});

describe('presses', () => {
  it('reach the listener with their parsed value, whatever number tells equal buttons apart', async () => {
    await deliverInteraction(port, actionBody('test.press', '{"n":1}'));
    await idle();
    await deliverInteraction(port, actionBody('test.press:3', '{"n":2}'));
    await idle();
    expect(pressed).toMatchObject([{ n: 1 }, { n: 2 }]);
  });

  it('have one key when they are pressed twice', async () => {
    await deliverInteraction(port, actionBody('test.press', '{"n":1}'));
    await deliverInteraction(port, actionBody('test.press', '{"n":1}'));
    await idle();
    const [first, second] = pressed as { requestKey: string }[];
    expect(first?.requestKey).toBe(second?.requestKey);
  });

  it.each(['{"n":"1"}', 'not json', ''])(
    'with a value that does not fit (%s) are called outdated',
    async (value) => {
      await deliverInteraction(port, actionBody('test.press', value));
      await idle();
      expect(pressed).toEqual([]);
      expect(stub.responses[0]?.text).toContain('earlier version');
    },
  );

  it('of buttons nobody knows are acknowledged once and explained', async () => {
    const answer = await deliverInteraction(port, actionBody('gone.button', '{}'));
    expect(answer.status).toBe(200);
    await idle();
    expect(stub.responses).toHaveLength(1);
  });

  it('in a modal show problems above its fields', async () => {
    const body = { ...actionBody('test.press', '{"n":-1}'), view: view('test.form') };
    await deliverInteraction(port, {
      ...body,
      response_url: undefined,
      container: { type: 'view', view_id: 'V1' },
    });
    await idle();
    const [call] = stub.calls.filter(({ method }) => method === 'views.update');
    const shown = JSON.parse(call?.args.view ?? '{}');
    expect(call?.args.hash).toBe('h1');
    expect(shown.blocks[0]).toMatchObject({ type: 'alert', level: 'error' });
    expect(shown.blocks[1].block_id).toBe('name:1');
  });
});

describe('submits', () => {
  const withName = (value: string) =>
    view('test.form', { state: { values: { 'name:1': { name: { type: 'plain_text_input', value } } } } });

  it('close the view when all is well', async () => {
    const answer = await deliverInteraction(port, submit(withName('x')));
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(pressed).toEqual([{ form: { name: 'x' }, metadata: { n: 1 } }]);
  });

  it('show a problem of one field at that field', async () => {
    const answer = await deliverInteraction(port, submit(withName('bad')));
    expect(await answer.json()).toEqual({
      response_action: 'errors',
      errors: { 'name:1': 'This is too long: at most 5.' },
    });
  });

  it('show other problems above the form', async () => {
    const answer = await deliverInteraction(port, submit(withName('worse')));
    expect(await answer.json()).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'test.form', blocks: [{ type: 'alert' }, { type: 'input', block_id: 'name:1' }] },
    });
  });

  it('that take long are answered in time, and the form comes back with what was filled in', async () => {
    const started = Date.now();
    const answer = await deliverInteraction(port, submit(view('test.slow', { private_metadata: '{}' })));
    expect(Date.now() - started).toBeLessThan(2900);
    expect(await answer.json()).toMatchObject({ view: { title: { text: 'Still working' } } });
    release();
    await idle();
    const [call] = stub.calls.filter(({ method }) => method === 'views.update');
    expect(JSON.parse(call?.args.view ?? '{}')).toMatchObject({
      callback_id: 'test.slow',
      blocks: [{ type: 'alert' }, { element: { initial_value: 'x' } }],
    });
  });

  it('of views nobody knows are answered with a view that says so', async () => {
    const answer = await deliverInteraction(port, submit(view('gone.form')));
    expect(await answer.json()).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
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
    const answer = await deliverInteraction(port, body);
    expect(await answer.json()).toEqual({
      options: [{ text: { type: 'plain_text', text: 'Found q', emoji: false }, value: 'q' }],
    });
    const unknown = await deliverInteraction(port, { ...body, action_id: 'gone' });
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
    await deliverEvent(port, event);
    await deliverEvent(port, event, { headers: { 'x-slack-retry-num': '1' } });
    await idle();
    expect(events).toHaveLength(1);
  });

  it('answers the notice of too many events', async () => {
    const answer = await deliverEvent(port, { type: 'app_rate_limited', team_id: TEAM });
    expect(answer.status).toBe(200);
  });

  it('never uses another token than its own', async () => {
    await deliverCommand(port, command('hello', { user_id: 'U0NEW' }));
    await idle();
    expect(new Set(stub.calls.map(({ token }) => token))).toEqual(new Set(['Bearer xoxb-secret-token']));
  });
});

describe('stopping', () => {
  it('takes nothing new, and waits for what is under way', async () => {
    const submitted = deliverInteraction(port, submit(view('test.slow', { private_metadata: '{}' })));
    await expect.poll(() => slack.app.running.size).toBe(1);
    const stopped = slack.stop();
    const health = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.status,
        () => 'closed',
      );
    await expect.poll(health).toBe('closed');
    release();
    expect((await submitted).status).toBe(200);
    await stopped;
    expect(slack.app.running.size).toBe(0);
  });
});
