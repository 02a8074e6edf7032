import { type SQL, sql } from 'drizzle-orm';
import type { HeaderValues } from './header-values.ts';
import type { HeaderField, LineField } from './types.ts';

/** Which line field takes its value from which header field; the correspondence type from two. */
const FROM_HEADER: Record<HeaderField, LineField> = {
  description: 'description',
  date: 'date',
  salespersonCode: 'salespersonCode',
  campaignNo: 'campaignNo',
  campaignTarget: 'campaignTarget',
  campaignResponse: 'campaignResponse',
  templateCode: 'templateCode',
  groupCode: 'groupCode',
  languageCode: 'languageCode',
  subject: 'subject',
  unitCost: 'cost',
  unitDuration: 'duration',
  informationFlow: 'informationFlow',
  initiatedBy: 'initiatedBy',
  correspondenceType: 'correspondenceType',
  ignoreContactCorrespondenceType: 'correspondenceType',
};

export const lineFieldOf = (field: HeaderField): LineField => FROM_HEADER[field];

/** Line fields that a template fills; choosing another one for all lines fills them anew (`domain.md` §7). */
export const TEMPLATE_FIELDS: readonly LineField[] = [
  'templateCode',
  'groupCode',
  'languageCode',
  'subject',
  'cost',
  'duration',
  'informationFlow',
  'initiatedBy',
  'correspondenceType',
];

const TYPES: Record<LineField, SQL> = {
  description: sql`text`,
  date: sql`date`,
  time: sql`text`,
  salespersonCode: sql`text`,
  campaignNo: sql`text`,
  campaignTarget: sql`boolean`,
  campaignResponse: sql`boolean`,
  templateCode: sql`text`,
  groupCode: sql`text`,
  languageCode: sql`text`,
  subject: sql`text`,
  cost: sql`numeric(18, 2)`,
  duration: sql`integer`,
  informationFlow: sql`text`,
  initiatedBy: sql`text`,
  correspondenceType: sql`text`,
  evaluation: sql`text`,
  attemptFailed: sql`boolean`,
};
export const LINE_FIELDS = Object.keys(TYPES) as LineField[];

/** What a line has that follows the header; `c` is its contact (`domain.md` §3.5). */
export function inheritedValue(field: LineField, header: HeaderValues): SQL {
  const type = TYPES[field];
  switch (field) {
    case 'time':
      return sql`null::text`;
    case 'evaluation':
      return sql`''::text`;
    case 'attemptFailed':
      return sql`false`;
    case 'salespersonCode':
      return header.salespersonCode === null ? sql`c.salesperson_code` : sql`${header.salespersonCode}::text`;
    case 'correspondenceType':
      return header.ignoreContactCorrespondenceType
        ? sql`${header.correspondenceType}::text`
        : sql`coalesce(nullif(c.correspondence_type, ''), ${header.correspondenceType}::text)`;
    case 'cost':
      return sql`${header.unitCost}::${type}`;
    case 'duration':
      return sql`${header.unitDuration}::${type}`;
    default:
      return sql`${header[field]}::${type}`;
  }
}

/** What a line says: `l` is the line, `c` its contact. */
export function lineValue(field: LineField, header: HeaderValues): SQL {
  const own = sql.raw(`'${field}'`);
  return sql`case when l.own ? ${own} then (l.own ->> ${own})::${TYPES[field]} else ${inheritedValue(field, header)} end`;
}

/** Target and response count only with a campaign. */
export const campaignFlag = (field: 'campaignTarget' | 'campaignResponse', header: HeaderValues): SQL =>
  sql`(${lineValue('campaignNo', header)}) is not null and (${lineValue(field, header)})`;

/** The text of a value as `own` keeps it, and JavaScript reads it. */
const asJson = (field: LineField, value: SQL): SQL => (field === 'cost' ? sql`(${value})::text` : value);

/** One JSON object with these fields. */
export function jsonOf(fields: readonly LineField[], value: (field: LineField) => SQL): SQL {
  const pairs = fields.map((field) => sql`${sql.raw(`'${field}'`)}, ${asJson(field, value(field))}`);
  return sql`jsonb_build_object(${sql.join(pairs, sql`, `)})`;
}

/** Everything a line says, as `LineValues`. */
export const allValues = (header: HeaderValues): SQL =>
  jsonOf(LINE_FIELDS, (field) =>
    field === 'campaignTarget' || field === 'campaignResponse'
      ? campaignFlag(field, header)
      : lineValue(field, header),
  );
