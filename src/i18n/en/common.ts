export const common = {
  'common.close': 'Close',
  'common.cancel': 'Cancel',
  'common.done': 'Done',
  'common.done.text': 'Done. You can close this window.',
  'common.working': 'Still working',
  'common.working.text':
    'This takes a little longer. You see here when it is done; you may also close this window.',
  'common.previous': 'Previous',
  'common.next': 'Next',
  'common.page': '{from, number}–{to, number} of {total, number}',
  'common.contacts':
    '{total, plural, one {# contact} other {# contacts}} ({companies, plural, one {# company} other {# companies}}, {people, plural, one {# person} other {# people}})',
  'common.duration.minutes': '{minutes, number} min',
  'common.duration.hours': '{hours, number} h',
  'common.duration.both': '{hours, number} h {minutes, number} min',
  'common.problem': 'This did not work',
  'common.unknownCommand': 'This app does not know the command {command}.',
} as const;
