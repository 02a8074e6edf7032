export const cancel = {
  'cancel.button': 'Cancel log entry',
  'cancel.button.undo': 'Undo cancellation',
  'cancel.row': 'Cancel',
  'cancel.row.undo': 'Undo cancellation',
  'cancel.title': 'Cancel interactions',
  'cancel.title.undo': 'Undo cancellation',
  'cancel.submit': 'Cancel interactions',
  'cancel.submit.undo': 'Let them count again',
  'cancel.amount': '{count, plural, one {# interaction} other {# interactions}}',
  'cancel.amount.more': 'more than {count, number} interactions',
  'cancel.logged':
    'Cancel log entry {entry} {description}? *{interactions}*{entries, plural, =0 {} one { and # campaign entry} other { and # campaign entries}} will count in no figure any more.',
  'cancel.logged.undo':
    'Let log entry {entry} {description} count again? *{interactions}*{entries, plural, =0 {} one { and # campaign entry} other { and # campaign entries}} will be in all figures again, also what was canceled one by one before.',
  'cancel.campaign':
    'Cancel campaign entry {entry} {description}? Its *{interactions}* will count in no figure any more. Its logged segment stays as it is.',
  'cancel.campaign.undo':
    'Let campaign entry {entry} {description} count again? Its *{interactions}* will be in all figures again.',
  'cancel.interactions': 'Cancel *{interactions}*? They will count in no figure any more.',
  'cancel.interactions.undo': 'Let *{interactions}* count again? They will be in all figures again.',
  'cancel.others': '{count, plural, one {The other one is} other {The # others are}} canceled already.',
  'cancel.others.undo': '{count, plural, one {The other one counts} other {The # others count}} already.',
  'cancel.after': 'The post in the channel will say so. You can undo this later.',
  'cancel.after.undo': 'The post in the channel will say so.',
  'cancel.attachments': 'Attachments',
  'cancel.attachments.remove': 'Remove {count, plural, one {# attachment} other {# attachments}}',
  'cancel.attachments.about': 'Nothing else uses them. They cannot be brought back.',
  'cancel.already': 'That has been canceled already. Nothing was changed.',
  'cancel.already.undo': 'That counts again already. Nothing was changed.',
  'cancel.done': 'Done: {interactions} canceled.',
  'cancel.done.undo': 'Done: {interactions} counting again.',
  'cancel.done.attachments':
    '{count, plural, one {# attachment was} other {# attachments were}} removed for good.',
  'cancel.post.part':
    '{canceled, number} of its {total, number} interactions do not count any more: canceled. The others: cost {cost}, duration {duration}.',
  'cancel.note':
    'Since this CSV file was made, {canceled, plural, one {# of its interactions was} other {# of its interactions were}} canceled. As it is now: {command}',
  'cancel.note.none': 'What was canceled since this CSV file was made counts again: the file is right.',

  'errors.cancel_forbidden_some':
    '{count, plural, one {One of these is} other {# of these are}} not yours to cancel, or to let count again: {contacts}{count, plural, =1 {} =2 {} =3 {} other { …}}. Only whoever logged an interaction, the owner of its campaign, managers and admins may. Nothing was changed.',
} as const;
