import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError, ForbiddenError } from '../../core/errors.ts';
import { findContact } from '../../services/contacts/find-contact.ts';
import { showInteraction } from '../../services/interactions/show-interaction.ts';
import { checkSource } from '../../services/tasks/create-from-entry.ts';
import { previewForSegment } from '../../services/tasks/preview-for-segment.ts';
import { showTask } from '../../services/tasks/show.ts';
import { contactChoice } from '../segment-lines/pick-form.ts';
import { ownSalesperson } from '../segments/new-modal.ts';
import { editForm, entryForm, ownForm, segmentForm } from './forms.ts';
import { keepOrigin, type Origin } from './origin.ts';

interface Opener {
  ctx: MemberContext;
  openView: (view: ModalView) => Promise<unknown>;
}

/** @throws NotFoundError contact_not_found; ForbiddenError task_contact_blocked, before anything is filled in */
export async function openNewTask({ ctx, openView }: Opener, contactNo?: string): Promise<void> {
  const found = contactNo === undefined ? undefined : await findContact(ctx, contactNo);
  if (found?.privacyBlocked) throw new ForbiddenError('task_contact_blocked', { contact: found.name });
  const contact = found && contactChoice(found);
  await openView(ownForm(ctx.locale, { contact, salesperson: await ownSalesperson(ctx) }));
}

/** @throws as `createFromEntry`, before anything is filled in for nothing */
export async function openTaskFromEntry({ ctx, openView }: Opener, entryId: number): Promise<void> {
  await checkSource(ctx, { entryId });
  await openView(entryForm(ctx.locale, await showInteraction(ctx, { entryId })));
}

/** @throws as `createForSegment`, before anything is filled in for nothing */
export async function openSegmentTasks({ ctx, openView }: Opener, no: string): Promise<void> {
  await openView(segmentForm(ctx.locale, await previewForSegment(ctx, { no })));
}

/** @throws NotFoundError task_not_found; ConflictError task_closed */
export async function openEditTask({ ctx, openView }: Opener, no: string, from: Origin): Promise<void> {
  const card = await showTask(ctx, { no });
  if (card.closedOn !== null) throw new ConflictError('task_closed', { no: card.no });
  await openView(editForm(ctx.locale, card, await keepOrigin(ctx, from)));
}
