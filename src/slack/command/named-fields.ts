import { distance } from 'fastest-levenshtein';
import { tokenize } from '../segments/command/tokens.ts';
import { UsageError } from '../segments/command/usage.ts';

/** What was typed: words without a field, and the values of fields as they stand there. */
export type NamedFields<Field extends string> = { description: string } & { [F in Field]?: string };

/**
 * Reads `"Autumn call" campaign:CP1001 date:"next friday"`: words without a field are the description.
 * @param fields which field a name stands for, the Danish names among them
 * @throws UsageError for a field given twice, one without a value, or one whose name is mistyped
 */
export function readNamedFields<Field extends string>(
  text: string,
  fields: Readonly<Record<string, Field>>,
): NamedFields<Field> {
  const found: Partial<Record<Field, string>> = {};
  const words: string[] = [];
  for (const token of tokenize(text)) {
    const [, name = '', value = ''] = /^(\p{L}+):(.*)$/su.exec(token.text) ?? [];
    // In quotes from its first character on, it is text whatever it looks like.
    const field = /^["“”„«»]/.test(text.charAt(token.from)) ? undefined : fieldOf(fields, name);
    if (!field) {
      words.push(token.text);
      continue;
    }
    if (value.trim() === '') throw new UsageError('segments.mistake.fieldEmpty', { field: name });
    if (found[field] !== undefined) throw new UsageError('segments.mistake.fieldTwice', { field: name });
    found[field] = value.trim();
  }
  return { ...found, description: words.join(' ').trim() } as NamedFields<Field>;
}

function fieldOf<Field extends string>(
  fields: Readonly<Record<string, Field>>,
  name: string,
): Field | undefined {
  const typed = name.normalize('NFC').toLowerCase();
  if (Object.hasOwn(fields, typed)) return fields[typed];
  if (typed.length < 4) return undefined;
  // A description may hold a colon of its own; what is nearly a field is more likely mistyped.
  const near = Object.keys(fields).find((field) => distance(field, typed) <= 2);
  if (near) throw new UsageError('segments.mistake.unknownField', { field: name, nearest: near });
  return undefined;
}
