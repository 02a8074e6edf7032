import type { ImportFile } from '../import-file.ts';
import { campaignsFile, templatesFile } from './campaign-files.ts';
import { codeFiles, salespeopleFile } from './code-files.ts';
import { contactsFile } from './contact-file.ts';
import { altAddressDateRangesFile, altAddressesFile, contactLinkFiles } from './contact-link-files.ts';
import { profileAnswersFile, questionnaireLinesFile, questionnairesFile } from './profile-files.ts';

/** The files of the format, each after those it refers to. */
export const importFiles: ImportFile[] = [
  ...codeFiles,
  salespeopleFile,
  templatesFile,
  campaignsFile,
  contactsFile,
  ...contactLinkFiles,
  altAddressesFile,
  altAddressDateRangesFile,
  questionnairesFile,
  questionnaireLinesFile,
  profileAnswersFile,
];

const byName = new Map(importFiles.map((file) => [file.name, file]));

export function fileNamed(name: string): ImportFile {
  const file = byName.get(name);
  if (!file) throw new Error(`${name} is not a file of the format`);
  return file;
}

/** Files of the format for which there is no table yet. */
export const unusedFiles = [
  'sales_cycles.csv',
  'sales_cycle_stages.csv',
  'close_opportunity_codes.csv',
  'activities.csv',
];
