/** Calling a segment's contacts one after the other. */
export const calls = {
  'segments.button.call': 'Call list',
  'segments.help.calls':
    'Opens the call list: one contact after the other, each outcome logged with one tap. Several of you can call the same list.',

  'calls.title': 'Call list {no}',
  'calls.stop': 'Stop',
  'calls.phone': 'Phone',
  'calls.phone.company': '{phone} (company)',
  'calls.email': 'E-mail',
  'calls.city': 'City',
  'calls.language': 'Language',
  'calls.about': 'About',
  'calls.nothing': '–',
  'calls.calledBefore':
    '{count, plural, one {Called once before} other {Called # times before}} from this list',
  'calls.history': 'Last interactions',
  'calls.history.none': 'None yet.',
  'calls.history.failed': 'not reached',

  'calls.outcome.reached': 'Reached',
  'calls.outcome.no-answer': 'No answer',
  'calls.outcome.call-back': 'Call back',
  'calls.outcome.not-interested': 'Not interested',
  'calls.outcome.meeting': 'Meeting',
  'calls.outcome.skipped': 'Skip',
  'calls.outcome.label': '{outcome}: {name}',

  'calls.when': 'Call back on',
  'calls.when.placeholder': 'tomorrow 10:00',
  'calls.when.hint':
    'Such as “in 2 hours” or “friday 14:00”, then press Call back; a day alone means 9:00. With any other outcome the contact comes again then, too.',
  'calls.comment': 'Note',
  'calls.comment.placeholder': 'What to remember; it is kept with the interaction',
  'calls.evaluation': 'Evaluation',
  'calls.evaluation.placeholder': 'As the outcome says',

  'calls.recorded':
    '{outcome, select, reached {*{name}*: reached.} noAnswer {*{name}*: no answer.} callBack {*{name}* is to be called back.} notInterested {*{name}*: not interested.} meeting {*{name}*: meeting.} other {*{name}* is skipped.}}',
  'calls.recorded.logged': 'Logged.',
  'calls.recorded.notLogged': 'Nothing is logged.',
  'calls.recorded.again': 'Comes again {when}.',
  'calls.recorded.held':
    'Your call to *{name}* is logged. {by} was given this contact meanwhile and keeps it.',
  'calls.recorded.held.skipped': '{by} was given *{name}* meanwhile and keeps this contact.',

  'calls.takeBack': 'Undo',
  'calls.takenBack': 'Taken back: what was logged is canceled. What is the outcome?',

  'calls.done.reached': 'Reached {count, number}',
  'calls.done.no-answer': 'No answer {count, number}',
  'calls.done.not-interested': 'Not interested {count, number}',
  'calls.done.meeting': 'Meeting {count, number}',
  'calls.done.skipped': 'Skipped {count, number}',
  'calls.progress': '{done, number} of {total, number} done',
  'calls.waiting': '{count, number} to call back, the next {when}',
  'calls.kept':
    '{count, plural, one {# contact is} other {# contacts are}} not called: their privacy is blocked, or they are excluded.',
  'calls.calling': 'Calling now: {names}',
  'calls.calling.more': '{names} and {count, number} more',

  'calls.end.all': '*All contacts of {no} are called.*',
  'calls.end.empty': '*There is nobody to call:* {no} has no contacts.',
  'calls.end.kept': '*There is nobody to call.*',
  'calls.end.waiting': '*Nobody is left to be called right now.*',
  'calls.end.others':
    '*Nobody is left for you.* Contacts that colleagues have open come back if they stop without an outcome.',
  'calls.again': 'Look again',
  'calls.more': 'Go on',

  'calls.post.text': 'Call list {no} {description}: {progress}',
  'calls.post.title': 'Call list: {description}',
  'calls.post.done': '✅ All contacts are called.',
  'calls.post.join': 'Join',
  'calls.post.join.label': 'Join the call list of {no}',
} as const;
