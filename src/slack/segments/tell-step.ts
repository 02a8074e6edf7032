import type { ViewOutput } from '@slack/bolt';
import type { StepResult } from '../../services/segments/types.ts';
import { section } from '../blocks/index.ts';
import { answerPerson } from '../criteria/answer.ts';
import type { SlackHost } from '../host.ts';
import type { Request } from '../listener.ts';
import { cardModal } from './card.ts';
import { loadCard } from './load-card.ts';
import { readerOf } from './reader.ts';
import { stepAnswer, stepSentence } from './step-answer.ts';

/**
 * Tells what a modal did: on the card below it, else where the person began, with the way back.
 * @param origin where the modal was opened
 */
export async function tellStep(
  host: SlackHost,
  { ctx, client, log, view }: Pick<Request, 'ctx' | 'client' | 'log'> & { view: ViewOutput },
  result: StepResult,
  origin: { channel: string | null; responseUrl: string | null },
): Promise<void> {
  const { channel, responseUrl } = origin;
  if (view.previous_view_id && !channel && !responseUrl) {
    const { card, reader } = await loadCard(ctx, { no: result.segmentNo });
    const lead = [section(stepSentence(ctx.locale, result))];
    return updateBelow({ client, log }, view.previous_view_id, cardModal(reader, card, lead));
  }
  const message = stepAnswer(await readerOf(ctx, [result.input]), result);
  const { slackUserId } = ctx.actor;
  void host.track(answerPerson({ client, log, slackUserId, channel, responseUrl, message }));
}

/**
 * Shows another content in the modal below the one that was submitted. What was done is done: a modal that is closed, or
 * that Slack does not let us change, stays as it is, and its next press is told that it is out of date.
 */
export async function updateBelow(
  { client, log }: Pick<Request, 'client' | 'log'>,
  viewId: string,
  view: Parameters<Request['client']['views']['update']>[0]['view'],
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch (error) {
    log.info({ err: error }, 'The modal below could not be shown anew');
  }
}
