import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { createDraft } from '../../services/drafts/create-draft.ts';
import { readHeader } from '../../services/segments/header.ts';
import { HEADER_DRAFT, type HeaderDraft } from './draft.ts';
import { headerValues } from './header-values.ts';
import { headerModal } from './view.ts';

export interface OpenHeader {
  ctx: MemberContext;
  /** Opens the modal, or puts it on top of the one pressed in; see the listeners' requests. */
  openView: (view: ModalView) => Promise<string>;
  no: string;
  /** Where the person is told what was done; without both, by direct message. */
  channel?: string | undefined;
  responseUrl?: string | undefined;
}

/**
 * Opens the form for a segment's header.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged
 */
export async function openHeaderModal({ ctx, openView, no, ...origin }: OpenHeader): Promise<void> {
  const header = await readHeader(ctx, no);
  if (header.state === 'logged') throw new ConflictError('segment_logged', { no: header.no });
  if (header.state === 'logging') throw new ConflictError('segment_being_logged', { no: header.no });
  const values = headerValues(header);
  const draft: HeaderDraft = {
    no: header.no,
    version: header.version,
    revision: 1,
    base: values,
    typed: values,
    channel: origin.channel ?? null,
    responseUrl: origin.responseUrl ?? null,
  };
  const draftId = await createDraft(ctx, { kind: HEADER_DRAFT, content: draft });
  const { no: segmentNo, counts } = header;
  await openView(
    headerModal({ locale: ctx.locale, draftId, no: segmentNo, revision: draft.revision, values, counts }),
  );
}
