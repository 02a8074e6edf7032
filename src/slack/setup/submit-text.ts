import { z } from 'zod';
import { saveSegmentText } from '../../services/segments/save-text.ts';
import { saveText } from '../../services/templates/save-text.ts';
import { handedIn } from '../files/handed-in.ts';
import { typedText, type ViewRequest, type ViewResult } from '../listener.ts';
import { say } from '../text.ts';
import type { textView } from './ids.ts';
import { movedOnForm, textHasMovedOn } from './moved-on-text.ts';
import { showPage } from './show.ts';
import { pageOf } from './texts.ts';

const fields = z.object({ language: z.string().nullish(), subject: typedText, description: typedText });

type Metadata = z.output<typeof textView.metadata>;

/** Saves a text of a template or a segment; where that was changed meanwhile, it is shown with what was typed. */
export async function submitText(request: ViewRequest<Metadata>): Promise<ViewResult> {
  const { ctx, client, form, metadata, requestKey } = request;
  const { of, language, version } = metadata;
  const { language: chosen, ...typed } = fields.parse(form);
  const wanted = {
    languageCode: language ?? chosen ?? '',
    ...typed,
    ...(await handedIn(client, form)),
    requestKey,
  };
  try {
    if ('template' in of) {
      const expected = version === undefined ? {} : { expectedVersion: version };
      await saveText(ctx, { templateCode: of.template, ...wanted, ...expected });
    } else await saveSegmentText(ctx, { ...segmentOf(of), ...wanted, isNew: language === undefined });
  } catch (error) {
    if (!textHasMovedOn(of, error)) throw error;
    return { update: await movedOnForm(ctx, metadata, { chosen: wanted.languageCode, ...typed }, error) };
  }
  return { update: await showPage(ctx, pageOf(of), say(ctx.locale, 'setup.saved')) };
}

/** The segment of a text, as services take it. */
export const segmentOf = ({ segment, version }: { segment: string; version: number }) => ({
  no: segment,
  expectedVersion: version,
});
