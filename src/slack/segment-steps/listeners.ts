import type { KnownBlock } from '@slack/types';
import { goToStep } from '../../services/segments/go-to-step.ts';
import { section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction } from '../listener.ts';
import { hasMovedOn, movedOnBlocks } from '../segments/moved-on.ts';
import { goToStepAction, openStepsAction, pageStepsAction } from './ids.ts';
import { loadSteps } from './load-steps.ts';
import { wentSentence } from './went.ts';

/** The list of a segment's steps: opening it, leafing through it, going to one of them. */
export function registerSteps(host: SlackHost): void {
  onAction(host, openStepsAction, async ({ ctx, value, openView }) => {
    await openView(await loadSteps(ctx, value));
  });
  onAction(host, pageStepsAction, async ({ ctx, value, updateView }) => {
    await updateView(await loadSteps(ctx, value));
  });
  onAction(host, goToStepAction, async (request) => {
    const { ctx, value, updateView } = request;
    await updateView(await loadSteps(ctx, value, await go(request)));
  });
}

/** Goes to the step, and says what that did; a press on a list that is out of date is told so instead. */
async function go({
  ctx,
  requestKey,
  value,
}: ActionRequest<{ no: string; version: number; to: number }>): Promise<KnownBlock[]> {
  const { no, version: expectedVersion, to: step } = value;
  try {
    const result = await goToStep(ctx, { no, expectedVersion, requestKey, step });
    return [section(wentSentence(ctx.locale, result))];
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    return movedOnBlocks(ctx, error, []);
  }
}
