import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { MAX_CODE, MAX_DESCRIPTION } from '../../services/saved-criteria/code.ts';
import type { SavedCriteria } from '../../services/saved-criteria/types.ts';
import { channelSelect, input, modal, textInput } from '../blocks/index.ts';
import { words } from '../text.ts';
import { renameView, shareView } from './ids.ts';

/** Asks for the channel. @param current the one the person is in, if it is one */
export const shareModal = (locale: Locale, id: number, current: string | null): ModalView =>
  modal({
    id: shareView,
    metadata: { id },
    title: words(locale, 'saved.share.title'),
    submit: words(locale, 'saved.share.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [input('channel', words(locale, 'saved.share.channel'), channelSelect('channel', current))],
  });

export const renameModal = (locale: Locale, { id, code, description }: SavedCriteria): ModalView =>
  modal({
    id: renameView,
    metadata: { id },
    title: words(locale, 'saved.rename.title'),
    submit: words(locale, 'saved.rename.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      input(
        'code',
        words(locale, 'saved.rename.code'),
        textInput('code', { initial: code, maxLength: MAX_CODE }),
      ),
      input(
        'description',
        words(locale, 'saved.rename.description'),
        textInput('description', { initial: description, maxLength: MAX_DESCRIPTION }),
        { optional: true },
      ),
    ],
  });
