/** A segment's card in a channel, and what is done with whole segments. */
export const segmentCards = {
  'segments.button.share': 'Share',
  'segments.help.share':
    'Puts the card into this channel, where it stays up to date. In a direct message, or with more behind it, a form asks for the channel.',
  'share.title': 'Share {no}',
  'share.about':
    'Its card shows what the segment is for, how many contacts it has and where it stands, but not the contacts. It stays up to date.',
  'share.channel': 'Channel',
  'share.did': 'The card of {no} comes to {channel} and stays up to date there.',

  'segments.help.delete': 'Deletes a segment for good, after asking. Logged ones stay.',
  'segments.help.deleter': 'who created it, and managers',
  'segments.card.more.save': 'Save criteria …',
  'segments.card.more.delete': 'Delete …',
  'delete.title': 'Delete {no}?',
  'delete.submit': 'Delete',
  'delete.about':
    'Deletes *{no}* {description} with {contacts} and {steps, plural, one {# step} other {# steps}}.',
  'delete.final': 'This cannot be undone, and the number is not used again.',
  'delete.submitted':
    'It waits for approval: the request no longer counts, and those who were asked are told.',
  'delete.approved': 'It is approved: the approval no longer counts, and those who were asked are told.',
  'delete.did': '{no} is deleted.',
  'approvals.deleted': 'The segment was deleted, so this request no longer counts.',
  'approvals.outcome.deleted':
    '{was, select, approval {The approval of} other {The request for}} *{no}* {description} no longer counts, because the segment was deleted.',
  'movedOn.change.delete': 'deleted it',

  'reset.button': 'Reset steps',
  'reset.offer':
    'Nobody is left. Reset its {steps, plural, one {# step} other {# steps}} too? Otherwise they stay and can be undone.',
  'reset.title': 'Reset {no}?',
  'reset.text':
    'All {steps, plural, one {# step is} other {# steps are}} forgotten, and nothing can be undone any more. The header stays.',
  'reset.keep': 'Keep them',
  'reset.did': '{no} starts anew: {steps, plural, one {# step is} other {# steps are}} forgotten.',

  'saved.button.save': 'Save criteria',
  'saved.save.title': 'Save criteria',
  'saved.save.about':
    'Saves how *{no}* was made, {steps, plural, one {# step} other {# steps}}, to start other segments the same way.',
  'saved.save.code': 'Code',
  'saved.save.code.hint': 'At most {max, number} letters and digits, such as NORTH.',
  'saved.save.description': 'Description',
  'saved.save.submit': 'Save',

  'shared.by': 'Shared by {by} · always up to date',
  'shared.lastStep': 'Step {no, number} · {step}',
  'shared.logged': 'Logged {when} by {by} as entry {entry, number}',
  'shared.canceled': 'Logged {when} by {by} as entry {entry, number}, and canceled since',
  'shared.rejected': 'Rejected by {by} {when}',
  'shared.deleted': 'Deleted {when} by {by}. The number is not used again.',
  'shared.moved': 'The card of {no} {description} was shared again further down.',
  'shared.button.entry': 'Show log',
} as const;
