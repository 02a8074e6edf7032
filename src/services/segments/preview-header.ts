import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { names } from './change-header.ts';
import { headerChanges } from './field-input.ts';
import { findSegment } from './find-segment.ts';
import { type HeaderValues, readHeaderValues } from './header-values.ts';
import { lineFieldOf, TEMPLATE_FIELDS } from './line-values.ts';
import { resolveHeader } from './resolve-header.ts';
import type { HeaderField, HeaderFieldPreview, HeaderPreview, LineField } from './types.ts';

const previewHeaderInput = z.object({ no: z.string().max(20), changes: headerChanges });

/**
 * What a change of the header would mean for the lines, field by field, for the one question before it is made
 * (`domain.md` §4.1); nothing is written. Reads only lines with values of their own.
 * @throws NotFoundError segment_not_found
 * @throws InvalidError as `resolveHeader`
 */
export async function previewHeader(
  ctx: MemberContext,
  input: z.input<typeof previewHeaderInput>,
): Promise<HeaderPreview> {
  requireInsider(ctx);
  const { no, changes: wanted } = previewHeaderInput.parse(input);
  const segment = await findSegment(ctx, no);
  const old = await readHeaderValues(ctx, segment);
  const { before, after, fields } = await resolveHeader(ctx, segment.no, old, wanted);
  const newTemplate = fields.includes('templateCode');
  const lines = segment.companies + segment.people;
  const own = await countOwn(ctx, segment.id, fields.map(lineFieldOf), newTemplate);
  const changes = fields.map((field): HeaderFieldPreview => {
    const lineField = lineFieldOf(field);
    const having = own.get(lineField) ?? 0;
    const refreshed = newTemplate && TEMPLATE_FIELDS.includes(lineField);
    const deviate = refreshed ? 0 : having;
    return {
      field,
      before: shown(before[field]),
      after: shown(after[field]),
      follow: lines - deviate,
      deviate,
      replaced: refreshed ? having : 0,
    };
  });
  const { languageCode } = after;
  const created = languageCode !== null && languageCode in after.languages;
  const newLanguage =
    created && !newTemplate && !(languageCode in before.languages) && wanted.languages === undefined
      ? languageCode
      : null;
  return { version: segment.version, lines, changes, newLanguage };
}

/** Rows by language are shown by their codes. */
const shown = (value: HeaderValues[HeaderField]): HeaderFieldPreview['before'] =>
  typeof value === 'object' && value !== null ? Object.keys(value).sort().join(', ') : value;

const figure = z.array(z.object({ field: z.string(), count: z.coerce.number() }));

/** How many lines have a value of their own; lines of another template count as such, unless all get a new one. */
async function countOwn(
  ctx: MemberContext,
  segmentId: number,
  fields: LineField[],
  newTemplate: boolean,
): Promise<Map<string, number>> {
  if (fields.length === 0) return new Map();
  const otherTemplate = newTemplate ? sql`` : sql`or l.own ? 'templateCode'`;
  const rows = await executor(ctx).execute(sql`
    select field, count(*) as count
    from segment_lines l, unnest(${names([...new Set(fields)])}) field
    where l.workspace_id = ${ctx.workspaceId} and l.segment_id = ${segmentId} and l.live and l.own is not null
      and (l.own ? field ${otherTemplate})
    group by field`);
  return new Map(figure.parse([...rows]).map(({ field, count }) => [field, count]));
}
