import { z } from 'zod';
import { cleanupCounts, cleanupDays, cleanupWish } from '../../services/cleanup/kinds.ts';
import { defineView } from '../ids.ts';

/** Asks which of the canceled things are deleted, with how many there are. */
export const cleanupView = defineView('cleanup', z.object({}));

/** The question, with how much is deleted as it was counted when it was asked. */
export const confirmView = defineView(
  'cleanup.confirm',
  cleanupWish.extend({ dated: cleanupDays, counts: cleanupCounts }),
);
