import { type SQL, sql } from 'drizzle-orm';
import type { HeaderValues } from './header-values.ts';
import { enclosed, inheritedLanguage, spokenText } from './spoken-values.ts';
import type { HeaderField, LineField } from './types.ts';

/** Which line fields take their value from which header field. */
const FROM_HEADER: Record<HeaderField, LineField | readonly LineField[]> = {
  description: 'description',
  date: 'date',
  salespersonCode: 'salespersonCode',
  campaignNo: 'campaignNo',
  campaignTarget: 'campaignTarget',
  campaignResponse: 'campaignResponse',
  templateCode: 'templateCode',
  groupCode: 'groupCode',
  languageCode: ['languageCode', 'subject', 'attachmentId'],
  subject: 'subject',
  languages: ['languageCode', 'subject', 'attachmentId'],
  unitCost: 'cost',
  unitDuration: 'duration',
  informationFlow: 'informationFlow',
  initiatedBy: 'initiatedBy',
  correspondenceType: 'correspondenceType',
  ignoreContactCorrespondenceType: 'correspondenceType',
};

/** The line field that shows what a header field says. */
export const lineFieldOf = (field: HeaderField): LineField =>
  field === 'languages' ? 'attachmentId' : (lineFieldsOf(field)[0] as LineField);

/** All line fields that a change of a header field reaches. */
export const lineFieldsOf = (field: HeaderField): readonly LineField[] => [FROM_HEADER[field]].flat();

/**
 * Line fields that a template fills; choosing another one for all lines fills them anew (`domain.md` §7). A file of
 * the line's own stays.
 */
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
  'campaignTarget',
  'campaignResponse',
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
  attachmentId: sql`bigint`,
  cost: sql`numeric(18, 2)`,
  duration: sql`integer`,
  informationFlow: sql`text`,
  initiatedBy: sql`text`,
  correspondenceType: sql`text`,
  evaluation: sql`text`,
  attemptFailed: sql`boolean`,
};
export const LINE_FIELDS = Object.keys(TYPES) as LineField[];

/**
 * What a line has that follows the header; `c` is its contact (`domain.md` §3.5).
 * @param language the line's, where it may have one of its own
 */
export function inheritedValue(
  field: LineField,
  header: HeaderValues,
  language: () => SQL = () => inheritedLanguage(header),
): SQL {
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
    case 'languageCode':
      return inheritedLanguage(header);
    case 'subject':
      return spokenText(header, language);
    case 'attachmentId':
      return enclosed(header, language);
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
  return sql`case when l.own ? ${own} then (l.own ->> ${own})::${TYPES[field]} else ${followedValue(field, header)} end`;
}

/** What a line says that has nothing of its own in this field, if perhaps a language. */
export const followedValue = (field: LineField, header: HeaderValues): SQL =>
  inheritedValue(field, header, () => lineValue('languageCode', header));

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
