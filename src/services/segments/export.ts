import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { readHeader } from './header.ts';
import type { Counts } from './types.ts';

const exportSegmentInput = z.object({
  no: z.string().max(20),
  format: z.enum(['csv', 'xlsx']).default('csv'),
  requestKey: z.string().max(200).optional(),
});

/**
 * Sends a segment's contacts as CSV, or as an Excel file, to the person who asks, by direct message: personal data goes to nobody else.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError segment_empty
 */
export async function exportSegment(
  ctx: MemberContext,
  input: z.input<typeof exportSegmentInput>,
): Promise<{ segmentNo: string; counts: Counts }> {
  requireInsider(ctx);
  const { no, format, requestKey } = exportSegmentInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { id, no: segmentNo, counts } = await readHeader(inner, no);
    if (counts.companies + counts.people === 0) throw new InvalidError('segment_empty', { no: segmentNo });
    await post(inner, {
      key: `segment-csv:${id}:${requestKey ?? randomUUID()}`,
      subject: `segment:${id}`,
      channel: ctx.actor.slackUserId,
      content: { kind: 'segment-csv', segmentId: id, ...(format === 'xlsx' ? { format } : {}) },
    });
    await audit(inner, {
      action: 'segment.export',
      subject: 'segment',
      subjectId: segmentNo,
      detail: { counts, format },
    });
    return { segmentNo, counts };
  });
}
