import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { NotFoundError } from '../../core/errors.ts';
import { requireInsider } from '../../core/permissions.ts';
import { approvalRequests, loggedSegments, members, segments } from '../../db/schema/index.ts';
import { builders } from '../approvals/approvers.ts';
import { readSettings } from '../setup/read-settings.ts';
import { pageEntries } from './log-entries.ts';
import { loggedFigures } from './logged-figures.ts';
import { type LoggedRow, selectLogged, toSummary } from './logged-rows.ts';
import { listedEntries } from './post-log.ts';
import { ENTRY_KINDS, type EntriesPage, type LoggedSegmentCard, type NamedPerson } from './types.ts';

const paging = {
  /** Entries after this entry id, or before it. */
  after: z.number().int().optional(),
  before: z.number().int().optional(),
  /** 1-based position of the first entry of that page, as the page before knew it. */
  from: z.number().int().min(1).default(1),
  limit: z.number().int().min(1).max(50).default(10),
  which: z.enum(ENTRY_KINDS).default('all'),
  /** Works out what counts now, which reads all its interactions. */
  figures: z.boolean().default(false),
};
const showLoggedInput = z.union([
  z.object({ entryNo: z.number().int(), ...paging }),
  z.object({ id: z.number().int(), ...paging }),
]);

/**
 * Everything a logged segment's card or message shows; reads one page of entries, whatever its size.
 * @param input by the entry number people know, or by row id
 * @throws NotFoundError logged_segment_not_found
 */
export async function showLogged(
  ctx: Context,
  input: z.input<typeof showLoggedInput>,
): Promise<LoggedSegmentCard> {
  requireInsider(ctx);
  const wanted = showLoggedInput.parse(input);
  const [row] = await selectLogged(
    ctx,
    'id' in wanted ? eq(loggedSegments.id, wanted.id) : eq(loggedSegments.entryNo, wanted.entryNo),
  );
  if (!row) {
    throw new NotFoundError('logged_segment_not_found', { no: 'id' in wanted ? wanted.id : wanted.entryNo });
  }
  const { logged, segment } = row;
  const { currency } = await readSettings(ctx);
  const size = logged.companies + logged.people;
  const figures = wanted.figures ? await loggedFigures(ctx, { loggedSegmentId: logged.id }) : undefined;
  return {
    ...toSummary(row, currency),
    segmentId: segment.id,
    template: row.template,
    builtBy: await people(ctx, await builders(ctx, segment)),
    approval: await approvalOf(ctx, row),
    followUpNo: await numberOf(ctx, logged.followUpSegmentId),
    listed: listedEntries(size),
    ...(figures ? { figures } : {}),
    entries: await entriesPage(ctx, logged.id, wanted),
  };
}

type Page = Pick<z.output<typeof showLoggedInput>, 'after' | 'before' | 'from' | 'limit' | 'which'>;

/** One row more than is shown tells whether there is another page. */
async function entriesPage(ctx: Context, loggedSegmentId: number, page: Page): Promise<EntriesPage> {
  const { from, limit, which } = page;
  const backwards = page.before !== undefined;
  const found = await pageEntries(ctx, loggedSegmentId, { ...page, limit: limit + 1 });
  const more = found.length > limit;
  const rows = backwards ? found.slice(-limit) : found.slice(0, limit);
  const first = rows.at(0)?.entryId;
  const last = rows.at(-1)?.entryId;
  return {
    rows,
    which,
    from,
    ...(first !== undefined && from > 1 ? { previousBefore: first } : {}),
    ...(last !== undefined && (more || backwards) ? { nextAfter: last } : {}),
  };
}

function people(ctx: Context, memberIds: Set<number>): Promise<NamedPerson[]> {
  return executor(ctx)
    .select({ memberId: members.id, slackUserId: members.slackUserId, name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), inArray(members.id, [...memberIds])))
    .orderBy(asc(members.id));
}

async function approvalOf(ctx: Context, { logged }: LoggedRow): Promise<LoggedSegmentCard['approval']> {
  if (logged.approvalRequestId === null) return null;
  const [row] = await executor(ctx)
    .select({
      requestId: approvalRequests.id,
      by: { memberId: members.id, slackUserId: members.slackUserId, name: members.name },
      at: approvalRequests.decidedAt,
      comment: approvalRequests.comment,
    })
    .from(approvalRequests)
    .innerJoin(
      members,
      and(eq(members.workspaceId, approvalRequests.workspaceId), eq(members.id, approvalRequests.decidedBy)),
    )
    .where(
      and(
        eq(approvalRequests.workspaceId, ctx.workspaceId),
        eq(approvalRequests.id, logged.approvalRequestId),
      ),
    );
  return row?.at ? { ...row, at: row.at } : null;
}

async function numberOf(ctx: Context, segmentId: number | null): Promise<string | null> {
  if (segmentId === null) return null;
  const [segment] = await executor(ctx)
    .select({ no: segments.no })
    .from(segments)
    .where(and(eq(segments.workspaceId, ctx.workspaceId), eq(segments.id, segmentId)));
  return segment?.no ?? null;
}
