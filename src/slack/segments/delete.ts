import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { deleteSegment } from '../../services/segments/delete-segment.ts';
import { readHeader } from '../../services/segments/header.ts';
import type { SegmentHeader } from '../../services/segments/types.ts';
import { alert, contactsAmount, modal, section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { notice, onView, type Request } from '../listener.ts';
import { join, say, words } from '../text.ts';
import { deleteView } from './ids.ts';
import { updateBelow } from './tell-step.ts';

/** The form that asks before a segment is deleted. */
export function registerDelete(host: SlackHost): void {
  onView(host, deleteView, async ({ ctx, client, log, metadata, requestKey, view }) => {
    const { no, version: expectedVersion } = metadata;
    const { segmentNo } = await deleteSegment(ctx, { no, expectedVersion, requestKey });
    const did = say(ctx.locale, 'delete.did', { no: segmentNo });
    const said = notice(ctx.locale, words(ctx.locale, 'common.done'), did);
    if (!view.previous_view_id) return { update: said };
    // A card below would show what is no more.
    await updateBelow({ client, log }, view.previous_view_id, said);
    return undefined;
  });
}

/** @throws NotFoundError segment_not_found, segment_deleted */
export async function openDeleteModal(
  { ctx, openView }: Pick<Request, 'ctx'> & { openView: (view: ModalView) => Promise<unknown> },
  no: string,
): Promise<void> {
  await openView(deleteModal(ctx.locale, await readHeader(ctx, no)));
}

/** Says how much goes with the segment. */
export function deleteModal(locale: Locale, header: SegmentHeader): ModalView {
  const { no, version, description, counts, lastStep, state } = header;
  const asked = state === 'submitted' || state === 'approved';
  return modal({
    id: deleteView,
    metadata: { no, version },
    title: words(locale, 'delete.title', { no }),
    submit: words(locale, 'delete.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(
        join([
          say(locale, 'delete.about', {
            no,
            description: description || words(locale, 'segments.untitled'),
            contacts: contactsAmount(locale, counts),
            steps: lastStep,
          }),
          say(locale, 'delete.final'),
        ]),
      ),
      ...(asked ? [alert(say(locale, `delete.${state}`), 'warning')] : []),
    ],
  });
}
