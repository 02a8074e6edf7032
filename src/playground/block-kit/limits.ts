/**
 * Slack's limits, by the page of docs.slack.dev that states them. Lengths are in characters, counts in items.
 * Where pages disagree, the stricter number stands.
 */
export const LIMITS = {
  /** reference/views */
  view: {
    title: 24,
    submit: 24,
    close: 24,
    callbackId: 255,
    externalId: 255,
    privateMetadata: 3000,
    blocks: 100,
    bytes: 250_000,
  },
  /** reference/methods/chat.postMessage and chat.update; the count over all blocks is measured, not documented. */
  message: {
    blocks: 50,
    characters: 13_200,
    text: 40_000,
    updateText: 4000,
    markdownText: 12_000,
    attachments: 100,
    tables: 1,
    charts: 2,
    plans: 1,
  },
  /** reference/block-kit/composition-objects */
  text: 3000,
  option: { text: 75, value: 150, description: 75, url: 3000 },
  optionGroup: { label: 75, options: 100, groups: 100 },
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  placeholder: 150,
  blockId: 255,
  actionId: 255,
  /** reference/block-kit/blocks */
  section: { text: 3000, fields: 10, field: 2000 },
  header: { text: 150 },
  context: { elements: 10 },
  actions: { elements: 25 },
  image: { altText: 2000, title: 2000, url: 3000 },
  input: { label: 2000, hint: 2000 },
  richText: { indent: 8 },
  video: { title: 199, author: 49, description: 200 },
  markdown: { text: 12_000 },
  table: { rows: 100, columns: 20, columnSettings: 20, characters: 10_000 },
  dataTable: { dataRows: 100, columns: 20, characters: 10_000, pageSize: 100 },
  chart: { title: 50, label: 20, axisLabel: 50, points: 20, series: 6 },
  alert: { text: 200 },
  card: { title: 150, subtitle: 150, body: 200, actions: 2 },
  carousel: { elements: 10 },
  container: { title: 150, subtitle: 150, blocks: 10 },
  contextActions: { elements: 5, visibleTo: 10 },
  /** reference/block-kit/block-elements */
  button: { text: 75, value: 2000, url: 3000, label: 75 },
  overflow: { options: 5 },
  choices: { options: 10 },
  select: { options: 100 },
  suggestion: { options: 100 },
  textInput: { minLength: 3000, maxLength: 3000, lines: 100 },
  fileInput: { files: 10 },
} as const;
