import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { EvaluationValue } from '../../services/interactions/entry-facts.ts';
import { EVALUATIONS } from '../../services/interactions/interaction-input.ts';
import type { Choice } from '../blocks/index.ts';
import { fieldName } from '../listeners/problem-view.ts';
import { NOTHING } from '../segment-header/fields.ts';

/** What stands in the form's fields; blank where nothing does. */
export interface FormValues {
  contact: Choice | null;
  template: Choice | null;
  description: string;
  when: string;
  failed: boolean;
  evaluation: EvaluationValue;
  campaign: Choice | null;
  response: boolean;
  duration: string;
  cost: string;
  comment: string;
  later: boolean;
}

export const BLANK: FormValues = {
  contact: null,
  template: null,
  description: '',
  when: '',
  failed: false,
  evaluation: '',
  campaign: null,
  response: false,
  duration: '',
  cost: '',
  comment: '',
  later: false,
};

/** What the person has filled in so far, with the words of what was chosen. */
export function readValues({ state }: Pick<ViewOutput, 'state'>): FormValues {
  const fields = new Map<string, ViewStateValue>();
  for (const [blockId, elements] of Object.entries(state.values)) {
    const value = Object.values(elements)[0];
    if (value) fields.set(fieldName(blockId), value);
  }
  const text = (field: string) => fields.get(field)?.value ?? '';
  const code = (field: string) => fields.get(field)?.selected_option?.value ?? '';
  const choice = (field: string): Choice | null => {
    const option = fields.get(field)?.selected_option;
    return option ? { value: option.value, text: option.text.text } : null;
  };
  const isTicked = (field: string) => (fields.get(field)?.selected_options ?? []).length > 0;
  return {
    contact: choice('contact'),
    template: choice('template'),
    description: text('description'),
    when: text('date'),
    failed: code('outcome') === 'failed',
    evaluation: EVALUATIONS.find((one) => one === code('evaluation')) ?? '',
    campaign: code('campaign') === NOTHING ? null : choice('campaign'),
    response: isTicked('response'),
    duration: text('duration'),
    cost: text('cost'),
    comment: text('comment'),
    later: isTicked('later'),
  };
}
