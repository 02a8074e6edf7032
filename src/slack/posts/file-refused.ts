import type { Locale } from '../../i18n/translate.ts';
import type { RefusedFile } from '../../services/delivery/refused-file.ts';
import { message, type SlackMessage, section } from '../blocks/index.ts';
import { SHORT } from '../interactions/facts.ts';
import { code, data, join, say } from '../text.ts';

const REASONS = {
  file_uploads_disabled: 'disabled',
  file_uploads_except_images_disabled: 'imagesOnly',
  file_upload_size_restricted: 'tooLarge',
  storage_limit_reached: 'full',
  missing_scope: 'scope',
  render_failed: 'notMade',
} as const;

const reasonOf = (error: string) =>
  Object.hasOwn(REASONS, error) ? REASONS[error as keyof typeof REASONS] : 'other';

/** A file that somebody waits for does not come: which, why, and what to do. */
export function fileRefusedMessage(locale: Locale, { what, name, error }: RefusedFile): SlackMessage {
  const reason = reasonOf(error);
  const text = join([
    say(locale, `fileRefused.${what}`, { name: data(name, SHORT) }),
    join(
      [
        say(locale, `fileRefused.${reason}`, { code: code(error), scope: code('files:write') }),
        say(locale, `fileRefused.${reason}.todo`),
      ],
      ' ',
    ),
  ]);
  return message(text, [section(text)]);
}
