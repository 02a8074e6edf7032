import { isObject } from '../json.ts';
import { imageFields, imageSource, plainText, text } from './composition.ts';
import { allowedOn, type Where } from './element-rules.ts';
import { element } from './elements.ts';
import { LIMITS } from './limits.ts';
import { RARE_BLOCKS } from './rare-blocks.ts';
import { richTextFields } from './rich-text.ts';
import {
  bool,
  type Check,
  type Fields,
  list,
  object,
  type Rule,
  required,
  str,
  together,
  url,
} from './rules.ts';

export interface BlockRule {
  where: Where;
  fields: Fields;
  also?: Rule;
}

const context: Rule = (value, pointer, check) => {
  const isImage = isObject(value) && value.type === 'image';
  (isImage ? element('context') : text())(value, pointer, check);
};

const inputRules: Rule = (value, pointer, check) => {
  check.tally.inputs += 1;
  if (!isObject(value) || !isObject(value.element)) return;
  if (value.element.type === 'file_input' && value.dispatch_action !== undefined) {
    check.report('dispatch_action cannot be used with file_input', `${pointer}/dispatch_action`);
  }
};

/** Every block: on which surfaces, with which fields. */
const BLOCKS: Record<string, BlockRule> = {
  section: {
    where: 'MVH',
    fields: {
      text: text(LIMITS.section.text),
      fields: list(text(LIMITS.section.field), LIMITS.section.fields, 1),
      accessory: element('section'),
      expand: bool,
    },
    also: together((block) => (block.text || block.fields ? undefined : 'missing required field: text')),
  },
  header: { where: 'MVH', fields: { text: required(plainText(LIMITS.header.text)) } },
  context: { where: 'MVH', fields: { elements: required(list(context, LIMITS.context.elements, 1)) } },
  actions: {
    where: 'MVH',
    fields: { elements: required(list(element('actions'), LIMITS.actions.elements, 1)) },
  },
  divider: { where: 'MVH', fields: {} },
  image: {
    where: 'MVH',
    fields: { ...imageFields, title: plainText(LIMITS.image.title) },
    also: imageSource,
  },
  input: {
    where: 'MVH',
    fields: {
      label: required(plainText(LIMITS.input.label)),
      hint: plainText(LIMITS.input.hint),
      element: required(element('input')),
      optional: bool,
      dispatch_action: bool,
    },
    also: inputRules,
  },
  rich_text: { where: 'MVH', fields: richTextFields },
  video: {
    where: 'MVH',
    fields: {
      alt_text: required(str(LIMITS.image.altText)),
      title: required(plainText(LIMITS.video.title)),
      title_url: url(LIMITS.image.url, true),
      thumbnail_url: required(url(LIMITS.image.url)),
      video_url: required(url(LIMITS.image.url, true)),
      author_name: str(LIMITS.video.author),
      provider_name: str(LIMITS.image.title),
      provider_icon_url: url(LIMITS.image.url),
      description: plainText(LIMITS.video.description),
    },
  },
  context_actions: {
    where: 'M',
    fields: { elements: required(list(element('context_actions'), LIMITS.contextActions.elements, 1)) },
  },
  ...RARE_BLOCKS,
};

function nameOnce(id: unknown, pointer: string, check: Check): void {
  if (typeof id !== 'string') return;
  if (check.tally.blockIds.has(id)) {
    check.report(`\`block_id\` "${id}" already exists`, `${pointer}/block_id`);
  }
  check.tally.blockIds.add(id);
}

/** One block of the kinds that are named, or of any. */
export function block(kinds?: readonly string[]): Rule {
  return (value, pointer, check) => {
    if (!isObject(value)) return check.report('must be an object', pointer);
    const type = String(value.type);
    const rule = Object.hasOwn(BLOCKS, type) && (kinds?.includes(type) ?? true) ? BLOCKS[type] : undefined;
    if (!rule || !allowedOn(rule.where, check)) {
      return check.report(`unsupported type: ${type}`, `${pointer}/type`);
    }
    const { tally } = check;
    const outer = tally.actionIds;
    tally.actionIds = new Set();
    object({ block_id: str(LIMITS.blockId), ...rule.fields })(value, pointer, check);
    rule.also?.(value, pointer, check);
    tally.actionIds = outer;
    nameOnce(value.block_id, pointer, check);
  };
}
