import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import type { Locale } from '../../i18n/translate.ts';
import { createTask } from '../../services/tasks/create.ts';
import { createForSegment, type SegmentTasks } from '../../services/tasks/create-for-segment.ts';
import { createFromEntry } from '../../services/tasks/create-from-entry.ts';
import { editTask } from '../../services/tasks/edit.ts';
import { previewForSegment, type SegmentTasksPreview } from '../../services/tasks/preview-for-segment.ts';
import { showTask } from '../../services/tasks/show.ts';
import { readTask } from '../../services/tasks/task-input.ts';
import { actions, alert, button, message, section } from '../blocks/index.ts';
import { changedAgo } from '../changed-ago.ts';
import { publishHome } from '../home/publish.ts';
import type { SlackHost } from '../host.ts';
import { onView, type ViewRequest, type ViewResult } from '../listener.ts';
import { hasMovedOn, movedOnSentence } from '../segments/moved-on.ts';
import { join, say, words } from '../text.ts';
import { didSentence, inModal, offersInteraction, taskModal } from './card.ts';
import { dayWords, salespersonWords } from './facts.ts';
import { readEditForm, readNewForm } from './fields.ts';
import { editForm, segmentForm } from './forms.ts';
import * as ids from './ids.ts';
import { showAtOrigin } from './origin.ts';

type NewTask = ViewRequest<z.output<typeof ids.newView.metadata>>;
type EditTask = ViewRequest<z.output<typeof ids.editView.metadata>>;

/** The submits of the forms for tasks. */
export function registerForms(host: SlackHost): void {
  onView(host, ids.newView, create);
  onView(host, ids.editView, (request) => edit(host, request));
}

async function create(request: NewTask): Promise<ViewResult> {
  const { ctx, form, metadata, requestKey } = request;
  const { said, contact, salesperson, campaign } = readNewForm(form);
  if (metadata.of === 'segment') return createMany(request, metadata, said);
  const { no } =
    metadata.of === 'entry'
      ? await createFromEntry(ctx, { ...said, entryId: metadata.entry, requestKey })
      : await createTask(ctx, {
          ...said,
          contactNo: contact,
          salespersonCode: salesperson,
          campaignNo: campaign,
          requestKey,
        });
  return { update: taskModal(ctx, await showTask(ctx, { no }), didSentence(ctx.locale, 'create', no)) };
}

type Many = Extract<NewTask['metadata'], { of: 'segment' }>;

/**
 * Asked back once, with the number and the day that was understood, because many tasks are many to take back; and again,
 * where somebody created others meanwhile.
 */
async function createMany(
  { ctx, requestKey }: NewTask,
  { no, version, shown, open }: Many,
  said: ReturnType<typeof readNewForm>['said'],
): Promise<ViewResult> {
  const { locale } = ctx;
  const { date } = readTask(ctx, said);
  const meant = `${said.type} ${date}`;
  const preview = await previewForSegment(ctx, { no });
  const ask = (now: SegmentTasksPreview) => {
    const tasks = said.type === 'meeting' ? 1 : now.contacts - now.blocked;
    const question = say(locale, 'tasks.form.segment.check', { tasks, date: dayWords(locale, date) });
    return { update: segmentForm(locale, now, { notice: [alert(question, 'info')], shown: meant }) };
  };
  if (shown !== meant && preview.version === version) return ask(preview);
  try {
    const did = await createForSegment(ctx, {
      ...said,
      no,
      expectedVersion: version,
      expectedOpen: open,
      requestKey,
    });
    return { update: doneModal(locale, did, date, preview) };
  } catch (error) {
    const now = () => previewForSegment(ctx, { no });
    if (error instanceof ConflictError && error.code === 'segment_has_tasks') return ask(await now());
    if (!hasMovedOn(error)) throw error;
    const notice = [alert(movedOnSentence(ctx, error), 'warning')];
    return { update: segmentForm(locale, await now(), { notice }) };
  }
}

/** How many tasks were created, and the way to them. */
function doneModal(
  locale: Locale,
  { segmentNo: no, tasks, contacts, blocked, first, last }: SegmentTasks,
  date: string,
  preview: SegmentTasksPreview,
): ModalView {
  const did = say(locale, 'tasks.did.segment', {
    no,
    tasks,
    contacts,
    first,
    last,
    date: dayWords(locale, date),
    salesperson: salespersonWords(preview),
  });
  const left = blocked > 0 ? [say(locale, 'tasks.did.segment.left', { blocked })] : [];
  const text = join([did, ...left]);
  const scope = { kind: 'segment' as const, key: no };
  const show = button(ids.listAction, { scope }, words(locale, 'tasks.button.show'));
  return inModal(locale, message(text, [section(text), actions([show])]));
}

async function edit(host: SlackHost, request: EditTask): Promise<ViewResult> {
  const { ctx, client, form, log, metadata, requestKey, view } = request;
  const { no, version: expectedVersion, draft } = metadata;
  const said = readEditForm(form);
  try {
    await editTask(ctx, { no, expectedVersion, requestKey, ...said });
  } catch (error) {
    if (!(error instanceof ConflictError) || error.code !== 'task_moved_on') throw error;
    return { update: await movedOn(ctx, error, no, draft) };
  }
  // What the form was opened from may stand above the home, whose rows tell of tasks.
  if (view.previous_view_id) void host.track(publishHome(ctx, client, log));
  const card = await showTask(ctx, { no });
  const did = card.closedOn === null ? 'edit' : 'complete';
  const lead = didSentence(ctx.locale, did, no);
  // With what can be done next, which a list does not show.
  if (offersInteraction(card)) return { update: taskModal(ctx, card, lead) };
  return showAtOrigin(request, { no, draft, lead });
}

/** What was filled in stays, because the fields keep their ids. */
async function movedOn(ctx: MemberContext, error: ConflictError, no: string, draft: number | undefined) {
  const card = await showTask(ctx, { no });
  return editForm(ctx.locale, card, draft, [
    alert(changedAgo(ctx, error), 'warning'),
    section(say(ctx.locale, 'campaigns.movedOn.kept')),
  ]);
}
