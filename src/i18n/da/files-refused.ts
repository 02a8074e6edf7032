import type { filesRefused as en } from '../en/files-refused.ts';

export const filesRefused: Record<keyof typeof en, string> = {
  'fileRefused.segment-csv': '⚠️ Filen med kontakterne i *{name}* kunne ikke sendes til dig.',
  'fileRefused.interactions-file': '⚠️ Filen med interaktionerne for *{name}* kunne ikke sendes til dig.',
  'fileRefused.campaign-targets': '⚠️ Filen med målgruppen for *{name}* kunne ikke sendes til dig.',
  'fileRefused.attachment-file': '⚠️ Filen *{name}* kunne ikke sendes til dig.',
  'fileRefused.disabled': 'Slack tog ikke imod den: filer er slået fra i dette Slack-workspace.',
  'fileRefused.disabled.todo': 'En administrator af Slack kan tillade dem. Bed derefter om filen igen.',
  'fileRefused.imagesOnly': 'Slack tog ikke imod den: kun billeder er tilladt i dette Slack-workspace.',
  'fileRefused.imagesOnly.todo':
    'En administrator af Slack kan tillade andre filer. Bed derefter om filen igen.',
  'fileRefused.tooLarge': 'Slack tog ikke imod den: den er større, end dette Slack-workspace tillader.',
  'fileRefused.tooLarge.todo':
    'Bed om mindre ad gangen, eller bed en administrator af Slack om at tillade større filer.',
  'fileRefused.full': 'Slack tog ikke imod den: der er ikke plads til flere filer i dette Slack-workspace.',
  'fileRefused.full.todo': 'En administrator af Slack kan skaffe plads. Bed derefter om filen igen.',
  'fileRefused.scope': 'Slack tog ikke imod den: appen må ikke sende filer ({scope}).',
  'fileRefused.scope.todo':
    'Den, der står for appen, kan installere den igen med den tilladelse. Bed derefter om filen igen.',
  'fileRefused.notMade': 'Appen kunne ikke lave den.',
  'fileRefused.notMade.todo':
    'Bed om den igen. Går det galt igen, så sig det til den, der står for appen: dens log siger mere.',
  'fileRefused.other': 'Slack tog ikke imod den ({code}).',
  'fileRefused.other.todo':
    'Bed om den igen. Går det galt igen, så sig til en administrator, hvad der står her.',
};
