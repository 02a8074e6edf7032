import { z } from 'zod';
import { saveCode } from '../../services/setup/save-code.ts';
import { showCode } from '../../services/setup/show-code.ts';
import { typedText, type ViewRequest, type ViewResult } from '../listener.ts';
import { say, words } from '../text.ts';
import { codeForm } from './forms.ts';
import type { codeView } from './ids.ts';
import { hasMovedOn, movedOnBlocks } from './moved-on.ts';
import { showPage } from './show.ts';

const fields = z.object({ code: typedText.optional(), description: typedText });

/** Saves an interaction group or a campaign status; one that was changed meanwhile is shown with what was typed. */
export async function submitCode(
  request: ViewRequest<z.output<typeof codeView.metadata>>,
): Promise<ViewResult> {
  const { ctx, form, metadata, requestKey } = request;
  const { list, code, was, revision = 1 } = metadata;
  const { locale } = ctx;
  const typed = fields.parse(form);
  try {
    await saveCode(ctx, {
      list,
      how: code === undefined ? 'add' : 'change',
      code: code ?? typed.code ?? '',
      description: typed.description,
      ...(was === undefined ? {} : { expected: was }),
      requestKey,
    });
  } catch (error) {
    if (!hasMovedOn(error) || code === undefined) throw error;
    const now = await showCode(ctx, { list, code });
    const field = words(locale, 'setup.description');
    const detail = words(locale, 'field.change', { field, before: was ?? '', after: now.description });
    const reload = { edit: list, code, revision: revision + 2 };
    const notice = movedOnBlocks(ctx, error, [detail], reload);
    const again = { revision: revision + 1, typed: typed.description, notice };
    return { update: codeForm(locale, list, now, again) };
  }
  return { update: await showPage(ctx, { to: list, from: 1 }, say(locale, 'setup.saved')) };
}
