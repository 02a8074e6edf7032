import type { opportunities as en } from '../en/opportunities.ts';

export const opportunities: Record<keyof typeof en, string> = {
  'opportunities.title': 'Salgsmuligheder',
  'opportunities.created': '{no} er oprettet.',
  'opportunities.saved': '{no} er gemt.',
  'opportunities.closed.won': '{no} er vundet. Godt gået!',
  'opportunities.closed.lost': '{no} er lukket som tabt.',

  'opportunities.deleted': '{no} er slettet.',
  'opportunities.delete.title': 'Slet {no}?',
  'opportunities.delete.text': 'Den forsvinder for altid med sine kommentarer. Det kan ikke fortrydes.',
  'opportunities.button.delete': 'Slet',

  'opportunities.status.not-started': 'Ikke startet',
  'opportunities.status.in-progress': 'I gang',
  'opportunities.status.won': 'Vundet',
  'opportunities.status.lost': 'Tabt',
  'opportunities.priority.low': 'Lav',
  'opportunities.priority.normal': 'Normal',
  'opportunities.priority.high': 'Høj',

  'opportunities.card.text': '{no} {description}: {contact}, {status}, {value}.',
  'opportunities.card.contact': 'Kontakt',
  'opportunities.card.status': 'Status',
  'opportunities.card.value': 'Anslået værdi',
  'opportunities.card.close': 'Forventes lukket',
  'opportunities.card.salesperson': 'Sælger',
  'opportunities.card.campaign': 'Kampagne',
  'opportunities.card.priority': 'Prioritet',
  'opportunities.card.none': 'ingen',
  'opportunities.card.won': '🏆 Vundet {date}: {reason}',
  'opportunities.card.lost': 'Tabt {date}: {reason}',
  'opportunities.card.created': 'Oprettet {date} af {by}',
  'opportunities.card.segment': 'fra målgruppe {no} {description}',
  'opportunities.value.none': 'endnu ikke anslået',
  'opportunities.value.calculated': '{value} × {chances, number} % = {calculated}',
  'opportunities.closes': 'lukkes {date}',
  'opportunities.figures':
    '{count, plural, one {# aktiv salgsmulighed} other {# aktive salgsmuligheder}}: {estimated} anslået, {calculated} beregnet',

  'opportunities.button.show': 'Vis',
  'opportunities.button.showNo': 'Vis {no}',
  'opportunities.button.new': 'Ny salgsmulighed',
  'opportunities.button.edit': 'Rediger',
  'opportunities.button.won': 'Vundet',
  'opportunities.button.lost': 'Tabt',
  'opportunities.button.comments': '{count, plural, =0 {Kommenter} one {# kommentar} other {# kommentarer}}',
  'opportunities.button.list': 'Salgsmuligheder ({count, number})',
  'opportunities.button.fromInteraction': 'Opret salgsmulighed',

  'opportunities.list.mine': 'Mine salgsmuligheder',
  'opportunities.list.all': 'Alle salgsmuligheder',
  'opportunities.list.contact': 'Salgsmuligheder med {no}',
  'opportunities.list.campaign': 'Salgsmuligheder for {no}',
  'opportunities.list.values': '{estimated} anslået, {calculated} beregnet',
  'opportunities.list.empty.mine':
    'Du har ingen aktive salgsmuligheder. De hører til deres sælger; `/segment settings` siger, hvilken sælger du er.',
  'opportunities.list.empty.all': 'Der er endnu ingen aktive salgsmuligheder.',
  'opportunities.list.empty.contact': '{no} har ingen aktive salgsmuligheder.',
  'opportunities.list.empty.campaign': '{no} har ingen aktive salgsmuligheder.',

  'opportunities.form.new': 'Ny salgsmulighed',
  'opportunities.form.edit': 'Rediger {no}',
  'opportunities.form.create': 'Opret',
  'opportunities.form.save': 'Gem',
  'opportunities.form.contact': 'Kontakt',
  'opportunities.form.description': 'Hvad handler det om?',
  'opportunities.form.value': 'Anslået værdi ({currency})',
  'opportunities.form.chances': 'Chancer i %',
  'opportunities.form.chances.hint': 'Den beregnede værdi er den anslåede værdi × chancerne.',
  'opportunities.form.close': 'Forventes lukket',
  'opportunities.form.close.hint': 'Med ord eller tal: om 3 uger, næste fredag, 2026-12-18.',
  'opportunities.form.priority': 'Prioritet',
  'opportunities.form.campaign': 'Kampagne',
  'opportunities.form.campaign.hint': 'En, der er aktiveret.',
  'opportunities.form.salesperson': 'Sælger',
  'opportunities.form.salesperson.hint': 'Er feltet tomt, er det din egen, ellers kontaktens.',
  'opportunities.form.no': 'Nummer',
  'opportunities.form.no.hint': 'Lad feltet være tomt for at få det næste.',
  'opportunities.movedOn.kept':
    'Det, du har udfyldt, står her stadig, og intet er gemt endnu. Gem igen for at sætte det i stedet for deres.',

  'opportunities.close.won': 'Vundet: {no}',
  'opportunities.close.lost': 'Tabt: {no}',
  'opportunities.close.about':
    '*{no}* {description}, {contact}. Når den er lukket, kan den ikke ændres mere.',
  'opportunities.close.submit': 'Luk den',
  'opportunities.close.value': 'Hvad blev det til? ({currency})',
  'opportunities.close.date': 'Hvornår?',
  'opportunities.close.date.hint': 'F.eks. i dag, i går, sidste fredag eller 2026-12-18.',
  'opportunities.close.reason': 'Hvorfor?',
  'opportunities.close.moved':
    'Se på den, som den er nu. Tryk Luk den en gang til for at lukke den alligevel.',

  'opportunities.comments.title': 'Kommentarer',
  'opportunities.comments.none': 'Der er ikke noteret noget endnu.',

  'opportunities.segment.title': 'Opret salgsmuligheder',
  'opportunities.segment.submit': 'Opret',
  'opportunities.segment.more': 'Opret salgsmuligheder …',
  'opportunities.segment.about':
    '*{no}* {description} har {contacts, plural, one {# kontakt} other {# kontakter}}. Hver af dem får en salgsmulighed med linjens beskrivelse, kampagne og sælger.',
  'opportunities.segment.blocked':
    '{blocked, plural, one {# kontakt udelades, fordi den er} other {# kontakter udelades, fordi de er}} blokeret af hensyn til beskyttelse af personlige oplysninger.',
  'opportunities.segment.existing':
    '{existing, plural, one {# kontakt} other {# kontakter}} har allerede en salgsmulighed fra denne målgruppe.',
  'opportunities.segment.choice': 'De, der allerede har en',
  'opportunities.segment.skip': 'Spring dem over ({count, plural, =0 {ingen nye} other {# nye}})',
  'opportunities.segment.add': 'Giv dem en til ({count, number} nye)',
  'opportunities.segment.count':
    'Der oprettes {count, plural, one {*# salgsmulighed*} other {*# salgsmuligheder*}}.',
  'opportunities.segment.did':
    '{created, plural, =0 {Ingen salgsmuligheder er} one {# salgsmulighed er} other {# salgsmuligheder er}} oprettet fra {no}{created, plural, =0 {.} one {: {first}.} other {: {first} til {last}.}}',
  'opportunities.segment.skipped':
    '{skipped, plural, one {# kontakt blev sprunget over og har allerede en} other {# kontakter blev sprunget over og har allerede en}} fra den.',
  'opportunities.segment.left':
    '{blocked, plural, one {# kontakt blev udeladt, fordi den er} other {# kontakter blev udeladt, fordi de er}} blokeret af hensyn til beskyttelse af personlige oplysninger.',
  'opportunities.segment.see': '`/opportunity list` viser dine.',

  'opportunities.help.intro':
    'En salgsmulighed er et salg, der kan komme ud af en kontakt: med en anslået værdi, chancer og en dag, hvor den forventes lukket.',
  'opportunities.help.new': 'åbner formularen',
  'opportunities.help.contact': 'åbner den for en kontakt: et navn, et nummer eller en mailadresse',
  'opportunities.help.list': 'viser de aktive, dine eller alle',
  'opportunities.help.show': 'viser en, så du kan redigere den eller lukke den som vundet eller tabt',
  'opportunities.help.help': 'viser denne hjælp',
  'opportunities.help.elsewhere':
    'De tre prikker på en målgruppe opretter en for hver af dens kontakter, og dem på en interaktion den, der kom ud af den.',
  'opportunities.mistake.unknownVerb': '`/opportunity` kender ikke “{word}”.',
  'opportunities.mistake.nearestVerb': 'Mente du `/opportunity {verb}`?',
  'opportunities.mistake.noMissing': 'Sig hvilken, f.eks. `/opportunity show OP000001`.',

  'errors.opportunity_not_found': 'Der er ingen salgsmulighed {no}.',
  'errors.opportunity_moved_on':
    '{no} er blevet ændret i mellemtiden, så der skete ikke noget. Se på den, som den er nu, og prøv igen.',
  'errors.opportunity_closed':
    '{no} er allerede {status, select, won {vundet} other {tabt}} og kan ikke ændres mere. Intet blev ændret.',
  'errors.opportunity_in_progress':
    '{no} er i gang og kan ikke slettes. Luk den som vundet eller tabt i stedet. Intet blev ændret.',
  'errors.opportunity_exists': 'Denne interaktion har allerede en salgsmulighed: {no}. Intet blev oprettet.',
  'errors.opportunity_privacy_blocked':
    '{contact} er blokeret af hensyn til beskyttelse af personlige oplysninger, så der kan ikke oprettes en salgsmulighed. Intet blev gemt.',
  'errors.opportunity_salesperson_missing':
    'Hverken du eller {contact} har en sælger, der kan vælges. Vælg en, eller sig med `/segment settings`, hvilken sælger du er. Intet blev gemt.',
  'errors.opportunity_salespeople_missing':
    '{count, plural, one {# kontakt i {no} har} other {# kontakter i {no} har}} ingen sælger, der kan vælges, og det har du heller ikke. Sæt en på målgruppen, eller sig med `/segment settings`, hvilken sælger du er. Intet blev oprettet.',
  'errors.opportunity_value_invalid': 'Skriv et beløb over 0, f.eks. 12500 eller 12500,50.',
  'errors.opportunity_chances_invalid': 'Skriv et helt tal fra 1 til 100.',
  'errors.opportunity_close_past': 'Den dag er gået. Vælg i dag eller en senere dag.',
  'errors.opportunity_close_ahead': 'Den dag ligger i fremtiden. Luk den, når det er afgjort.',
  'errors.opportunity_campaign_idle': '{no} er ikke aktiveret, så den kan ikke vælges.',
  'errors.opportunity_campaign_dates':
    '{no} løber {from, select, open {til {to}} other {fra {from}{to, select, open {} other { til {to}}}}}, og salgsmuligheden er oprettet uden for det.',
};
