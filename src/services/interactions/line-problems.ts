import { type SQL, sql } from 'drizzle-orm';
import type { LineField } from '../segments/types.ts';

/** What can keep a line from being logged (`domain.md` §4.8 step 4). */
export const LINE_PROBLEMS = [
  /** No interaction template, or one that is gone. */
  'template',
  /** A template, but no interaction group. */
  'group',
  /** No salesperson, or one who is gone or blocked. */
  'salesperson',
  /** No date, or one outside the years that business dates lie in. */
  'date',
  /** A campaign that is gone. */
  'campaign',
  /** The contact is excluded from segments, and the workspace refuses that. */
  'excluded',
  /** The contact's privacy is blocked, and the workspace refuses that. */
  'privacy-blocked',
  /** To be sent by e-mail, to a contact without an address. */
  'no-email',
  /** To be sent, with nothing to send. */
  'no-attachment',
] as const;
export type LineProblem = (typeof LINE_PROBLEMS)[number];

/**
 * Whether a line has a problem: `l` is the line, `c` its contact.
 * @param value how to say what a line says; see `readLineValues`
 */
export function lineProblem(
  workspaceId: number,
  problem: LineProblem,
  value: (field: LineField) => SQL,
): SQL {
  // One small set that is built once, however many lines look into it.
  const unknown = (field: LineField, codes: SQL) => sql`coalesce(${value(field)} not in (${codes}), true)`;
  switch (problem) {
    case 'template':
      return unknown(
        'templateCode',
        sql`select code from interaction_templates where workspace_id = ${workspaceId}`,
      );
    case 'group':
      return sql`${value('templateCode')} is not null and ${value('groupCode')} is null`;
    case 'salesperson':
      return unknown(
        'salespersonCode',
        sql`select code from salespeople where workspace_id = ${workspaceId} and not blocked`,
      );
    case 'date':
      return sql`coalesce(${value('date')} not between date '1900-01-01' and date '2999-12-31', true)`;
    case 'campaign':
      return sql`${value('campaignNo')} is not null
        and ${value('campaignNo')} not in (select no from campaigns where workspace_id = ${workspaceId})`;
    case 'excluded':
      return sql`c.exclude_from_segment`;
    case 'privacy-blocked':
      return sql`c.privacy_blocked`;
    case 'no-email':
      return sql`${value('correspondenceType')} = 'email' and c.email = ''`;
    case 'no-attachment':
      return sql`${value('correspondenceType')} <> '' and ${value('attachmentId')} is null`;
  }
}
