import { type SQL, sql } from 'drizzle-orm';
import { note, type Run } from './checks.ts';
import type { Staged } from './staging.ts';

/** Of a contact (`c`) as it will be: what the file (`s`) does not have stays. */
const becomes = (staged: Staged, column: 'minor' | 'parental_consent'): SQL =>
  sql`${sql.raw(staged.present.has(column) ? 's' : 'c')}.${sql.identifier(column)}`;

/** Whether a new contact is blocked: as the file says, else if it is a minor (`domain.md` §3.1). */
export const newBlocked = sql`coalesce(s.privacy_blocked, s.minor)`;

/**
 * Whether a stored contact is blocked: as the file says, else it stays so, and becomes so with being a minor, without
 * consent, and with any change of the consent (`domain.md` §3.1). Undefined where the file touches nothing of it.
 */
export function changedBlocked(staged: Staged): SQL | undefined {
  const { present } = staged;
  if (!present.has('minor') && !present.has('parental_consent') && !present.has('privacy_blocked')) {
    return undefined;
  }
  const minor = becomes(staged, 'minor');
  const consent = becomes(staged, 'parental_consent');
  return sql`coalesce(s.privacy_blocked, c.privacy_blocked or ${consent} <> c.parental_consent
    or (${minor} and not (c.minor and ${consent})))`;
}

/** A minor is unblocked with the parents' consent only (`domain.md` §3.1). */
export async function checkPrivacy(run: Run, staged: Staged): Promise<void> {
  if (!staged.present.has('privacy_blocked')) return;
  const known = (column: 'minor' | 'parental_consent') => sql`coalesce(${becomes(staged, column)}, false)`;
  await note(run, staged, {
    column: 'privacy_blocked',
    value: sql`s.privacy_blocked`,
    reason: sql`'cannot be false for a minor without parental consent'`,
    rest: sql`left join contacts c on c.workspace_id = ${run.workspaceId} and c.no = s.no
      where not s.privacy_blocked and ${known('minor')} and not ${known('parental_consent')}`,
  });
}
