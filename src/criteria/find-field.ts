import { distance } from 'fastest-levenshtein';
import { type FieldDefinition, type FieldName, fieldNames } from './fields.ts';

/** Other spellings that people try, and the Danish words; criteria are always written back with the real name. */
const aliases: Record<string, FieldName> = {
  number: 'no',
  region: 'country',
  'country-code': 'country',
  'sales-person': 'salesperson',
  postcode: 'post-code',
  zip: 'post-code',
  'e-mail': 'email',
  mail: 'email',
  telephone: 'phone',
  title: 'job-title',
  'company-name': 'company',
  'mailing-group': 'mailing',
  'industry-group': 'industry',
  'job-responsibility': 'job',
  'business-relation': 'relation',
  nr: 'no',
  nummer: 'no',
  navn: 'name',
  virksomhed: 'company',
  virksomhedsnr: 'company-no',
  land: 'country',
  distrikt: 'territory',
  sælger: 'salesperson',
  sprog: 'language',
  valuta: 'currency',
  by: 'city',
  postnr: 'post-code',
  postnummer: 'post-code',
  telefon: 'phone',
  stilling: 'job-title',
  niveau: 'level',
  starthilsen: 'salutation',
  korrespondance: 'correspondence',
  udeladt: 'excluded',
  branche: 'industry',
  jobansvar: 'job',
  profil: 'profile',
  changed: 'modified',
  oprettet: 'created',
  ændret: 'modified',
  'logged-segment': 'logged',
  målgruppe: 'segment',
  logget: 'logged',
  'interaction.no': 'interaction.count',
  'interaction.number': 'interaction.count',
  'interaktion.dato': 'interaction.date',
  'interaktion.kampagne': 'interaction.campaign',
  'interaktion.skabelon': 'interaction.template',
  'interaktion.evaluering': 'interaction.evaluation',
  'interaktion.sælger': 'interaction.salesperson',
  'interaktion.antal': 'interaction.count',
  'opportunity.no': 'opportunity.count',
  'opportunity.number': 'opportunity.count',
  'salgsmulighed.status': 'opportunity.status',
  'salgsmulighed.værdi': 'opportunity.value',
  'salgsmulighed.kampagne': 'opportunity.campaign',
  'salgsmulighed.antal': 'opportunity.count',
};

const isField = (word: string): word is FieldName => (fieldNames as readonly string[]).includes(word);

const spelled = (written: string) =>
  written
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^virksomhed\./, 'company.');

/** The field that a person means by a word, in any case, in English or Danish. */
export function findField(written: string): FieldName | undefined {
  const word = spelled(written);
  if (isField(word)) return word;
  const [owner, own] = word.startsWith('company.') ? ['company.', word.slice('company.'.length)] : ['', word];
  const found = Object.hasOwn(aliases, own) ? aliases[own] : undefined;
  if (!found) return undefined;
  const name = `${owner}${found}`;
  return isField(name) ? name : undefined;
}

/** The known field nearest to a misspelled word, if any is near enough to be what was meant. */
export function nearestField(written: string): FieldName | undefined {
  const word = spelled(written);
  const known = [...fieldNames, ...Object.keys(aliases)];
  const near = nearest(word, known);
  return near === undefined ? undefined : findField(near);
}

/** Of several words the one with the fewest differences, unless so many differ that it is only a guess. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const differences = distance(word, candidate);
    if (differences < fewest) {
      fewest = differences;
      best = candidate;
    }
  }
  return best;
}

/** Other words for the values of choices. */
const choiceAliases: Record<string, string> = {
  companies: 'company',
  virksomhed: 'company',
  virksomheder: 'company',
  people: 'person',
  persons: 'person',
  personer: 'person',
  'hard copy': 'hard-copy',
  hardcopy: 'hard-copy',
  papirkopi: 'hard-copy',
  mail: 'email',
  'e-mail': 'email',
  true: 'yes',
  ja: 'yes',
  false: 'no',
  nej: 'no',
  'very positive': 'very-positive',
  'very negative': 'very-negative',
  'meget positiv': 'very-positive',
  positiv: 'positive',
  neutralt: 'neutral',
  negativ: 'negative',
  'meget negativ': 'very-negative',
  'not started': 'not-started',
  'in progress': 'in-progress',
  'ikke startet': 'not-started',
  'i gang': 'in-progress',
  vundet: 'won',
  tabt: 'lost',
};

/** The value of a choice that a word means, in any case, in English or Danish. */
export function findChoice(field: FieldDefinition, written: string): string | undefined {
  const word = written.toLowerCase();
  const value = Object.hasOwn(choiceAliases, word) ? choiceAliases[word] : word;
  return field.values?.find((one) => one === value);
}
