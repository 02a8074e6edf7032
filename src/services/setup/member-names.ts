import { and, eq, inArray } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { members } from '../../db/schema/index.ts';

/** What members are called, by their ids: for channels, where a mention would call them. */
export async function memberNames(ctx: Context, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await executor(ctx)
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), inArray(members.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
