import { randomUUID } from 'node:crypto';
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { audit } from '../../../core/audit.ts';
import { type Context, executor, type MemberContext } from '../../../core/context.ts';
import { ConflictError, NotFoundError } from '../../../core/errors.ts';
import { once } from '../../../core/once.ts';
import { requireInsider } from '../../../core/permissions.ts';
import { post } from '../../../core/posts.ts';
import { campaigns, campaignTargets, contacts } from '../../../db/schema/index.ts';
import { type Locale, translate } from '../../../i18n/translate.ts';
import { type CsvColumn, toCsv } from '../../interactions/csv.ts';
import { type ContactCells, contactColumns } from '../../segments/export-columns.ts';
import { readCampaign } from '../find-campaign.ts';
import type { TargetCounts } from '../types.ts';
import { countTargets, isCustomer } from './list.ts';

const exportTargetsInput = z.object({
  no: z.string().max(20),
  requestKey: z.string().max(200).optional(),
});

/**
 * Sends the target group as CSV to the person who asks, by direct message: personal data goes to nobody else.
 * @throws NotFoundError campaign_not_found
 * @throws ConflictError campaign_not_activated
 */
export async function exportTargets(
  ctx: MemberContext,
  input: z.input<typeof exportTargetsInput>,
): Promise<{ no: string; counts: TargetCounts }> {
  requireInsider(ctx);
  const { no: typed, requestKey } = exportTargetsInput.parse(input);
  return once(ctx, requestKey, async (inner) => {
    const { id, no } = await readCampaign(inner, typed);
    const counts = await countTargets(inner, id);
    if (counts.customers + counts.contacts === 0) throw new ConflictError('campaign_not_activated', { no });
    await post(inner, {
      key: `campaign-targets:${id}:${requestKey ?? randomUUID()}`,
      subject: `campaign-targets:${id}`,
      channel: ctx.actor.slackUserId,
      content: { kind: 'campaign-targets', campaignId: id },
    });
    await audit(inner, {
      action: 'campaign.export-targets',
      subject: 'campaign',
      subjectId: no,
      detail: { ...counts },
    });
    return { no, counts };
  });
}

export interface TargetFile {
  no: string;
  description: string;
  counts: TargetCounts;
  content: Buffer;
}

type TargetCells = ContactCells & { customer: boolean };

const kindOf = ({ customer }: TargetCells, locale: Locale): string =>
  translate(locale, customer ? 'campaigns.target.customer' : 'campaigns.target.contact');

const columns: CsvColumn<TargetCells>[] = [{ heading: 'csv.targetType', cell: kindOf }, ...contactColumns];

/** The target group of a campaign as CSV, in the reader's language. @throws NotFoundError campaign_not_found */
export async function targetFileOf(
  ctx: Context,
  { campaignId }: { campaignId: number },
): Promise<TargetFile> {
  const [campaign] = await executor(ctx)
    .select({ no: campaigns.no, description: campaigns.description })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, ctx.workspaceId), eq(campaigns.id, campaignId)));
  if (!campaign) throw new NotFoundError('campaign_not_found', { no: '' });
  return {
    ...campaign,
    counts: await countTargets(ctx, campaignId),
    content: await toCsv(ctx.locale, columns, streamTargets(ctx, campaignId)),
  };
}

/** Rows read at a time. */
const PAGE = 2000;

async function* streamTargets(ctx: Context, campaignId: number): AsyncGenerator<TargetCells> {
  for (let after = 0; ; ) {
    const rows = await executor(ctx)
      .select({ contact: contacts, customer: isCustomer })
      .from(campaignTargets)
      .innerJoin(
        contacts,
        and(
          eq(contacts.workspaceId, campaignTargets.workspaceId),
          eq(contacts.id, campaignTargets.contactId),
        ),
      )
      .where(
        and(
          eq(campaignTargets.workspaceId, ctx.workspaceId),
          eq(campaignTargets.campaignId, campaignId),
          gt(campaignTargets.contactId, after),
        ),
      )
      .orderBy(asc(campaignTargets.contactId))
      .limit(PAGE);
    for (const { contact, customer } of rows) {
      // Rows are companies, which are their own company, or people who have none.
      yield { ...contact, companyNo: contact.type === 'company' ? contact.no : null, customer };
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.contact.id;
  }
}
