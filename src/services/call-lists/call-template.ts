import { eq } from 'drizzle-orm';
import { type Context, executor } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { workspaceSettings } from '../../db/schema/index.ts';

/**
 * The template of calls to a segment's contacts: *Outgoing calls* of the settings, required (`domain.md` §4.10).
 * @throws InvalidError call_template_missing
 */
export async function callTemplate(ctx: Context): Promise<string> {
  const [row] = await executor(ctx)
    .select({ code: workspaceSettings.callTemplateCode })
    .from(workspaceSettings)
    .where(eq(workspaceSettings.workspaceId, ctx.workspaceId));
  if (!row?.code) throw new InvalidError('call_template_missing');
  return row.code;
}
