import { isObject } from '../json.ts';
import type { BlockRule } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import {
  all,
  bool,
  byType,
  type Check,
  int,
  list,
  object,
  oneOf,
  type Rule,
  required,
  str,
} from './rules.ts';

const counted: Rule = (value, _pointer, check) => {
  if (isObject(value) && typeof value.text === 'string') check.tally.characters += value.text.length;
};
const anyNumber: Rule = (value, pointer, check) => {
  if (typeof value !== 'number') check.report('must be a number', pointer);
};
const cell = byType({
  raw_text: all(object({ text: required(str(LIMITS.table.characters)) }), counted),
  raw_number: all(object({ value: required(anyNumber), text: required(str(3000)) }), counted),
  rich_text: richText,
});

function sameLengths(value: unknown, pointer: string, check: Check): void {
  const lengths = (Array.isArray(value) ? value : []).map((row) => (Array.isArray(row) ? row.length : 0));
  if (new Set(lengths).size > 1) {
    check.report('all rows must have the same number of cells', pointer);
  }
}

/** All rows, and no more characters in them than allowed. */
function rows(columns: number, max: number, min: number, characters: number): Rule {
  return (value, pointer, check) => {
    const before = check.tally.characters;
    list(list(cell, columns, 1), max, min)(value, pointer, check);
    sameLengths(value, pointer, check);
    if (check.tally.characters - before > characters) {
      check.report(`must be less than ${characters + 1} characters in all cells`, pointer);
    }
  };
}

/** Both kinds of table count: a message may have one. */
const onlyOne: Rule = (_value, pointer, check) => {
  check.tally.tables += 1;
  if (check.tally.tables > LIMITS.message.tables) {
    check.report('only_one_table_allowed', pointer, 'invalid_attachments');
  }
};

const { table, dataTable, chart } = LIMITS;

export const TABLE: BlockRule = {
  where: 'M',
  fields: {
    rows: required(rows(table.columns, table.rows, 1, table.characters)),
    column_settings: list(
      object({ align: oneOf('left', 'center', 'right'), is_wrapped: bool }),
      table.columnSettings,
    ),
  },
  also: onlyOne,
};

export const DATA_TABLE: BlockRule = {
  where: 'M',
  fields: {
    caption: required(str(3000)),
    // One row more than the data: the first is the header.
    rows: required(rows(dataTable.columns, dataTable.dataRows + 1, 1, dataTable.characters)),
    page_size: int(1, dataTable.pageSize),
    row_header_column_index: int(0, dataTable.columns - 1),
  },
  also: onlyOne,
};

const label = str(chart.label);
const point = object({ label: required(label), value: required(anyNumber) });
const series = object({ name: required(label), data: required(list(point, chart.points, 1)) });
const lines = object({
  series: required(list(series, chart.series, 1)),
  axis_config: object({
    x_label: str(chart.axisLabel),
    y_label: str(chart.axisLabel),
    categories: list(label, chart.points),
  }),
});

/** docs.slack.dev: block-kit/data-visualization-block */
export const CHART: BlockRule = {
  where: 'M',
  fields: {
    title: required(str(chart.title)),
    chart: required(
      byType({
        line: lines,
        bar: lines,
        area: lines,
        pie: object({ segments: required(list(point, chart.points, 1)) }),
      }),
    ),
  },
  also(_value, pointer, check) {
    check.tally.charts += 1;
    if (check.tally.charts > LIMITS.message.charts) {
      check.report(`no more than ${LIMITS.message.charts} data_visualization blocks allowed`, pointer);
    }
  },
};
