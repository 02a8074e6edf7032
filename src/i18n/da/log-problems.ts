import type { logProblems as english } from '../en/log-problems.ts';

export const logProblems: Record<keyof typeof english, string> = {
  'log.problems.title':
    '*{no}* {description} kan ikke logføres endnu: {count, plural, one {Der er én ting} other {Der er # ting}} i vejen.',
  'log.problems.voids':
    'Hver af disse rettelser ændrer målgruppen, så dens godkendelse, eller anmodningen om den, ikke længere gælder: Den skal indsendes igen.',
  'log.problem.empty': 'Den har ingen kontakter.',
  'log.problem.description': 'Den har ingen beskrivelse.',
  'log.problem.header-template': 'Den har ingen interaktionsskabelon.',
  'log.problem.template':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} har ingen interaktionsskabelon.',
  'log.problem.group':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} har ingen interaktionsgruppe.',
  'log.problem.salesperson':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} har ingen sælger eller en, der er spærret.',
  'log.problem.date': '{count, plural, one {*# kontakt*} other {*# kontakter*}} har ingen brugbar dato.',
  'log.problem.campaign':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} er på en kampagne, der ikke findes længere.',
  'log.problem.excluded':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} vil ikke være i målgrupper.',
  'log.problem.privacy-blocked':
    '{count, plural, one {*# kontakt* er spærret} other {*# kontakter* er spærret}} af hensyn til privatlivet.',
  'log.problem.no-email':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} har ingen mailadresse at sende til.',
  'log.problem.no-attachment':
    '{count, plural, one {*# kontakt*} other {*# kontakter*}} har en korrespondancetype, men ingen vedhæftet fil at sende.',
  'log.problem.approval': 'Den skal godkendes, før den logføres.',
  'log.problem.approval.pending': 'Den venter stadig på godkendelse.',
  'log.problem.approval-changed': 'Den er ikke længere det, der blev godkendt, så den skal indsendes igen.',
  'log.problem.examples': '{more, select, true {F.eks. {names} …} other {{names}}}',

  'log.fix.remove': 'Fjern {count, plural, one {den} other {dem}}',
  'log.fix.follow': 'Følg hovedet',
  'log.fix.salesperson': 'Giv en sælger',
  'log.fix.template': 'Vælg en skabelon',
  'log.fix.hardCopy': 'Send papirkopi',
  'log.fix.none': 'Send intet',
  'log.fix.header': 'Rediger hovedet',
  'log.fix.addContacts': 'Tilføj kontakter',
  'log.fix.resubmit': 'Send til godkendelse igen',
  'log.fix.check': 'Se efter igen',
  'log.fix.undo': 'Fortryd',
  'log.fix.confirm.title': '{fix}?',
  'log.fix.confirm.remove':
    '{count, plural, one {# kontakt} other {# kontakter}} fjernes fra {no}. Det kan fortrydes.',
  'log.fix.confirm.change': '{count, plural, one {# kontakt} other {# kontakter}} ændres. Det kan fortrydes.',
  'log.fix.confirm.header':
    'Alle kontakter i {no}, der følger hovedet, får den, højst {count, number}, med alt, hvad den bringer. Det kan fortrydes.',
  'log.fix.confirm.voids': 'Godkendelsen gælder ikke længere bagefter.',
  'log.fix.confirm.yes': 'Ja',

  'errors.sending_under_way':
    '{count, plural, one {# vedhæftet fil er} other {# vedhæftede filer er}} stadig på vej. Intet er sendt igen.',
  'errors.nothing_to_send': 'Der er intet at sende igen.',
  'errors.not_loggable':
    '{count, plural, one {Én ting forhindrer} other {# ting forhindrer}}, at {no} kan logføres.',

  'segments.step.editLines': 'Rettet på kontakterne {problem}: {fields}',
  'segments.step.removeLines': 'Fjernet kontakterne {problem}',
  'segments.step.problem.template': 'uden interaktionsskabelon',
  'segments.step.problem.group': 'uden interaktionsgruppe',
  'segments.step.problem.salesperson': 'uden sælger',
  'segments.step.problem.date': 'uden brugbar dato',
  'segments.step.problem.campaign': 'på en kampagne, der ikke findes længere',
  'segments.step.problem.excluded': 'udeladt fra målgrupper',
  'segments.step.problem.privacy-blocked': 'spærret af hensyn til privatlivet',
  'segments.step.problem.no-email': 'uden mailadresse',
  'segments.step.problem.no-attachment': 'uden vedhæftet fil',
  'segments.did.lines': 'Kontakterne {problem} er ændret.',
  'movedOn.change.edit-lines': 'rettede kontakter før logføring',
  'movedOn.change.remove-lines': 'fjernede kontakter før logføring',
};
