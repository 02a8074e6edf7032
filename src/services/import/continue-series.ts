import { sql } from 'drizzle-orm';
import type { Run } from './checks.ts';

/** Numbers longer than this are somebody else's system, not a count; a JavaScript number holds 15 digits exactly. */
const MAX_DIGITS = 15;

/** New contacts and campaigns get numbers after the highest imported one that has their prefix (`domain.md` §6). */
export async function continueSeries(run: Run): Promise<void> {
  for (const [series, fileName] of [
    ['contact', 'contacts.csv'],
    ['campaign', 'campaigns.csv'],
  ] as const) {
    const staged = run.staged.get(fileName);
    if (!staged) continue;
    await run.tx.execute(sql`
      update number_series n
      set next = highest.next
      from (
        select max(substr(s.no, length(p.prefix) + 1)::bigint) + 1 as next
        from number_series p join ${staged.table} s
          on starts_with(s.no, p.prefix) and substr(s.no, length(p.prefix) + 1) ~ ${`^[0-9]{1,${MAX_DIGITS}}$`}
        where p.workspace_id = ${run.workspaceId} and p.series = ${series}
      ) highest
      where n.workspace_id = ${run.workspaceId} and n.series = ${series} and n.next < highest.next`);
  }
}
