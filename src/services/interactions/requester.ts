import { and, eq } from 'drizzle-orm';
import type { MemberActor, TransactionContext } from '../../core/context.ts';
import { members } from '../../db/schema/index.ts';
import { type Locale, nearestLocale } from '../../i18n/translate.ts';

export interface Requester {
  actor: MemberActor;
  locale: Locale;
  timeZone: string;
}

/** The person on whose behalf a job acts. They need not be in the workspace any more: what they asked for stands. */
export async function readRequester(ctx: TransactionContext, memberId: number): Promise<Requester> {
  const [member] = await ctx.tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, ctx.workspaceId), eq(members.id, memberId)));
  if (!member) throw new Error(`Member ${memberId} is missing.`);
  const { slackUserId, name, isManager, outsider, salespersonCode, timeZone } = member;
  return {
    locale: nearestLocale(member.locale),
    timeZone,
    actor: {
      kind: 'member',
      memberId,
      slackUserId,
      name,
      isManager,
      isAdmin: false,
      outsider,
      salespersonCode,
    },
  };
}
