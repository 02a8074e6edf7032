export const segmentCards = {
  'segments.button.share': 'Del',
  'segments.help.share':
    'Lægger kortet i denne kanal, hvor det holdes opdateret. I en direkte besked, eller med mere bagefter, spørger en formular om kanalen.',
  'share.title': 'Del {no}',
  'share.about':
    'Kortet viser, hvad målgruppen er til, hvor mange kontakter den har, og hvor langt den er, men ikke kontakterne. Det holdes opdateret.',
  'share.channel': 'Kanal',
  'share.did': 'Kortet for {no} kommer i {channel} og holdes opdateret der.',

  'segments.help.delete': 'Sletter en målgruppe for altid, efter at have spurgt. Logførte bliver.',
  'segments.help.deleter': 'den, der oprettede den, og ledere',
  'segments.card.more.save': 'Gem kriterier …',
  'segments.card.more.delete': 'Slet …',
  'delete.title': 'Slet {no}?',
  'delete.submit': 'Slet',
  'delete.about':
    'Sletter *{no}* {description} med {contacts} og {steps, plural, one {# trin} other {# trin}}.',
  'delete.final': 'Det kan ikke fortrydes, og nummeret bruges ikke igen.',
  'delete.submitted': 'Den venter på godkendelse: anmodningen gælder ikke længere, og de spurgte får besked.',
  'delete.approved': 'Den er godkendt: godkendelsen gælder ikke længere, og de spurgte får besked.',
  'delete.did': '{no} er slettet.',
  'approvals.deleted': 'Målgruppen er slettet, så denne anmodning gælder ikke længere.',
  'approvals.outcome.deleted':
    '{was, select, approval {Godkendelsen af} other {Anmodningen om}} *{no}* {description} gælder ikke længere, fordi målgruppen er slettet.',
  'movedOn.change.delete': 'slettede den',

  'reset.button': 'Nulstil trin',
  'reset.offer':
    'Der er ingen tilbage. Skal {steps, plural, one {dens # trin} other {dens # trin}} også nulstilles? Ellers bliver de og kan fortrydes.',
  'reset.title': 'Nulstil {no}?',
  'reset.text':
    'Alle {steps, plural, one {# trin} other {# trin}} glemmes, og intet kan fortrydes længere. Hovedet bliver.',
  'reset.keep': 'Behold dem',
  'reset.did': '{no} begynder forfra: {steps, plural, one {# trin} other {# trin}} er glemt.',

  'saved.button.save': 'Gem kriterier',
  'saved.save.title': 'Gem kriterier',
  'saved.save.about':
    'Gemmer hvordan *{no}* blev til, {steps, plural, one {# trin} other {# trin}}, så andre målgrupper kan begynde på samme måde.',
  'saved.save.code': 'Kode',
  'saved.save.code.hint': 'Højst {max, number} bogstaver og tal, f.eks. NORTH.',
  'saved.save.description': 'Beskrivelse',
  'saved.save.submit': 'Gem',

  'shared.by': 'Delt af {by} · altid opdateret',
  'shared.lastStep': 'Trin {no, number} · {step}',
  'shared.logged': 'Logført {when} af {by} som post {entry, number}',
  'shared.canceled': 'Logført {when} af {by} som post {entry, number}, og annulleret siden',
  'shared.rejected': 'Afvist af {by} {when}',
  'shared.deleted': 'Slettet {when} af {by}. Nummeret bruges ikke igen.',
  'shared.moved': 'Kortet for {no} {description} er delt igen længere nede.',
  'shared.button.entry': 'Vis log',
} as const;
