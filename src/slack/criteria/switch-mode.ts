import type { MemberContext } from '../../core/context.ts';
import { formatCriteria } from '../../criteria/format.ts';
import { MAX_TEXT_LENGTH } from '../../criteria/limits.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { say } from '../text.ts';
import type { Edited } from './change-listeners.ts';
import { criteriaToRows } from './criteria-to-rows.ts';
import type { CriteriaDraft } from './draft.ts';
import { criteriaOf } from './draft-criteria.ts';
import { emptyRow } from './filter-row.ts';
import { nameCodes } from './name-codes.ts';

/** Goes from rows to text or back; where the other form cannot say the same, all stays and the reason is shown. */
export async function switchMode(
  ctx: MemberContext,
  draft: CriteriaDraft,
  to: CriteriaDraft['mode'],
): Promise<Edited> {
  const stay = (key: MessageKey, params = {}): Edited => ({
    draft,
    notice: { text: say(ctx.locale, key, params), level: 'warning' },
  });
  if (draft.mode === to) return { draft };
  const read = await criteriaOf(ctx, draft);
  if ('problems' in read) return stay('criteria-modal.unfinished');
  if ('mistake' in read) return stay('criteria-modal.text-first', { problem: read.mistake });
  if (to === 'text') {
    const text = formatCriteria(read.criteria);
    return text.length > MAX_TEXT_LENGTH
      ? stay('criteria-modal.too-long')
      : { draft: { ...draft, mode: 'text', text } };
  }
  const rows = criteriaToRows(read.criteria, draft.nextRow);
  if (!rows) return stay('criteria-modal.not-as-rows');
  const shown = rows.length > 0 ? await nameCodes(ctx, rows, read.criteria) : [emptyRow(draft.nextRow)];
  return { draft: { ...draft, mode: 'rows', rows: shown, nextRow: draft.nextRow + shown.length } };
}
