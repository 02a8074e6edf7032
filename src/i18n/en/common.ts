export const common = {
  'common.contacts':
    '{total, plural, one {# contact} other {# contacts}} ({companies, plural, one {# company} other {# companies}}, {people, plural, one {# person} other {# people}})',
  'common.duration.minutes': '{minutes, number} min',
  'common.duration.hours': '{hours, number} h',
  'common.duration.both': '{hours, number} h {minutes, number} min',
} as const;
