import type { HomeView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { MemberContext } from '../../core/context.ts';
import { listWaiting } from '../../services/approvals/list-waiting.ts';
import { listCampaigns } from '../../services/campaigns/list.ts';
import { listLogged } from '../../services/interactions/list-logged.ts';
import { listPostponed } from '../../services/interactions/list-postponed.ts';
import { listSegments } from '../../services/segments/list-segments.ts';
import { listTasks } from '../../services/tasks/list.ts';
import type { Logger } from '../logger.ts';
import { homeView } from './view.ts';

/** Rows per part of the home; the rest is behind a command. */
const ROWS = 8;
const CAMPAIGNS = 5;
const TASKS = 5;

/** A member's home as it is now. */
export async function loadHome(ctx: MemberContext): Promise<HomeView> {
  const waiting = await listWaiting(ctx);
  const tasks = await listTasks(ctx, { limit: TASKS });
  const postponed = await listPostponed(ctx, { limit: ROWS });
  const mine = await listSegments(ctx, { scope: 'mine', limit: ROWS });
  const logged = await listLogged(ctx, { limit: ROWS });
  const owned = await listCampaigns(ctx, { scope: 'mine', limit: CAMPAIGNS });
  return homeView({
    reader: ctx,
    waiting,
    tasks,
    postponed,
    mine: mine.segments,
    logged: logged.loggedSegments,
    campaigns: owned.campaigns,
  });
}

/** Shows a member's home anew after something on it was done; it is made anyway when it is next opened. */
export async function publishHome(ctx: MemberContext, client: WebClient, log: Logger): Promise<void> {
  try {
    await client.views.publish({ user_id: ctx.actor.slackUserId, view: await loadHome(ctx) });
  } catch (error) {
    log.info({ err: error }, 'The home could not be shown anew');
  }
}
