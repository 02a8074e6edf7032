import type { calls as english } from '../en/calls.ts';

export const calls: Record<keyof typeof english, string> = {
  'segments.button.call': 'Ringeliste',
  'segments.help.calls':
    'Åbner ringelisten: én kontakt efter den anden, hvert udfald logføres med ét tryk. Flere af jer kan ringe på samme liste.',

  'calls.title': 'Ringeliste {no}',
  'calls.stop': 'Stop',
  'calls.phone': 'Telefon',
  'calls.phone.company': '{phone} (virksomheden)',
  'calls.email': 'Mail',
  'calls.city': 'By',
  'calls.language': 'Sprog',
  'calls.about': 'Om',
  'calls.nothing': '–',
  'calls.calledBefore':
    '{count, plural, one {Ringet op én gang før} other {Ringet op # gange før}} fra denne liste',
  'calls.history': 'Seneste interaktioner',
  'calls.history.none': 'Ingen endnu.',
  'calls.history.failed': 'ikke truffet',

  'calls.outcome.reached': 'Truffet',
  'calls.outcome.no-answer': 'Intet svar',
  'calls.outcome.call-back': 'Ring igen',
  'calls.outcome.not-interested': 'Ikke interesseret',
  'calls.outcome.meeting': 'Møde',
  'calls.outcome.skipped': 'Spring over',
  'calls.outcome.label': '{outcome}: {name}',

  'calls.when': 'Ring igen',
  'calls.when.placeholder': 'i morgen kl. 10',
  'calls.when.hint':
    'F.eks. “om 2 timer” eller “fredag kl. 14”, og tryk så på Ring igen; en dag alene betyder kl. 9. Med ethvert andet udfald kommer kontakten også igen da.',
  'calls.comment': 'Note',
  'calls.comment.placeholder': 'Hvad skal huskes; det gemmes med interaktionen',
  'calls.evaluation': 'Evaluering',
  'calls.evaluation.placeholder': 'Som udfaldet siger',

  'calls.recorded':
    '{outcome, select, reached {*{name}*: truffet.} noAnswer {*{name}*: intet svar.} callBack {*{name}* skal ringes op igen.} notInterested {*{name}*: ikke interesseret.} meeting {*{name}*: møde.} other {*{name}* er sprunget over.}}',
  'calls.recorded.logged': 'Logført.',
  'calls.recorded.notLogged': 'Intet er logført.',
  'calls.recorded.again': 'Kommer igen {when}.',
  'calls.recorded.held': 'Dit opkald til *{name}* er logført. {by} har fået kontakten imens og beholder den.',
  'calls.recorded.held.skipped': '{by} har fået *{name}* imens og beholder kontakten.',

  'calls.takeBack': 'Fortryd',
  'calls.takenBack': 'Taget tilbage: det logførte er annulleret. Hvad er udfaldet?',

  'calls.done.reached': 'Truffet {count, number}',
  'calls.done.no-answer': 'Intet svar {count, number}',
  'calls.done.not-interested': 'Ikke interesseret {count, number}',
  'calls.done.meeting': 'Møde {count, number}',
  'calls.done.skipped': 'Sprunget over {count, number}',
  'calls.progress': '{done, number} af {total, number} færdige',
  'calls.waiting': '{count, number} skal ringes op igen, den næste {when}',
  'calls.kept':
    '{count, plural, one {# kontakt} other {# kontakter}} ringes ikke op: spærret af hensyn til privatlivet eller udeladt.',
  'calls.calling': 'Ringer nu: {names}',
  'calls.calling.more': '{names} og {count, number} til',

  'calls.end.all': '*Alle kontakter i {no} er ringet op.*',
  'calls.end.empty': '*Der er ingen at ringe til:* {no} har ingen kontakter.',
  'calls.end.kept': '*Der er ingen at ringe til.*',
  'calls.end.waiting': '*Der er ingen at ringe til lige nu.*',
  'calls.end.others':
    '*Der er ingen tilbage til dig.* Kontakter, som kolleger har fremme, kommer igen, hvis de stopper uden et udfald.',
  'calls.again': 'Se igen',
  'calls.more': 'Fortsæt',

  'calls.post.text': 'Ringeliste {no} {description}: {progress}',
  'calls.post.title': 'Ringeliste: {description}',
  'calls.post.done': '✅ Alle kontakter er ringet op.',
  'calls.post.join': 'Vær med',
  'calls.post.join.label': 'Vær med på ringelisten for {no}',
};
