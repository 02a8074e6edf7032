import type { MemberContext } from '../../core/context.ts';
import { createSegment } from '../../services/segments/create-segment.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import { type SlackMessage, section } from '../blocks/index.ts';
import { readDay } from '../command/read-day.ts';
import { say } from '../text.ts';
import { cardMessage } from './card.ts';
import { readHeaderFields } from './command/header-fields.ts';
import { loadCard } from './load-card.ts';

/**
 * Creates a segment from what was typed, and answers with its number and its card.
 * @throws UsageError when the text cannot be read
 */
export async function createFromText(
  ctx: MemberContext,
  text: string,
  requestKey: string,
): Promise<SlackMessage> {
  const fields = readHeaderFields(text);
  const { no } = await createSegment(ctx, {
    ...(fields.no ? { no: fields.no } : {}),
    description: fields.description,
    ...(fields.campaign ? { campaignNo: fields.campaign } : {}),
    ...(fields.template ? { templateCode: fields.template } : {}),
    ...(fields.salesperson ? { salespersonCode: fields.salesperson } : {}),
    ...(fields.date ? { date: readDay(ctx, fields.date) } : {}),
    requestKey,
  });
  const { card, reader } = await loadCard(ctx, { no });
  return cardMessage(reader, card, [createdLine(ctx, card)]);
}

export const createdLine = (ctx: MemberContext, card: SegmentCard) =>
  section(say(ctx.locale, 'segments.created', { no: card.header.no }));
