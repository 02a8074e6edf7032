import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

export const settingsAction = defineAction('setup.open', z.object({}));
/** `admin`: the form had the workspace's settings, not only the member's own. */
export const settingsView = defineView('setup', z.object({ admin: z.boolean() }));
export const findTimeZone = 'setup.find-time-zone';
export const findCurrency = 'setup.find-currency';
export const findOwnSalesperson = 'setup.find-salesperson';
