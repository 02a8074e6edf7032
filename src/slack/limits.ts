/**
 * What Slack takes at most, in characters or pieces, from its reference pages for Block Kit, views and messages.
 * Where the pages contradict each other the smaller number stands here.
 */
export const LIMITS = {
  actions: { elements: 25 },
  /** Not documented; longer ones were refused in practice. */
  alert: { text: 200 },
  button: { label: 75, text: 75, value: 2000, url: 3000 },
  /** What the message field takes; a longer command comes from elsewhere or was cut. */
  command: { text: 4000 },
  confirm: { title: 100, text: 300, button: 30 },
  context: { elements: 10 },
  header: { text: 150 },
  home: { blocks: 100 },
  id: 255,
  input: { hint: 2000, label: 2000 },
  /** `text` above 4,000 cannot be edited later; the total over all blocks is not documented. */
  message: { blocks: 50, characters: 12_000, text: 4000 },
  option: { description: 75, options: 100, overflow: 5, radio: 10, text: 75, value: 150 },
  placeholder: 150,
  section: { field: 2000, fields: 10, text: 3000 },
  textInput: { length: 3000 },
  view: { blocks: 100, bytes: 250_000, metadata: 3000, title: 24 },
} as const;
