import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { interactionLogEntries, loggedSegments, segmentLines, segments } from '../../db/schema/index.ts';
import { fieldDefinition, type MembershipField } from '../fields.ts';
import type { Expression, Leaf } from '../model.ts';
import { c } from './columns.ts';
import { columnCondition } from './comparison.ts';
import { and, asSql, type Condition, existence, or } from './logic.ts';

const numbers = {
  segment: { column: sql`s.no`, nullable: false },
  logged: { column: sql`s.entry_no`, nullable: false },
} satisfies Record<MembershipField, { column: SQLWrapper; nullable: false }>;

/**
 * What a term asks of the segments a contact is on (their live lines), or of the logged segments it has an interaction
 * of that was not canceled. Every test is one of its own: `A&B` is met on both, `<>A` off A. Written with `exists` and
 * `not exists`, which become hash joins with the lines of those segments alone.
 */
export function membershipCondition(
  field: MembershipField,
  expression: Expression,
  workspaceId: number,
  not: boolean,
): Condition {
  const on = (condition: Condition, off: boolean) =>
    existence(rows(field, condition, workspaceId), off !== not);
  if ('of' in expression) {
    const { op, of } = expression;
    const same = op === 'any' ? 'eq' : 'ne';
    const values = of.flatMap((part) => (part.op === same ? [{ op: 'eq' as const, value: part.value }] : []));
    if (values.length === of.length) return on(tested(field, { op: 'any', of: values }), op === 'all');
    const parts = of.map((part) => membershipCondition(field, part, workspaceId, not));
    return (op === 'all') === not ? or(parts) : and(parts);
  }
  const { leaf, off } = positive(expression);
  return on(leaf === undefined ? true : tested(field, leaf), off);
}

const tested = (field: MembershipField, expression: Expression): Condition => {
  const { kind } = fieldDefinition(field);
  return kind === 'number' || kind === 'code' ? columnCondition(numbers[field], kind, expression) : false;
};

/** A test as one of rows that are there, or that are not. */
function positive(leaf: Leaf): { leaf: Leaf | undefined; off: boolean } {
  switch (leaf.op) {
    case 'blank':
    case 'filled':
      return { leaf: undefined, off: leaf.op === 'blank' };
    case 'ne':
      return { leaf: { ...leaf, op: 'eq' }, off: true };
    case 'unlike':
      return { leaf: { ...leaf, op: 'like' }, off: true };
    default:
      return { leaf, off: false };
  }
}

function rows(field: MembershipField, condition: Condition, workspaceId: number): SQL {
  const which = condition === true ? sql`` : sql` and ${asSql(condition)}`;
  return field === 'segment'
    ? sql`exists (select 1 from ${segmentLines} l join ${segments} s on s.workspace_id = l.workspace_id and s.id = l.segment_id where l.workspace_id = ${workspaceId} and l.contact_id = ${c.id} and l.live${which})`
    : sql`exists (select 1 from ${interactionLogEntries} l join ${loggedSegments} s on s.workspace_id = l.workspace_id and s.id = l.logged_segment_id where l.workspace_id = ${workspaceId} and l.contact_id = ${c.id} and not l.canceled${which})`;
}
