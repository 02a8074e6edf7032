import { distance } from 'fastest-levenshtein';
import { tokenize } from './tokens.ts';
import { UsageError } from './usage.ts';

export interface HeaderFields {
  description: string;
  campaign?: string;
  template?: string;
  salesperson?: string;
  /** A number of one's own, where the series allows it. */
  no?: string;
  /** As it was typed. */
  date?: string;
}

const FIELDS: Record<string, Exclude<keyof HeaderFields, 'description'>> = {
  campaign: 'campaign',
  kampagne: 'campaign',
  template: 'template',
  skabelon: 'template',
  salesperson: 'salesperson',
  sælger: 'salesperson',
  no: 'no',
  number: 'no',
  nummer: 'no',
  date: 'date',
  dato: 'date',
};

/**
 * Reads `"Autumn call" campaign:CP1001 template:BUS date:"next friday"`: words without a field are the description.
 * @throws UsageError for a field given twice, one without a value, or one whose name is mistyped
 */
export function readHeaderFields(text: string): HeaderFields {
  const found: HeaderFields = { description: '' };
  const words: string[] = [];
  for (const token of tokenize(text)) {
    const [, name = '', value = ''] = /^(\p{L}+):(.*)$/su.exec(token.text) ?? [];
    // In quotes from its first character on, it is text whatever it looks like.
    const field = /^["“”„«»]/.test(text.charAt(token.from)) ? undefined : fieldOf(name);
    if (!field) {
      words.push(token.text);
      continue;
    }
    if (value.trim() === '') throw new UsageError('segments.mistake.fieldEmpty', { field: name });
    if (found[field] !== undefined) throw new UsageError('segments.mistake.fieldTwice', { field: name });
    found[field] = value.trim();
  }
  return { ...found, description: words.join(' ').trim() };
}

function fieldOf(name: string): Exclude<keyof HeaderFields, 'description'> | undefined {
  const typed = name.normalize('NFC').toLowerCase();
  if (Object.hasOwn(FIELDS, typed)) return FIELDS[typed];
  if (typed.length < 4) return undefined;
  // A description may hold a colon of its own; what is nearly a field is more likely mistyped.
  const near = Object.keys(FIELDS).find((field) => distance(field, typed) <= 2);
  if (near) throw new UsageError('segments.mistake.unknownField', { field: name, nearest: near });
  return undefined;
}
