import { isObject } from '../json.ts';
import { LIMITS } from './limits.ts';
import { type Check, type Fields, object, type Rule, str } from './rules.ts';

/** The kinds of place in which an element can stand. */
export type Holder = 'section' | 'actions' | 'input' | 'context' | 'context_actions' | 'card';

/** M message, V modal, H home: where a block or element may stand. */
export type Where = string;

export interface ElementRule {
  where: Where;
  holders: Holder[];
  fields: Fields;
  also?: Rule;
  /** Takes no action_id: it cannot be acted on. */
  passive?: boolean;
}

const LETTER = { message: 'M', modal: 'V', home: 'H' } as const;

/** Whether the surface is among the letters. */
export function allowedOn(where: Where, check: Check): boolean {
  return where.includes(LETTER[check.surface]);
}

function nameOnce(value: Record<string, unknown>, pointer: string, check: Check): void {
  const { action_id: id } = value;
  if (typeof id !== 'string') return;
  if (check.tally.actionIds.has(id)) {
    check.report(`\`action_id\` "${id}" already exists in this block`, `${pointer}/action_id`);
  }
  check.tally.actionIds.add(id);
}

function focusOnce(value: Record<string, unknown>, pointer: string, check: Check): void {
  if (value.focus_on_load !== true) return;
  check.tally.focused += 1;
  if (check.tally.focused > 1) check.report('only one element can focus_on_load', `${pointer}/focus_on_load`);
}

/** The rule for an element in such a place, after the table. */
export function elementIn(holder: Holder, table: Record<string, ElementRule>): Rule {
  return (value, pointer, check) => {
    if (!isObject(value)) return check.report('must be an object', pointer);
    const type = String(value.type);
    const rule = Object.hasOwn(table, type) ? table[type] : undefined;
    if (!rule?.holders.includes(holder) || !allowedOn(rule.where, check)) {
      return check.report(`unsupported type: ${type}`, `${pointer}/type`);
    }
    const name = rule.passive ? {} : { action_id: str(LIMITS.actionId) };
    object({ ...name, ...rule.fields })(value, pointer, check);
    rule.also?.(value, pointer, check);
    if (holder === 'input' && type === 'button') check.report('unsupported type: button', pointer);
    nameOnce(value, pointer, check);
    focusOnce(value, pointer, check);
  };
}
