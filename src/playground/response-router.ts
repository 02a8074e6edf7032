import express, { type Router } from 'express';
import { SlackError } from './errors.ts';
import { isObject } from './json.ts';
import { respond } from './people/respond.ts';
import type { World } from './world/world.ts';

/** The addresses behind `response_url`. */
export function responseRouter(world: World): Router {
  const router = express.Router();
  router.use(express.json({ limit: '4mb', type: () => true }));
  router.post('/:team/:name', (request, response) => {
    const body: unknown = request.body;
    const finish = (status: number, outcome: string) => {
      world.traffic.note({
        direction: 'from-app',
        what: 'response_url',
        status: outcome,
        detail: { request: body, answer: outcome },
      });
      if (status === 200) response.type('text').send('ok');
      else response.status(status).json({ ok: false, error: outcome.replace('error: ', '') });
    };
    const fault = world.faults.take('response_url');
    if (fault && 'httpStatus' in fault) return finish(fault.httpStatus, 'error: fault');
    if (fault && 'rateLimited' in fault) {
      response.set('retry-after', String(fault.rateLimited.retryAfterSeconds));
      return finish(429, 'error: ratelimited');
    }
    const url = world.responseUrls.use(request.params.name);
    if (typeof url === 'string') return finish(404, `error: ${url}`);
    try {
      if (!isObject(body)) throw new SlackError('invalid_payload');
      respond(world, url, body);
      if (fault && 'lostAnswer' in fault) return void request.socket.destroy();
      finish(200, 'ok');
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      finish(error.code === 'no_text' ? 500 : 400, `error: ${error.code}`);
    }
  });
  return router;
}
