import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { createDraft } from '../../services/drafts/create-draft.ts';
import { readDraft } from '../../services/drafts/read-draft.ts';
import { showTask } from '../../services/tasks/show.ts';
import type { SlackMessage } from '../blocks/index.ts';
import { replaceAnswer } from '../criteria/answer.ts';
import type { ViewRequest, ViewResult } from '../listener.ts';
import { updateBelow } from '../segments/tell-step.ts';
import type { Mrkdwn } from '../text.ts';
import { inModal, taskMessage } from './card.ts';
import { listPage } from './ids.ts';
import { loadList } from './list.ts';

const KIND = 'task';

/** Where a form was opened: kept here, because what a form carries comes back from a client. */
const origin = z.object({
  /** Of the message that was pressed in; null: it was no message. */
  responseUrl: z.string().nullable(),
  /** The list that was pressed in; null: it was a card. */
  page: listPage.nullable(),
});
export type Origin = z.infer<typeof origin>;

/** @returns the draft that a form carries */
export const keepOrigin = (ctx: MemberContext, content: Origin): Promise<number> =>
  createDraft(ctx, { kind: KIND, content });

/** Shows what a form did in place of what it was opened from, else in the form's own place. */
export async function showAtOrigin(
  { ctx, client, log, view }: Pick<ViewRequest<unknown>, 'ctx' | 'client' | 'log' | 'view'>,
  { no, draft, lead }: { no: string; draft: number | undefined; lead: Mrkdwn },
): Promise<ViewResult> {
  const kept =
    draft === undefined ? undefined : await readDraft(ctx, { id: draft, kind: KIND }).catch(() => undefined);
  const { data: from } = origin.safeParse(kept?.content);
  const said = await messageAt(ctx, no, lead, from);
  if (from?.responseUrl && (await replaceAnswer(from.responseUrl, said))) return undefined;
  if (!view.previous_view_id) return { update: inModal(ctx.locale, said) };
  await updateBelow({ client, log }, view.previous_view_id, inModal(ctx.locale, said));
  return undefined;
}

async function messageAt(
  ctx: MemberContext,
  no: string,
  lead: Mrkdwn,
  from: Origin | undefined,
): Promise<SlackMessage> {
  if (from?.page) return loadList(ctx, from.page, lead);
  return taskMessage(ctx, await showTask(ctx, { no }), lead);
}
