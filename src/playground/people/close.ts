import { commonPayload } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import type { CloseBody } from '../protocol.ts';
import { viewJson } from '../surface/view-json.ts';
import { actor, type Scene, topView } from './scene.ts';

/** A person closes the top modal, or all of them; the app hears of those that ask for it. */
export async function close(scene: Scene, body: CloseBody): Promise<JsonObject> {
  const { world, delivery } = scene;
  const person = actor(scene, body.as);
  const record = topView(scene, person.id, body.view);
  const all = body.all === true || record.view.clear_on_close === true;
  const closed = all ? world.views.stack(person.id) : [record];
  if (all) world.views.setStack(person.id, []);
  else world.views.remove(record);
  world.activity.changed();
  for (const view of closed.filter((one) => one.view.notify_on_close === true).reverse()) {
    const payload = {
      type: 'view_closed',
      ...commonPayload(world, person),
      view: viewJson(world, view),
      is_cleared: all,
    };
    await delivery.send('view_closed', { kind: 'interactive', payload });
  }
  return {};
}
