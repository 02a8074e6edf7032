import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ConflictError, InvalidError } from '../../core/errors.ts';
import { showCriteria } from '../../services/saved-criteria/read.ts';
import { savableSteps } from '../../services/saved-criteria/savable-steps.ts';
import { saveCriteria } from '../../services/saved-criteria/save.ts';
import { modal, section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { noticeView, onAction, onView, type Request } from '../listener.ts';
import { readerOf } from '../segments/reader.ts';
import { say, words } from '../text.ts';
import { savedSaveAction, saveView } from './ids.ts';
import { savedMessage } from './messages.ts';
import { saveModal } from './modals.ts';

const saveForm = z.object({ code: z.string(), description: z.string().nullish() });

/** The form that saves a segment's criteria under a code; then it shows them, with what can be done with them. */
export function registerSave(host: SlackHost): void {
  onAction(host, savedSaveAction, (request) => openSaveModal(request, request.value.no));
  onView(host, saveView, async ({ ctx, form, metadata: { no }, requestKey }) => {
    const { code, description } = saveForm.parse(form);
    const saving = saveCriteria(ctx, { no, code, description: description ?? '', requestKey });
    const did = await saving.catch(atTheCode);
    const saved = await showCriteria(ctx, { id: did.id });
    const view = modal({
      id: noticeView,
      metadata: {},
      title: words(ctx.locale, 'saved.title'),
      close: words(ctx.locale, 'common.close'),
      blocks: [
        section(say(ctx.locale, 'saved.did.save', { no, ...did })),
        ...savedMessage(await readerOf(ctx, saved.steps), saved).blocks,
      ],
    });
    return { update: view };
  });
}

/**
 * @throws ForbiddenError outsider
 * @throws NotFoundError segment_not_found, segment_deleted
 * @throws InvalidError nothing_to_save
 */
export async function openSaveModal(
  { ctx, openView }: Pick<Request, 'ctx'> & { openView: (view: ModalView) => Promise<unknown> },
  typed: string,
): Promise<void> {
  const { no, steps } = await savableSteps(ctx, typed);
  await openView(saveModal(ctx.locale, no, steps.length));
}

/** A code that is taken is told at its field, as everything else that is wrong with it. */
export function atTheCode(error: unknown): never {
  if (error instanceof ConflictError && error.code === 'code_taken') {
    throw new InvalidError(error.code, error.params, [{ field: 'code', code: error.code }]);
  }
  throw error;
}
