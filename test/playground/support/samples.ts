export type Surface = 'message' | 'modal' | 'home';
export type Make = (size: number) => object | object[];

export const text = (size: number, type = 'plain_text') => ({ type, text: 'x'.repeat(size) });
export const times = <T>(size: number, make: (index: number) => T): T[] =>
  Array.from({ length: size }, (_, i) => make(i));
export const option = (value: string, more: object = {}) => ({ text: text(1), value, ...more });
export const options = (size: number) => times(size, (index) => option(`v${index}`));
export const actions = (...elements: object[]) => ({ type: 'actions', elements });
export const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: text(1),
  element,
  ...more,
});
export const section = (more: object) => ({ type: 'section', text: text(1), ...more });
export const button = (more: object = {}) => ({ type: 'button', text: text(1), ...more });
export const select = (more: object = {}) => ({ type: 'static_select', options: options(1), ...more });
export const confirm = (more: object) =>
  actions(button({ confirm: { title: text(1), text: text(1), confirm: text(1), deny: text(1), ...more } }));
export const cells = (rows: number, columns: number) =>
  times(rows, () => times(columns, () => ({ type: 'raw_text', text: 'x' })));
export const table = (rows: object[][], more: object = {}) => ({ type: 'table', rows, ...more });
export const dataTable = (rows: object[][], more: object = {}) => ({
  type: 'data_table',
  caption: 'c',
  rows,
  ...more,
});
export const card = (more: object) => ({ type: 'card', title: text(1, 'mrkdwn'), ...more });
export const container = (more: object) => ({
  type: 'container',
  title: text(1),
  child_blocks: [{ type: 'divider' }],
  ...more,
});
export const image = (more: object) => ({
  type: 'image',
  alt_text: 'x',
  image_url: 'https://x.example/a.png',
  ...more,
});
export const httpUrl = (size: number) => 'https://x.example/'.padEnd(size, 'x');
export const rich = (indent: number) => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_list',
      style: 'bullet',
      indent,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }],
    },
  ],
});
export const chart = (more: object, inner: object = {}) => ({
  type: 'data_visualization',
  title: 't',
  chart: { type: 'bar', series: [{ name: 's', data: [{ label: 'l', value: 1 }] }], ...inner },
  ...more,
});
export const video = (more: object) => ({
  type: 'video',
  alt_text: 'x',
  title: text(1),
  video_url: 'https://x.example/v',
  thumbnail_url: 'https://x.example/t',
  ...more,
});
