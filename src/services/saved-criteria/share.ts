import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { showCriteria } from './read.ts';

const shareInput = z.object({
  id: z.number(),
  /** Slack channel id. */
  channel: z.string().min(1),
  requestKey: z.string().max(200).optional(),
});

/** Posts saved criteria to a channel, where everybody can start a segment from them. @throws NotFoundError saved_criteria_deleted */
export async function shareCriteria(
  ctx: MemberContext,
  input: z.input<typeof shareInput>,
): Promise<{ code: string; channel: string }> {
  requireInsider(ctx);
  const { id, channel, requestKey } = shareInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { code } = await showCriteria(inner, { id });
    await post(inner, {
      key: `saved-criteria:${id}:${requestKey ?? randomUUID()}`,
      subject: `saved-criteria:${id}`,
      channel,
      content: { kind: 'saved-criteria', savedId: id, memberId: ctx.actor.memberId },
    });
    await audit(inner, { action: 'saved-criteria.share', subject: 'saved-criteria', subjectId: code });
    return { code, channel };
  });
}
