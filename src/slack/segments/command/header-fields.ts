import { type NamedFields, readNamedFields } from '../../command/named-fields.ts';

type Field = 'campaign' | 'template' | 'salesperson' | 'no' | 'date';

/** What was typed for a new segment; `no` is a number of one's own, where the series allows it. */
export type HeaderFields = NamedFields<Field>;

const FIELDS: Record<string, Field> = {
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
 * Reads `"Autumn call" campaign:CP1001 template:BUS date:"next friday"`.
 * @throws UsageError as `readNamedFields`
 */
export const readHeaderFields = (text: string): HeaderFields => readNamedFields(text, FIELDS);
