import express, { type Router } from 'express';
import type { z } from 'zod';
import { Refusal } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { click, fill } from '../people/act.ts';
import { close } from '../people/close.ts';
import { openHome, sendEvent } from '../people/events.ts';
import { say } from '../people/say.ts';
import { actor, type Scene } from '../people/scene.ts';
import { shortcut } from '../people/shortcut.ts';
import { submit } from '../people/submit.ts';
import { suggest } from '../people/suggest.ts';
import { archive, invite } from './admin.ts';
import { bodies } from './bodies.ts';
import { snapshot } from './snapshot.ts';
import { streamEvents } from './stream.ts';

type Bodies = { [Name in keyof typeof bodies]: z.infer<(typeof bodies)[Name]> };
type Handlers = { [Name in keyof Bodies]: (scene: Scene, body: Bodies[Name]) => Promise<JsonObject> };

const handlers: Handlers = {
  say,
  click,
  fill,
  submit,
  close,
  suggest,
  shortcut,
  home: (scene, { as }) => openHome(scene, as),
  invite,
  archive,
  async event(scene, { event }) {
    await sendEvent(scene, event, event.type, true);
    return {};
  },
  async faults({ world }, fault) {
    world.faults.add(fault);
    return {};
  },
};

async function run<Name extends keyof Bodies>(scene: Scene, name: Name, given: unknown): Promise<JsonObject> {
  const parsed = bodies[name].safeParse(given);
  if (!parsed.success) {
    const messages = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Refusal('invalid_body', messages);
  }
  return handlers[name](scene, parsed.data as Bodies[Name]);
}

function namesOfHandlers(): (keyof Bodies)[] {
  return Object.keys(handlers) as (keyof Bodies)[];
}

/** The control API below `/control`: everything that people can do, for the page and for tests. */
export function controlRouter(scene: Scene): Router {
  const { world } = scene;
  const router = express.Router();
  router.use(express.json({ limit: '4mb' }));
  for (const name of namesOfHandlers()) {
    router.post(`/${name}`, async (request, response) => {
      try {
        response.json({ ok: true, ...(await run(scene, name, request.body)) });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, messages, status } = error;
        response.status(status).json({ ok: false, error: code, messages });
      }
    });
  }
  router.delete('/faults', (_request, response) => {
    world.faults.clear();
    response.json({ ok: true });
  });
  router.post('/reset', (_request, response) => {
    world.reset();
    response.json({ ok: true });
  });
  router.get('/state', (request, response) => {
    const as = String(request.query.as);
    const traffic = request.query.traffic !== 'no';
    if (world.people.has(as)) response.json(snapshot(world, actor(scene, as).id, { traffic }));
    else response.status(404).json({ ok: false, error: 'unknown_person' });
  });
  router.get('/idle', async (request, response) => {
    // protocol.ts: idle means that nothing changed for 100 ms
    const calm = await world.activity.idle(100, Number(request.query.timeoutMs ?? 10_000));
    response.status(calm ? 200 : 408).json(calm ? { ok: true } : { ok: false, error: 'busy' });
  });
  router.get('/events', (_request, response) => streamEvents(world, response));
  return router;
}
