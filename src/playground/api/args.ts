import { SlackError } from '../errors.ts';
import { isObject, type JsonObject, parseJson } from '../json.ts';

/** Arguments of a Web API call, which come as form fields or as JSON. */
export class Args {
  readonly fields: JsonObject;

  constructor(fields: JsonObject) {
    this.fields = fields;
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  /** A string; numbers are taken as they are written. */
  text(name: string): string | undefined {
    const value = this.fields[name];
    if (typeof value === 'number') return String(value);
    return typeof value === 'string' ? value : undefined;
  }

  /** A string that the method cannot do without. */
  required(name: string): string {
    const value = this.text(name);
    if (value) return value;
    throw SlackError.withMessages('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return value === true || value === 'true' || value === '1' || value === 1;
  }

  /** A structure: as it is in JSON, as text in a form. */
  json(name: string, error = 'invalid_arguments'): unknown {
    const value = this.fields[name];
    if (typeof value !== 'string') return value;
    const parsed = parseJson(value);
    if (parsed === undefined) throw new SlackError(error);
    return parsed;
  }

  object(name: string, error = 'invalid_arguments'): JsonObject | undefined {
    const value = this.json(name, error);
    if (value === undefined || value === null) return undefined;
    if (!isObject(value)) throw new SlackError(error);
    return value;
  }
}
