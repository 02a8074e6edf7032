import type { Context, MemberContext } from './context.ts';
import { ForbiddenError } from './errors.ts';

/**
 * Guests and people of other organisations see and change nothing.
 * @throws ForbiddenError outsider
 */
export function requireInsider(ctx: Context): void {
  if (ctx.actor.kind === 'member' && ctx.actor.outsider) throw new ForbiddenError('outsider');
}

/** @throws ForbiddenError admins_only */
export function requireAdmin(ctx: MemberContext): void {
  requireInsider(ctx);
  if (!ctx.actor.isAdmin) throw new ForbiddenError('admins_only');
}

/** @throws ForbiddenError outsider, managers_only */
export function requireManager(ctx: MemberContext): void {
  requireInsider(ctx);
  if (!ctx.actor.isManager && !ctx.actor.isAdmin) throw new ForbiddenError('managers_only');
}
