import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { audit } from '../../core/audit.ts';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError, LimitError } from '../../core/errors.ts';
import { once } from '../../core/once.ts';
import { requireInsider } from '../../core/permissions.ts';
import { post } from '../../core/posts.ts';
import { interactionFilter, readFilter } from './interaction-filter.ts';
import { totalInteractions } from './interaction-rows.ts';

/** Rows of a sheet of Excel, its headings left out. */
const SHEET_ROWS = 1_048_575;
/** An Excel file is put together in memory, some 2 KB a row; CSV goes through it a page at a time. */
export const EXCEL_ROWS = 200_000;

const exportInteractionsInput = z.object({
  filter: interactionFilter,
  format: z.enum(['csv', 'xlsx']).default('csv'),
  requestKey: z.string().max(200).optional(),
});

/**
 * Sends interactions as CSV, or as an Excel file, to the person who asks, by direct message: personal data goes to
 * nobody else. What is posted holds the filter; the rows are read when the file is made.
 * @throws NotFoundError for a number or code that is not there
 * @throws InvalidError no_interactions
 * @throws LimitError excel_too_long
 */
export async function exportInteractions(
  ctx: MemberContext,
  input: z.input<typeof exportInteractionsInput>,
): Promise<{ count: number; more: boolean }> {
  requireInsider(ctx);
  const { filter, format, requestKey } = exportInteractionsInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { condition } = await readFilter(inner, filter);
    const { count, more } = await totalInteractions(
      inner,
      condition,
      format === 'xlsx' ? EXCEL_ROWS : SHEET_ROWS,
    );
    if (count === 0) throw new InvalidError('no_interactions');
    if (more && format === 'xlsx')
      throw new LimitError('excel_too_long', { max: EXCEL_ROWS, sheet: SHEET_ROWS });
    const { memberId, slackUserId } = ctx.actor;
    const { kind, key } = filter.scope;
    // A job makes the file, and for it `mine` would be nobody's.
    const scope = kind === 'mine' && key === '' ? { kind, key: String(memberId) } : filter.scope;
    await post(inner, {
      key: `interactions:${memberId}:${requestKey ?? randomUUID()}`,
      subject: `member:${memberId}`,
      channel: slackUserId,
      content: { kind: 'interactions-file', filter: { ...filter, scope }, format },
    });
    await audit(inner, {
      action: 'interaction.export',
      subject: kind,
      subjectId: scope.key,
      detail: { count, more, format },
    });
    return { count, more };
  });
}
