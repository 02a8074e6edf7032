import type { tasks as english } from '../en/tasks.ts';

export const tasks: Record<keyof typeof english, string> = {
  'tasks.title': 'Opgaver',
  'tasks.type.': 'Opgave',
  'tasks.type.meeting': 'Møde',
  'tasks.type.phone-call': 'Telefonopkald',
  'tasks.priority.low': 'Lav',
  'tasks.priority.normal': 'Normal',
  'tasks.priority.high': 'Høj',
  'tasks.status.not-started': 'Ikke startet',
  'tasks.status.in-progress': 'I gang',
  'tasks.status.completed': 'Udført',
  'tasks.status.waiting': 'Venter',
  'tasks.status.postponed': 'Udskudt',
  'tasks.status.canceled': 'Annulleret',
  'tasks.contacts': '{count, plural, one {# kontakt} other {# kontakter}}',
  'tasks.contacts.more': '{names} og {count, plural, one {# til} other {# til}}',

  'tasks.due.overdue': 'overskredet',
  'tasks.due.today': 'i dag',
  'tasks.row.highPriority': 'høj prioritet',
  'tasks.row.complete': 'Udført',
  'tasks.row.edit': 'Rediger …',
  'tasks.row.show': 'Vis',
  'tasks.row.create': 'Opret opgave …',

  'tasks.card.text': '{no} {description}: {date}, {salesperson}, {status}.',
  'tasks.card.date': 'Dato',
  'tasks.card.contact': 'Kontakt',
  'tasks.card.salesperson': 'Sælger',
  'tasks.card.priority': 'Prioritet',
  'tasks.card.status': 'Status',
  'tasks.card.campaign': 'Kampagne',
  'tasks.card.segment': 'Målgruppe',
  'tasks.card.created': 'Oprettet af {by}',
  'tasks.card.closed': '{status} den {date}',

  'tasks.button.complete': 'Udført',
  'tasks.button.edit': 'Rediger',
  'tasks.button.cancel': 'Annuller opgave',
  'tasks.button.reopen': 'Genåbn',
  'tasks.button.new': 'Ny opgave',
  'tasks.button.show': 'Vis opgaver',
  'tasks.button.count': 'Opgaver ({count, number})',
  'tasks.button.label': '{button} {no}',
  'tasks.cancel.title': 'Annuller {no}?',
  'tasks.cancel.text': 'Den skal ikke længere udføres. Du kan genåbne den senere.',
  'tasks.cancel.keep': 'Behold den',

  'tasks.did.create': '{no} er oprettet.',
  'tasks.did.complete': '{no} er udført.',
  'tasks.did.cancel': '{no} er annulleret.',
  'tasks.did.reopen': '{no} er åben igen.',
  'tasks.did.edit': '{no} er gemt.',
  'tasks.did.segment':
    '{tasks, plural, one {Én opgave er oprettet, {first}} other {# opgaver er oprettet, {first} til {last}}}, til {contacts, plural, one {# kontakt} other {# kontakter}} i {no}. {date}, {salesperson}.',
  'tasks.did.segment.left':
    '{blocked, plural, one {# kontakt} other {# kontakter}} blev udeladt, fordi de er blokeret af hensyn til beskyttelse af personlige oplysninger.',
  'tasks.given':
    '{by} har givet dig {tasks, plural, one {en opgave} other {# opgaver}}: *{description}*, {date}.',
  'tasks.interaction':
    '{no} er udført. Registrér her, hvad der kom ud af den, eller luk formularen, hvis der ikke er noget at registrere.',

  'tasks.list.mine': 'Mine åbne opgaver',
  'tasks.list.all': 'Alle åbne opgaver',
  'tasks.list.of': 'Åbne opgaver: {name} ({no})',
  'tasks.list.figures':
    '{total, plural, one {# åben opgave} other {# åbne opgaver}}, {overdue, plural, =0 {ingen overskredne} one {# overskredet} other {# overskredne}}',
  'tasks.list.empty.mine': 'Der er ikke mere at gøre.',
  'tasks.list.empty.nobody':
    'Opgaver er til sælgere, og det er du ikke her endnu. Fortæl med `/segment settings`, hvilken sælger du er.',
  'tasks.list.empty.all': 'Ingen har en åben opgave.',
  'tasks.list.empty.contact': 'Der er intet at gøre for denne kontakt.',
  'tasks.list.empty.segment': 'Der er ikke mere at gøre for denne målgruppe.',
  'tasks.list.empty.logged':
    '{no} er logført, så dens opgaver vises ikke længere under den. De, der endnu skal udføres, findes stadig ved deres kontakter og i `/task list all`.',
  'tasks.list.button.mine': 'Mine',
  'tasks.list.button.all': 'Alles',

  'tasks.form.new': 'Ny opgave',
  'tasks.form.edit': 'Rediger {no}',
  'tasks.form.segment': 'Opgaver til {no}',
  'tasks.form.create': 'Opret',
  'tasks.form.save': 'Gem',
  'tasks.form.type': 'Type',
  'tasks.form.each': 'Én opgave pr. kontakt',
  'tasks.form.together': 'Én opgave med alle kontakter',
  'tasks.form.description': 'Hvad skal gøres?',
  'tasks.form.date': 'Hvornår?',
  'tasks.form.date.today': 'i dag',
  'tasks.form.date.hint': 'For eksempel “i morgen”, “næste fredag”, “om 2 uger” eller “2026-12-01”.',
  'tasks.form.contact': 'Kontakt',
  'tasks.form.contact.placeholder': 'Navn, nummer eller mail',
  'tasks.form.priority': 'Prioritet',
  'tasks.form.status': 'Status',
  'tasks.form.salesperson': 'Sælger',
  'tasks.form.campaign': 'Kampagne',
  'tasks.form.segment.about':
    '*{no}* {description} har {contacts, plural, one {*# kontakt*} other {*# kontakter*}}. Hver tælles én gang. Opgaverne er til *{salesperson}*, {campaign, select, none {uden kampagne} other {med kampagnen {campaign}}}.',
  'tasks.form.segment.blocked':
    '{blocked, plural, one {# kontakt} other {# kontakter}} udelades, fordi de er blokeret af hensyn til beskyttelse af personlige oplysninger.',
  'tasks.form.segment.open':
    'Der er allerede {open, plural, one {# åben opgave} other {# åbne opgaver}} til denne målgruppe.',
  'tasks.form.segment.check':
    '{tasks, plural, one {Én opgave} other {# opgaver}} til {date}? Tryk så på Opret en gang til.',
  'tasks.form.entry.about':
    'En opgave, der kommer af denne interaktion, til samme kontakt, sælger og kampagne:',
  'tasks.form.segment.more': 'Opret opgaver …',

  'tasks.contact.next': 'Næste opgave {date}',
  'tasks.home.title': 'Mine opgaver',
  'tasks.home.more': 'og {count, plural, one {# til} other {# til}}: `/task list`',

  'tasks.choose': 'Hvilken {text} mener du?',
  'tasks.none':
    'Ingen opgave, målgruppe eller kontakt hedder {text}. Prøv en del af en kontakts navn, et nummer som TD000001, eller `/task help`.',
  'tasks.help': 'Hvad du skal gøre, og for hvem: opkald, møder og alt andet.',
  'tasks.help.own': 'viser dine åbne opgaver, den tidligste først.',
  'tasks.help.new': 'åbner formularen til en ny.',
  'tasks.help.contact': 'åbner den for en kontakt: et navn, et nummer eller en mailadresse.',
  'tasks.help.segment': 'opretter opgaver for alle i en målgruppe.',
  'tasks.help.show': 'viser en opgave, så den kan meldes udført, rettes, annulleres eller genåbnes.',
  'tasks.help.all': 'viser alles åbne opgaver.',
  'tasks.help.list': 'viser dem, en kontakt (også en virksomheds personer) eller en målgruppe har.',

  'errors.task_not_found': 'Der er ingen opgave {no}.',
  'errors.task_moved_on':
    '{no} er ændret i mellemtiden, så der er ikke sket noget. Se den, som den er nu, og prøv igen.',
  'errors.task_closed': '{no} er udført eller annulleret. Genåbn den først. Intet er ændret.',
  'errors.task_of_canceled':
    'Interaktionen er annulleret, så der kommer ingen opgave af den. Intet er oprettet.',
  'errors.segment_has_tasks':
    'Der er nu {count, plural, one {# åben opgave} other {# åbne opgaver}} til {no}. Intet er oprettet.',
  'errors.segment_all_blocked':
    'Alle kontakter i {no} er blokeret af hensyn til beskyttelse af personlige oplysninger, så der kan ikke oprettes nye opgaver for dem. Intet er oprettet.',
  'errors.task_contact_blocked':
    'Kontakten {contact} er blokeret af hensyn til beskyttelse af personlige oplysninger, så der kan ikke oprettes nye opgaver for den. Intet er oprettet.',
  'errors.task_salesperson_missing':
    'Der er ingen sælger til opgaven, som kan vælges. Fortæl med `/segment settings`, hvilken sælger du er, og prøv igen. Intet er oprettet.',
};
