import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { cancelTask } from '../../services/tasks/cancel.ts';
import { completeTask } from '../../services/tasks/complete.ts';
import { reopenTask } from '../../services/tasks/reopen.ts';
import { showTask } from '../../services/tasks/show.ts';
import type { TaskCard } from '../../services/tasks/types.ts';
import { changedAgo } from '../changed-ago.ts';
import { describeProblem } from '../errors.ts';
import { publishHome } from '../home/publish.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction, ownMessage } from '../listener.ts';
import type { Mrkdwn } from '../text.ts';
import { didSentence, offersInteraction, taskMessage } from './card.ts';
import * as ids from './ids.ts';
import { interactionFormOf } from './interaction.ts';
import { loadList } from './list.ts';
import { openEditTask, openNewTask } from './open.ts';

/** The buttons of cards and lists. */
export function registerButtons(host: SlackHost): void {
  onAction(host, ids.listAction, async ({ ctx, value, replace }) => replace(await loadList(ctx, value)));
  onAction(host, ids.showAction, async ({ ctx, value, replace }) =>
    replace(taskMessage(ctx, await showTask(ctx, value))),
  );
  onAction(host, ids.newAction, (request) => openNewTask(request, request.value.contact));
  onAction(host, ids.editAction, (request) =>
    openEditTask(request, request.value.no, { responseUrl: ownMessage(request), page: null }),
  );
  onAction(host, ids.logAction, async (request) => {
    const card = await showTask(request.ctx, request.value);
    if (offersInteraction(card)) return offerInteraction(request, card);
    await request.replace(taskMessage(request.ctx, card));
  });
  onAction(host, ids.completeAction, (request) => change(host, request, 'complete', request.value));
  onAction(host, ids.cancelAction, (request) => change(host, request, 'cancel', request.value));
  onAction(host, ids.reopenAction, (request) => change(host, request, 'reopen', request.value));
  onAction(host, ids.rowAction, async (request) => {
    const { ctx, value, reply } = request;
    const { do: what, no, scope, from } = value;
    if (what === 'show') return reply(taskMessage(ctx, await showTask(ctx, { no })));
    const page = { scope, from };
    if (what === 'edit') return openEditTask(request, no, { responseUrl: ownMessage(request), page });
    return change(host, request, 'complete', value, page);
  });
}

type Pressed = ActionRequest<unknown>;

const VERBS = { complete: completeTask, cancel: cancelTask, reopen: reopenTask } as const;

/** Carries it out and shows the task, or the list, as it is then; where somebody was there before, says so. */
async function change(
  host: SlackHost,
  request: Pressed,
  what: keyof typeof VERBS,
  { no, version: expectedVersion }: { no: string; version: number },
  page?: ids.ListPage,
): Promise<void> {
  const { ctx, client, log, place, requestKey } = request;
  let lead: Mrkdwn;
  let changed = false;
  try {
    ({ changed } = await VERBS[what](ctx, { no, expectedVersion, requestKey }));
    lead = didSentence(ctx.locale, what, no);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    lead = conflictWords(request, error);
  }
  const card = await showTask(ctx, { no });
  const offers = changed && what === 'complete' && offersInteraction(card);
  // What was done is shown all the same where the form does not open: the completed card offers it again.
  const offer = async () => {
    if (!offers) return;
    await offerInteraction(request, card).catch((error: unknown) =>
      log.warn({ err: error }, 'The form for the interaction of a task did not open'),
    );
  };
  // First, because what opens it is good for three seconds only.
  if (place.kind !== 'modal') await offer();
  await request.replace(page ? await loadList(ctx, page, lead) : taskMessage(ctx, card, lead));
  if (place.kind !== 'modal') return;
  await offer();
  // A modal may stand above the home, whose rows tell of tasks.
  void host.track(publishHome(ctx, client, log));
}

function conflictWords(
  { ctx, log }: { ctx: MemberContext; log: Pressed['log'] },
  error: ConflictError,
): Mrkdwn {
  if (error.code === 'task_moved_on') return changedAgo(ctx, error, 'button');
  return describeProblem(ctx.locale, error, log).text;
}

async function offerInteraction({ ctx, place, openView }: Pressed, card: TaskCard): Promise<void> {
  const channel = place.kind === 'message' && place.channel !== '' ? place.channel : undefined;
  await openView(await interactionFormOf(ctx, card, channel));
}
