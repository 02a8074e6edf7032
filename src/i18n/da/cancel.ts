import type { cancel as english } from '../en/cancel.ts';

export const cancel: Record<keyof typeof english, string> = {
  'cancel.button': 'Annuller løbenummer',
  'cancel.button.undo': 'Fortryd annullering',
  'cancel.row': 'Annuller',
  'cancel.row.undo': 'Fortryd annullering',
  'cancel.title': 'Annuller interaktioner',
  'cancel.title.undo': 'Fortryd annullering',
  'cancel.submit': 'Annuller interaktioner',
  'cancel.submit.undo': 'Lad dem tælle igen',
  'cancel.amount': '{count, plural, one {# interaktion} other {# interaktioner}}',
  'cancel.amount.more': 'mere end {count, number} interaktioner',
  'cancel.logged':
    'Annuller løbenr. {entry} {description}? *{interactions}*{entries, plural, =0 {} one { og # kampagnepost} other { og # kampagneposter}} tæller derefter ikke med i nogen tal.',
  'cancel.logged.undo':
    'Lad løbenr. {entry} {description} tælle igen? *{interactions}*{entries, plural, =0 {} one { og # kampagnepost} other { og # kampagneposter}} kommer med i alle tal igen, også det, der før er annulleret enkeltvis.',
  'cancel.campaign':
    'Annuller kampagnepost {entry} {description}? Dens *{interactions}* tæller derefter ikke med i nogen tal. Den logførte målgruppe forbliver, som den er.',
  'cancel.campaign.undo':
    'Lad kampagnepost {entry} {description} tælle igen? Dens *{interactions}* kommer med i alle tal igen.',
  'cancel.interactions': 'Annuller *{interactions}*? Det tæller derefter ikke med i nogen tal.',
  'cancel.interactions.undo': 'Lad *{interactions}* tælle igen? Det kommer med i alle tal igen.',
  'cancel.others': '{count, plural, one {Den anden er} other {De # andre er}} annulleret allerede.',
  'cancel.others.undo': '{count, plural, one {Den anden} other {De # andre}} tæller allerede.',
  'cancel.after': 'Opslaget i kanalen viser det. Du kan fortryde det senere.',
  'cancel.after.undo': 'Opslaget i kanalen viser det.',
  'cancel.attachments': 'Vedhæftede filer',
  'cancel.attachments.remove': 'Fjern {count, plural, one {# vedhæftet fil} other {# vedhæftede filer}}',
  'cancel.attachments.about': 'Intet andet bruger dem. De kan ikke hentes tilbage.',
  'cancel.already': 'Det er annulleret allerede. Intet er ændret.',
  'cancel.already.undo': 'Det tæller igen allerede. Intet er ændret.',
  'cancel.done': 'Færdig: {interactions} annulleret.',
  'cancel.done.undo': 'Færdig: {interactions} tæller igen.',
  'cancel.done.attachments':
    '{count, plural, one {# vedhæftet fil} other {# vedhæftede filer}} er fjernet for altid.',
  'cancel.post.part':
    '{canceled, number} af de {total, number} interaktioner er annulleret og tæller ikke længere. De øvrige: kostbeløb {cost}, varighed {duration}.',
  'cancel.note':
    'Siden CSV-filen blev lavet, er {canceled, plural, one {# af dens interaktioner} other {# af dens interaktioner}} annulleret. Som det er nu: {command}',
  'cancel.note.none': 'Det, der er annulleret, siden CSV-filen blev lavet, tæller igen: filen passer.',

  'errors.cancel_forbidden_some':
    '{count, plural, one {En af disse er ikke din} other {# af disse er ikke dine}} at annullere eller lade tælle igen: {contacts}{count, plural, =1 {} =2 {} =3 {} other { …}}. Det må kun den, der logførte interaktionen, kampagnens ejer, ledere og administratorer. Intet er ændret.',
};
