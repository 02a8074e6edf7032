import type {
  DataTableBlock,
  RawNumberElement,
  RawTextElement,
  RichTextBlock,
  TableBlock,
} from '@slack/types';
import { useState } from 'preact/hooks';
import { Paragraphs } from '../text/paragraphs.tsx';
import { fromRichText } from '../text/rich-text.ts';

type Cell = RichTextBlock | RawTextElement | RawNumberElement;
type Row = Cell[];

export function TableView({ block }: { block: TableBlock }) {
  const [head = [], ...body] = block.rows;
  const settings = block.column_settings ?? [];
  const classes = head.map((_, index) =>
    [settings[index]?.align ?? '', settings[index]?.is_wrapped ? 'wrapped' : ''].join(' '),
  );
  return <Grid head={head} body={body} classes={classes} />;
}

const PAGE = 5;

export function DataTableView({ block }: { block: DataTableBlock }) {
  const [page, setPage] = useState(0);
  const size = block.page_size ?? PAGE;
  const [head = [], ...body] = block.rows;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const classes = head.map((_, index) =>
    body.every((row) => row[index]?.type === 'raw_number') ? 'right' : '',
  );
  return (
    <figure>
      <figcaption>{block.caption}</figcaption>
      <Grid head={head} body={body.slice(page * size, (page + 1) * size)} classes={classes} />
      {pages > 1 && (
        <div class="pager">
          <button type="button" class="link-button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </button>
          <span>
            {page + 1} of {pages}
          </span>
          <button
            type="button"
            class="link-button"
            disabled={page + 1 === pages}
            onClick={() => setPage(page + 1)}
          >
            Next
          </button>
        </div>
      )}
    </figure>
  );
}

function Grid({ head, body, classes }: { head: Row; body: Row[]; classes: string[] }) {
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col" class={classes[index]}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index} class={classes[index]}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView({ cell }: { cell: Cell }) {
  if (cell.type === 'raw_text') return <>{cell.text}</>;
  if (cell.type === 'rich_text') return <Paragraphs of={fromRichText(cell)} />;
  return <>{cell.text ?? String(cell.value)}</>;
}
