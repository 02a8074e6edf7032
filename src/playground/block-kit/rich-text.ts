import { isObject } from '../json.ts';
import { LIMITS } from './limits.ts';
import {
  all,
  bool,
  byType,
  type Fields,
  int,
  list,
  object,
  oneOf,
  type Rule,
  required,
  str,
} from './rules.ts';

const MANY = 10_000;

const style = object({
  bold: bool,
  italic: bool,
  strike: bool,
  code: bool,
  underline: bool,
  highlight: bool,
  client_highlight: bool,
  unlink: bool,
});

const counted: Rule = (value, _pointer, check) => {
  if (isObject(value) && typeof value.text === 'string') check.tally.characters += value.text.length;
};

const inline = (fields: Fields): Rule => all(object({ style, ...fields }), counted);

const INLINE: Record<string, Rule> = {
  text: inline({ text: required(str(MANY * 10)) }),
  link: inline({ url: required(str(3000)), text: str(MANY, 0), unsafe: bool }),
  user: inline({ user_id: required(str(255)) }),
  usergroup: inline({ usergroup_id: required(str(255)) }),
  channel: inline({ channel_id: required(str(255)) }),
  team: inline({ team_id: required(str(255)) }),
  emoji: inline({ name: required(str(255)), unicode: str(255), url: str(3000), skin_tone: int(1, 6) }),
  broadcast: inline({ range: required(oneOf('here', 'channel', 'everyone')) }),
  color: inline({ value: required(str(255)) }),
  date: inline({
    timestamp: required(int(0)),
    format: required(str(255)),
    url: str(3000),
    fallback: str(3000),
  }),
};

const elements = { elements: required(list(byType(INLINE), MANY)) };
const border = oneOf(0, 1);
const section = object(elements);

/** A rich_text block or what stands in a rich text input or a table cell. */
export const richTextFields: Fields = {
  block_id: str(LIMITS.blockId),
  elements: required(
    list(
      byType({
        rich_text_section: section,
        rich_text_list: object({
          elements: required(list(byType({ rich_text_section: section }), MANY)),
          style: required(oneOf('bullet', 'ordered')),
          indent: int(0, LIMITS.richText.indent),
          offset: int(0),
          border,
        }),
        rich_text_quote: object({ ...elements, border }),
        rich_text_preformatted: object({
          elements: required(
            list(byType({ text: INLINE.text ?? section, link: INLINE.link ?? section }), MANY),
          ),
          border,
          language: str(255),
        }),
      }),
      MANY,
      1,
    ),
  ),
};

export const richText = byType({ rich_text: object(richTextFields) });
