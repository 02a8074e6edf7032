import type { ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { InvalidError } from '../../core/errors.ts';
import { findTemplate } from '../../services/setup/find-codes.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import type { TaskCard } from '../../services/tasks/types.ts';
import { campaignChoice } from '../interaction-form/open.ts';
import { foundBlock, newForm } from '../interaction-form/show.ts';
import { contactChoice } from '../segment-lines/pick-form.ts';
import { codeChoice } from '../segments/new-modal.ts';
import { say } from '../text.ts';

/**
 * The form for the interaction that came of a completed task (`domain.md` §4.14): asked by being open, declined by being
 * closed. A phone call has the template of calls, if the workspace has chosen one.
 */
export async function interactionFormOf(
  ctx: MemberContext,
  { no, type, description, contact, campaign }: TaskCard,
  channel: string | undefined,
): Promise<ModalView> {
  const template = type === 'phone-call' ? await callTemplate(ctx) : undefined;
  return newForm(
    ctx,
    {
      description,
      ...(contact ? { contact: contactChoice({ ...contact, contactNo: contact.no }) } : {}),
      ...(template ? { template: codeChoice(template) } : {}),
      ...(campaign ? { campaign: campaignChoice(campaign) } : {}),
    },
    channel === undefined ? {} : { channel },
    [foundBlock(say(ctx.locale, 'tasks.interaction', { no }))],
  );
}

async function callTemplate(ctx: MemberContext) {
  const { callTemplateCode } = await readSettings(ctx);
  if (callTemplateCode === null) return undefined;
  return findTemplate(ctx, callTemplateCode).catch((error: unknown) => {
    if (error instanceof InvalidError) return undefined;
    throw error;
  });
}
