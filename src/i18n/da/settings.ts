import type { settings as en } from '../en/settings.ts';

export const settings: Record<keyof typeof en, string> = {
  'settings.title': 'Indstillinger',
  'settings.save': 'Gem',
  'settings.saved': 'Indstillingerne er gemt.',
  'settings.salesperson': 'Jeg er denne sælger',
  'settings.salesperson.hint': 'Dine nye målgrupper får denne sælger.',
  'settings.salesperson.placeholder': 'Kode eller navn',
  'settings.workspace': 'For hele workspacet (du ser dette, fordi du er administrator)',
  'settings.managers': 'Ledere',
  'settings.managers.hint':
    'De godkender målgrupper. Ingen godkender sine egne, medmindre du tillader det nedenfor.',
  'settings.managers.dropped':
    '{people} kan ikke være ledere, for det kan kun fuldgyldige medlemmer af dette workspace. De er ude af listen igen; alt andet er gemt.',
  'settings.managers.placeholder': 'Vælg personer',
  'settings.approvalPolicy': 'Hvilke målgrupper skal godkendes',
  'settings.approvalPolicy.campaign': 'Dem med en kampagne',
  'settings.approvalPolicy.always': 'Alle',
  'settings.approvalPolicy.never': 'Ingen',
  'settings.allowOwnApproval': 'Egne målgrupper',
  'settings.allowOwnApproval.yes': 'Ledere må godkende målgrupper, som de selv har bygget eller indsendt',
  'settings.logChannel': 'Kanal til logføringer',
  'settings.logChannel.hint':
    'Hvor en logført målgruppe vises, medmindre en anden kanal vælges. Invitér appen til private kanaler.',
  'settings.logChannel.placeholder': 'Vælg en kanal',
  'settings.locale': 'Sprog i kanaler',
  'settings.locale.en': 'English',
  'settings.locale.da': 'Dansk',
  'settings.timeZone': 'Tidszone i kanaler',
  'settings.currency': 'Valuta',
  'settings.search': 'Skriv for at søge',
  'settings.flaggedPolicy':
    'Kontakter, der ikke vil kontaktes, eller som er spærret af hensyn til privatlivet',
  'settings.flaggedPolicy.allow': 'Må logføres med en målgruppe',
  'settings.flaggedPolicy.refuse': 'Stopper logføringen af en målgruppe',
  'settings.flaggedPolicy.hint':
    'Tilføjelse efter kriterier springer altid dem over, der er mærket “udelad fra målgruppe”.',
  'settings.callTemplate': 'Skabelon for opkald',
  'settings.callTemplate.hint': 'Opkald til kontakterne i en målgruppe logføres med den.',
};
