import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import { z } from 'zod';
import { fieldName } from './problem-view.ts';

/** What one field holds: text, the value of a choice, a list of these, or null when it is empty. */
export type FormValue = string | number | string[] | null | object;
export type Form = Record<string, FormValue>;

/** What stands in a text field; nothing is blank. */
export const typedText = z
  .string()
  .nullish()
  .transform((typed) => typed ?? '');

/**
 * What a person has filled in, by field: the `block_id` up to its colon. It comes from a client, so parse it with a
 * schema; problems that the schema finds are shown at the field of that name.
 */
export function readForm(view: Pick<ViewOutput, 'state'>): Form {
  const form: Form = {};
  for (const [blockId, elements] of Object.entries(view.state.values)) {
    const value = Object.values(elements)[0];
    if (value) form[fieldName(blockId)] = formValue(value);
  }
  return form;
}

/** One element's value, whatever its kind. */
export function formValue(value: ViewStateValue): FormValue {
  if (value.selected_option !== undefined) return value.selected_option?.value ?? null;
  if (value.selected_options !== undefined) return value.selected_options.map((option) => option.value);
  return (
    value.selected_users ??
    value.selected_conversations ??
    value.selected_channels ??
    value.selected_user ??
    value.selected_conversation ??
    value.selected_channel ??
    value.selected_date ??
    value.selected_time ??
    value.selected_date_time ??
    value.files?.map((file) => file.id) ??
    value.rich_text_value ??
    (value.value || null)
  );
}
