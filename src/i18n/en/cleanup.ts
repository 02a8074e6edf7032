export const cleanup = {
  'segments.help.cleanup': 'Deletes for good what is canceled, after showing how much that is.',
  'segments.help.admins': 'admins',
  'cleanup.title': 'Clean up',
  'cleanup.submit': 'Delete for good',
  'cleanup.continue': 'Continue',
  'cleanup.dated': 'Only of these days',
  'cleanup.dated.hint':
    'Such as “before 1 October 2025”, “older than 12 months”, “2024” or “from 1 Jan 2025 to 31 March 2025”. Blank: all. Logged segments go by the day they were logged; days to come are good for tasks alone.',
  'cleanup.confirm': 'This is deleted for good:',
  'cleanup.confirm.dated': 'This ({days}) is deleted for good:',
  'cleanup.changed': 'This is not the same any more as what you were shown. Please look again.',
  'cleanup.about':
    'Only what is canceled is deleted, and it cannot be brought back. You get a message when it is done.',
  'cleanup.kinds': 'Delete canceled',
  'cleanup.loggedSegments': '{count, plural, one {# logged segment} other {# logged segments}}',
  'cleanup.loggedSegments.about': 'The interactions and campaign entries stay, canceled.',
  'cleanup.campaignEntries': '{count, plural, one {# campaign entry} other {# campaign entries}}',
  'cleanup.campaignEntries.about': 'Together with the interactions.',
  'cleanup.interactions': '{count, plural, one {# interaction} other {# interactions}}',
  'cleanup.interactions.about': 'Together with comments, and with attachments that nothing else uses.',
  'cleanup.tasks': '{count, plural, one {# task} other {# tasks}}',
  'cleanup.tasks.about': 'By the date they were to be done.',
  'cleanup.nothing': 'Nothing is canceled, so there is nothing to clean up.',
  'cleanup.gone': 'There is nothing left of it to delete.',
  'cleanup.started': 'It is being deleted. You get a message when it is done.',
  'cleanup.done':
    'The clean-up is done. Deleted: {loggedSegments, plural, one {# logged segment} other {# logged segments}}, {campaignEntries, plural, one {# campaign entry} other {# campaign entries}}, {interactions, plural, one {# interaction} other {# interactions}}, {tasks, plural, one {# task} other {# tasks}}.',
  'cleanup.failed':
    'The clean-up could not be finished because of a problem on our side. Deleted so far: {loggedSegments, plural, one {# logged segment} other {# logged segments}}, {campaignEntries, plural, one {# campaign entry} other {# campaign entries}}, {interactions, plural, one {# interaction} other {# interactions}}, {tasks, plural, one {# task} other {# tasks}}. Start it again with `/segment cleanup`; if it happens again, report the reference {reference}.',
  'cleanup.done.dated': 'Only what is dated so: {days}.',
  'deleted.campaign': 'Campaign *{name}* {description} was deleted.',
  'deleted.saved-criteria':
    'The saved criteria *{name}* {description} were deleted; segments made from them stay.',
  'cleanup.logGone': '*{no}* {description} was logged; the log was canceled and has been deleted since.',

  'errors.range_ends_in_future': 'That ends on {to}, which is still to come. Name days up to today.',
  'errors.nothing_canceled': 'Nothing of what you ticked is canceled and dated so: {days}.',
} as const;
