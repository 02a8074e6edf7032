import type { Response } from 'express';
import type { World } from '../world/world.ts';

/** Server-sent events: the revision at the start and after each change, several changes at once as one. */
export function streamEvents(world: World, response: Response): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let sent = -1;
  let planned = false;
  const send = () => {
    planned = false;
    if (sent === world.activity.revision) return;
    sent = world.activity.revision;
    response.write(`data: ${JSON.stringify({ revision: sent })}\n\n`);
  };
  const off = world.activity.onStir(() => {
    if (planned) return;
    planned = true;
    setImmediate(send);
  });
  response.on('close', off);
  send();
}
