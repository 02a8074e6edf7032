import { z } from 'zod';
import { listWaiting } from '../../services/approvals/list-waiting.ts';
import { listLogged } from '../../services/interactions/list-logged.ts';
import { listSegments } from '../../services/segments/list-segments.ts';
import { home, section } from '../blocks/index.ts';
import { OutsiderError } from '../context.ts';
import type { SlackHost } from '../host.ts';
import { onEvent } from '../listener.ts';
import { say } from '../text.ts';
import { homeView } from './view.ts';

/** Rows per part of the home; the rest is behind `/segment list` and `/segment logged`. */
const ROWS = 8;

/** Shows the app's home whenever somebody opens it. */
export function registerHome(host: SlackHost): void {
  const opened = z.object({ user: z.string(), tab: z.string() });
  onEvent(host, 'app_home_opened', opened, async ({ event, client, member }) => {
    if (event.tab !== 'home') return;
    const view = await member(event.user).then(
      async (ctx) => {
        const waiting = await listWaiting(ctx);
        const mine = await listSegments(ctx, { scope: 'mine', limit: ROWS });
        const logged = await listLogged(ctx, { limit: ROWS });
        return homeView({
          locale: ctx.locale,
          waiting,
          mine: mine.segments,
          logged: logged.loggedSegments,
        });
      },
      (error: unknown) => {
        if (!(error instanceof OutsiderError)) throw error;
        return home([section(say(error.locale, 'errors.outsider'))]);
      },
    );
    await client.views.publish({ user_id: event.user, view });
  });
}
