import type { z } from 'zod';
import { removeSegmentText } from '../../services/segments/save-text.ts';
import { deleteCode } from '../../services/setup/delete-code.ts';
import { deleteTemplate } from '../../services/templates/delete-template.ts';
import { deleteText } from '../../services/templates/delete-text.ts';
import type { SlackHost } from '../host.ts';
import { type ActionRequest, onAction, onView } from '../listener.ts';
import { searchable } from '../segments/new-listeners.ts';
import { say } from '../text.ts';
import * as ids from './ids.ts';
import { movedOnDelete, textHasMovedOn } from './moved-on-text.ts';
import { showForm, showPage } from './show.ts';
import { submitChannel } from './submit-channel.ts';
import { submitCode } from './submit-code.ts';
import { submitMember } from './submit-member.ts';
import { submitSeries } from './submit-series.ts';
import { submitTemplate } from './submit-template.ts';
import { segmentOf, submitText } from './submit-text.ts';
import { pageOf } from './texts.ts';

/** The pages and forms of the set-up: each stands in place of the one before. */
export function registerSetUp(host: SlackHost): void {
  onAction(host, ids.goAction, async (request) => {
    await put(request, await showPage(request.ctx, request.value));
  });
  onAction(host, ids.editAction, async (request) => {
    await put(request, await showForm(request.ctx, request.value));
  });
  onAction(host, ids.deleteAction, remove);
  onView(host, ids.codeView, submitCode);
  onView(host, ids.channelView, submitChannel);
  onView(host, ids.seriesView, submitSeries);
  onView(host, ids.memberView, submitMember);
  onView(host, ids.templateView, submitTemplate);
  onView(host, ids.textView, submitText);
  searchable(host, ids.findGroup, 'groups');
  searchable(host, ids.findLanguage, 'languages');
}

type Pressed<Value> = ActionRequest<Value>;

/** Shows a page where the person is: in place of the one pressed in, or in a modal of its own. */
const put = async (
  { place, openView, updateView }: Pick<Pressed<unknown>, 'place' | 'openView' | 'updateView'>,
  view: Awaited<ReturnType<typeof showPage>>,
): Promise<void> => {
  // A form for something else stays below, with what was typed.
  if (place.kind === 'modal' && OURS.has(place.view.callback_id)) await updateView(view);
  else await openView(view);
};

const OURS = new Set(
  [
    ids.pageView,
    ids.codeView,
    ids.templateView,
    ids.textView,
    ids.channelView,
    ids.seriesView,
    ids.memberView,
  ].map(({ id }) => id),
);

async function remove(request: Pressed<z.output<typeof ids.deleteAction.value>>): Promise<void> {
  const { ctx, value, requestKey } = request;
  const gone = (code: string) => say(ctx.locale, 'setup.deleted', { code });
  switch (value.what) {
    case 'template':
      await deleteTemplate(ctx, { code: value.code, requestKey });
      return put(request, await showPage(ctx, { to: 'templates', from: 1 }, gone(value.code)));
    case 'text': {
      const { of, language: languageCode } = value;
      if ('template' in of) await deleteText(ctx, { templateCode: of.template, languageCode, requestKey });
      else {
        try {
          await removeSegmentText(ctx, { ...segmentOf(of), languageCode, requestKey });
        } catch (error) {
          const now = textHasMovedOn(of, error) ? await movedOnDelete(ctx, value, error) : undefined;
          if (now === undefined) throw error;
          if (now) return put(request, now);
        }
      }
      return put(request, await showPage(ctx, pageOf(of), gone(languageCode)));
    }
    default:
      await deleteCode(ctx, { list: value.what, code: value.code, requestKey });
      return put(request, await showPage(ctx, { to: value.what, from: 1 }, gone(value.code)));
  }
}
