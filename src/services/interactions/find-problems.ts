import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Context, TransactionContext } from '../../core/context.ts';
import { approvalRequests } from '../../db/schema/index.ts';
import { differences, fingerprint } from '../approvals/fingerprint.ts';
import { approvalNeeded } from '../approvals/policy.ts';
import { type HeaderValues, readHeaderValues } from '../segments/header-values.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import { readLineValues } from '../segments/read-line-values.ts';
import type { Counts, LineField } from '../segments/types.ts';
import { readSettings } from '../setup/read-settings.ts';
import { LINE_PROBLEMS, type LineProblem, lineProblem } from './line-problems.ts';
import type { LogProblem } from './types.ts';

/** Enough to recognize whom it is about. */
const EXAMPLES = 3;

export interface Findings {
  header: HeaderValues;
  counts: Counts;
  /** The approval it would be logged under; null when none is needed or there is none. */
  approvalRequestId: number | null;
  /** What is not as it was approved, as `ApprovalChange.fields` has it. */
  changed: string[];
  /** Whether there is anybody to send to, and whether attachments would be sent: as wanted, else as preset. */
  send: { possible: boolean; on: boolean };
  /** Empty: it can be logged. */
  problems: LogProblem[];
}

/**
 * Everything that keeps a segment from being logged, all at once, in one pass over its lines (`domain.md` §4.8 steps
 * 1, 4, 7); only where lines have problems they are looked at again, for examples.
 * @param wanted whether attachments are to be sent; left out: if there is anybody to send to and anything to send
 */
export async function findProblems(
  ctx: TransactionContext,
  segment: SegmentRow,
  wanted?: boolean,
): Promise<Findings> {
  const header = await readHeaderValues(ctx, segment);
  const { approvalRequestId, changed, ...approval } = await checkApproval(ctx, segment);
  const { counts, found, send } = await checkLines(ctx, segment, header, wanted);
  const lines = counts.companies + counts.people;
  const ofHeader = (kind: LogProblem['kind'], is: boolean): LogProblem[] =>
    is ? [{ kind, count: 0, examples: [] }] : [];
  const withoutTemplate = header.templateCode === null;
  const problems = [
    ...ofHeader('empty', lines === 0),
    ...ofHeader('description', segment.description === ''),
    ...ofHeader('header-template', withoutTemplate),
    // What lacks because the header lacks it is no problem of its own.
    ...found.filter(({ kind }) => !(withoutTemplate && (kind === 'template' || kind === 'group'))),
    ...approval.problems,
  ];
  return { header, counts, approvalRequestId, changed, send, problems };
}

interface Approval {
  approvalRequestId: number | null;
  changed: string[];
  problems: LogProblem[];
}

async function checkApproval(ctx: TransactionContext, segment: SegmentRow): Promise<Approval> {
  const problem = (kind: LogProblem['kind']): LogProblem[] => [{ kind, count: 0, examples: [] }];
  const [request] = await ctx.tx
    .select()
    .from(approvalRequests)
    .where(
      and(
        eq(approvalRequests.workspaceId, ctx.workspaceId),
        eq(approvalRequests.segmentId, segment.id),
        inArray(approvalRequests.status, ['approved', 'pending']),
      ),
    );
  if (request?.status !== 'approved') {
    const needed = request ? true : await approvalNeeded(ctx, await readSettings(ctx), segment);
    return { approvalRequestId: null, changed: [], problems: needed ? problem('approval') : [] };
  }
  const changed = differences(request.fingerprint, await fingerprint(ctx, segment));
  const same = changed.length === 0 && request.segmentVersion === segment.version;
  return { approvalRequestId: request.id, changed, problems: same ? [] : problem('approval-changed') };
}

/** Flagged contacts are looked for only where the workspace refuses them (`domain.md` §7). */
async function wantedProblems(ctx: Context): Promise<LineProblem[]> {
  const refused = (await readSettings(ctx)).flaggedPolicy === 'refuse';
  return LINE_PROBLEMS.filter(
    (kind) => !isOfSending(kind) && (refused || (kind !== 'excluded' && kind !== 'privacy-blocked')),
  );
}

const figures = z.object({ companies: z.coerce.number(), people: z.coerce.number() });
const amount = z.coerce.number();

const isOfSending = (kind: LineProblem): boolean => kind === 'no-email' || kind === 'no-attachment';

async function checkLines(
  ctx: TransactionContext,
  segment: SegmentRow,
  header: HeaderValues,
  sending?: boolean,
) {
  const value = await readLineValues(ctx, segment.id, header);
  // Not looked at where nothing is to be sent.
  const asked = sending !== false;
  const wanted = [...(await wantedProblems(ctx)), ...(asked ? LINE_PROBLEMS.filter(isOfSending) : [])];
  const typed = asked ? sql`count(*) filter (where ${value('correspondenceType')} <> '')` : sql`0`;
  const amounts = wanted.map(
    (kind) =>
      sql`count(*) filter (where ${lineProblem(ctx.workspaceId, kind, value)}) as ${sql.identifier(kind)}`,
  );
  const [row] = await ctx.tx.execute(sql`
    select count(*) filter (where l.is_company) as companies, count(*) filter (where not l.is_company) as people,
      ${typed} as typed, ${sql.join(amounts, sql`, `)}
    from ${linesOf(ctx, segment)}`);
  const receivers = amount.parse(row?.typed);
  const withFile = asked ? receivers - amount.parse(row?.['no-attachment']) : 0;
  const send = { possible: receivers > 0, on: receivers > 0 && (sending ?? withFile > 0) };
  const found: LogProblem[] = [];
  for (const kind of wanted.filter((one) => send.on || !isOfSending(one))) {
    const count = amount.parse(row?.[kind]);
    if (count > 0) found.push({ kind, count, examples: await examples(ctx, segment, kind, value) });
  }
  return { counts: figures.parse(row), found, send };
}

const linesOf = (ctx: Context, segment: SegmentRow): SQL => sql`segment_lines l
  join contacts c on c.workspace_id = ${ctx.workspaceId} and c.id = l.contact_id
  where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segment.id} and l.live`;

const names = z.array(z.object({ name: z.string() }));

async function examples(
  ctx: TransactionContext,
  segment: SegmentRow,
  kind: LineProblem,
  value: (field: LineField) => SQL,
): Promise<string[]> {
  const rows = await ctx.tx.execute(sql`
    select coalesce(nullif(c.name, ''), c.no) as name from ${linesOf(ctx, segment)}
      and ${lineProblem(ctx.workspaceId, kind, value)}
    order by l.line_no limit ${EXAMPLES}`);
  return names.parse([...rows]).map(({ name }) => name);
}
