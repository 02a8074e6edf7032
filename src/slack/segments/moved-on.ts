import type { Button, KnownBlock } from '@slack/types';
import type { MemberContext } from '../../core/context.ts';
import { ConflictError } from '../../core/errors.ts';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import { actions, alert, section } from '../blocks/index.ts';
import { clip, data, join, type Mrkdwn, mention, say, words } from '../text.ts';

/** Whether an error says that the segment was changed since the person looked at it. */
export const hasMovedOn = (error: unknown): error is ConflictError =>
  error instanceof ConflictError && error.code === 'segment_moved_on';

/** What the last change of a segment can have been. */
const CHANGES = [
  'create',
  'add',
  'reduce',
  'refine',
  'reuse-logged',
  'copy-segment',
  'people-list',
  'add-contact',
  'remove-line',
  'edit-line',
  'edit-lines',
  'remove-lines',
  'header',
  'undo',
  'redo',
  'go-to',
  'reset',
  'delete',
] as const;

const changeWords = (locale: Locale, change: unknown): string => {
  const known = CHANGES.find((one) => one === change);
  return words(locale, known ? (`movedOn.change.${known}` as MessageKey) : 'movedOn.change.other');
};

/** The time of day in the reader's zone, to the second, because changes may follow each other quickly. */
const timeOf = (ctx: Pick<MemberContext, 'locale' | 'timeZone'>, at: Date): string =>
  new Intl.DateTimeFormat(ctx.locale === 'da' ? 'da-DK' : 'en-GB', {
    timeStyle: 'medium',
    timeZone: ctx.timeZone,
  }).format(at);

/** Who changed the segment, when, and how. */
export function movedOnSentence(ctx: MemberContext, error: ConflictError): Mrkdwn {
  const { by = '', no = '', at = '', change } = error.params;
  const self = by === ctx.actor.slackUserId;
  const when = new Date(String(at));
  return say(ctx.locale, self ? 'movedOn.self' : 'movedOn.other', {
    by: mention(String(by)),
    no,
    time: Number.isNaN(when.getTime()) ? '' : timeOf(ctx, when),
    change: changeWords(ctx.locale, change),
  });
}

/** More than these differences are not read. */
const MAX_DETAILS = 12;

/**
 * What a form says above its fields when the segment was changed while it stood open: by whom, when, what is different
 * now, and that what was typed is still there.
 * @param details one plain line for each thing that is different now
 */
export function movedOnBlocks(
  ctx: MemberContext,
  error: ConflictError,
  details: readonly string[],
  reload?: Button,
): KnownBlock[] {
  const shown = details.slice(0, MAX_DETAILS).map((line) => data(`• ${clip(line, 220)}`));
  return [
    alert(movedOnSentence(ctx, error), 'warning'),
    section(join([...shown, say(ctx.locale, reload ? 'movedOn.kept' : 'movedOn.look')])),
    ...(reload ? [actions([reload])] : []),
  ];
}
