import { and, eq, isNull, sql } from 'drizzle-orm';
import { audit } from '../../core/audit.ts';
import { type Context, inTransaction, type TransactionContext } from '../../core/context.ts';
import type { Database } from '../../db/client.ts';
import {
  campaignStatuses,
  interactionGroups,
  interactionTemplates,
  languages,
  workspaceSettings,
} from '../../db/schema/index.ts';
import { readSettings } from './read-settings.ts';
import {
  START_CALL_TEMPLATE,
  START_GROUPS,
  START_LANGUAGES,
  START_STATUSES,
  START_TEMPLATES,
} from './start-set.ts';

/**
 * Gives a workspace that has no groups, templates or statuses a set to begin with, in its language. When the app
 * starts and not when the workspace is registered: who imports first, or tries the demo, begins with those.
 * @returns whether it was filled
 */
export async function fillStartSet(
  db: Database,
  { workspaceId, now }: { workspaceId: number; now: () => Date },
): Promise<boolean> {
  const ctx: Context = {
    db,
    workspaceId,
    now,
    actor: { kind: 'job', name: 'start-set' },
    locale: 'en',
    timeZone: 'UTC',
  };
  return inTransaction(ctx, async (inner) => {
    const { tx } = inner;
    const here = eq(workspaceSettings.workspaceId, workspaceId);
    // Of two that start at once, the second finds what the first has written.
    await tx.select().from(workspaceSettings).where(here).for('update');
    if (await hasAny(inner)) return false;
    const { locale } = await readSettings(inner);
    const coded = (set: typeof START_GROUPS) =>
      Object.entries(set).map(([code, name]) => ({ workspaceId, code, description: name[locale] }));
    await tx.insert(languages).values(coded(START_LANGUAGES)).onConflictDoNothing();
    await tx.insert(interactionGroups).values(coded(START_GROUPS));
    await tx.insert(campaignStatuses).values(coded(START_STATUSES));
    await tx.insert(interactionTemplates).values(
      START_TEMPLATES.map(({ name, from, ...template }) => ({
        workspaceId,
        description: name[locale],
        initiatedBy: from,
        informationFlow: from === 'us' ? ('outbound' as const) : ('inbound' as const),
        ...template,
      })),
    );
    await tx
      .update(workspaceSettings)
      .set({ callTemplateCode: START_CALL_TEMPLATE })
      .where(and(here, isNull(workspaceSettings.callTemplateCode)));
    await audit(inner, { action: 'workspace.start-set', subject: 'workspace', subjectId: workspaceId });
    return true;
  });
}

async function hasAny({ tx, workspaceId }: TransactionContext): Promise<boolean> {
  const [row] = await tx.execute<{ any: boolean }>(sql`
    select exists (select from interaction_groups where workspace_id = ${workspaceId})
      or exists (select from interaction_templates where workspace_id = ${workspaceId})
      or exists (select from campaign_statuses where workspace_id = ${workspaceId}) as any`);
  return row?.any ?? false;
}
