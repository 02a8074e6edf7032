import type { Locale } from '../../i18n/translate.ts';
import type { TargetFile } from '../../services/campaigns/targets/export.ts';
import type { InteractionsFile } from '../../services/interactions/export-interactions-file.ts';
import type { LoggedSegmentCard } from '../../services/interactions/types.ts';
import type { SegmentExport } from '../../services/segments/export-file.ts';
import type { HandedOver } from '../../services/sending/hand-over.ts';
import { contactsAmount } from '../blocks/index.ts';
import { targetWords } from '../campaigns/facts.ts';
import type { RenderedPost } from '../delivery/types.ts';
import { daysWords } from '../interaction-list/days-words.ts';
import { SHORT } from '../interactions/facts.ts';
import { clip, data, join, say, words } from '../text.ts';

/** File names with nothing in them that a file system could take for something else. */
const fileNameOf = (extension: 'csv' | 'xlsx' | 'zip', ...parts: (string | number)[]): string =>
  `${parts.join('-').replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')}.${extension}`;

/** All interactions of a logged segment. */
export function logFile(locale: Locale, card: LoggedSegmentCard, content: Buffer): RenderedPost {
  const { segmentNo: no, counts } = card;
  return {
    kind: 'file',
    filename: fileNameOf('csv', no, card.entryNo),
    title: words(locale, 'logged.csv.title', { no, description: clip(card.description, SHORT) }),
    content,
    comment: say(locale, 'logged.csv.comment', {
      no,
      description: data(card.description, SHORT),
      total: counts.companies + counts.people,
    }).markup,
  };
}

/** The interactions that somebody asked for. */
export function interactionsAsFile(
  locale: Locale,
  { scope, filter, content }: InteractionsFile,
  format: 'csv' | 'xlsx',
): RenderedPost {
  const { from, to } = filter;
  const days = from === undefined && to === undefined ? [] : [daysWords(locale, { from, to })];
  const title = join(
    [data(words(locale, 'interactions.title', { name: scope.name || scope.no }), SHORT), ...days],
    ', ',
  );
  return {
    kind: 'file',
    filename: fileNameOf(
      format,
      'interactions',
      scope.no || scope.name,
      ...(from ? [from] : []),
      ...(to ? [to] : []),
    ),
    title: clip(words(locale, 'interactions.title', { name: scope.name || scope.no }), SHORT),
    content,
    comment: say(locale, 'interactions.file.comment', { title }).markup,
  };
}

/** The contacts of a segment, for the person who asked for them. */
export function segmentFile(locale: Locale, segment: SegmentExport): RenderedPost {
  const { segmentNo: no, counts, format, content } = segment;
  return {
    kind: 'file',
    filename: fileNameOf(format, no),
    title: words(locale, 'segment.csv.title', { no, description: clip(segment.description, SHORT) }),
    content,
    comment: say(locale, format === 'xlsx' ? 'segment.xlsx.comment' : 'segment.csv.comment', {
      no,
      description: data(segment.description, SHORT),
      contacts: contactsAmount(locale, counts),
    }).markup,
  };
}

/** What goes with a logged segment, for the person who sends it. */
export function attachmentsFile(locale: Locale, handed: HandedOver): RenderedPost {
  const { segmentNo: no, description, count, content } = handed;
  return {
    kind: 'file',
    filename: fileNameOf('zip', no),
    title: words(locale, 'sending.title', { no, description: clip(description, SHORT) }),
    content,
    comment: say(locale, 'sending.comment', { no, description: data(description, SHORT), count }).markup,
  };
}

/** The target group of a campaign, for the person who asked for it. */
export function targetFile(locale: Locale, { no, description, counts, content }: TargetFile): RenderedPost {
  return {
    kind: 'file',
    filename: fileNameOf('csv', no, 'targets'),
    title: words(locale, 'campaigns.csv.title', { no, description: clip(description, SHORT) }),
    content,
    comment: say(locale, 'campaigns.csv.comment', {
      no,
      description: data(description, SHORT),
      targets: targetWords(locale, counts),
    }).markup,
  };
}
/** A file that goes with an interaction, for the person who asked for it. */
export const attachmentFile = (
  locale: Locale,
  { fileName, content }: { fileName: string; content: Buffer },
): RenderedPost => ({
  kind: 'file',
  filename: fileName,
  title: fileName,
  content,
  comment: say(locale, 'attachment.sent', { name: data(fileName, SHORT) }).markup,
});
