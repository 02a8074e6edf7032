import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { members, segmentSteps } from '../../db/schema/index.ts';
import { findContact } from './find-contact.ts';
import { findSegment } from './find-segment.ts';
import type { SegmentRow } from './lock-segment.ts';
import { stepInput } from './step-input.ts';
import type { ContactExplanation, SegmentStep } from './types.ts';

const explainContactInput = z.object({ no: z.string().max(20), contactNo: z.string().max(20) });

/**
 * Why a contact is on a segment, or is not: every step that counts and added it, edited its line or removed it, with
 * who and when.
 * @throws NotFoundError segment_not_found
 * @throws ConflictError segment_logged, as the lines are gone then
 * @throws InvalidError contact_not_found on field `contact`
 */
export async function explainContact(
  ctx: MemberContext,
  input: z.input<typeof explainContactInput>,
): Promise<ContactExplanation> {
  requireInsider(ctx);
  const { no, contactNo } = explainContactInput.parse(input);
  const segment = await findSegment(ctx, no);
  if (segment.state === 'logged') throw new ConflictError('segment_logged', { no: segment.no });
  const contact = await findContact(ctx, contactNo);
  const found = await readEvents(ctx, segment, contact.id);
  const steps = await readSteps(ctx, segment, [...new Set(found.map((event) => event.step_no))]);
  const events = found.flatMap(({ did, line_no: lineNo, step_no }) => {
    const step = steps.get(step_no);
    return step ? [{ did, lineNo, step }] : [];
  });
  const size = (did: string) => events.filter((event) => event.did === did).length;
  const lines = size('added') - size('removed');
  return {
    segmentNo: segment.no,
    contact: {
      contactNo: contact.no,
      name: contact.name,
      type: contact.type,
      companyName: contact.type === 'company' ? '' : contact.companyName,
      city: contact.city,
      email: contact.email,
    },
    lines,
    since: since(events, lines),
    events,
    excluded: contact.excludeFromSegment,
  };
}

/** On: since the first of the lines in a row without a break; off: since the last one went. */
function since(events: ContactExplanation['events'], lines: number): Date | null {
  let count = 0;
  let begun: Date | null = null;
  for (const { did, step } of events) {
    if (did === 'edited') continue;
    if (did === 'added' && count === 0) begun = step.at;
    count += did === 'added' ? 1 : -1;
    if (count === 0) begun = step.at;
  }
  return lines === count ? begun : null;
}

const foundEvents = z.array(
  z.object({
    did: z.enum(['added', 'removed', 'edited']),
    line_no: z.coerce.number(),
    step_no: z.number(),
  }),
);

async function readEvents(ctx: MemberContext, segment: SegmentRow, contactId: number) {
  const { currentStep } = segment;
  const key = sql`workspace_id = ${ctx.workspaceId} and segment_id = ${segment.id}`;
  const rows = await executor(ctx).execute(sql`
    with lines as (
      select line_no, added_step, removed_step from segment_lines
      where ${key} and contact_id = ${contactId} and added_step <= ${currentStep}
    )
    select 'added' as did, line_no, added_step as step_no from lines
    union all
    select 'removed', line_no, removed_step from lines where removed_step <= ${currentStep}
    union all
    select 'edited', line_no, step_no from segment_line_edits
    where ${key} and line_no in (select line_no from lines) and step_no <= ${currentStep}
    order by step_no, line_no, did`);
  return foundEvents.parse([...rows]);
}

async function readSteps(
  ctx: MemberContext,
  segment: SegmentRow,
  numbers: number[],
): Promise<Map<number, SegmentStep>> {
  const rows = await executor(ctx)
    .select({ step: segmentSteps, slackUserId: members.slackUserId })
    .from(segmentSteps)
    .innerJoin(
      members,
      and(eq(members.workspaceId, segmentSteps.workspaceId), eq(members.id, segmentSteps.memberId)),
    )
    .where(
      and(
        eq(segmentSteps.workspaceId, ctx.workspaceId),
        eq(segmentSteps.segmentId, segment.id),
        lte(segmentSteps.no, segment.currentStep),
        inArray(segmentSteps.no, numbers),
      ),
    )
    .orderBy(asc(segmentSteps.no));
  return new Map(rows.map(({ step, slackUserId }) => [step.no, toStep(step, slackUserId)]));
}

const toStep = (step: typeof segmentSteps.$inferSelect, slackUserId: string): SegmentStep => ({
  no: step.no,
  input: stepInput.parse(step.input),
  changed: { companies: step.companies, people: step.people },
  by: { memberId: step.memberId, slackUserId },
  at: step.at,
  applied: true,
});
