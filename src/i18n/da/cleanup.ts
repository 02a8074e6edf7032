import type { cleanup as english } from '../en/cleanup.ts';

export const cleanup: Record<keyof typeof english, string> = {
  'segments.help.cleanup': 'Sletter for altid det, der er annulleret, og viser først, hvor meget det er.',
  'segments.help.admins': 'administratorer',
  'cleanup.title': 'Ryd op',
  'cleanup.submit': 'Slet for altid',
  'cleanup.continue': 'Fortsæt',
  'cleanup.dated': 'Kun fra disse dage',
  'cleanup.dated.hint':
    'For eksempel “før 1. oktober 2025”, “ældre end 12 måneder”, “2024” eller “fra 1. jan. 2025 til 31. marts 2025”. Tomt: alle. Logførte målgrupper går efter den dag, de blev logført; kommende dage kan kun bruges til opgaver alene.',
  'cleanup.confirm': 'Dette slettes for altid:',
  'cleanup.confirm.dated': 'Dette ({days}) slettes for altid:',
  'cleanup.changed': 'Det er ikke længere det samme, som du fik vist. Se venligst igen.',
  'cleanup.about':
    'Kun det, der er annulleret, slettes, og det kan ikke hentes tilbage. Du får en besked, når det er gjort.',
  'cleanup.kinds': 'Slet annullerede',
  'cleanup.loggedSegments': '{count, plural, one {# logført målgruppe} other {# logførte målgrupper}}',
  'cleanup.loggedSegments.about': 'Interaktionerne og kampagneposterne bliver, som annullerede.',
  'cleanup.campaignEntries': '{count, plural, one {# kampagnepost} other {# kampagneposter}}',
  'cleanup.campaignEntries.about': 'Sammen med interaktionerne.',
  'cleanup.interactions': '{count, plural, one {# interaktion} other {# interaktioner}}',
  'cleanup.interactions.about': 'Sammen med kommentarer og de vedhæftede filer, som intet andet bruger.',
  'cleanup.tasks': '{count, plural, one {# opgave} other {# opgaver}}',
  'cleanup.tasks.about': 'Efter den dato, de skulle udføres.',
  'cleanup.nothing': 'Intet er annulleret, så der er intet at rydde op i.',
  'cleanup.gone': 'Der er intet tilbage af det at slette.',
  'cleanup.started': 'Det slettes nu. Du får en besked, når det er gjort.',
  'cleanup.done':
    'Oprydningen er færdig. Slettet: {loggedSegments, plural, one {# logført målgruppe} other {# logførte målgrupper}}, {campaignEntries, plural, one {# kampagnepost} other {# kampagneposter}}, {interactions, plural, one {# interaktion} other {# interaktioner}}, {tasks, plural, one {# opgave} other {# opgaver}}.',
  'cleanup.failed':
    'Oprydningen kunne ikke gøres færdig på grund af en fejl hos os. Slettet indtil nu: {loggedSegments, plural, one {# logført målgruppe} other {# logførte målgrupper}}, {campaignEntries, plural, one {# kampagnepost} other {# kampagneposter}}, {interactions, plural, one {# interaktion} other {# interaktioner}}, {tasks, plural, one {# opgave} other {# opgaver}}. Start den igen med `/segment cleanup`; sker det igen, så oplys referencen {reference}.',
  'cleanup.done.dated': 'Kun det, der er dateret sådan: {days}.',
  'deleted.campaign': 'Kampagnen *{name}* {description} blev slettet.',
  'deleted.saved-criteria':
    'De gemte kriterier *{name}* {description} blev slettet; målgrupper, der er lavet ud fra dem, består.',
  'cleanup.logGone': '*{no}* {description} blev logført; loggen blev annulleret og er slettet siden.',

  'errors.range_ends_in_future': 'Det slutter {to}, som endnu ikke er kommet. Angiv dage til og med i dag.',
  'errors.nothing_canceled': 'Intet af det, du har valgt, er annulleret og dateret sådan: {days}.',
};
