import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { MemberContext } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { within } from '../../core/within.ts';
import { readDraft } from '../../services/drafts/read-draft.ts';
import { readHeader } from '../../services/segments/header.ts';
import type { Logger } from '../logger.ts';
import { type Counted, countStep } from './count.ts';
import { type CriteriaDraft, DRAFT_KIND } from './draft.ts';
import { type CriteriaViewModel, criteriaModal } from './view.ts';

export interface Shown {
  ctx: MemberContext;
  client: WebClient;
  log: Logger;
  draftId: number;
  draft: CriteriaDraft;
  /** When the press was made that led to this, in ms since 1970. */
  pressedAt: number;
  viewId: string;
  /** The state of the view that the draft was read from. */
  hash: string | undefined;
  notice?: CriteriaViewModel['notice'];
  /** Wait a little for the next key before counting. */
  typing?: boolean;
}

/** A count that takes longer is shown later, so that new inputs appear at once. */
const COUNT_BUDGET_MS = 400;
/** A pause in typing after which it is worth counting. */
const TYPING_MS = 250;

const COUNTING: Counted = { count: { kind: 'counting' }, text: '' };

/** Shows a draft with its count; nothing is shown any more once a later press has changed the draft. */
export async function showDraft(shown: Shown): Promise<void> {
  const { ctx, draft, log } = shown;
  if (shown.typing) await pause(TYPING_MS);
  if (!(await isNewest(shown))) return;
  const header = await readHeader(ctx, draft.segmentNo);
  const counting = countStep(ctx, draft, log);
  const view = ({ count, text }: Counted) =>
    criteriaModal({
      locale: ctx.locale,
      draftId: shown.draftId,
      draft,
      description: header.description,
      counts: header.counts,
      count,
      text,
      notice: shown.notice,
    });
  const first = await within(COUNT_BUDGET_MS, counting, COUNTING);
  if (!(await isNewest(shown))) return;
  await update(shown, view(first), shown.hash);
  if (first !== COUNTING) return;
  const late = await counting;
  if (await isNewest(shown)) await update(shown, view(late), undefined);
}

/** Presses are answered side by side: only the answer to the last one may be shown. */
async function isNewest({ ctx, draftId, pressedAt }: Shown): Promise<boolean> {
  try {
    const stored = await readDraft(ctx, { id: draftId, kind: DRAFT_KIND });
    return stored.pressedAt === pressedAt;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

async function update(
  shown: Shown,
  view: ReturnType<typeof criteriaModal>,
  hash: string | undefined,
): Promise<void> {
  try {
    await shown.client.views.update({ view_id: shown.viewId, view, ...(hash ? { hash } : {}) });
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
    // An earlier answer came in between; this one is newer.
    if (code === 'hash_conflict' && hash && (await isNewest(shown))) return update(shown, view, undefined);
    // The person has closed the modal.
    if (code === 'not_found' || code === 'view_not_found' || code === 'hash_conflict') return;
    throw error;
  }
}
