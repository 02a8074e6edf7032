import type { KnownBlock, ModalView } from '@slack/types';
import type { LinePage, SegmentHeader, SegmentLine } from '../../services/segments/types.ts';
import {
  actions,
  button,
  contactsAmount,
  context,
  input,
  modal,
  overflow,
  section,
  staticSelect,
  textInput,
} from '../blocks/index.ts';
import { type FieldReader, fieldLine } from '../segment-header/field-words.ts';
import { asText, LINE_FIELDS } from '../segment-header/fields.ts';
import { clip, join, type Mrkdwn, md, say, words } from '../text.ts';
import * as ids from './ids.ts';

/** Lines on a page. */
export const PAGE = 10;

const MAX_NAME = 60;
/** More of a line's own values are told by its form. */
const MAX_OWN = 3;

export interface LinesModel {
  reader: FieldReader;
  header: SegmentHeader;
  state: ids.ListState;
  page: LinePage;
  /** What the person should know before anything else. */
  lead?: readonly KnownBlock[] | undefined;
}

/** The contacts of a segment a page at a time, to be searched, sorted, edited, removed and added to. */
export function linesModal({ reader, header, state, page, lead = [] }: LinesModel): ModalView {
  const { locale } = reader;
  const { no, version, counts, description } = header;
  const changeable = header.state !== 'logging' && header.state !== 'logged';
  const rows = page.rows.map((line, index) => row(reader, line, state.from + index, changeable));
  return modal({
    id: ids.linesView,
    metadata: { ...state, version },
    title: words(locale, 'lines.title', { no }),
    submit: words(locale, 'lines.search'),
    close: words(locale, 'common.close'),
    blocks: [
      ...lead,
      section(
        md`*${no}* ${clip(description || words(locale, 'segments.untitled'), 120)}\n${contactsAmount(locale, counts)}`,
      ),
      input(
        'query',
        words(locale, 'lines.query'),
        textInput(ids.queryAction.id, {
          initial: state.query,
          maxLength: ids.MAX_QUERY,
          placeholder: words(locale, 'lines.query.placeholder'),
        }),
        { optional: true, dispatch: true },
      ),
      tools(reader, header, state, changeable),
      ...(rows.length ? rows : [section(say(locale, emptyKey(header, state)))]),
      ...paging(reader, state, page),
    ],
  });
}

const isNarrowed = ({ query, filter }: ids.ListState) => query !== '' || filter !== 'all';

const emptyKey = ({ counts }: SegmentHeader, state: ids.ListState) =>
  isNarrowed(state) && counts.companies + counts.people > 0 ? 'lines.none.found' : 'lines.none';

function tools(
  { locale }: FieldReader,
  { no, version }: SegmentHeader,
  state: ids.ListState,
  changeable: boolean,
): KnownBlock {
  const choices = <T extends string>(what: 'sort' | 'filter', list: readonly T[]) =>
    list.map((value) => ({ value, text: words(locale, `lines.${what}.${value}` as 'lines.sort.line') }));
  return actions(
    [
      staticSelect(ids.filterAction.id, choices('filter', ids.FILTERS), { initial: state.filter }),
      staticSelect(ids.sortAction.id, choices('sort', ids.SORTS), { initial: state.sort }),
      ...(changeable
        ? [button(ids.addContactAction, { no, version }, words(locale, 'lines.add'), { style: 'primary' })]
        : []),
    ],
    // A block of its own for each choice, so that the selects show what holds.
    `tools:${state.filter}:${state.sort}`,
  );
}

function row(reader: FieldReader, line: SegmentLine, position: number, changeable: boolean): KnownBlock {
  const { locale } = reader;
  const about = [line.companyName, line.city, line.contactNo].filter((part) => part && part !== line.name);
  const sign = line.type === 'company' ? '🏢' : '👤';
  const name = clip(line.name || line.contactNo, MAX_NAME);
  const who = md`${position}. ${sign} *${name}* · ${about.map((part) => clip(part, MAX_NAME)).join(' · ')}`;
  const verbs = changeable ? (['edit', 'replace', 'remove', 'why'] as const) : (['why'] as const);
  return section(join([who, ...notes(reader, line)]), {
    id: `line:${line.lineNo}`,
    accessory: overflow(
      ids.rowAction,
      verbs.map((verb) => ({
        text: words(locale, `lines.row.${verb}`),
        value: { do: verb, line: line.lineNo, contact: line.contactNo },
      })),
    ),
  });
}

/** What is special about a line: its own values, and that no e-mail can reach it. */
function notes(reader: FieldReader, line: SegmentLine): Mrkdwn[] {
  const { locale } = reader;
  const own = LINE_FIELDS.filter((field) => line.own.includes(field));
  const told = own.slice(0, MAX_OWN).map((field) => fieldLine(reader, field, { value: asText(line[field]) }));
  const more = own.length - told.length;
  const values = [...told, ...(more > 0 ? [words(locale, 'lines.own.more', { count: more })] : [])].join(
    ' · ',
  );
  return [
    ...(values ? [md`✏️ ${clip(values, 400)}`] : []),
    ...(line.attachmentId !== null && line.own.includes('attachmentId')
      ? [md`📎 ${words(locale, 'lines.file.unique')}`]
      : []),
    ...(line.email ? [] : [md`_${words(locale, 'lines.noEmail')}_`]),
  ];
}

function paging({ locale }: FieldReader, state: ids.ListState, page: LinePage): KnownBlock[] {
  const to = state.from + page.rows.length - 1;
  const buttons = [
    ...(state.from > 1 ? [button(ids.firstAction, {}, words(locale, 'lines.first'))] : []),
    ...(page.next
      ? [button(ids.nextAction, { after: page.next, from: to + 1 }, words(locale, 'common.next'))]
      : []),
  ];
  const more = page.next !== undefined;
  return [
    ...(page.rows.length
      ? [context(words(locale, 'lines.position', { from: state.from, to, more: String(more) }))]
      : []),
    ...(buttons.length ? [actions(buttons, 'paging')] : []),
  ];
}
