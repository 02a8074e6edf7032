import { z } from 'zod';
import { answerProposal } from '../../services/follow-ups/answer.ts';
import { createFollowUp } from '../../services/follow-ups/create.ts';
import { OUTCOMES } from '../../services/follow-ups/outcomes.ts';
import { scheduleFollowUp } from '../../services/follow-ups/schedule.ts';
import { showChoices } from '../../services/follow-ups/show-choices.ts';
import { section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { onAction, onView } from '../listener.ts';
import { cardModal } from '../segments/card.ts';
import { loadCard } from '../segments/load-card.ts';
import { say } from '../text.ts';
import { answerAction, followUpAction, followUpView } from './ids.ts';
import { followUpModal } from './modal.ts';

const followUpForm = z.object({
  outcome: z.enum(OUTCOMES),
  description: z.string().nullish(),
  when: z.string().nullish(),
});

/** Following up on logged segments: at once, or proposed some time later. */
export function registerFollowUps(host: SlackHost): void {
  onAction(host, followUpAction, async ({ ctx, value, openView }) => {
    await openView(followUpModal(ctx.locale, await showChoices(ctx, { entryNo: value.entry })));
  });
  onView(host, followUpView, async ({ ctx, form, metadata, requestKey }) => {
    const { outcome, description, when } = followUpForm.parse(form);
    const wanted = { entryNo: metadata.entry, outcome, description: description ?? '', requestKey };
    if (when?.trim()) {
      await scheduleFollowUp(ctx, { ...wanted, when });
      return undefined;
    }
    const { segmentNo: no } = await createFollowUp(ctx, wanted);
    const { card, reader } = await loadCard(ctx, { no });
    const said = say(ctx.locale, 'followUp.created', { no, entry: String(metadata.entry) });
    return { update: cardModal(reader, card, [section(said)]) };
  });
  onAction(host, answerAction, ({ ctx, value }) =>
    answerProposal(ctx, { proposalId: value.proposal, answer: value.answer }),
  );
}
