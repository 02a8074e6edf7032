import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const one = z.object({ id: z.number().int() });

export const savedListAction = defineAction('saved.list', z.object({ after: z.string().optional() }));
export const savedShowAction = defineAction('saved.show', one);
export const savedUseAction = defineAction('saved.use', one);
export const savedShareAction = defineAction('saved.share', one);
export const savedRenameAction = defineAction('saved.rename', one);
/** Opens the form for saving the criteria of a segment. */
export const savedSaveAction = defineAction('saved.save', z.object({ no: z.string().max(20) }));
export const savedDeleteAction = defineAction('saved.delete', one);
/** Goes on although the segment has steps already; `version`: as it was when that was asked. */
export const reuseAnywayAction = defineAction(
  'reuse.anyway',
  z.object({
    source: z.union([z.object({ savedId: z.number().int() }), z.object({ entryNo: z.number().int() })]),
    no: z.string().max(20),
    version: z.number().int(),
  }),
);

export const saveView = defineView('saved.save', z.object({ no: z.string().max(20) }));
export const shareView = defineView('saved.share', one);
export const renameView = defineView('saved.rename', one);
