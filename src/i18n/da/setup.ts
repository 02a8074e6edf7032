import type { setup as en } from '../en/setup.ts';

export const setup: Record<keyof typeof en, string> = {
  'setup.title': 'Indstillinger',
  'setup.save': 'Gem',
  'setup.saved': 'Indstillingerne er gemt.',
  'setup.salesperson': 'Jeg er denne sælger',
  'setup.salesperson.hint': 'Dine nye målgrupper starter med den',
  'setup.salesperson.placeholder': 'Kode eller navn',
  'setup.workspace': 'For hele workspacet (du ser dette, fordi du er administrator)',
  'setup.managers': 'Ledere',
  'setup.managers.hint':
    'De godkender målgrupper. Ingen godkender sine egne, medmindre du tillader det nedenfor.',
  'setup.managers.placeholder': 'Vælg personer',
  'setup.approvalPolicy': 'Hvilke målgrupper skal godkendes',
  'setup.approvalPolicy.campaign': 'Dem med en kampagne',
  'setup.approvalPolicy.always': 'Alle',
  'setup.approvalPolicy.never': 'Ingen',
  'setup.allowOwnApproval': 'Egne målgrupper',
  'setup.allowOwnApproval.yes': 'Ledere må godkende målgrupper, som de selv har bygget eller indsendt',
  'setup.logChannel': 'Kanal til logge',
  'setup.logChannel.hint':
    'Hvor en logført målgruppe vises, medmindre en anden kanal vælges. Invitér appen til private kanaler.',
  'setup.logChannel.placeholder': 'Vælg en kanal',
  'setup.locale': 'Sprog i kanaler',
  'setup.locale.en': 'English',
  'setup.locale.da': 'Dansk',
  'setup.timeZone': 'Tidszone i kanaler',
  'setup.currency': 'Valuta',
  'setup.search': 'Skriv for at søge',
};
