import type { campaigns as en } from '../en/campaigns.ts';

export const campaigns: Record<keyof typeof en, string> = {
  'campaigns.title': 'Kampagner',
  'campaigns.none': 'ingen',
  'campaigns.percent': '({value, number} %)',
  'campaigns.minutes': '{value, number} min',
  'campaigns.created': '{no} er oprettet. `/campaign show {no}` viser den.',

  'campaigns.period.none': 'ingen datoer',
  'campaigns.period.from': 'fra {from}',
  'campaigns.period.to': 'til {to}',
  'campaigns.outside': '⚠️ Dens dato, {date}, ligger uden for datoerne for kampagne {no} ({period}).',
  'campaigns.channel.workspace': 'workspacets kanal til logføring',
  'campaigns.activated': '*Aktiveret* for {targets}',
  'campaigns.notActivated': '*Ikke aktiveret:* den har endnu ingen kampagnemål.',

  'campaigns.target.customer': 'Debitor',
  'campaigns.target.contact': 'Kontakt',
  'campaigns.targets.amount':
    '{total, plural, one {# mål} other {# mål}} ({customers, plural, one {# debitor} other {# debitorer}}, {contacts, plural, one {# kontakt} other {# kontakter}})',
  'campaigns.targets.title': 'Kampagnemål for {no}',
  'campaigns.targets.none':
    'Der er ingen endnu. Slå “Kampagnemål” til på en af kampagnens målgrupper, og aktivér så kampagnen.',
  'csv.targetType': 'Type',
  'campaigns.csv.title': 'Kampagnemål for {no} {description}',
  'campaigns.csv.comment':
    'Her er kampagnemålene for *{no}* {description} som CSV: {targets}. Hold personoplysninger for dig selv.',
  'campaigns.export.started':
    'Kampagnemålene for {no} kommer til dig som CSV-fil i en direkte besked fra denne app.',

  'campaigns.card.text':
    '{no} {description}: {status}, {activated, select, yes {aktiveret for {targets, plural, one {# mål} other {# mål}}} other {ikke aktiveret}}. {interactions, plural, one {# interaktion} other {# interaktioner}}: {contacted, number} kontaktet, {responded, number} har svaret ({rate, number} %).',
  'campaigns.card.status': 'Status',
  'campaigns.card.owner': 'Ejer',
  'campaigns.card.period': 'Datoer',
  'campaigns.card.channel': 'Kanal',
  'campaigns.card.cost': 'Kostbeløb',
  'campaigns.card.duration': 'Varighed',
  'campaigns.card.perResponse': '{value} pr. svar',
  'campaigns.card.nothingLogged':
    'Der er ikke logført noget for den endnu. Diagrammet over svar kommer med de første interaktioner.',
  'campaigns.card.changed': 'Senest ændret {when}',
  'campaigns.card.digest': 'Næste ugeoverblik {when}',
  'campaigns.chart.contacted': 'Kontaktet',
  'campaigns.chart.responded': 'Svaret',
  'campaigns.chart.weeks': 'Interaktioner pr. uge',

  'campaigns.button.show': 'Vis',
  'campaigns.button.back': 'Vis {no}',
  'campaigns.button.new': 'Ny kampagne',
  'campaigns.button.segments': 'Målgrupper ({count, number})',
  'campaigns.button.targets': 'Kampagnemål ({count, number})',
  'campaigns.button.entries': 'Poster ({count, number})',
  'campaigns.button.activate': 'Aktivér',
  'campaigns.button.deactivate': 'Deaktivér',
  'campaigns.button.edit': 'Rediger',
  'campaigns.button.share': 'Del',
  'campaigns.button.export': 'Eksportér som CSV',
  'campaigns.button.delete': 'Slet {no}',

  'campaigns.activate.title': 'Aktivér {no}?',
  'campaigns.activate.text':
    'Virksomhederne for alle med “Kampagnemål” slået til bliver dens kampagnemål: fra {segments, plural, one {# målgruppe} other {# målgrupper}} i gang og {interactions, plural, one {# interaktion} other {# interaktioner}}.',
  'campaigns.deactivate.title': 'Deaktivér {no}?',
  'campaigns.deactivate.text': 'Det fjerner dens {targets}. Når kampagnen aktiveres igen, findes de på ny.',
  'campaigns.did.activated':
    '{no} er aktiveret: den har {targets, plural, one {# kampagnemål} other {# kampagnemål}}, {added, plural, =0 {heraf ingen nye} one {heraf # nyt} other {heraf # nye}}.',
  'campaigns.did.deactivated':
    '{no} er ikke længere aktiveret: {targets, plural, one {# kampagnemål} other {# kampagnemål}} er fjernet.',
  'campaigns.did.deleted': '{no} er slettet.',

  'campaigns.segments.title': 'Målgrupper for {name}',
  'campaigns.segments.none': 'Ingen målgrupper er i gang for den. Opret en, og tilføj kontakter til den.',

  'campaigns.list.mine': 'Mine kampagner',
  'campaigns.list.all': 'Alle kampagner',
  'campaigns.list.activated': 'aktiveret',
  'campaigns.list.empty.mine':
    'Du ejer ingen kampagner. En kampagnes ejer er dens sælger; `/segment settings` fortæller, hvilken du er.',
  'campaigns.list.empty.all': 'Der er ingen kampagner endnu.',
  'campaigns.list.notFound': 'Ingen kampagne har “{search}” i nummer eller beskrivelse.',
  'campaigns.notFound': 'Der er ingen kampagne {no}. Intet er ændret.',
  'campaigns.noMissing': 'Skriv hvilken kampagne, f.eks. `/campaign {verb} CP1001`. Intet er ændret.',
  'campaigns.mistake.unknownVerb': '`/campaign {word}` findes ikke. Der er ikke sket noget.',
  'campaigns.mistake.nearestVerb': 'Mente du `/campaign {verb}`?',
  'campaigns.mistake.onOrOff':
    'Skriv `/campaign digest {no} til` eller `/campaign digest {no} fra`. Intet er ændret.',

  'campaigns.delete.question':
    'Slet *{no}* {description}? Det kan ikke fortrydes. Kun en kampagne, der aldrig er brugt, kan slettes.',

  'campaigns.share.title': 'Del {no}',
  'campaigns.share.about': 'Dens kort vises i kanalen og holdes ajour der.',
  'campaigns.share.channel': 'Kanal',

  'campaigns.form.new': 'Ny kampagne',
  'campaigns.form.edit': 'Rediger {no}',
  'campaigns.form.create': 'Opret',
  'campaigns.form.save': 'Gem',
  'campaigns.form.description': 'Beskrivelse',
  'campaigns.form.description.hint': 'Hvad den handler om, f.eks. “Efterårets ringerunde”.',
  'campaigns.form.startingDate': 'Begynder',
  'campaigns.form.endingDate': 'Slutter',
  'campaigns.form.owner': 'Ejer',
  'campaigns.form.owner.hint': 'Den sælger, der må redigere og aktivere den og godkende dens målgrupper.',
  'campaigns.form.status': 'Status',
  'campaigns.form.channel': 'Kanal',
  'campaigns.form.channel.hint':
    'Hvor dens målgrupper logføres; er den tom, bruges workspacets kanal. Invitér appen til private kanaler.',
  'campaigns.form.digest': 'Ugeoverblik',
  'campaigns.form.digest.yes': 'Fortæl kanalen hver mandag, hvordan ugen gik',
  'campaigns.form.digest.about': 'En uge, hvor intet blev logført, springes over',

  'campaigns.movedOn.kept':
    'Det, du har udfyldt, står her endnu. *Gem* igen sætter det i stedet for det andet; *Annuller* lader det andet stå.',

  'campaigns.digest.title': 'Kampagner i sidste uge, {days}',
  'campaigns.digest.week':
    '{interactions, plural, one {# interaktion} other {# interaktioner}}, {responded, plural, one {# svar} other {# svar}}, {cost}',
  'campaigns.digest.before':
    'Ugen før: {interactions, plural, one {# interaktion} other {# interaktioner}}, {responded, plural, one {# svar} other {# svar}}, {cost}',
  'campaigns.digest.now':
    'Nu: {segments, plural, one {# målgruppe} other {# målgrupper}} i gang, {targets, plural, =0 {ikke aktiveret} one {# kampagnemål} other {# kampagnemål}}',
  'campaigns.digest.more': 'og {count, plural, one {# kampagne til} other {# kampagner til}}',
  'campaigns.digest.on': 'Kanalen for {no} får hver mandag kl. 9 at vide, hvordan ugen gik.',
  'campaigns.digest.off': 'Kanalen for {no} får ikke længere at vide, hvordan ugen gik.',

  'campaigns.help.intro':
    'En kampagne samler målgrupper: hvem den er for, hvad der er logført, hvor mange der svarede. `/campaign help VERB` fortæller mere om én.',
  'campaigns.help.who.everybody': 'alle fuldgyldige medlemmer',
  'campaigns.help.who.creator': 'sælgere, ledere og administratorer',
  'campaigns.help.who.organizer': 'kampagnens ejer, ledere og administratorer',
  'campaigns.help.new': 'Opretter en kampagne med et nummer. Uden noget bagefter åbnes en formular.',
  'campaigns.help.list': 'Viser kampagner: alle, dine (`mine`) eller dem med bestemte ord i.',
  'campaigns.help.show': 'Viser en kampagne: status, datoer, kampagnemål, og hvordan det går.',
  'campaigns.help.edit': 'Retter beskrivelse, datoer, ejer, status, kanal og ugeoverblikket.',
  'campaigns.help.segments': 'Viser de målgrupper, der arbejdes på for den.',
  'campaigns.help.activate':
    'Gør virksomhederne for alle dens mål til kampagnemål, som så følger målgrupperne af sig selv.',
  'campaigns.help.deactivate': 'Fjerner kampagnemålene.',
  'campaigns.help.targets': 'Viser kampagnemålene og sender dem til dig som CSV.',
  'campaigns.help.entries':
    'Viser, hvad der er logført for den, målgruppe for målgruppe; hver kan annulleres.',
  'campaigns.help.digest': 'Slår beskeden om hver uge i dens kanal til eller fra.',
  'campaigns.help.share': 'Viser dens kort i en kanal, hvor det holdes ajour.',
  'campaigns.help.delete': 'Sletter en kampagne, der aldrig er brugt.',
  'campaigns.help.help': 'Forklarer verberne.',
};
