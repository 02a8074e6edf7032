import type { MemberContext } from '../../../core/context.ts';
import { readNamedFields } from '../../command/named-fields.ts';
import { readDay } from '../../command/read-day.ts';

type Field = 'start' | 'end' | 'owner' | 'status' | 'no';

const FIELDS: Record<string, Field> = {
  start: 'start',
  starts: 'start',
  begin: 'start',
  begynder: 'start',
  end: 'end',
  ends: 'end',
  slut: 'end',
  slutter: 'end',
  owner: 'owner',
  ejer: 'owner',
  salesperson: 'owner',
  sælger: 'owner',
  status: 'status',
  no: 'no',
  number: 'no',
  nummer: 'no',
};

/**
 * Reads `"Autumn call" start:1/10/2026 end:"18 december" owner:RR status:READY`.
 * @throws UsageError as `readNamedFields`, and for a date that cannot be read
 */
export function readCampaignFields(ctx: MemberContext, text: string) {
  const { description, start, end, owner, status, no } = readNamedFields(text, FIELDS);
  return {
    description,
    ...(start ? { startingDate: readDay(ctx, start) } : {}),
    ...(end ? { endingDate: readDay(ctx, end) } : {}),
    ...(owner ? { salespersonCode: owner } : {}),
    ...(status ? { statusCode: status } : {}),
    ...(no ? { no } : {}),
  };
}
