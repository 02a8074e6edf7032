import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { MemberContext } from '../../core/context.ts';
import { createDraft } from '../../services/drafts/create-draft.ts';
import { readHeader } from '../../services/segments/header.ts';
import type { Logger } from '../logger.ts';
import { DRAFT_KIND, newDraft, type Verb } from './draft.ts';
import { showDraft } from './show-draft.ts';
import { criteriaModal } from './view.ts';

export interface OpenCriteria {
  ctx: MemberContext;
  client: WebClient;
  log: Logger;
  /** Opens the modal, or puts it on top of the one pressed in; see the listeners' requests. */
  openView: (view: ModalView) => Promise<string>;
  segmentNo: string;
  verb: Verb;
  /** Where the person is told what the step did; without both it is by direct message. */
  channel?: string | undefined;
  responseUrl?: string | undefined;
}

/**
 * Opens the modal in which contacts are chosen by filters.
 * @throws NotFoundError segment_not_found
 */
export async function openCriteriaModal(wanted: OpenCriteria): Promise<void> {
  const { ctx, client, log } = wanted;
  const header = await readHeader(ctx, wanted.segmentNo);
  const draft = newDraft({
    segmentNo: header.no,
    verb: wanted.verb,
    version: header.version,
    channel: wanted.channel,
    responseUrl: wanted.responseUrl,
  });
  const draftId = await createDraft(ctx, { kind: DRAFT_KIND, content: draft });
  const { description, counts } = header;
  const view = criteriaModal({
    locale: ctx.locale,
    draftId,
    draft,
    description,
    counts,
    count: { kind: 'counting' },
    text: '',
  });
  const viewId = await wanted.openView(view);
  await showDraft({ ctx, client, log, draftId, draft, pressedAt: 0, viewId, hash: undefined });
}
