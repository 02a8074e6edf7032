import type { interactionTemplates } from '../../db/schema/index.ts';
import type { Locale } from '../../i18n/translate.ts';

/** What is called differently in each language of the workspace. */
type Named = Record<Locale, string>;

interface StartTemplate
  extends Required<
    Pick<
      typeof interactionTemplates.$inferInsert,
      'code' | 'interactionGroupCode' | 'unitCost' | 'unitDuration' | 'correspondenceType'
    >
  > {
  name: Named;
  /** Outbound by us, or inbound by them. */
  from: 'us' | 'them';
}

/** Template of calls to the contacts of a segment. */
export const START_CALL_TEMPLATE = 'OUTGOING';

export const START_GROUPS: Record<string, Named> = {
  LETTER: { en: 'Letters', da: 'Breve' },
  MAIL: { en: 'E-mails', da: 'E-mails' },
  PHONE: { en: 'Phone calls', da: 'Telefonsamtaler' },
  MEETING: { en: 'Meetings and visits', da: 'Møder og besøg' },
  EVENT: { en: 'Events', da: 'Arrangementer' },
  NOTE: { en: 'Notes', da: 'Notater' },
};

export const START_STATUSES: Record<string, Named> = {
  PLANNED: { en: 'Planned', da: 'Planlagt' },
  APPROVED: { en: 'Approved', da: 'Godkendt' },
  READY: { en: 'Ready to start', da: 'Klar til start' },
  RUNNING: { en: 'Running', da: 'I gang' },
  PAUSED: { en: 'Paused', da: 'På pause' },
  DONE: { en: 'Done', da: 'Afsluttet' },
};

/** Languages that texts can be written in; an import brings more. */
export const START_LANGUAGES: Record<string, Named> = {
  DAN: { en: 'Danish', da: 'Dansk' },
  DEU: { en: 'German', da: 'Tysk' },
  ENU: { en: 'English', da: 'Engelsk' },
  FRA: { en: 'French', da: 'Fransk' },
  NOR: { en: 'Norwegian', da: 'Norsk' },
  SVE: { en: 'Swedish', da: 'Svensk' },
};

type Figures = [cost: string, minutes: number];

const template = (
  code: string,
  interactionGroupCode: string,
  [unitCost, unitDuration]: Figures,
  name: Named,
  more: { from?: 'us' | 'them'; by?: 'email' | 'hard-copy' } = {},
): StartTemplate => ({
  code,
  interactionGroupCode,
  unitCost,
  unitDuration,
  name,
  from: more.from ?? 'us',
  correspondenceType: more.by ?? '',
});

export const START_TEMPLATES: readonly StartTemplate[] = [
  template(
    'BUS',
    'LETTER',
    ['5.00', 20],
    { en: 'Business letter', da: 'Forretningsbrev' },
    { by: 'hard-copy' },
  ),
  template('CARD', 'LETTER', ['3.00', 5], { en: 'Greeting card', da: 'Hilsen på kort' }, { by: 'hard-copy' }),
  template('EMAIL', 'MAIL', ['0.50', 10], { en: 'Personal e-mail', da: 'Personlig e-mail' }, { by: 'email' }),
  template('NEWS', 'MAIL', ['0.10', 1], { en: 'Newsletter', da: 'Nyhedsbrev' }, { by: 'email' }),
  template('INMAIL', 'MAIL', ['0.00', 5], { en: 'E-mail received', da: 'Modtaget e-mail' }, { from: 'them' }),
  template(START_CALL_TEMPLATE, 'PHONE', ['1.00', 15], { en: 'Outgoing call', da: 'Udgående opkald' }),
  template(
    'INCOME',
    'PHONE',
    ['0.00', 10],
    { en: 'Incoming call', da: 'Indgående opkald' },
    { from: 'them' },
  ),
  template('VISIT', 'MEETING', ['50.00', 120], { en: 'Visit to the contact', da: 'Besøg hos kontakten' }),
  template('MEETING', 'MEETING', ['25.00', 90], { en: 'Meeting at our place', da: 'Møde hos os' }),
  template('ONLINE', 'MEETING', ['5.00', 45], { en: 'Online meeting', da: 'Onlinemøde' }),
  template(
    'INVITE',
    'EVENT',
    ['2.00', 5],
    { en: 'Invitation to an event', da: 'Invitation til arrangement' },
    { by: 'email' },
  ),
  template('MEMO', 'NOTE', ['0.00', 10], { en: 'Note about the contact', da: 'Notat om kontakten' }),
];
