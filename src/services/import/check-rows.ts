import {
  checkAltAddresses,
  checkContacts,
  checkDuplicates,
  checkPeriod,
  checkReference,
  type Run,
} from './checks.ts';
import { checkContactRules } from './contact-checks.ts';
import { checkAnswers, checkQuestions } from './profile-checks.ts';
import type { Staged } from './staging.ts';

/** Rules of single files beyond their keys and codes. */
const RULES: Record<string, (run: Run, staged: Staged) => Promise<void>> = {
  'campaigns.csv': checkPeriod,
  'contacts.csv': checkContactRules,
  'contact_alt_address_date_ranges.csv': async (run, staged) => {
    await checkPeriod(run, staged);
    await checkAltAddresses(run, staged);
  },
  'profile_questionnaire_lines.csv': checkQuestions,
  'profile_answers.csv': checkAnswers,
};

/** Notes what is wrong with rows in the light of each other and of the database. */
export async function checkRows(run: Run): Promise<void> {
  const files = [...run.staged.values()];
  for (const staged of files) await checkDuplicates(run, staged);
  for (const staged of files) {
    for (const reference of staged.file.references) await checkReference(run, staged, reference);
    if (staged.file.contacts) await checkContacts(run, staged);
    await RULES[staged.file.name]?.(run, staged);
  }
}
