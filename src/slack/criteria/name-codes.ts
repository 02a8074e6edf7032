import type { MemberContext } from '../../core/context.ts';
import { nameKey } from '../../criteria/describe.ts';
import { fieldDefinition } from '../../criteria/fields.ts';
import type { Criteria } from '../../criteria/model.ts';
import { loadNames } from '../../services/criteria/load-names.ts';
import { codeListOf, type FilterRow } from './filter-row.ts';
import { codeText } from './labels.ts';

/** Rows whose codes show what they are called, as if they had been chosen from the list. */
export async function nameCodes(
  ctx: MemberContext,
  rows: readonly FilterRow[],
  criteria: Criteria,
): Promise<FilterRow[]> {
  const names = await loadNames(ctx, [criteria]);
  return rows.map((row) => {
    const list = row.field && codeListOf(row.field);
    if (!row.field || !list) return row;
    const table = fieldDefinition(row.field).table ?? 'profileAnswers';
    const values = row.values.map(({ value }) => ({
      value,
      text: codeText(list, value, names.get(nameKey(table, value)) ?? ''),
    }));
    return { ...row, values };
  });
}
