import type { channelProblems as en } from '../en/channel-problems.ts';

export const channelProblems: Record<keyof typeof en, string> = {
  'channelProblem.notIn': '⚠️ Der kan ikke skrives i {channel}: appen er ikke med i kanalen.',
  'channelProblem.notIn.todo': 'Inviter den: skriv {command} i kanalen.',
  'channelProblem.filesNotIn':
    '⚠️ Der kan ikke deles filer i {channel}: appen er ikke med i kanalen. Beskeder kommer igennem.',
  'channelProblem.filesNotIn.todo': 'Inviter den: skriv {command} i kanalen.',
  'channelProblem.archived': '⚠️ Der kan ikke skrives i {channel}: kanalen er arkiveret.',
  'channelProblem.archived.todo': 'Hent den frem fra arkivet, hvis den stadig skal bruges.',
  'channelProblem.notFound':
    '⚠️ Der kan ikke skrives i {channel}: den er slettet, eller den er privat, og appen er fjernet fra den.',
  'channelProblem.notFound.todo': 'Hvis den stadig findes, så inviter appen: skriv {command} i den.',
  'channelProblem.restricted': '⚠️ Der kan ikke skrives i {channel}: det må ikke alle ({code}).',
  'channelProblem.restricted.todo': 'Bed en administrator af Slack om at lade appen skrive der.',
  'channelProblem.kept': 'Alt er logført og tæller med alligevel.',
  'channelProblem.waiting':
    '{refused, plural, one {# besked eller fil venter på at blive sendt.} other {# beskeder og filer venter på at blive sendt.}}',
  'channelProblem.then':
    'Send så igen, der eller i en anden kanal. For kommende logføringer vælges kanalen på kampagnen eller med {command}. Du får det ikke at vide igen, medmindre det ændrer sig.',
  'channelProblem.open': '✅ Der kan igen skrives i {channel}.',
  'channelProblem.solved': '✅ Der venter ikke længere noget til {channel}.',
  'channelProblem.again': 'Send igen',
  'channelProblem.submit': 'Send',
  'channelProblem.to': 'Kanal',
  'channelProblem.to.hint': 'I en anden kanal sendes en log, der er sendt delvist, i sin helhed.',
  'channelProblem.sent':
    '{waiting, plural, one {# besked eller fil er} other {# beskeder og filer er}} på vej til {channel}, én i sekundet. Bliver de afvist igen, får du en besked om det.',
};
