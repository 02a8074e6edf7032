import type { StepInput } from '../../services/segments/types.ts';

export type Criteria = Extract<StepInput, { kind: 'add' }>['criteria'];
type Term = Extract<Criteria['all'][number], { field: unknown }>;

/** Criteria as the services take them, and the condition on `contacts c` that somebody would write by hand. */
export interface Filter {
  criteria: Criteria;
  sql: string;
}

const filter = (sql: string, ...all: Criteria['all']): Filter => ({ criteria: { version: 2, all }, sql });

const codes = (field: Term['field'], values: string[]): Term => {
  const [first = ''] = values;
  const of = values.map((value) => ({ op: 'eq' as const, value }));
  return { field, expression: of.length > 1 ? { op: 'any', of } : { op: 'eq', value: first } };
};
const list = (values: string[]) => values.map((value) => `'${value}'`).join(', ');
const numbered = (letter: string, from: number, count: number, digits: number) =>
  Array.from({ length: count }, (_, at) => letter + String(from + at).padStart(digits, '0'));

/** About a tenth of the contacts per level. */
export const levels = (from: number, count: number): Filter => {
  const values = numbered('L', from, count, 1);
  return filter(`c.organizational_level_code in (${list(values)})`, codes('level', values));
};

/** A hundredth of the contacts per territory. */
export const territories = (from: number, count: number): Filter => {
  const values = numbered('T', from, count, 2);
  return filter(`c.territory_code in (${list(values)})`, codes('territory', values));
};

/** About a thousand contacts, however many there are; fewer than 10,000 give a tenth of them. */
export function aThousand(contacts: number): Filter {
  const percent = Math.round(100_000 / contacts);
  if (percent >= 1) return territories(60, Math.min(percent, 10));
  // A tenth of a territory: countries, unlike levels, are on both sides of the segment with half of the contacts.
  const territory = territories(60, 1);
  return filter(
    `${territory.sql} and c.country_code = 'NO'`,
    ...territory.criteria.all,
    codes('country', ['NO']),
  );
}

/** A field of the contact, one of its company and one of its own groups. */
export const byGroups: Filter = filter(
  `c.country_code in ('DK', 'SE')
    and exists (select from contact_industry_groups i where i.workspace_id = c.workspace_id
      and i.contact_id = c.company_id and i.code in ('I01', 'I02'))
    and exists (select from contact_mailing_groups m where m.workspace_id = c.workspace_id
      and m.contact_id = c.id and m.code = 'M01')`,
  codes('country', ['DK', 'SE']),
  codes('industry', ['I01', 'I02']),
  codes('mailing', ['M01']),
);

/** Part of a name, whatever the case, which has to be looked for in every contact. */
export const byText: Filter = filter(`lower(c.name) like '%møbler%'`, {
  field: 'name',
  expression: { op: 'like', pattern: [{ wild: '*' }, { text: 'møbler' }, { wild: '*' }] },
});
