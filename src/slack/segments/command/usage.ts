import type { MessageKey, MessageParams } from '../../../i18n/translate.ts';

/** The command was not understood; the words say what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly key: MessageKey;
  readonly params: MessageParams;

  constructor(key: MessageKey, params: MessageParams = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}
