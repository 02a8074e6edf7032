import { z } from 'zod';
import { home, section } from '../blocks/index.ts';
import { OutsiderError } from '../context.ts';
import type { SlackHost } from '../host.ts';
import { onEvent } from '../listener.ts';
import { say } from '../text.ts';
import { loadHome } from './publish.ts';

/** Shows the app's home whenever somebody opens it. */
export function registerHome(host: SlackHost): void {
  const opened = z.object({ user: z.string(), tab: z.string() });
  onEvent(host, 'app_home_opened', opened, async ({ event, client, member }) => {
    if (event.tab !== 'home') return;
    const view = await member(event.user).then(loadHome, (error: unknown) => {
      if (!(error instanceof OutsiderError)) throw error;
      return home([section(say(error.locale, 'errors.outsider'))]);
    });
    await client.views.publish({ user_id: event.user, view });
  });
}
