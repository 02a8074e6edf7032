import type { JsonObject } from '../json.ts';
import { APP_ID, BOT_ID } from '../options.ts';
import type { ViewRecord } from '../world/view-store.ts';
import type { World } from '../world/world.ts';

/** The view as the Web API and the payloads of interactions give it. */
export function viewJson(world: World, record: ViewRecord): JsonObject {
  const { view } = record;
  const { teamId } = world.options;
  return {
    id: record.id,
    team_id: teamId,
    type: record.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: record.state },
    hash: record.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: record.previousId,
    root_view_id: record.rootId,
    app_id: APP_ID,
    external_id: view.external_id ?? '',
    app_installed_team_id: teamId,
    bot_id: BOT_ID,
  };
}
