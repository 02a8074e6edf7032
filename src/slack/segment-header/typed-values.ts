import type { ViewOutput } from '@slack/bolt';
import { readForm } from '../listener.ts';
import { fieldName } from '../listeners/problem-view.ts';
import { type Field, type FieldValues, formName, KINDS, typedText, valuesOf } from './fields.ts';

/** What stands in a form's inputs, with the names of chosen codes as the selects show them. */
export function typedValues<F extends Field>(
  fields: readonly F[],
  view: Pick<ViewOutput, 'state'>,
): FieldValues<F> {
  const form = readForm(view);
  const names = chosenNames(view);
  return valuesOf(fields, (field) => {
    const value = typedText(form, field);
    const name = KINDS[field].kind === 'code' && value !== '' ? names.get(formName(field)) : undefined;
    return { value, ...(name ? { name } : {}) };
  });
}

/** Options read `CODE · name`. */
function chosenNames({ state }: Pick<ViewOutput, 'state'>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [blockId, elements] of Object.entries(state.values)) {
    const option = Object.values(elements)[0]?.selected_option;
    const prefix = `${option?.value} · `;
    if (option?.text.text.startsWith(prefix))
      names.set(fieldName(blockId), option.text.text.slice(prefix.length));
  }
  return names;
}
