import { searchCodes } from '../../services/setup/search-codes.ts';
import type { SlackHost } from '../host.ts';
import { LIMITS } from '../limits.ts';
import { onOptions } from '../listener.ts';
import { codeListOf } from './filter-row.ts';
import * as ids from './ids.ts';
import { codeText } from './labels.ts';
import { fieldOfBlock } from './read-state.ts';

/** Answers the search for codes: countries, mailing groups, profile answers and so on, by code or name. */
export function registerCodes(host: SlackHost): void {
  onOptions(host, ids.codesAction.id, async ({ ctx, query, blockId }) => {
    const field = fieldOfBlock(blockId);
    const table = field && codeListOf(field);
    if (!table) return [];
    const found = await searchCodes(ctx, { table, query: query.slice(0, 200) });
    return found
      .filter(({ code }) => code.length <= LIMITS.option.value)
      .map(({ code, description }) => ({ value: code, text: codeText(table, code, description) }));
  });
}
