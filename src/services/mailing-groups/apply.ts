import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext, TransactionContext } from '../../core/context.ts';
import { InvalidError, NotFoundError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { mailingGroups } from '../../db/schema/index.ts';
import { lockSegment, requireChangeable } from '../segments/lock-segment.ts';

const applyInput = z.object({
  no: z.string().max(20),
  code: z.string(),
  /** Takes the group from everybody first. */
  deleteOld: z.boolean().default(false),
  /** Only counts; nothing is written. */
  preview: z.boolean().default(false),
  requestKey: z.string().max(200).optional(),
});

export interface MailingGroupApplied {
  segmentNo: string;
  group: { code: string; description: string };
  /** Contacts of the segment, each counted once. */
  contacts: number;
  /** Those of them that did not have the group. */
  given: number;
  /** Contacts outside the segment that lose it. */
  taken: number;
}

const figures = z.array(
  z.object({ contacts: z.coerce.number(), given: z.coerce.number(), taken: z.coerce.number() }),
);

/**
 * Gives a mailing group to every contact of a segment (`domain.md` §4.7); it is no step, and undo leaves it alone.
 * @throws InvalidError mailing_group_missing, segment_empty
 * @throws NotFoundError mailing_group_not_found, segment_not_found
 * @throws ConflictError segment_logged, segment_being_logged
 */
export async function applyMailingGroup(
  ctx: MemberContext,
  input: z.input<typeof applyInput>,
): Promise<MailingGroupApplied> {
  requireInsider(ctx);
  const { no, code, deleteOld, preview, requestKey } = applyInput.parse(input);
  if (code.trim() === '') throw new InvalidError('mailing_group_missing');
  return once(ctx, preview ? undefined : requestKey, async (inner) => {
    const group = await findGroup(inner, code);
    const segment = await lockSegment(inner, no);
    await requireChangeable(inner, segment, undefined);
    const counts = await count(inner, segment.id, group.code, deleteOld);
    if (counts.contacts === 0) throw new InvalidError('segment_empty', { no: segment.no });
    if (!preview) {
      await write(inner, segment.id, group.code, deleteOld);
      await audit(inner, {
        action: 'mailing-group.apply',
        subject: 'segment',
        subjectId: segment.no,
        detail: { group: group.code, deleteOld, ...counts },
      });
    }
    return { segmentNo: segment.no, group, ...counts };
  });
}

async function findGroup(ctx: TransactionContext, typed: string) {
  const code = typed.trim().toUpperCase();
  // Held, so that two who apply the same group come one after the other.
  const [group] = await ctx.tx
    .select({ code: mailingGroups.code, description: mailingGroups.description })
    .from(mailingGroups)
    .where(and(eq(mailingGroups.workspaceId, ctx.workspaceId), eq(sql`upper(${mailingGroups.code})`, code)))
    .for('no key update');
  if (group) return group;
  throw new NotFoundError('mailing_group_not_found', { code });
}

const members = (ctx: TransactionContext, segmentId: number) => sql`
  select distinct l.contact_id from segment_lines l
  where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segmentId} and l.live`;

const holders = (ctx: TransactionContext, code: string) => sql`
  select g.contact_id from contact_mailing_groups g where g.workspace_id = ${ctx.workspaceId} and g.code = ${code}`;

async function count(ctx: TransactionContext, segmentId: number, code: string, deleteOld: boolean) {
  const [row] = figures.parse(
    await ctx.tx.execute(sql`
      with members as (${members(ctx, segmentId)}), holders as (${holders(ctx, code)})
      select (select count(*) from members) as contacts,
        (select count(*) from members where contact_id not in (select contact_id from holders)) as given,
        ${
          deleteOld
            ? sql`(select count(*) from holders where contact_id not in (select contact_id from members))`
            : sql`0`
        } as taken`),
  );
  return row ?? { contacts: 0, given: 0, taken: 0 };
}

async function write(ctx: TransactionContext, segmentId: number, code: string, deleteOld: boolean) {
  const { workspaceId } = ctx;
  if (deleteOld) {
    await ctx.tx.execute(sql`
      delete from contact_mailing_groups g
      where g.workspace_id = ${workspaceId} and g.code = ${code}
        and g.contact_id not in (${members(ctx, segmentId)})`);
  }
  await ctx.tx.execute(sql`
    insert into contact_mailing_groups (workspace_id, contact_id, code)
    select ${workspaceId}::bigint, contact_id, ${code}::text from (${members(ctx, segmentId)}) members
    on conflict do nothing`);
}
