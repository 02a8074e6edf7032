import type { ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { MAX_CODE, MAX_DESCRIPTION } from '../../services/saved-criteria/code.ts';
import type { SavedCriteria } from '../../services/saved-criteria/types.ts';
import { channelSelect, input, modal, section, textInput } from '../blocks/index.ts';
import { say, words } from '../text.ts';
import { renameView, saveView, shareView } from './ids.ts';

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

/** Asks for code and description. @param steps how many are saved */
export const saveModal = (locale: Locale, no: string, steps: number): ModalView =>
  modal({
    id: saveView,
    metadata: { no },
    title: words(locale, 'saved.save.title'),
    submit: words(locale, 'saved.save.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      section(say(locale, 'saved.save.about', { no, steps })),
      input('code', words(locale, 'saved.save.code'), textInput('code', { maxLength: MAX_CODE }), {
        hint: words(locale, 'saved.save.code.hint', { max: MAX_CODE }),
      }),
      input(
        'description',
        words(locale, 'saved.save.description'),
        textInput('description', { maxLength: MAX_DESCRIPTION }),
        { optional: true },
      ),
    ],
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
