import type { Database } from '../../src/db/client.ts';
import {
  businessRelations,
  contactBusinessRelations,
  contactIndustryGroups,
  contactJobResponsibilities,
  contactMailingGroups,
  contactProfileAnswers,
  contacts,
  countries,
  currencies,
  industryGroups,
  jobResponsibilities,
  languages,
  mailingGroups,
  organizationalLevels,
  profileQuestionnaireLines,
  profileQuestionnaires,
  salespeople,
  salutations,
  territories,
  workspaces,
} from '../../src/db/schema/index.ts';
import { CODES, LINES, QUESTION_LINES, QUESTIONNAIRES } from './arbitrary-contacts.ts';
import type { PlainContact } from './naive-criteria.ts';
import { storeHistory } from './plain-history.ts';

const CODE_TABLES = [
  countries,
  territories,
  salespeople,
  languages,
  currencies,
  organizationalLevels,
  salutations,
  industryGroups,
  mailingGroups,
  businessRelations,
  jobResponsibilities,
];

/**
 * Writes a new workspace that holds exactly these contacts; ids are theirs, whatever other workspaces hold.
 * @param words what questions and answers are called, if not by their own words
 */
export async function storeContacts(
  db: Database,
  teamId: string,
  list: PlainContact[],
  words: (own: string) => string = (own) => own,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(workspaces)
      .values({ teamId, name: teamId })
      .returning({ id: workspaces.id });
    const workspaceId = made?.id ?? 0;
    const codes = CODES.map((code) => ({ workspaceId, code, description: `The ${code}` }));
    for (const table of CODE_TABLES) await tx.insert(table).values(codes);
    await tx.insert(profileQuestionnaires).values(
      QUESTIONNAIRES.map((code) => ({
        workspaceId,
        code,
        description: code,
        contactType: '' as const,
        priority: 'normal',
      })),
    );
    await tx.insert(profileQuestionnaireLines).values(questionnaireLines(workspaceId, words));
    if (list.length > 0) {
      await tx
        .insert(contacts)
        .overridingSystemValue()
        .values(list.map((one) => contactRow(workspaceId, one)));
    }
    const links = [
      [contactIndustryGroups, 'industry'],
      [contactBusinessRelations, 'relation'],
      [contactMailingGroups, 'mailing'],
      [contactJobResponsibilities, 'job'],
    ] as const;
    for (const [table, key] of links) {
      const rows = list.flatMap((one) => one[key].map((code) => ({ workspaceId, contactId: one.id, code })));
      if (rows.length > 0) await tx.insert(table).values(rows);
    }
    const answers = list.flatMap((one) =>
      one.profile.map(({ questionnaire, line }) => ({
        workspaceId,
        contactId: one.id,
        questionnaireCode: questionnaire,
        lineNo: line,
        priority: 'normal',
      })),
    );
    if (answers.length > 0) await tx.insert(contactProfileAnswers).values(answers);
    await storeHistory(tx, workspaceId, list);
    return workspaceId;
  });
}

function questionnaireLines(
  workspaceId: number,
  words: (own: string) => string,
): (typeof profileQuestionnaireLines.$inferInsert)[] {
  const common = { workspaceId, multipleAnswers: true, priority: 'normal', autoClassification: false };
  return QUESTIONNAIRES.flatMap((questionnaireCode) => [
    ...Object.entries(QUESTION_LINES).map(([description, lineNo]) => ({
      ...common,
      questionnaireCode,
      lineNo,
      type: 'question' as const,
      questionLineNo: lineNo,
      description: words(description),
    })),
    ...LINES.filter((one) => one.questionnaire === questionnaireCode).map((one) => ({
      ...common,
      questionnaireCode,
      lineNo: one.line,
      type: 'answer' as const,
      questionLineNo: QUESTION_LINES[one.question] ?? 0,
      description: words(one.answer),
    })),
  ]);
}

function contactRow(workspaceId: number, { id, fields, company, created, modified }: PlainContact) {
  return {
    workspaceId,
    id,
    no: fields.no,
    type: fields.type as 'company' | 'person',
    companyId: company?.id ?? null,
    companyName: company?.fields.name ?? '',
    name: fields.name,
    countryCode: fields.country || null,
    territoryCode: fields.territory || null,
    salespersonCode: fields.salesperson || null,
    languageCode: fields.language || null,
    currencyCode: fields.currency || null,
    city: fields.city,
    postCode: fields['post-code'],
    email: fields.email,
    phone: fields.phone,
    jobTitle: fields['job-title'],
    organizationalLevelCode: fields.level || null,
    salutationCode: fields.salutation || null,
    correspondenceType: fields.correspondence as '' | 'hard-copy' | 'email',
    excludeFromSegment: fields.excluded === 'yes',
    createdAt: new Date(created),
    modifiedAt: new Date(modified),
  };
}
