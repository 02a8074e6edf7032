import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import { ConflictError, InvalidError } from '../../../src/core/errors.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/app.ts';
import { input, message, modal, radioButtons, section, textInput } from '../../../src/slack/blocks/index.ts';
import { defineAction, defineView } from '../../../src/slack/ids.ts';
import { onAction, onCommand, onEvent, onOptions, onShortcut, onView } from '../../../src/slack/listener.ts';
import { createLogger } from '../../../src/slack/logger.ts';
import { useDatabase } from '../../support/database.ts';
import { SIGNING_SECRET, type SlackStub, startSlackStub } from '../../support/slack-stub.ts';

export const TEAM = 'T0TEST';
/** Who asks, as interactions tell of it. */
export const person = { user: { id: 'U0RITA', team_id: TEAM }, team: { id: TEAM } };

const press = defineAction('test.press', z.object({ n: z.number() }));
const form = defineView('test.form', z.object({ n: z.number() }));
const slowForm = defineView('test.slow', z.object({}));

const otherForm = defineView('test.other', z.object({}));

/** A form that is shown again after a submit: worded otherwise, and with a field that has another id on purpose. */
const shownAgain = (id: typeof slowForm) =>
  modal({
    id,
    metadata: {},
    title: 'Again',
    submit: 'OK',
    close: 'Close',
    blocks: [
      input('name:1', 'Name', textInput('name', { initial: 'stored' })),
      input('campaign:2', 'Campaign', textInput('campaign', { initial: 'stored' })),
      input(
        'choice',
        'Choice',
        radioButtons(
          'choice',
          ['skip', 'add'].map((value) => ({ value, text: `${value} (3 new)` })),
          'skip',
        ),
      ),
      input(
        'gone',
        'Gone',
        radioButtons(
          'gone',
          ['this', 'that'].map((value) => ({ value, text: value })),
          'this',
        ),
      ),
    ],
  });

/** An open view with one input, as interactions tell of it. */
export const view = (callbackId: string, more: object = {}) => ({
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

/**
 * An app with one listener or two of each kind, against a Web API that writes down what it is asked. Call it once,
 * at the top level.
 */
export function useListeners() {
  const database = useDatabase();
  /** What the app logged. */
  const lines: string[] = [];
  /** What presses and submits brought. */
  const pressed: unknown[] = [];
  const events: unknown[] = [];
  let stub: SlackStub;
  let slack: SlackApp;
  let port = 0;
  const held: (() => void)[] = [];

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
        onView(host, slowForm, async ({ form: { again } }) => {
          await new Promise<void>((resolve) => {
            held.push(resolve);
          });
          if (again === 'same') return { update: shownAgain(slowForm) };
          if (again === 'other') return { update: shownAgain(otherForm) };
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

  return {
    database,
    lines,
    pressed,
    events,
    get stub() {
      return stub;
    },
    get slack() {
      return slack;
    },
    get port() {
      return port;
    },
    /** Lets the slow form go on, as soon as it waits. */
    release: async () => {
      await expect.poll(() => held.length).toBe(1);
      held.pop()?.();
    },
    /** As soon as nothing is under way. */
    idle: async () => {
      while (slack.app.running.size > 0) await Promise.allSettled(slack.app.running);
    },
  };
}
