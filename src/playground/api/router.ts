import express, { type Request, type Response, type Router } from 'express';
import { SlackError } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Fault, Id } from '../protocol.ts';
import type { World } from '../world/world.ts';
import { Args } from './args.ts';
import { demandScope, type Method } from './method.ts';
import { methods } from './methods/index.ts';

/** docs.slack.dev: views are cut at 250 KB; files never come this way. */
const BODY_LIMIT = '4mb';

function tokenOf(request: Request, args: Args): string | undefined {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '') ?? [];
  // docs.slack.dev: using-the-web-api, a JSON body must bring its token in the header
  return bearer ?? (request.is('json') ? undefined : args.text('token'));
}

function demandToken(world: World, method: Method, token: string | undefined): void {
  const wanted = method.token ?? 'bot';
  if (wanted === 'none') return;
  if (!token) throw new SlackError('not_authed');
  const { botToken, appToken } = world.options;
  if (token !== botToken && token !== appToken) throw new SlackError('invalid_auth');
  if (token !== (wanted === 'app' ? appToken : botToken)) throw new SlackError('not_allowed_token_type');
}

async function answer(
  world: World,
  name: string,
  token: string | undefined,
  args: Args,
): Promise<JsonObject> {
  try {
    const method = methods[name];
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    demandToken(world, method, token);
    for (const scope of method.scopes ?? []) demandScope(world, scope);
    return { ok: true, ...(await method.run(world, args)) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    return { ok: false, error: error.code, ...error.extra };
  }
}

/** How long the call has to wait, if the fault is about rates. */
function retryAfterSeconds(world: World, fault: Fault['kind'], channel?: Id): number | undefined {
  if ('rateLimited' in fault) return fault.rateLimited.retryAfterSeconds;
  if (!('oncePerSecond' in fault) || channel === undefined) return undefined;
  // docs.slack.dev: rate-limits, "posting one message per second per channel"
  const last = world.messages.in(channel).findLast((message) => message.fromApp)?.ts;
  return last !== undefined && world.clock() / 1000 - Number(last) < 1 ? 1 : undefined;
}

/** Answers one call as Slack would, after the fault that is set for it, if one is. */
async function serve(world: World, request: Request, response: Response): Promise<void> {
  const name = String(request.params.method);
  const body: unknown = request.body;
  const args = new Args({ ...request.query, ...(isObject(body) ? body : {}) });
  const started = performance.now();
  const channel = args.text('channel') ?? args.text('channel_id');
  const fault = world.faults.take(name, channel);
  const note = (outcome: string, result: JsonObject) => {
    const { token: _token, ...shown } = args.fields;
    const status = `${outcome} in ${Math.round(performance.now() - started)} ms`;
    const detail = { request: shown, answer: result };
    world.traffic.note({ direction: 'from-app', what: name, status, detail });
  };
  const finish = (status: number, result: JsonObject, fault?: string) => {
    note(fault ?? (result.ok === true ? 'ok' : `error: ${result.error}`), result);
    response.set('x-oauth-scopes', [...world.manifest.scopes].join(','));
    response.status(status).json(result);
  };
  const retryAfter = fault && retryAfterSeconds(world, fault, channel);
  if (retryAfter !== undefined) {
    response.set('retry-after', String(retryAfter));
    return finish(429, { ok: false, error: 'ratelimited' }, 'fault: 429');
  }
  if (fault && 'httpStatus' in fault) {
    const error = `http_${fault.httpStatus}`;
    return finish(fault.httpStatus, { ok: false, error }, `fault: ${fault.httpStatus}`);
  }
  if (fault && 'error' in fault) {
    return finish(200, { ok: false, error: fault.error }, `fault: ${fault.error}`);
  }
  if (fault && 'delayMs' in fault) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  const result = await answer(world, name, tokenOf(request, args), args);
  if (fault && 'lostAnswer' in fault) {
    note('fault: answer lost', result);
    request.socket.destroy();
    return;
  }
  finish(200, result);
}

/** The Web API below `/api`. */
export function apiRouter(world: World): Router {
  const router = express.Router();
  router.use(express.json({ limit: BODY_LIMIT }), express.urlencoded({ extended: false, limit: BODY_LIMIT }));
  router.all('/:method', (request, response) => world.activity.during(() => serve(world, request, response)));
  return router;
}
