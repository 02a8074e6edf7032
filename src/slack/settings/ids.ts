import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

/** `form`: the form itself, also for those who begin with what else there is to set up. */
export const settingsAction = defineAction('setup.open', z.object({ form: z.boolean().optional() }));
/** Grows each time the form is shown anew, so that its inputs start with what they are given. */
const revision = z.number().int().min(1).optional();
/**
 * `admin`: the form had the workspace's settings, not only the member's own; `version` and `base`: of which they were
 * made.
 */
export const settingsView = defineView(
  'setup',
  z.object({
    admin: z.boolean(),
    version: z.number().int().optional(),
    base: z.record(z.string(), z.unknown()).optional(),
    revision,
  }),
);
export const reloadSettingsAction = defineAction('setup.reload', z.object({ revision }));
export const findCallTemplate = 'setup.find-call-template';
export const findTimeZone = 'setup.find-time-zone';
export const findCurrency = 'setup.find-currency';
export const findOwnSalesperson = 'setup.find-salesperson';
