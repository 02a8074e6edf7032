import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { findAttachment } from '../attachments/find-attachment.ts';
import { findSegment } from './find-segment.ts';
import { readHeaderValues } from './header-values.ts';
import { readLine } from './read-line.ts';
import type { LineView } from './types.ts';

const showLineInput = z.object({ no: z.string().max(20), lineNo: z.number().int().min(1) });

/**
 * One line for its form: what it says, and what it would say if it followed the header.
 * @throws NotFoundError segment_not_found, line_not_found
 */
export async function showLine(ctx: MemberContext, input: z.input<typeof showLineInput>): Promise<LineView> {
  requireInsider(ctx);
  const { no, lineNo } = showLineInput.parse(input);
  const segment = await findSegment(ctx, no);
  const header = await readHeaderValues(ctx, segment);
  const { line, inherited } = await readLine(ctx, segment, header, lineNo);
  const attachment = line.attachmentId === null ? null : await findAttachment(ctx, line.attachmentId);
  return { segmentNo: segment.no, version: segment.version, line, inherited, attachment };
}
