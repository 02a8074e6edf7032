import type { KnownBlock, ModalView } from '@slack/types';
import type { Locale } from '../../i18n/translate.ts';
import type { FoundContact } from '../../services/segments/types.ts';
import { type Choice, externalSelect, input, modal, section } from '../blocks/index.ts';
import { clip, say, words } from '../text.ts';
import { type Below, findContact, pickView } from './ids.ts';

export interface PickModel {
  locale: Locale;
  no: string;
  version: number;
  /** The line that the contact is to take the place of, and who is on it; without it the contact is added. */
  line?: number | undefined;
  contact?: string | undefined;
  below?: Below | undefined;
  notice?: readonly KnownBlock[] | undefined;
}

/** Asks for one contact, found while one types. */
export function pickForm(model: PickModel): ModalView {
  const { locale, no, version, line, contact, below, notice = [] } = model;
  const what = line === undefined ? 'add' : 'replace';
  return modal({
    id: pickView,
    metadata: {
      no,
      version,
      ...(line === undefined ? {} : { line }),
      ...(contact === undefined ? {} : { contact }),
      ...(below ? { below } : {}),
    },
    title: words(locale, `pick.title.${what}`),
    submit: words(locale, `pick.submit.${what}`),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...notice,
      section(say(locale, `pick.about.${what}`, { no, contact: contact ?? '' })),
      input(
        'contact',
        words(locale, 'pick.contact'),
        externalSelect(findContact, {
          placeholder: words(locale, 'pick.contact.placeholder'),
          minQueryLength: 1,
        }),
      ),
    ],
  });
}

/** A contact as a choice: name and company, with number and city below. */
export function contactChoice(contact: Omit<FoundContact, 'email'>): Choice {
  const { contactNo, name, type, companyName, city } = contact;
  const where = type === 'person' && companyName ? `${name} · ${companyName}` : name;
  return {
    value: contactNo,
    text: clip(`${type === 'company' ? '🏢' : '👤'} ${where || contactNo}`, 75),
    description: clip([contactNo, city].filter(Boolean).join(' · '), 75),
  };
}
