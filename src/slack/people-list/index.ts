import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { addPeople } from '../../services/people-list/add-people.ts';
import { matchPeople } from '../../services/people-list/match-people.ts';
import { findSegment } from '../../services/segments/find-segment.ts';
import type { SlackHost } from '../host.ts';
import { type CommandRequest, onView } from '../listener.ts';
import { tellStep } from '../segments/tell-step.ts';
import { foundView, peopleView } from './ids.ts';
import { foundModal, peopleModal } from './views.ts';

const pasted = z.object({ text: z.string() });

/** Opens the form for a list of people. @throws NotFoundError segment_not_found */
export async function openPeopleModal(wanted: {
  ctx: MemberContext;
  openView: CommandRequest['openView'];
  no: string;
  channel: string;
}): Promise<void> {
  const { ctx, openView, channel } = wanted;
  const { no } = await findSegment(ctx, wanted.no);
  await openView(peopleModal(ctx.locale, { no, channel }));
}

/** Adding contacts from a list that somebody pastes. */
export function registerPeopleList(host: SlackHost): void {
  onView(host, peopleView, async ({ ctx, form, metadata: { no, channel } }) => {
    const found = await matchPeople(ctx, { no, ...pasted.parse(form) });
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
