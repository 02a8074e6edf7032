export const reuse = {
  'segments.step.copySegment': 'Kopierede kontakterne fra {no}',
  'segments.step.peopleList':
    'Tilføjet fra en liste over personer: {count, plural, one {# kontakt fundet} other {# kontakter fundet}}',
  'movedOn.change.copy-segment': 'kopierede en anden målgruppe',
  'movedOn.change.people-list': 'tilføjede en liste over personer',
  'segments.help.save': 'Gemmer en målgruppes kriterier under en kode, så de kan bruges igen.',
  'segments.help.saved':
    'Viser gemte kriterier, eller ét i ord, så det kan bruges, deles, omdøbes eller slettes.',
  'segments.help.reuse':
    'Genbruger gemte kriterier, eller en logført målgruppe ud fra dens nummer: som en ny målgruppe eller i en anden.',
  'segments.help.copy': 'Opretter en ny målgruppe, der er magen til denne.',
  'segments.help.people':
    'Tilføjer kontakterne på en liste, du indsætter eller har i en fil: numre, mailadresser eller navne.',
  'segments.help.mailing': 'Giver alle kontakter i en målgruppe en mailinggruppe.',
  'saved.title': 'Gemte kriterier',
  'saved.list.empty': 'Der er endnu ikke gemt noget. Gem en målgruppes kriterier med {command}',
  'saved.row': '*{code}* {description} · {steps, plural, one {# trin} other {# trin}}',
  'saved.by': 'Gemt af {by} {at}',
  'saved.button.show': 'Vis',
  'saved.button.use': 'Ny målgruppe ud fra dem',
  'saved.button.share': 'Del',
  'saved.button.rename': 'Omdøb',
  'saved.button.delete': 'Slet',
  'saved.button.next': 'Næste',
  'saved.moreSteps': '{count, plural, one {og # trin mere} other {og # trin mere}}',
  'saved.delete.title': 'Slet {code}?',
  'saved.delete.text': 'Målgrupper, der er lavet ud fra dem, bliver som de er.',
  'saved.delete.keep': 'Behold',
  'saved.did.save': 'Kriterierne i {no} er gemt som {code}: {steps, plural, one {# trin} other {# trin}}.',
  'saved.did.delete': 'De gemte kriterier {code} er slettet.',
  'saved.did.new': '{no} er oprettet med {steps, plural, one {# trin} other {# trin}}.',
  'saved.did.into': '{steps, plural, one {# trin blev} other {# trin blev}} udført på {no}.',
  'saved.did.copy': '{no} er oprettet som en kopi af {from}.',
  'saved.confirm':
    '{count, plural, one {{no} har allerede # trin.} other {{no} har allerede # trin.}} Skal disse udføres efter dem?',
  'saved.button.anyway': 'Ja, føj til {no}',
  'saved.shared': '{by} deler gemte kriterier: *{code}* {description}',
  'saved.share.title': 'Del kriterier',
  'saved.share.channel': 'Kanal',
  'saved.share.submit': 'Del',
  'saved.rename.title': 'Omdøb kriterier',
  'saved.rename.code': 'Kode',
  'saved.rename.description': 'Beskrivelse',
  'saved.rename.submit': 'Gem',
  'saved.usage.reuse':
    'Angiv hvad der skal genbruges: koden på gemte kriterier eller nummeret på en logført målgruppe, f.eks. `/segment reuse NORTH SM00001`. Intet blev gjort.',
  'mailing.did':
    '{given, plural, one {# kontakt} other {# kontakter}} i {no} fik mailinggruppen {group}; {already, plural, one {# havde} other {# havde}} den i forvejen.',
  'mailing.taken': '{taken, plural, one {# anden kontakt} other {# andre kontakter}} mistede den.',
  'mailing.confirm':
    '⚠️ Skal de gamle tildelinger af {group} slettes først? {taken, plural, one {# kontakt} other {# kontakter}} uden for {no} mister den, og {given, plural, one {# kontakt} other {# kontakter}} i {no} får den. Det kan ikke fortrydes.',
  'mailing.button.apply': 'Slet og tildel',
  'export.usage': 'En fil er enten csv eller xlsx. Intet blev eksporteret.',
  'export.started.xlsx':
    'Kontakterne i {no} kommer til dig som en Excel-fil i en direkte besked fra denne app.',
  'segment.xlsx.comment':
    'Her er *{no}* {description}: {contacts}, som Excel-fil. Hold personoplysningerne for dig selv.',
  'contact.usage':
    'Viser en kontakt, dens målgrupper og interaktioner. Skriv hvilken, med nummer, navn eller mailadresse, f.eks. {command}',
  'contact.none': 'Ingen kontakt hedder {text}. Prøv en del af navnet, nummeret eller mailadressen.',
  'contact.choose': 'Hvilken {text} mener du?',
  'contact.title': '{name} ({no})',
  'contact.company': 'Virksomhed med dens personer',
  'contact.person': 'Person',
  'contact.personOf': 'Person hos {company}',
  'contact.noSegments': 'Ikke i nogen målgruppe og aldrig logført.',
  'contact.open': 'I målgrupper',
  'contact.logged': 'Logført',
  'contact.row.open': '*{no}* {description} · {date} · {contact}',
  'contact.row.logged': '*{no}* {description} · logført som {entry} · {date} · {contact}',
  'contact.more': '{count, plural, one {og # mere} other {og # flere}}',
  'people.title': 'Fra en liste',
  'people.submit': 'Slå dem op',
  'people.text': 'Personer',
  'people.text.hint':
    'Én pr. linje: en mailadresse, et kontaktnummer eller et navn. Slack tager {max, number} tegn her; vælg en fil til en længere liste.',
  'people.file': 'Eller en fil',
  'people.file.hint':
    'CSV eller tekst med op til {max, number} linjer. Kolonner, der hedder nummer, mail eller navn, bruges; ellers den første.',
  'people.file.scope':
    'Lister i filer kan ikke vælges her: appen mangler tilladelsen {scope}. Den, der driver den, kan installere den igen.',
  'people.found': '*{matched, plural, one {# kontakt} other {# kontakter}}* fundet til {no}.',
  'people.repeated':
    '{count, plural, one {# linje nævner en kontakt endnu en gang.} other {# linjer nævner en kontakt endnu en gang.}}',
  'people.ambiguous':
    '{count, plural, one {# linje passer på flere kontakter og udelades:} other {# linjer passer på flere kontakter og udelades:}}',
  'people.unmatched':
    '{count, plural, one {# linje passer ikke på nogen:} other {# linjer passer ikke på nogen:}}',
  'people.nothingYet': 'Intet er tilføjet endnu.',
  'people.nobody': 'Ingen blev fundet, så der er intet at tilføje.',
  'people.add': 'Tilføj dem',
  'people.line': 'Linje {line}: {text}',
  'people.line.fits': 'Linje {line}: {text} ({contacts})',
  'people.more': '{count, plural, one {og # til} other {og # til}}',
  'people.how': 'Skriv nummer eller mailadresse for at nævne en af flere.',
} as const;
