import type { approvals as english } from '../en/approvals.ts';

export const approvals: Record<keyof typeof english, string> = {
  'approvals.ask.title': 'Til godkendelse: {no} {description}',
  'approvals.ask.summary': '{by} beder dig godkende {no} {description}: {contacts}.',
  'approvals.ask': '{by} beder dig godkende denne målgruppe: *{contacts}*.',
  'approvals.asked-at':
    'Indsendt {at}. Du godkender netop disse kontakter: enhver senere ændring gør godkendelsen ugyldig.',
  'approvals.fact.campaign': 'Kampagne',
  'approvals.fact.interaction': 'Interaktion',
  'approvals.fact.cost': 'Kostbeløb',
  'approvals.fact.duration': 'Varighed',
  'approvals.fact.date': 'Dato',
  'approvals.fact.salesperson': 'Sælger',
  'approvals.fact.salesperson.own': 'Kontaktens egen',
  'approvals.unreached': 'Ikke nået med en direkte besked: {people}. Sig det selv til dem.',
  'approvals.steps': 'Sådan blev den til',
  'approvals.steps.earlier': '{count, plural, one {# tidligere trin} other {# tidligere trin}} vises ikke',
  'approvals.sample': 'Nogle af kontakterne',
  'approvals.sample.of': 'De første {shown, number} af {contacts}',
  'approvals.approve': 'Godkend',
  'approvals.approve.label': 'Godkend {no} {description}',
  'approvals.reject': 'Afvis',
  'approvals.reject.label': 'Afvis {no} {description}',
  'approvals.details': 'Detaljer',
  'approvals.details.label': 'Detaljer om {no} {description}',
  'approvals.cannot': 'Du kan ikke afgøre denne: {why}',

  'approvals.approved.title': 'Godkendt: {no} {description}',
  'approvals.rejected.title': 'Afvist: {no} {description}',
  'approvals.voided.title': 'Gælder ikke længere: {no} {description}',
  'approvals.approved': 'Godkendt af {by}, {at}: *{contacts}*.',
  'approvals.rejected': 'Afvist af {by}, {at}.',
  'approvals.asked-by': 'Indsendt af {by}, {at}.',
  'approvals.voided':
    'Målgruppen blev ændret, efter at den var indsendt, så anmodningen gælder ikke længere. {change}',
  'approvals.change.added': 'Tilføjet: {contacts}.',
  'approvals.change.removed': 'Fjernet: {contacts}.',
  'approvals.change.fields': 'Ændret: {fields}.',
  'approvals.change.content': 'Indholdet er ændret.',
  'approvals.field.description': 'beskrivelse',
  'approvals.field.date': 'dato',
  'approvals.field.campaign': 'kampagne',
  'approvals.field.template': 'interaktionsskabelon',
  'approvals.field.salesperson': 'sælger',
  'approvals.field.unitCost': 'kostbeløb pr. kontakt',
  'approvals.field.unitDuration': 'varighed pr. kontakt',
  'approvals.field.contacts': 'kontakter',
  'approvals.field.steps': 'kriterier',
  'approvals.field.other': 'andre oplysninger',

  'approvals.modal.approve': 'Godkend målgruppe',
  'approvals.modal.reject': 'Afvis målgruppe',
  'approvals.modal.details': 'Om målgruppen',
  'approvals.modal.approve.about':
    'Du godkender *{no}* {description}, som den blev indsendt: *{contacts}*, kostbeløb {cost}, varighed {duration}.',
  'approvals.modal.reject.about':
    'Du afviser *{no}* {description}. {by} får din begrundelse, kan ændre målgruppen og indsende den igen.',
  'approvals.comment': 'Kommentar',
  'approvals.comment.hint': 'Den, der bad om godkendelse, kan se den.',
  'approvals.reason': 'Begrundelse',
  'approvals.reason.hint': 'Hvad skal ændres, for at du kan godkende den?',

  'approvals.outcome.approved': '{by} har godkendt *{no}* {description}: {contacts}. Du kan logføre den nu.',
  'approvals.outcome.rejected':
    '{by} har afvist *{no}* {description}. Ret det, der bliver bedt om, og indsend den igen.',
  'approvals.outcome.voided':
    'Anmodningen om *{no}* {description} gælder ikke længere, fordi målgruppen er ændret. {change} Indsend den igen, når den er klar.',
  'approvals.outcome.pending': '*{no}* {description} venter på godkendelse.',
  'approvals.show': 'Vis målgruppe',
  'approvals.show.label': 'Vis {no} {description}',
  'approvals.log': 'Logfør …',
  'approvals.log.label': 'Logfør {no} {description}',

  'approvals.submit.title': 'Indsend {no}?',
  'approvals.submit.text.campaign':
    'Lederne og ejeren af kampagnen {campaign} bliver bedt om at godkende {contacts}. Ændres målgruppen bagefter, skal den indsendes igen.',
  'approvals.submit.text':
    'Lederne bliver bedt om at godkende {contacts}. Ændres målgruppen bagefter, skal den indsendes igen.',
  'approvals.submit.confirm': 'Indsend målgruppe',
  'approvals.submit.deny': 'Ikke nu',
  'approvals.submitted':
    '*{no}* venter nu på godkendelse: {contacts}. Spurgt: {approvers}. Du får besked, når en af dem har taget stilling.',
};
