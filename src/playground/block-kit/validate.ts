import { isObject, objectsOf } from '../json.ts';
import { block } from './blocks.ts';
import { menuOption, optionGroup, plainText } from './composition.ts';
import { LIMITS } from './limits.ts';
import {
  bool,
  Check,
  type Fields,
  list,
  object,
  type Problem,
  required,
  type Surface,
  str,
} from './rules.ts';

/** Checks blocks on their own for a surface; pointers start at the list. */
export function validateBlocks(blocks: unknown, surface: Surface): Problem[] {
  const check = new Check(surface);
  checkBlocks(blocks, '', check);
  return check.problems;
}

function checkBlocks(blocks: unknown, pointer: string, check: Check): void {
  const isMessage = check.surface === 'message';
  const max = isMessage ? LIMITS.message.blocks : LIMITS.view.blocks;
  if (isMessage && Array.isArray(blocks) && blocks.length > max) {
    check.report(`no more than ${max} items allowed`, pointer, 'msg_blocks_too_many');
    return;
  }
  list(block(), max, isMessage ? 0 : 1)(blocks, pointer, check);
  if (isMessage && check.tally.characters > LIMITS.message.characters) {
    const message = `must be less than ${LIMITS.message.characters + 1} characters over all blocks`;
    check.report(message, pointer, 'msg_blocks_too_long');
  }
}

/**
 * Checks what goes to chat.postMessage, chat.update (`update: true`) or a response_url. Text above 40,000
 * characters is no problem: Slack cuts it.
 */
export function validateMessage(payload: unknown, options: { update?: boolean } = {}): Problem[] {
  const check = new Check('message');
  if (!isObject(payload)) {
    check.report('must be an object', '', 'invalid_arguments');
    return check.problems;
  }
  const { text, blocks, attachments, markdown_text: markdown } = payload;
  for (const name of ['text', 'markdown_text']) {
    const value = payload[name];
    if (value !== undefined && typeof value !== 'string') {
      check.report('must be a string', `/${name}`, 'invalid_arguments');
    }
  }
  const max = options.update ? LIMITS.message.updateText : Number.POSITIVE_INFINITY;
  if (typeof text === 'string' && text.length > max) {
    check.report(`must be less than ${max + 1} characters`, '/text', 'msg_too_long');
  }
  if (typeof markdown === 'string') {
    if (text !== undefined || blocks !== undefined) {
      check.report('markdown_text excludes text and blocks', '/markdown_text', 'markdown_text_conflict');
    }
    if (markdown.length > LIMITS.message.markdownText) {
      const message = `must be less than ${LIMITS.message.markdownText + 1} characters`;
      check.report(message, '/markdown_text', 'msg_too_long');
    }
  }
  if (blocks !== undefined && blocks !== null) checkBlocks(blocks, '/blocks', check);
  checkAttachments(attachments, check);
  const says = [text, markdown].some((value) => typeof value === 'string' && value.trim() !== '');
  const shows = [blocks, attachments].some((value) => Array.isArray(value) && value.length > 0);
  if (!says && !shows && check.problems.length === 0) check.report('no text', '/text', 'no_text');
  return check.problems;
}

function checkAttachments(attachments: unknown, check: Check): void {
  if (attachments === undefined || attachments === null) return;
  if (!Array.isArray(attachments)) {
    check.report('must be an array', '/attachments', 'invalid_attachments');
    return;
  }
  if (attachments.length > LIMITS.message.attachments) {
    const message = `no more than ${LIMITS.message.attachments} items allowed`;
    check.report(message, '/attachments', 'too_many_attachments');
  }
  for (const [index, { blocks }] of objectsOf(attachments).entries()) {
    if (blocks !== undefined) checkBlocks(blocks, `/attachments/${index}/blocks`, check);
  }
}

const { view } = LIMITS;
const commonFields: Fields = {
  blocks: required((value, pointer, check) => checkBlocks(value, pointer, check)),
  private_metadata: str(view.privateMetadata, 0),
  callback_id: str(view.callbackId, 0),
  external_id: str(view.externalId, 0),
};
const VIEW_FIELDS: Record<'modal' | 'home', Fields> = {
  modal: {
    ...commonFields,
    title: required(plainText(view.title)),
    submit: plainText(view.submit),
    close: plainText(view.close),
    clear_on_close: bool,
    notify_on_close: bool,
  },
  home: commonFields,
};

/** Checks a modal or an App Home; pointers start at the view. */
export function validateView(given: unknown): Problem[] {
  const type = isObject(given) ? given.type : undefined;
  const check = new Check(type === 'home' ? 'home' : 'modal');
  if (type !== 'modal' && type !== 'home') {
    check.report('must be one of: modal, home', isObject(given) ? '/type' : '');
    return check.problems;
  }
  object(VIEW_FIELDS[type])(given, '', check);
  if (type === 'modal' && check.tally.inputs > 0 && isObject(given) && given.submit === undefined) {
    check.report('missing required field: submit', '');
  }
  if (Buffer.byteLength(JSON.stringify(given)) > view.bytes) {
    check.problems.unshift({ error: 'view_too_large', message: 'view is larger than 250 KB', pointer: '' });
  }
  return check.problems;
}

/** Checks the answer to a block_suggestion: options or groups of them, never both. */
export function validateOptions(answer: unknown): Problem[] {
  const check = new Check('modal');
  const max = LIMITS.suggestion.options;
  object({ options: list(menuOption, max), option_groups: list(optionGroup, LIMITS.optionGroup.groups) })(
    answer,
    '',
    check,
  );
  const both = isObject(answer) && 'options' in answer === 'option_groups' in answer;
  if (both) check.report('must have either options or option_groups', '');
  return check.problems;
}
