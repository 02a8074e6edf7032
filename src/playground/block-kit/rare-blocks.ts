import { isObject } from '../json.ts';
import type { BlockRule } from './blocks.ts';
import { block } from './blocks.ts';
import { imageElement, mrkdwn, plainText, text } from './composition.ts';
import { element } from './elements.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { bool, byType, type Fields, list, oneOf, type Rule, required, str, together } from './rules.ts';
import { CHART, DATA_TABLE, TABLE } from './tables.ts';

const { card, container } = LIMITS;
const image = byType({ image: imageElement });
const CHILDREN = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
] as const;

/** Rules that need another block's rule look it up late, because the tables refer to each other. */
const late =
  (rule: () => Rule): Rule =>
  (value, pointer, check) =>
    rule()(value, pointer, check);

const cardFields: Fields = {
  hero_image: image,
  icon: image,
  title: mrkdwn(card.title),
  subtitle: mrkdwn(card.subtitle),
  body: mrkdwn(card.body),
  actions: list(
    late(() => element('card')),
    card.actions,
    1,
  ),
};

const taskFields: Fields = {
  task_id: required(str(255)),
  title: required(str(3000)),
  details: richText,
  output: richText,
  sources: list((value, pointer, check) => {
    if (!isObject(value) || value.type !== 'url') check.report('must be a url source', pointer);
  }, 100),
  status: required(oneOf('pending', 'in_progress', 'complete', 'error')),
};

/** Blocks that stand in few places, most of them newer. */
export const RARE_BLOCKS: Record<string, BlockRule> = {
  markdown: {
    where: 'M',
    fields: { text: required(str(LIMITS.markdown.text)) },
    also(value, pointer, check) {
      if (!isObject(value) || typeof value.text !== 'string') return;
      check.tally.characters += value.text.length;
      check.tally.markdown += value.text.length;
      const over = check.tally.markdown > LIMITS.markdown.text && value.text.length <= LIMITS.markdown.text;
      if (over)
        check.report(`must be less than ${LIMITS.markdown.text + 1} characters in all`, `${pointer}/text`);
    },
  },
  alert: {
    where: 'V',
    fields: {
      text: required(text(LIMITS.alert.text)),
      level: oneOf('default', 'info', 'warning', 'error', 'success'),
    },
  },
  card: {
    where: 'M',
    fields: cardFields,
    also: together((value) =>
      ['hero_image', 'title', 'actions', 'body'].some((name) => value[name] !== undefined)
        ? undefined
        : 'must have at least one of hero_image, title, actions, body',
    ),
  },
  carousel: {
    where: 'MH',
    fields: {
      elements: required((value, pointer, check) => {
        // A carousel may stand in a home although a card on its own may not.
        const cards = list(
          (one, at, inner) =>
            isObject(one) && one.type === 'card'
              ? cardInCarousel(one, at, inner)
              : inner.report('must be a card', at),
          LIMITS.carousel.elements,
          1,
        );
        cards(value, pointer, check);
      }),
    },
  },
  container: {
    where: 'M',
    fields: {
      title: plainText(container.title),
      rich_text_title: richText,
      subtitle: text(container.subtitle),
      child_blocks: required(
        list(
          late(() => block(CHILDREN)),
          container.blocks,
          1,
        ),
      ),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: image,
      is_collapsible: bool,
      default_collapsed: bool,
      has_header_divider: bool,
    },
    also: together((value) => {
      if (!value.title && !value.rich_text_title) return 'missing required field: title';
      const collapsed = value.default_collapsed === true && value.is_collapsible !== true;
      return collapsed ? 'default_collapsed needs is_collapsible' : undefined;
    }),
  },
  task_card: { where: 'M', fields: taskFields },
  plan: {
    where: 'M',
    fields: {
      title: required(str(3000)),
      tasks: list(
        late(() => block(['task_card'])),
        50,
      ),
    },
    also(_value, pointer, check) {
      check.tally.plans += 1;
      if (check.tally.plans > LIMITS.message.plans) check.report('only one plan allowed', pointer);
    },
  },
  table: TABLE,
  data_table: DATA_TABLE,
  data_visualization: CHART,
};

function cardInCarousel(value: Record<string, unknown>, pointer: string, check: Parameters<Rule>[2]): void {
  const before = check.tally.actionIds;
  check.tally.actionIds = new Set();
  const { type: _type, block_id: id, ...rest } = value;
  if (id !== undefined) str(LIMITS.blockId)(id, `${pointer}/block_id`, check);
  for (const name of Object.keys(rest)) {
    const rule = cardFields[name];
    if (typeof rule === 'function') rule(rest[name], `${pointer}/${name}`, check);
    else check.report(`invalid additional property: ${name}`, pointer);
  }
  check.tally.actionIds = before;
}
