import { z } from 'zod';
import type { AddOptions, RemoveOptions } from '../../services/segments/types.ts';
import { emptyRow, filterRow } from './filter-row.ts';

export const verbs = ['add', 'reduce', 'refine'] as const;
export type Verb = (typeof verbs)[number];

export const addOptionNames = [
  'expandCompanies',
  'relatedCompanies',
  'allowExisting',
  'ignoreExclusion',
] as const satisfies readonly (keyof AddOptions)[];
export const removeOptionNames = ['entireCompanies'] as const satisfies readonly (keyof RemoveOptions)[];
export type OptionName = (typeof addOptionNames)[number] | (typeof removeOptionNames)[number];

/** The options a verb has (`domain.md` §4.2, §4.3). */
export const optionsOf = (verb: Verb): readonly OptionName[] =>
  verb === 'add' ? addOptionNames : removeOptionNames;

/** What a person has filled in on the criteria modal so far, kept in the store while it is open. */
export const criteriaDraft = z.object({
  segmentNo: z.string(),
  verb: z.enum(verbs),
  /** The segment's version that the person looks at. */
  version: z.number().int(),
  mode: z.enum(['rows', 'text']),
  rows: z.array(filterRow),
  nextRow: z.number().int(),
  text: z.string(),
  options: z.array(z.enum([...addOptionNames, ...removeOptionNames])),
  /** Where the answer goes. */
  channel: z.string().nullable(),
  responseUrl: z.string().nullable(),
});
export type CriteriaDraft = z.infer<typeof criteriaDraft>;

/** Tells these drafts from those of other modals. */
export const DRAFT_KIND = 'criteria';

export interface NewDraft {
  segmentNo: string;
  verb: Verb;
  version: number;
  channel?: string | null | undefined;
  responseUrl?: string | null | undefined;
}

/** A draft as the modal opens: one empty row. */
export const newDraft = ({ channel, responseUrl, ...rest }: NewDraft): CriteriaDraft => ({
  ...rest,
  mode: 'rows',
  rows: [emptyRow(1)],
  nextRow: 2,
  text: '',
  options: [],
  channel: channel ?? null,
  responseUrl: responseUrl ?? null,
});

export const addRow = (draft: CriteriaDraft): CriteriaDraft => ({
  ...draft,
  rows: [...draft.rows, emptyRow(draft.nextRow)],
  nextRow: draft.nextRow + 1,
});

export const removeRow = (draft: CriteriaDraft, rowId: number): CriteriaDraft => ({
  ...draft,
  rows: draft.rows.filter((row) => row.id !== rowId),
});
