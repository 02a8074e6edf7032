import type { common as en } from '../en/common.ts';

export const common: Record<keyof typeof en, string> = {
  'common.close': 'Luk',
  'common.cancel': 'Annuller',
  'common.done': 'Færdig',
  'common.done.text': 'Færdig. Du kan lukke vinduet.',
  'common.working': 'Arbejder stadig',
  'common.working.text':
    'Det tager lidt længere tid. Du ser her, når det er færdigt; du kan også lukke vinduet.',
  'common.previous': 'Forrige',
  'common.next': 'Næste',
  'common.page': '{from, number}–{to, number} af {total, number}',
  'common.contacts':
    '{total, plural, one {# kontakt} other {# kontakter}} ({companies, plural, one {# virksomhed} other {# virksomheder}}, {people, plural, one {# person} other {# personer}})',
  'common.duration.minutes': '{minutes, number} min',
  'common.duration.hours': '{hours, number} t',
  'common.duration.both': '{hours, number} t {minutes, number} min',
  'common.problem': 'Det lykkedes ikke',
  'common.unknownCommand': 'Denne app kender ikke kommandoen {command}.',
};
