import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import { type ConflictError, NotFoundError } from '../../core/errors.ts';
import { showCode } from '../../services/setup/show-code.ts';
import { saveTemplate } from '../../services/templates/save-template.ts';
import { showTemplate } from '../../services/templates/show-template.ts';
import type { ViewRequest, ViewResult } from '../listener.ts';
import { fieldChange } from '../segment-header/field-words.ts';
import { changedFields, mergeValues, valuesOf } from '../segment-header/fields.ts';
import { typedValues } from '../segment-header/typed-values.ts';
import { say } from '../text.ts';
import type { templateView } from './ids.ts';
import { hasMovedOn, movedOnBlocks } from './moved-on.ts';
import { readerOf, showPage } from './show.ts';
import { templateForm } from './template-forms.ts';
import { TEMPLATE_FIELDS, type TemplateValues, templateFields, templateValues } from './template-values.ts';

const others = z.object({ code: z.string().nullish(), group: z.string().nullish() });

type Metadata = z.output<typeof templateView.metadata>;
interface Typed {
  values: TemplateValues;
  group: string | null;
}

/** Saves a template; one that was changed meanwhile is shown as it is now, with what was typed. */
export async function submitTemplate(request: ViewRequest<Metadata>): Promise<ViewResult> {
  const { ctx, form, view, metadata, requestKey } = request;
  const { code: typedCode, group = null } = others.parse(form);
  const values = typedValues(TEMPLATE_FIELDS, view);
  const { code: existing, version } = metadata;
  try {
    const code = await saveTemplate(ctx, {
      how: existing === undefined ? 'add' : 'change',
      code: existing ?? typedCode ?? '',
      fields: templateFields(values, group),
      ...(version === undefined ? {} : { expectedVersion: version }),
      requestKey,
    });
    return { update: await showPage(ctx, { to: 'template', code }, say(ctx.locale, 'setup.saved')) };
  } catch (error) {
    if (!hasMovedOn(error) || existing === undefined) throw error;
    return { update: await movedOnForm(ctx, existing, metadata, { values, group }, error) };
  }
}

/** What the person typed stays, every other field takes the value that it has now. */
async function movedOnForm(
  ctx: MemberContext,
  code: string,
  { base: held = {}, revision = 1 }: Metadata,
  typed: Typed,
  error: ConflictError,
): Promise<ModalView> {
  const template = await showTemplate(ctx, code);
  const reader = await readerOf(ctx);
  const now = templateValues(template);
  const base = valuesOf(TEMPLATE_FIELDS, (field) => ({ value: held[field] ?? '' }));
  const groups = { before: { value: held.group ?? '' }, after: { value: template.group.code } };
  const details = [
    ...(groups.before.value === groups.after.value
      ? []
      : [fieldChange(reader, 'groupCode', groups.before, groups.after)]),
    ...changedFields(TEMPLATE_FIELDS, base, now).map((field) =>
      fieldChange(reader, field, base[field], now[field]),
    ),
  ];
  const chosen = typed.group !== groups.before.value && typed.group !== null;
  return templateForm(ctx.locale, template, {
    revision: revision + 1,
    typed: {
      values: mergeValues(TEMPLATE_FIELDS, { base, typed: typed.values, now }),
      group: (chosen && (await groupOf(ctx, typed.group))) || template.group,
    },
    notice: movedOnBlocks(ctx, error, details, { edit: 'template', code, revision: revision + 2 }),
  });
}

/** Undefined where it is gone by now. */
async function groupOf(ctx: MemberContext, code: string | null) {
  try {
    return await showCode(ctx, { list: 'groups', code: code ?? '' });
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
