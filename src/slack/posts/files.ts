import type { Locale } from '../../i18n/translate.ts';
import type { LoggedSegmentCard } from '../../services/interactions/types.ts';
import type { SegmentExport } from '../../services/segments/export-file.ts';
import { contactsAmount } from '../blocks/index.ts';
import type { RenderedPost } from '../delivery/types.ts';
import { SHORT } from '../interactions/facts.ts';
import { clip, data, say, words } from '../text.ts';

/** File names with nothing in them that a file system could take for something else. */
const fileName = (extension: 'csv' | 'xlsx', ...parts: (string | number)[]): string =>
  `${parts.join('-').replaceAll(/[^\p{L}\p{N}_-]+/gu, '_')}.${extension}`;

/** All interactions of a logged segment. */
export function logFile(locale: Locale, card: LoggedSegmentCard, content: Buffer): RenderedPost {
  const { segmentNo: no, counts } = card;
  return {
    kind: 'file',
    filename: fileName('csv', no, card.entryNo),
    title: words(locale, 'logged.csv.title', { no, description: clip(card.description, SHORT) }),
    content,
    comment: say(locale, 'logged.csv.comment', {
      no,
      description: data(card.description, SHORT),
      total: counts.companies + counts.people,
    }).markup,
  };
}

/** The contacts of a segment, for the person who asked for them. */
export function segmentFile(locale: Locale, segment: SegmentExport): RenderedPost {
  const { segmentNo: no, counts, format, content } = segment;
  return {
    kind: 'file',
    filename: fileName(format, no),
    title: words(locale, 'segment.csv.title', { no, description: clip(segment.description, SHORT) }),
    content,
    comment: say(locale, format === 'xlsx' ? 'segment.xlsx.comment' : 'segment.csv.comment', {
      no,
      description: data(segment.description, SHORT),
      contacts: contactsAmount(locale, counts),
    }).markup,
  };
}
