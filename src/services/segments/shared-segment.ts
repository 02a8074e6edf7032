import { and, eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { loggedSegments, segments } from '../../db/schema/index.ts';
import { lastApproval } from '../approvals/last-approval.ts';
import { approvalNeeded } from '../approvals/policy.ts';
import { memberNames } from '../setup/member-names.ts';
import { readSettings } from '../setup/read-settings.ts';
import { selectHeaders, toHeader } from './header.ts';
import { listSteps } from './list-steps.ts';
import type { ApprovalState, SegmentHeader, SegmentStep } from './types.ts';

/** What a segment's card in a channel shows: to everybody the same, without contacts. */
export interface SharedSegment {
  header: SegmentHeader;
  /** The last step that counts. */
  lastStep: SegmentStep | null;
  needsApproval: boolean;
  approval: ApprovalState | null;
  /** Whether it could be logged now, by whoever may. */
  loggable: boolean;
  logged: { entryNo: number; canceled: boolean; by: number; at: Date } | null;
  /** Names of everybody whose id appears, so that nobody is called by the card. */
  names: ReadonlyMap<number, string>;
}

/**
 * A segment as it is shown in a channel; a deleted one too, whose header says so.
 * @param input.memberId who shared it
 * @throws NotFoundError segment_not_found
 */
export async function sharedSegment(
  ctx: Context,
  input: { segmentId: number; memberId: number },
): Promise<SharedSegment> {
  const [row] = await selectHeaders(ctx, eq(segments.id, input.segmentId));
  if (!row) throw new NotFoundError('segment_not_found', { no: '' });
  const header = toHeader(row);
  const { id, currentStep, counts, state } = header;
  const [lastStep = null] = await listSteps(ctx, { id, currentStep }, 1, currentStep + 1);
  const approval = await lastApproval(ctx, id);
  const needsApproval = await approvalNeeded(ctx, await readSettings(ctx), {
    id,
    campaignId: header.campaign?.id ?? null,
  });
  const logged = await readLogged(ctx, id);
  const ids = [
    input.memberId,
    header.changedBy.memberId,
    approval?.requestedBy.memberId,
    approval?.decidedBy?.memberId,
    logged?.by,
  ];
  return {
    header,
    lastStep,
    needsApproval,
    approval,
    loggable:
      counts.companies + counts.people > 0 && (state === 'approved' || (state === 'open' && !needsApproval)),
    logged,
    names: await memberNames(
      ctx,
      ids.filter((one) => one !== undefined),
    ),
  };
}

async function readLogged(ctx: Context, segmentId: number): Promise<SharedSegment['logged']> {
  const { entryNo, canceled, memberId: by, createdAt: at } = loggedSegments;
  const [logged] = await executor(ctx)
    .select({ entryNo, canceled, by, at })
    .from(loggedSegments)
    .where(and(eq(loggedSegments.workspaceId, ctx.workspaceId), eq(loggedSegments.segmentId, segmentId)));
  return logged ?? null;
}
