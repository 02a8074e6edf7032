import type { common as english } from '../en/common.ts';

export const common: Record<keyof typeof english, string> = {
  'common.contacts':
    '{total, plural, one {# kontakt} other {# kontakter}} ({companies, plural, one {# virksomhed} other {# virksomheder}}, {people, plural, one {# person} other {# personer}})',
  'common.duration.minutes': '{minutes, number} min.',
  'common.duration.hours': '{hours, number} t.',
  'common.duration.both': '{hours, number} t. {minutes, number} min.',
};
