import { sendAttachment } from '../../services/attachments/send-attachment.ts';
import type { SlackHost } from '../host.ts';
import { notice, onAction } from '../listener.ts';
import { data, say, words } from '../text.ts';
import { sendFileAction } from './ids.ts';

/** Sends people the files of templates, segments and lines. */
export function registerFiles(host: SlackHost): void {
  onAction(host, sendFileAction, async ({ ctx, value, requestKey, openView }) => {
    const { fileName } = await sendAttachment(ctx, { ...value, requestKey });
    const text = say(ctx.locale, 'attachment.sending', { name: data(fileName, 100) });
    await openView(notice(ctx.locale, words(ctx.locale, 'setup.file'), text));
  });
}
