import { z } from 'zod';
import { CODE_LISTS } from '../../services/setup/code-lists.ts';
import { NUMBERED } from '../../services/setup/series.ts';
import { defineAction, defineView } from '../ids.ts';

const code = z.string().min(1).max(20);
/** Grows each time a form is shown anew where it stands, so that its inputs start with what they are given. */
const revision = z.number().int().min(1).optional();
/** What the fields of a form held when it was made, as text. */
const base = z.record(z.string().max(40), z.string().max(200)).optional();
const from = z.number().int().min(1).default(1);
const no = z.string().min(1).max(20);

/** What has texts and files by language; a segment in the version that the person looks at. */
const textOwner = z.union([
  z.object({ template: code }),
  z.object({ segment: no, version: z.number().int() }),
]);
export type TextOwner = z.output<typeof textOwner>;

/** What one can look at, each in place of the one before: there is nothing to close in between. */
export const page = z.discriminatedUnion('to', [
  z.object({ to: z.literal('hub') }),
  z.object({ to: z.enum(CODE_LISTS), from }),
  z.object({ to: z.literal('templates'), from }),
  z.object({ to: z.literal('template'), code }),
  z.object({ to: z.literal('channels'), from }),
  z.object({ to: z.literal('series') }),
  z.object({ to: z.literal('members'), from }),
  z.object({ to: z.literal('segment'), no }),
]);
export type Page = z.output<typeof page>;

/** What one can fill in; without a code, a new one. */
export const form = z.discriminatedUnion('edit', [
  z.object({ edit: z.enum(CODE_LISTS), code: code.optional(), revision }),
  z.object({ edit: z.literal('template'), code: code.optional(), revision }),
  z.object({ edit: z.literal('text'), of: textOwner, language: code.optional(), revision }),
  z.object({ edit: z.literal('channel'), no, revision }),
  z.object({ edit: z.literal('series'), series: z.enum(NUMBERED), revision }),
  z.object({ edit: z.literal('member'), member: z.number().int() }),
]);
export type Form = z.output<typeof form>;

export const goAction = defineAction('set-up.go', page);
export const editAction = defineAction('set-up.edit', form);
export const deleteAction = defineAction(
  'set-up.delete',
  z.discriminatedUnion('what', [
    z.object({ what: z.enum(CODE_LISTS), code }),
    z.object({ what: z.literal('template'), code }),
    z.object({ what: z.literal('text'), of: textOwner, language: code, revision }),
  ]),
);

export const pageView = defineView('set-up', page);
const version = z.number().int().optional();
export const codeView = defineView(
  'set-up.code',
  z.object({
    list: z.enum(CODE_LISTS),
    code: code.optional(),
    was: z.string().max(200).optional(),
    revision,
  }),
);
export const templateView = defineView(
  'set-up.template',
  z.object({ code: code.optional(), version, base, revision }),
);
export const textView = defineView(
  'set-up.text',
  z.object({
    of: textOwner,
    language: code.optional(),
    version,
    base,
    revision,
    /** The file input's own, so that a file that was handed in stays in it. */
    fileId: z.string().max(40).optional(),
  }),
);
export const channelView = defineView(
  'set-up.channel',
  z.object({ no, was: z.string().max(30).nullable().optional(), revision }),
);
export const memberView = defineView('set-up.member', z.object({ member: z.number().int() }));
export const seriesView = defineView(
  'set-up.series',
  z.object({ series: z.enum(NUMBERED), version, base, revision }),
);

export const findGroup = 'set-up.group';
export const findLanguage = 'set-up.language';
