import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { readSettings } from '../../services/setup/read-settings.ts';
import { context } from '../blocks/index.ts';
import type { Mrkdwn } from '../text.ts';
import { interactionForm } from './form.ts';
import type { FormMetadata } from './ids.ts';
import { BLANK, type FormValues } from './values.ts';
import { isoWhen, understand } from './when.ts';

/** The form as it stands, with the moment shown back as it is understood now. */
async function shownForm(
  ctx: MemberContext,
  values: FormValues,
  metadata: FormMetadata,
  notice: readonly KnownBlock[] = [],
): Promise<ModalView> {
  const { currency } = await readSettings(ctx);
  const { locale, timeZone } = ctx;
  const understood = understand(ctx, values);
  const { shown: _, ...others } = metadata;
  return interactionForm({
    locale,
    timeZone,
    currency,
    values,
    understood,
    metadata: { ...others, ...(understood.ok ? { shown: isoWhen(understood) } : {}) },
    notice,
  });
}

const FOUND = 'found';

/** What the app found before the form was opened; it stays above it as long as the form stands. */
export const foundBlock = (text: Mrkdwn): KnownBlock => ({ ...context(text), block_id: FOUND });

/** The form that a person has open, shown anew. */
export const shownAnew = (
  ctx: MemberContext,
  view: ViewOutput,
  values: FormValues,
  metadata: FormMetadata,
  notice: readonly KnownBlock[] = [],
): Promise<ModalView> => {
  const found = (view.blocks as KnownBlock[]).filter((block) => block.block_id === FOUND);
  return shownForm(ctx, values, metadata, [...notice, ...found]);
};

/** A form as it is opened; the moment is now unless something else is known. */
export const newForm = (
  ctx: MemberContext,
  values: Partial<FormValues>,
  metadata: Omit<FormMetadata, 'revision'>,
  notice: readonly KnownBlock[] = [],
): Promise<ModalView> =>
  shownForm(
    ctx,
    { ...BLANK, when: ctx.locale === 'da' ? 'nu' : 'now', ...values },
    { revision: 1, ...metadata },
    notice,
  );
