import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { keep } from '../../services/call-lists/keep.ts';
import { recordOutcome } from '../../services/call-lists/record-outcome.ts';
import { release } from '../../services/call-lists/release.ts';
import { startCallList } from '../../services/call-lists/start.ts';
import { takeBack } from '../../services/call-lists/take-back.ts';
import { takeNext } from '../../services/call-lists/take-next.ts';
import type { Outcome } from '../../services/call-lists/types.ts';
import { OutdatedControlError } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction, onView, onViewClosed } from '../listener.ts';
import type { Form } from '../listeners/form.ts';
import { readMetadata } from '../listeners/view.ts';
import * as ids from './ids.ts';
import { loadCall } from './load-call.ts';
import { recordedBlocks, takenBackBlocks } from './recorded.ts';

type OpenView = ActionRequest<unknown>['openView'];

const callForm = z.object({
  when: z.string().nullish(),
  comment: z.string().nullish(),
  evaluation: z.enum(['very-positive', 'positive', 'neutral', 'negative', 'very-negative']).nullish(),
});

/** Calling a segment's contacts: the window with one contact after the other. */
export function registerCalls(host: SlackHost): void {
  onAction(host, ids.openCallsAction, ({ ctx, value, place, openView }) =>
    openCallList(ctx, openView, value.no, place.kind === 'message' ? place.channel : ''),
  );
  onAction(host, ids.joinCallsAction, ({ ctx, value, openView }) => openNext(ctx, openView, value.list));
  onAction(host, ids.lookAgainAction, ({ ctx, value, updateView }) => openNext(ctx, updateView, value.list));
  onAction(host, ids.outcomeAction, async ({ ctx, value, place, updateView }) => {
    if (place.kind !== 'modal') throw new OutdatedControlError();
    const recorded = await recordOutcome(ctx, said(value, value.outcome, place.form));
    await updateView(await loadCall(ctx, value.list, recordedBlocks(ctx, value.list, recorded)));
  });
  onAction(host, ids.takeBackAction, async ({ ctx, value, updateView }) => {
    await takeBack(ctx, { listId: value.list, contactId: value.contact, entryId: value.entry });
    await updateView(await loadCall(ctx, value.list, takenBackBlocks(ctx)));
  });
  onAction(host, ids.evaluationAction, async ({ ctx, place }) => {
    if (place.kind !== 'modal') throw new OutdatedControlError();
    await keep(ctx, { listId: readMetadata(ids.callView, place.view).list });
  });
  onView(host, ids.callView, async ({ ctx, metadata, form }) => {
    const recorded = await recordOutcome(ctx, said(metadata, 'call-back', form));
    return { update: await loadCall(ctx, metadata.list, recordedBlocks(ctx, metadata.list, recorded)) };
  });
  onViewClosed(host, ids.callView, async ({ ctx, metadata }) => {
    await release(ctx, { listId: metadata.list, contactId: metadata.contact });
  });
}

/** Opens the call list of a segment; @param channel where the member is, for the progress. */
export async function openCallList(
  ctx: MemberContext,
  openView: OpenView,
  no: string,
  channel: string,
): Promise<void> {
  const { id } = await startCallList(ctx, { no, channel });
  await openNext(ctx, openView, id);
}

async function openNext(
  ctx: MemberContext,
  show: (view: Awaited<ReturnType<typeof loadCall>>) => Promise<unknown>,
  listId: number,
): Promise<void> {
  await takeNext(ctx, { listId });
  await show(await loadCall(ctx, listId));
}

function said(about: { list: number; contact: number; turn: string }, outcome: Outcome, form: Form) {
  const { when, comment, evaluation } = callForm.parse(form);
  return {
    listId: about.list,
    contactId: about.contact,
    turn: about.turn,
    outcome,
    when: when ?? '',
    comment: comment ?? '',
    evaluation: evaluation ?? '',
  } as const;
}
