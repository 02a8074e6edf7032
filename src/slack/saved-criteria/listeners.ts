import { z } from 'zod';
import { deleteCriteria, renameCriteria } from '../../services/saved-criteria/change.ts';
import { listCriteria, showCriteria } from '../../services/saved-criteria/read.ts';
import { shareCriteria } from '../../services/saved-criteria/share.ts';
import { reuse } from '../../services/segments/reuse.ts';
import { checkChannel } from '../channels/check-channel.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onView } from '../listener.ts';
import { readerOf } from '../segments/reader.ts';
import { data, say } from '../text.ts';
import * as ids from './ids.ts';
import { doneMessage, reusedMessage, savedListMessage, savedMessage } from './messages.ts';
import { renameModal, shareModal } from './modals.ts';
import { atTheCode, registerSave } from './save.ts';

const shareForm = z.object({ channel: z.string() });
const renameForm = z.object({ code: z.string(), description: z.string().nullish() });

/** The buttons of saved criteria, and their forms. */
export function registerSavedCriteria(host: SlackHost): void {
  registerSave(host);
  onAction(host, ids.savedListAction, async ({ ctx, value, replace }) =>
    replace(savedListMessage(ctx.locale, await listCriteria(ctx, value))),
  );
  onAction(host, ids.savedShowAction, async ({ ctx, value, replace }) => {
    const saved = await showCriteria(ctx, value);
    await replace(savedMessage(await readerOf(ctx, saved.steps), saved));
  });
  // In a channel each person starts a segment of their own; the key names person and message.
  onAction(host, ids.savedUseAction, async ({ ctx, value, requestKey, reply }) =>
    reply(reusedMessage(ctx.locale, await reuse(ctx, { savedId: value.id, requestKey }))),
  );
  onAction(host, ids.reuseAnywayAction, async ({ ctx, value, requestKey, replace }) => {
    const { source, no, version: expectedVersion } = value;
    const did = await reuse(ctx, { ...source, no, expectedVersion, confirmed: true, requestKey });
    await replace(reusedMessage(ctx.locale, did));
  });
  onAction(host, ids.savedShareAction, async ({ ctx, value, place, openView }) => {
    const channel = place.kind === 'message' && /^[CG]/.test(place.channel) ? place.channel : null;
    await openView(shareModal(ctx.locale, value.id, channel));
  });
  onAction(host, ids.savedRenameAction, async ({ ctx, value, openView }) => {
    await openView(renameModal(ctx.locale, await showCriteria(ctx, value)));
  });
  onAction(host, ids.savedDeleteAction, async ({ ctx, value, requestKey, replace }) => {
    const { code } = await deleteCriteria(ctx, { id: value.id, requestKey });
    await replace(doneMessage(ctx.locale, say(ctx.locale, 'saved.did.delete', { code: data(code) })));
  });
  onView(host, ids.shareView, async ({ ctx, client, form, metadata, requestKey }) => {
    const { channel } = shareForm.parse(form);
    await checkChannel(client, channel, 'channel');
    await shareCriteria(ctx, { ...metadata, channel, requestKey });
    return undefined;
  });
  onView(host, ids.renameView, async ({ ctx, form, metadata, requestKey }) => {
    const { code, description } = renameForm.parse(form);
    const renaming = renameCriteria(ctx, { ...metadata, code, description: description ?? '', requestKey });
    await renaming.catch(atTheCode);
    return undefined;
  });
}
