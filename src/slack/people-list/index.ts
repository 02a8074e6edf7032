import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { addPeople } from '../../services/people-list/add-people.ts';
import { matchPeople } from '../../services/people-list/match-people.ts';
import { findSegment } from '../../services/segments/find-segment.ts';
import { downloadFile, FILE_INPUT_BYTES } from '../files/download.ts';
import type { SlackHost } from '../host.ts';
import { type CommandRequest, onView } from '../listener.ts';
import { tellStep } from '../segments/tell-step.ts';
import { foundView, peopleView } from './ids.ts';
import { foundModal, peopleModal } from './views.ts';

const given = z.object({
  text: z.string().nullish(),
  /** Ids; at most one. */
  file: z.array(z.string()).max(1).nullish(),
});

/** Opens the form for a list of people. @throws NotFoundError segment_not_found */
export async function openPeopleModal(wanted: {
  ctx: MemberContext;
  openView: CommandRequest['openView'];
  no: string;
  channel: string;
}): Promise<void> {
  const { ctx, openView, channel } = wanted;
  const { no } = await findSegment(ctx, wanted.no);
  try {
    await openView(peopleModal(ctx.locale, { no, channel }));
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError) || error.data.error !== 'missing_scope') throw error;
    await openView(peopleModal(ctx.locale, { no, channel }, false));
  }
}

/** Adding contacts from a list that somebody pastes, or has in a file. */
export function registerPeopleList(host: SlackHost): void {
  onView(host, peopleView, async ({ ctx, client, form, metadata: { no, channel } }) => {
    const { text, file } = given.parse(form);
    const [id] = file ?? [];
    const chosen =
      id === undefined
        ? undefined
        : await downloadFile(client, id, { field: 'file', maxBytes: FILE_INPUT_BYTES });
    const found = await matchPeople(ctx, { no, text: text ?? undefined, file: chosen?.content });
    return { update: foundModal(ctx.locale, found, channel) };
  });
  onView(host, foundView, async (request) => {
    const { ctx, metadata, requestKey } = request;
    const { no, listId, channel } = metadata;
    const result = await addPeople(ctx, { no, listId, requestKey });
    await tellStep(host, request, result, { channel, responseUrl: null });
    return undefined;
  });
}
