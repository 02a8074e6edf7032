/** How long a text of criteria may be; a slash command of Slack carries 4,000 characters with its verb and options. */
export const MAX_TEXT_LENGTH = 3000;
/** Terms in one criteria. */
export const MAX_TERMS = 100;
/** Values in all terms together. */
export const MAX_VALUES = 1000;
/** Groups inside groups of one expression, and of conditions. */
export const MAX_DEPTH = 6;
/** Characters of one value: no field holds more (`domain.md` §3.1, §3.3). */
export const MAX_VALUE_LENGTH = 250;
/** Characters of the words for a date or a range of dates. */
export const MAX_WORDS_LENGTH = 130;
