import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

export const criteriaView = defineView(
  'criteria',
  z.object({ draftId: z.number().int(), segmentNo: z.string() }),
);

/** Selects and inputs: what was chosen stands in the view's state. */
const chosen = z.unknown();
export const fieldAction = defineAction('criteria.field', chosen);
export const operatorAction = defineAction('criteria.operator', chosen);
export const codesAction = defineAction('criteria.codes', chosen);
export const choiceAction = defineAction('criteria.choice', chosen);
export const typedAction = defineAction('criteria.typed', chosen);
export const fromAction = defineAction('criteria.from', chosen);
export const toAction = defineAction('criteria.to', chosen);
export const fromDayAction = defineAction('criteria.from-day', chosen);
export const toDayAction = defineAction('criteria.to-day', chosen);
export const textAction = defineAction('criteria.text', chosen);
export const optionsAction = defineAction('criteria.options', chosen);

export const addRowAction = defineAction('criteria.add-row', z.object({}));
export const removeRowAction = defineAction('criteria.remove-row', z.object({ row: z.number().int() }));
export const modeAction = defineAction('criteria.mode', z.object({ to: z.enum(['rows', 'text']) }));
