import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import type { Database } from '../../db/client.ts';
import { contacts, members, workspaceSettings } from '../../db/schema/index.ts';
import { importFolder } from '../import/import-folder.ts';

const DEMO_FOLDER = fileURLToPath(new URL('../../../demo', import.meta.url));

/** The playground's channel for logged segments. */
const DEMO_LOG_CHANNEL = 'C0SALES';

const DEMO_CALL_TEMPLATE = 'CALL';

const demoMember = z.object({
  slack_user_id: z.string(),
  salesperson_code: z.string(),
  is_manager: z.enum(['true', 'false']).transform((value) => value === 'true'),
});

/**
 * Fills a workspace that has no contacts with the invented data of `demo/`; a first real import takes all of it away
 * again. Where nobody is known yet, it also says who of the playground's people is which salesperson or a manager.
 * @returns whether it filled in contacts
 */
export async function seedDemo(
  db: Database,
  { workspaceId, now }: { workspaceId: number; now: () => Date },
): Promise<boolean> {
  const ctx: Context = { db, workspaceId, now, actor: { kind: 'import' }, locale: 'en', timeZone: 'UTC' };
  return inTransaction(ctx, async (inner) => {
    const { tx } = inner;
    const here = eq(workspaceSettings.workspaceId, workspaceId);
    // Of two that start at once, the second finds what the first has written.
    await tx.select().from(workspaceSettings).where(here).for('update');
    const [found] = await tx
      .select({ id: contacts.id })
      .from(contacts)
      .where(eq(contacts.workspaceId, workspaceId))
      .limit(1);
    if (found) {
      // Somebody imported before the first start; their salespeople are not the demo's.
      if (!(await hasMembers(inner))) await nameDemoMembers(inner, { salespeople: false });
      return false;
    }
    const rejectsFile = join(tmpdir(), `demo-rejects-${process.pid}.csv`);
    const { badRows } = await importFolder(inner, { folder: DEMO_FOLDER, rejectsFile });
    if (badRows > 0) throw new Error(`The demo data has ${badRows} bad rows: ${rejectsFile}`);
    await nameDemoMembers(inner, { salespeople: true });
    await tx.update(workspaceSettings).set({ demo: true, callTemplateCode: DEMO_CALL_TEMPLATE }).where(here);
    return true;
  });
}

async function hasMembers({ tx, workspaceId }: TransactionContext): Promise<boolean> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(eq(members.workspaceId, workspaceId))
    .limit(1);
  return rows.length > 0;
}

async function nameDemoMembers(
  { tx, workspaceId }: TransactionContext,
  { salespeople }: { salespeople: boolean },
): Promise<void> {
  const file = await readFile(join(DEMO_FOLDER, 'members.csv'));
  const rows = z.array(demoMember).parse(parse(file, { columns: true }));
  await tx
    .insert(members)
    .values(
      rows.map((row) => ({
        workspaceId,
        slackUserId: row.slack_user_id,
        name: row.slack_user_id,
        salespersonCode: salespeople ? row.salesperson_code : null,
        isManager: row.is_manager,
      })),
    )
    .onConflictDoUpdate({
      target: [members.workspaceId, members.slackUserId],
      set: { salespersonCode: sql`excluded.salesperson_code`, isManager: sql`excluded.is_manager` },
    });
  await tx
    .update(workspaceSettings)
    .set({ logChannel: DEMO_LOG_CHANNEL })
    .where(eq(workspaceSettings.workspaceId, workspaceId));
}
