import type { segments as en } from '../en/segments.ts';

export const segments: Record<keyof typeof en, string> = {
  'segments.title': 'Målgrupper',
  'segments.untitled': 'ingen beskrivelse',

  'segments.state.open': '🟢 Åben',
  'segments.state.submitted': '🟡 Venter på godkendelse',
  'segments.state.approved': '✅ Godkendt',
  'segments.state.logging': '⏳ Logføres',
  'segments.state.logged': '📘 Logført',
  'segments.state.deleted': '🗑️ Slettet',

  'segments.card.text': '{no} {description}: {contacts}, {state}',
  'segments.card.empty': 'Ingen kontakter endnu. Tilføj de første med knappen nedenfor eller med {command}',
  'segments.card.emptied': 'Der er ingen kontakter tilbage. Fortryd det seneste trin, eller tilføj andre.',
  'segments.card.campaign': 'Kampagne',
  'segments.card.template': 'Interaktionsskabelon',
  'segments.card.salesperson': 'Sælger',
  'segments.card.date': 'Dato',
  'segments.card.cost': 'Kostbeløb',
  'segments.card.duration': 'Varighed',
  'segments.card.none': 'ingen',
  'segments.card.steps': 'Trin',
  'segments.card.earlierSteps': '{count, plural, one {# tidligere trin} other {# tidligere trin}}',
  'segments.card.undone': 'fortrudt',
  'segments.card.contacts': 'Kontakter',
  'segments.card.changed': 'Senest ændret {when} af {by}',
  'segments.card.pending': 'Sendt til godkendelse af {by}',
  'segments.card.approvedBy': 'Godkendt af {by} {when}',
  'segments.card.rejectedBy': 'Afvist af {by} {when}: {comment}',
  'segments.card.voided': 'Den seneste godkendelse gælder ikke længere, fordi målgruppen er ændret siden.',
  'segments.card.approvalNeeded': 'Den skal godkendes, før den logføres.',

  'segments.step.add': 'Tilføjet: {criteria}',
  'segments.step.reduce': 'Fjernet: {criteria}',
  'segments.step.refine': 'Kun beholdt: {criteria}',
  'segments.step.reuseLogged': 'Tilføjet kontakterne fra logført målgruppe {entryNo, number}',
  'segments.step.addContact': 'Tilføjet manuelt: {contact}',
  'segments.step.removeLine': 'Fjernet manuelt: {contact}',
  'segments.step.editLine': 'Rettet på {contact}: {fields}',
  'segments.step.header':
    'Hovedet rettet: {fields} ({lines, select, keep {kontakterne er, som de var} other {kontakterne følger med}})',
  'segments.step.expandCompanies': 'med alle i deres virksomheder',
  'segments.step.relatedCompanies': 'med deres virksomheder',
  'segments.step.allowExisting': 'også dem, der allerede er der',
  'segments.step.ignoreExclusion': 'også dem, der udelades fra målgrupper',
  'segments.step.entireCompanies': 'hele virksomheder',
  'segments.step.plus': '+{contacts}',
  'segments.step.minus': '−{contacts}',
  'segments.step.nothing': 'ingen ændring',

  'segments.did.added': 'Tilføjede {contacts}.',
  'segments.did.removed': 'Fjernede {contacts}.',
  'segments.did.nothing': 'Det ændrede ikke noget.',
  'segments.did.header': 'Hovedet er rettet.',
  'segments.did.line': 'Linjen for {contact} er rettet.',
  'segments.did.valuesBack': 'Værdierne er ændret tilsvarende.',
  'segments.did.undone': 'Trin {step, number} er fortrudt.',
  'segments.did.redone': 'Trin {step, number} er gentaget.',
  'segments.did.now': '{no} rummer nu {contacts}.',
  'segments.did.empty': '{no} er nu tom.',
  'segments.did.voided':
    '⚠️ Godkendelsen eller anmodningen om den gælder ikke længere. Send {no} til godkendelse igen, når den er klar.',

  'segments.created': '{no} er oprettet. Tilføj de første kontakter.',

  'segments.count': '{contacts} opfylder: {criteria}',
  'segments.count.none': 'Ingen kontakter opfylder: {criteria}',
  'segments.count.nothingWritten':
    'Der er ikke skrevet noget. Brug de samme kriterier til at oprette en målgruppe og tilføje dem.',

  'segments.list.mine': 'Mine målgrupper',
  'segments.list.all': 'Alles målgrupper',
  'segments.list.row': '{contacts} · {state}',
  'segments.list.empty.mine': 'Du har ingen målgrupper i gang. Opret en, og tilføj kontakter til den.',
  'segments.list.empty.all': 'Der er ingen målgrupper i gang. Opret en, og tilføj kontakter til den.',
  'segments.list.newest': 'Nyeste',
  'segments.list.older': 'Ældre',

  'segments.notFound': 'Der findes ingen målgruppe {no}. Intet er ændret.',
  'segments.notFound.near': 'Mente du en af disse?',
  'segments.noMissing': 'Skriv hvilken målgruppe, f.eks. `/segment {verb} SM00001`. Intet er ændret.',

  'segments.export.started':
    'Kontakterne i {no} kommer til dig som en CSV-fil i en direkte besked fra denne app.',

  'segments.button.show': 'Vis',
  'segments.button.show.label': 'Vis {no}',
  'segments.button.new': 'Ny målgruppe',
  'segments.button.add': 'Tilføj',
  'segments.button.reduce': 'Reducer',
  'segments.button.refine': 'Afgræns',
  'segments.button.undo': 'Fortryd',
  'segments.button.redo': 'Gentag',
  'segments.button.submit': 'Send til godkendelse',
  'segments.button.log': 'Logfør',
  'segments.button.export': 'Eksportér',
  'segments.button.decide': 'Afgør',
  'segments.button.help': 'Hjælp',
  'segments.button.settings': 'Indstillinger',

  'segments.new.title': 'Ny målgruppe',
  'segments.new.submit': 'Opret',
  'segments.new.description': 'Beskrivelse',
  'segments.new.description.hint': 'Hvad den handler om, f.eks. “Efterårsopkald”.',
  'segments.new.campaign': 'Kampagne',
  'segments.new.campaign.placeholder': 'Nummer eller navn',
  'segments.new.template': 'Interaktionsskabelon',
  'segments.new.template.hint': 'Det, I skal gøre med alle: dens kostbeløb og varighed pr. kontakt.',
  'segments.new.salesperson': 'Sælger',
  'segments.new.code.placeholder': 'Kode eller navn',
  'segments.new.date': 'Dato',
  'segments.new.no': 'Nummer',
  'segments.new.no.hint':
    'Når feltet er tomt, får den det næste. Et selvvalgt nummer kræver en nummerserie, der tillader det.',

  'segments.mistake.unknownVerb': '`/segment {word}` findes ikke. Der er ikke sket noget.',
  'segments.mistake.nearestVerb': 'Mente du `/segment {verb}`?',
  'segments.mistake.flagNotHere': '{flag} hører ikke til her. Du kan bruge {list}. Der er ikke sket noget.',
  'segments.mistake.unknownFlag':
    '{flag} findes ikke. Mente du {nearest}? Du kan bruge {list}. Der er ikke sket noget.',
  'segments.mistake.unknownField':
    'Der findes intet felt {field}. Mente du {nearest}? Der er ikke oprettet noget.',
  'segments.mistake.fieldEmpty':
    'Hvad skal {field} være? Skriv det lige efter kolonet, f.eks. {field}:X. Der er ikke oprettet noget.',
  'segments.mistake.fieldTwice': '{field} står der to gange. Der er ikke oprettet noget.',
  'segments.mistake.date':
    '“{text}” er ikke en dato, vi kan læse. Prøv 2026-12-24, 24.12.2026, “i morgen” eller “om 3 dage”. Der er ikke oprettet noget.',
  'segments.mistake.tooLong':
    'Det er for langt: En kommando har højst {max, number} tegn. Der er ikke sket noget. Brug færre kriterier ad gangen; hvert trin lægges til det, der er der.',
  'segments.mistake.criteria': 'Kriterierne kunne ikke læses. Der er ikke sket noget.',
  'segments.mistake.expected': 'Forventet: {expected}',
  'segments.mistake.suggestion': 'Mente du {suggestion}?',

  'segments.help.intro':
    'Vælg, hvem I vil kontakte, få det godkendt til en kampagne, og logfør interaktionerne. `/segment help VERBUM` fortæller mere om et af dem.',
  'segments.help.role': 'Hvem: {role}',
  'segments.help.aliases': 'Også: {aliases}',
  'segments.help.everybody': 'alle fuldgyldige medlemmer',
  'segments.help.changer':
    'alle fuldgyldige medlemmer; en ændring efter indsendelsen gør godkendelsen ugyldig',
  'segments.help.new': 'Opretter en målgruppe og giver den et nummer. Uden mere efter sig åbner en formular.',
  'segments.help.list': 'Viser målgrupperne i gang, dine først. `/segment` alene gør det samme.',
  'segments.help.show': 'Viser en målgruppe: kontakter, trin, kostbeløb og hvad du kan gøre som det næste.',
  'segments.help.count': 'Tæller de kontakter, der opfylder kriterierne. Der skrives ikke noget.',
  'segments.help.add': 'Tilføjer de kontakter, der opfylder kriterierne. Uden kriterier åbner en formular.',
  'segments.help.reduce': 'Fjerner de kontakter, der opfylder kriterierne. Uden kriterier åbner en formular.',
  'segments.help.refine':
    'Beholder kun de kontakter, der opfylder kriterierne. Uden kriterier åbner en formular.',
  'segments.help.undo': 'Tager det seneste trin tilbage, helt nøjagtigt. Det kan gøres igen og igen.',
  'segments.help.redo': 'Gentager et fortrudt trin.',
  'segments.help.submit': 'Beder lederne om at godkende målgruppen, som den er nu.',
  'segments.help.log': 'Skriver én interaktion pr. kontakt, lukker målgruppen og viser loggen i kanalen.',
  'segments.help.logged': 'Viser logførte målgrupper, eller en af dem.',
  'segments.help.export': 'Sender dig kontakterne som en CSV- eller Excel-fil i en direkte besked.',
  'segments.help.settings':
    'Angiver, hvilken sælger du er. Administratorer, ledere og kampagneejere opsætter også skabeloner, grupper, statusser og kanaler der, og administratorer workspacet.',
  'segments.help.help': 'Forklarer verberne.',
  'segments.help.criteria':
    'Kriterier er `felt:værdi` med mellemrum imellem, og alle skal være opfyldt; `OR`, parenteser og `-` for ikke: `country:DK|SE type:person job:PURCHASE`. Værdier kan være lister `A|B`, intervaller `A..B`, mønstre `*A/S`, `&lt;&gt;X` eller `\u0027\u0027\u0027\u0027` for blank. Sæt anførselstegn om navne med mellemrum eller tegn: `name:\u0027\u0027Jensen &amp; Co\u0027\u0027`.',

  'segments.home.waiting': 'Venter på din afgørelse',
  'segments.home.mine': 'Mine målgrupper',
  'segments.home.logged': 'Senest logført',
  'segments.home.logged.row':
    '*{no}* {description}: {count, plural, one {# interaktion} other {# interaktioner}}',
  'segments.home.request.row': '*{no}* {description}: {contacts}, indsendt af {by}',
  'segments.home.welcome':
    '*Velkommen.* En målgruppe er en udvalgt gruppe kontakter. Byg en med kriterier, få den godkendt til en kampagne, logfør det, I gjorde, og loggen vises i jeres kanal.',
  'segments.home.none': 'Intet her endnu.',
};
