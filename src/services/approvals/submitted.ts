import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Context, executor } from '../../core/context.ts';
import { campaigns, interactionTemplates, salespeople } from '../../db/schema/index.ts';
import type { SegmentRow } from '../segments/lock-segment.ts';
import type { ApprovalRequestView } from './types.ts';

const submitted = z.object({
  /** Not written down with requests of earlier versions of the app. */
  description: z.string().exactOptional(),
  date: z.string(),
  campaignId: z.number().nullable(),
  template: z.string().nullable(),
  salesperson: z.string().nullable(),
  unitCost: z.string(),
  unitDuration: z.number(),
  cost: z.string(),
  duration: z.number(),
});
export type Submitted = z.infer<typeof submitted>;

/** The figures that are asked about, to be kept with the request: a later change leaves them as they were. */
export const submittedOf = (segment: SegmentRow): Submitted => ({
  description: segment.description,
  date: segment.date,
  campaignId: segment.campaignId,
  template: segment.interactionTemplateCode,
  salesperson: segment.salespersonCode,
  unitCost: segment.unitCost,
  unitDuration: segment.unitDuration,
  cost: segment.cost,
  duration: segment.duration,
});

/** What was submitted with a request, under the names that it has by now; undefined where that was not written down. */
export async function readSubmitted(ctx: Context, written: unknown) {
  const found = submitted.safeParse(written);
  if (!found.success) return undefined;
  const { campaignId, template, salesperson, ...figures } = found.data;
  return {
    ...figures,
    campaign: await campaignOf(ctx, campaignId),
    template: await templateOf(ctx, template),
    salesperson: await salespersonOf(ctx, salesperson),
  };
}

export async function campaignOf(
  ctx: Context,
  campaignId: number | null,
): Promise<ApprovalRequestView['campaign']> {
  if (campaignId === null) return null;
  const [campaign] = await executor(ctx)
    .select({
      id: campaigns.id,
      no: campaigns.no,
      description: campaigns.description,
      startingDate: campaigns.startingDate,
      endingDate: campaigns.endingDate,
    })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  return campaign ?? null;
}

async function templateOf(ctx: Context, code: string | null): Promise<ApprovalRequestView['template']> {
  if (code === null) return null;
  const [found] = await executor(ctx)
    .select({ code: interactionTemplates.code, description: interactionTemplates.description })
    .from(interactionTemplates)
    .where(and(eq(interactionTemplates.workspaceId, ctx.workspaceId), eq(interactionTemplates.code, code)));
  return found ?? { code, description: '' };
}

async function salespersonOf(ctx: Context, code: string | null): Promise<ApprovalRequestView['salesperson']> {
  if (code === null) return null;
  const [found] = await executor(ctx)
    .select({ code: salespeople.code, name: salespeople.description })
    .from(salespeople)
    .where(and(eq(salespeople.workspaceId, ctx.workspaceId), eq(salespeople.code, code)));
  return found ?? { code, name: code };
}
