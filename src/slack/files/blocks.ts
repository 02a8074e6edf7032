import type { InputBlock } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import { button, checkboxes, fileInput, input } from '../blocks/index.ts';
import { words } from '../text.ts';
import { sendFileAction } from './ids.ts';

/** Files that people send; a hint to the person only. */
const ENDINGS = ['pdf', 'docx', 'doc', 'pptx', 'xlsx', 'odt', 'txt', 'png', 'jpg', 'jpeg', 'zip'];

export interface FileInputs {
  /** Tells the inputs of one form from those of the next that stands in its place. */
  id: string;
  label: string;
  hint: string;
  /** What taking the file away means; without it there is none to take away. */
  remove?: string | undefined;
}

/** Inputs `file` and `removeFile`: one file to hand in, and a tick that takes away what there is. */
export const fileInputs = (locale: Locale, { id, label, hint, remove }: FileInputs): InputBlock[] => [
  input(`file:${id}`, label, fileInput('file', ENDINGS), { optional: true, hint }),
  ...(remove === undefined
    ? []
    : [
        input(
          `removeFile:${id}`,
          words(locale, 'setup.file.remove'),
          checkboxes('removeFile', [{ value: 'yes', text: remove }]),
          { optional: true },
        ),
      ]),
];

export const sendFileButton = (locale: Locale, attachmentId: number) =>
  button(sendFileAction, { attachmentId }, words(locale, 'setup.file.get'));
