import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const no = z.string().min(1).max(20);
const version = z.number().int();
const before = z.number().int().optional();

export const openStepsAction = defineAction('steps.open', z.object({ no }));
export const pageStepsAction = defineAction('steps.page', z.object({ no, before }));
export const goToStepAction = defineAction(
  'steps.go',
  z.object({ no, version, to: z.number().int().min(0), before }),
);

export const stepsView = defineView('steps', z.object({ no, version }));
/** Why a contact is on a segment, or is not: only to be read. */
export const whyView = defineView('steps.why', z.object({ no }));
