import type { CodeTable } from '../../criteria/fields.ts';
import {
  businessRelations,
  countries,
  currencies,
  industryGroups,
  jobResponsibilities,
  languages,
  mailingGroups,
  organizationalLevels,
  salespeople,
  salutations,
  territories,
} from '../../db/schema/index.ts';

/** Where each kind of code is listed. */
export const codeTables = {
  countries,
  territories,
  salespeople,
  languages,
  currencies,
  organizationalLevels,
  salutations,
  industryGroups,
  mailingGroups,
  jobResponsibilities,
  businessRelations,
} satisfies Record<CodeTable, unknown>;

export const isCodeTable = (name: string): name is CodeTable => Object.hasOwn(codeTables, name);

/** The values by what they are values of. */
export function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
