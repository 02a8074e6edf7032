import { inTransaction, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findSegment } from '../segments/find-segment.ts';
import { readHeader } from '../segments/header.ts';
import { requireChangeable } from '../segments/lock-segment.ts';
import { findSalesperson } from '../setup/find-codes.ts';
import { salespersonOf } from './salesperson.ts';
import { contactsOf, countOpen } from './segment-contacts.ts';

/** Whom tasks for a segment would be about, and who is to do them. */
export interface SegmentTasksPreview {
  no: string;
  description: string;
  /** The version this is said of. */
  version: number;
  /** Everybody on it, each once. */
  contacts: number;
  /** Of these: left out because their privacy is blocked. */
  blocked: number;
  /** Open tasks that it has already. */
  open: number;
  salesperson: { code: string; description: string };
  campaign: { no: string; description: string } | null;
}

/**
 * What `createForSegment` would do, to be told before anything is filled in.
 * @throws as `createForSegment`, for what a form cannot change
 */
export async function previewForSegment(
  ctx: MemberContext,
  { no }: { no: string },
): Promise<SegmentTasksPreview> {
  requireInsider(ctx);
  return inTransaction(ctx, async (inner) => {
    const segment = await findSegment(inner, no);
    await requireChangeable(inner, segment, undefined);
    const { count, blocked } = await contactsOf(inner, segment);
    const code = await salespersonOf(inner, { usual: [segment.salespersonCode] });
    const { description } = await findSalesperson(inner, code);
    const { campaign } = await readHeader(inner, segment.no);
    return {
      no: segment.no,
      description: segment.description,
      version: segment.version,
      contacts: count + blocked,
      blocked,
      open: await countOpen(inner, segment),
      salesperson: { code, description },
      campaign,
    };
  });
}
