import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { lastApproval } from '../approvals/last-approval.ts';
import { approvalNeeded } from '../approvals/policy.ts';
import { outsideCampaign } from '../campaigns/dates.ts';
import { readSettings } from '../setup/read-settings.ts';
import { allowedActions } from './allowed-actions.ts';
import { readHeader } from './header.ts';
import { listLines } from './list-lines.ts';
import { listSteps } from './list-steps.ts';
import type { SegmentCard } from './types.ts';

/** What fits on a card without scrolling for ever. */
const STEPS_SHOWN = 10;

const showSegmentInput = z.object({
  no: z.string().max(20),
  /** Contacts after this line number, or before it. */
  after: z.number().int().optional(),
  before: z.number().int().optional(),
  /** 1-based position of the first contact of that page, as the page before knew it. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(10),
});

/**
 * Everything a segment's card shows; reads one page of contacts, whatever the size of the segment.
 * @throws NotFoundError segment_not_found
 */
export async function showSegment(
  ctx: MemberContext,
  input: z.input<typeof showSegmentInput>,
): Promise<SegmentCard> {
  requireInsider(ctx);
  const { no, after, before, from, limit } = showSegmentInput.parse(input);
  const header = await readHeader(ctx, no);
  const settings = await readSettings(ctx);
  const steps = await listSteps(ctx, header, STEPS_SHOWN);
  const lines = await listLines(ctx, header.id, { after, before, limit });
  const approval = await lastApproval(ctx, header.id);
  const needsApproval = await approvalNeeded(ctx, settings, {
    id: header.id,
    campaignId: header.campaign?.id ?? null,
  });
  const contacts = lines.rows;
  const size = header.counts.companies + header.counts.people;
  const first = contacts.at(0)?.lineNo;
  const last = contacts.at(-1)?.lineNo;
  return {
    header,
    steps,
    earlierSteps: Math.max(0, header.lastStep - steps.length),
    contacts,
    from,
    ...(first !== undefined && from > 1 ? { previousBefore: first } : {}),
    ...(last !== undefined && from + contacts.length <= size ? { nextAfter: last } : {}),
    cost: header.cost,
    duration: header.duration,
    currency: settings.currency,
    needsApproval,
    approval,
    actions: allowedActions(ctx, header, { approvalNeeded: needsApproval, approval, settings }),
    outsideCampaign: await outsideCampaign(ctx, {
      campaignId: header.campaign?.id ?? null,
      date: header.date,
    }),
  };
}
