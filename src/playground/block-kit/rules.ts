import { isObject } from '../json.ts';

/** One thing that Slack would refuse: its error code, its sentence, and where, as a JSON pointer. */
export interface Problem {
  error: string;
  message: string;
  pointer: string;
}

export type Surface = 'message' | 'modal' | 'home';

/** What is counted over a whole message or view. */
export interface Tally {
  characters: number;
  markdown: number;
  tables: number;
  charts: number;
  plans: number;
  focused: number;
  inputs: number;
  blockIds: Set<string>;
  actionIds: Set<string>;
}

/** A run of the validator over one payload. */
export class Check {
  readonly surface: Surface;
  readonly problems: Problem[] = [];
  readonly tally: Tally = {
    characters: 0,
    markdown: 0,
    tables: 0,
    charts: 0,
    plans: 0,
    focused: 0,
    inputs: 0,
    blockIds: new Set(),
    actionIds: new Set(),
  };

  constructor(surface: Surface) {
    this.surface = surface;
  }

  report(message: string, pointer: string, error?: string): void {
    const usual = this.surface === 'message' ? 'invalid_blocks' : 'invalid_arguments';
    this.problems.push({ error: error ?? usual, message, pointer });
  }
}

/** Looks at one value and reports what is wrong with it. */
export type Rule = (value: unknown, pointer: string, check: Check) => void;

/** A field that has to be there. */
export interface Required {
  required: Rule;
}
export type Fields = Record<string, Rule | Required>;

export const required = (rule: Rule): Required => ({ required: rule });

/** A string with a number of characters in the range. */
export function str(max: number, min = 1): Rule {
  return (value, pointer, check) => {
    if (typeof value !== 'string') return check.report('must be a string', pointer);
    if (value.length < min) check.report(`must be more than ${min - 1} characters`, pointer);
    if (value.length > max) check.report(`must be less than ${max + 1} characters`, pointer);
  };
}

/** A string of a certain form. */
export function matching(test: (value: string) => boolean, what: string): Rule {
  return (value, pointer, check) => {
    if (typeof value !== 'string' || !test(value)) check.report(`must be ${what}`, pointer);
  };
}

export const bool: Rule = (value, pointer, check) => {
  if (typeof value !== 'boolean') check.report('must be a boolean', pointer);
};

export function int(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  return (value, pointer, check) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      return check.report('must be an integer', pointer);
    }
    if (value < min) check.report(`must be greater than ${min - 1}`, pointer);
    if (value > max) check.report(`must be less than ${max + 1}`, pointer);
  };
}

export function oneOf(...allowed: unknown[]): Rule {
  return (value, pointer, check) => {
    if (!allowed.includes(value)) check.report(`must be one of: ${allowed.join(', ')}`, pointer);
  };
}

/** An address that can be parsed, https only if asked. */
export function url(max: number, httpsOnly = false): Rule {
  return all(
    str(max),
    matching(
      (value) => URL.canParse(value) && (!httpsOnly || value.startsWith('https://')),
      httpsOnly ? 'a valid https URL' : 'a valid URL',
    ),
  );
}

export function list(rule: Rule, max: number, min = 0): Rule {
  return (value, pointer, check) => {
    if (!Array.isArray(value)) return check.report('must be an array', pointer);
    if (value.length < min) check.report(`no fewer than ${min} items allowed`, pointer);
    if (value.length > max) check.report(`no more than ${max} items allowed`, pointer);
    for (const [index, item] of value.entries()) rule(item, `${pointer}/${index}`, check);
  };
}

/** An object with these fields and no others; `type` is looked at elsewhere. */
export function object(fields: Fields): Rule {
  return (value, pointer, check) => {
    if (!isObject(value)) return check.report('must be an object', pointer);
    for (const [name, field] of Object.entries(fields)) {
      const rule = typeof field === 'function' ? field : field.required;
      if (value[name] !== undefined) rule(value[name], `${pointer}/${name}`, check);
      else if (typeof field !== 'function') check.report(`missing required field: ${name}`, pointer);
    }
    for (const name of Object.keys(value)) {
      if (name !== 'type' && !Object.hasOwn(fields, name)) {
        check.report(`invalid additional property: ${name}`, pointer);
      }
    }
  };
}

/** All of the rules, in order. */
export function all(...rules: Rule[]): Rule {
  return (value, pointer, check) => {
    for (const rule of rules) rule(value, pointer, check);
  };
}

/** Picks the rule by the object's `type`; a type that is not in the table is refused. */
export function byType(table: Record<string, Rule>): Rule {
  return (value, pointer, check) => {
    if (!isObject(value)) return check.report('must be an object', pointer);
    const rule = Object.hasOwn(table, String(value.type)) ? table[String(value.type)] : undefined;
    if (rule) rule(value, pointer, check);
    else check.report(`unsupported type: ${String(value.type)}`, `${pointer}/type`);
  };
}

/** A rule over several fields at once: the sentence of what is wrong, or nothing. */
export function together(problem: (value: Record<string, unknown>) => string | undefined): Rule {
  return (value, pointer, check) => {
    const sentence = isObject(value) ? problem(value) : undefined;
    if (sentence !== undefined) check.report(sentence, pointer);
  };
}
