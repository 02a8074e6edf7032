import { type SQL, sql } from 'drizzle-orm';
import type { HeaderValues } from './header-values.ts';

type Spoken = Pick<HeaderValues, 'languageCode' | 'subject' | 'languages'>;

/** Languages that a contact may have and the default is not; without any, all lines say the same. */
const others = ({ languageCode, languages }: Spoken): string[] =>
  Object.keys(languages).filter((code) => code !== languageCode);

const defaultRow = ({ languageCode, languages }: Spoken) =>
  languageCode === null ? undefined : languages[languageCode];

/** One document by language, looked up per line: cheaper than a join, and the same statement whatever it holds. */
const byLanguage = ({ languages }: Spoken, value: (row: Spoken['languages'][string]) => unknown): SQL =>
  sql`${JSON.stringify(Object.fromEntries(Object.entries(languages).map(([code, row]) => [code, value(row)])))}::text::jsonb`;

/** The contact's language if the header has a row for it, else the default (`domain.md` §3.5); `c` is the contact. */
export const inheritedLanguage = (header: Spoken): SQL =>
  others(header).length === 0
    ? sql`${header.languageCode}::text`
    : sql`case when ${byLanguage(header, () => true)} ? c.language_code then c.language_code else ${header.languageCode}::text end`;

/** The subject in a language; where there is no row for it, that of the default language, else the header's. */
export function spokenText(header: Spoken, language: () => SQL): SQL {
  const otherwise = sql`${defaultRow(header)?.subject ?? header.subject}::text`;
  return others(header).length === 0
    ? otherwise
    : sql`coalesce(${byLanguage(header, (row) => row.subject)} ->> (${language()}), ${otherwise})`;
}

/** The file in a language; where there is no row for it, that of the default language, else none. */
export function enclosed(header: Spoken, language: () => SQL): SQL {
  const otherwise = sql`${defaultRow(header)?.attachmentId ?? null}::bigint`;
  if (others(header).length === 0) return otherwise;
  const files = byLanguage(header, (row) => row.attachmentId);
  return sql`case when ${files} ? (${language()}) then (${files} ->> (${language()}))::bigint else ${otherwise} end`;
}

/** Whether any line can get a file from the header. */
export const encloses = ({ languages }: Spoken): boolean =>
  Object.values(languages).some(({ attachmentId }) => attachmentId !== null);
