export type InformationFlow = '' | 'outbound' | 'inbound';
export type InitiatedBy = '' | 'us' | 'them';
export type CorrespondenceType = '' | 'hard-copy' | 'email';
/** What a header says and encloses in one language (`domain.md` §3.6). */
export interface LanguageRow {
  description: string;
  subject: string;
  attachmentId: number | null;
}

export type Evaluation = '' | 'very-positive' | 'positive' | 'neutral' | 'negative' | 'very-negative';

/** New values of header fields (`domain.md` §3.4); what is left out stays. Null clears a code. */
export interface HeaderChanges {
  description?: string;
  /** Business date, `YYYY-MM-DD`, 1900 to 2999. */
  date?: string;
  salespersonCode?: string | null;
  /** Clearing it clears target and response. */
  campaignNo?: string | null;
  campaignTarget?: boolean;
  campaignResponse?: boolean;
  /**
   * Brings group, language, rows by language with their subject, cost, duration, flow, initiated by, correspondence
   * type and its flag, target and response, and its campaign if it has one.
   */
  templateCode?: string | null;
  /** A language without a row gets one, if there is a template. */
  languageCode?: string | null;
  /** Of the default language. */
  subject?: string;
  /** Rows by language to be written; null takes one away. */
  languages?: Record<string, LanguageRow | null>;
  /** Decimal string, at least 0. */
  unitCost?: string;
  /** Whole minutes, at least 0. */
  unitDuration?: number;
  informationFlow?: InformationFlow;
  initiatedBy?: InitiatedBy;
  correspondenceType?: CorrespondenceType;
  ignoreContactCorrespondenceType?: boolean;
}

/** A header field that can change, by the template too. */
export type HeaderField = keyof HeaderChanges | 'groupCode';

/** What a line says, whether it comes from the header or is the line's own (`domain.md` §3.5). */
export interface LineValues {
  description: string;
  date: string;
  /** `HH:MM` */
  time: string | null;
  salespersonCode: string | null;
  campaignNo: string | null;
  campaignTarget: boolean;
  campaignResponse: boolean;
  templateCode: string | null;
  groupCode: string | null;
  languageCode: string | null;
  subject: string;
  attachmentId: number | null;
  cost: string;
  duration: number;
  informationFlow: InformationFlow;
  initiatedBy: InitiatedBy;
  correspondenceType: CorrespondenceType;
  evaluation: Evaluation;
  attemptFailed: boolean;
}
export type LineField = keyof LineValues;

/** Fields of a line that people may edit. */
export type EditableLineField = Exclude<
  LineField,
  'campaignNo' | 'templateCode' | 'groupCode' | 'informationFlow' | 'initiatedBy'
>;
/** New values of line fields; what is left out stays, null: as the header has it again. */
export type LineChanges = { [Field in EditableLineField]?: LineValues[Field] | null };

/** New values of many lines at once; null: as the header has it again, the template with all that it brings. */
export interface LinesChanges {
  salespersonCode?: string;
  templateCode?: null;
  campaignNo?: null;
  date?: null;
  correspondenceType?: '' | 'hard-copy';
}

/** One header field that would change, and what that means for the lines. */
export interface HeaderFieldPreview {
  field: HeaderField;
  before: string | number | boolean | null;
  after: string | number | boolean | null;
  /** Lines that take the new value if they are to follow. */
  follow: number;
  /** Lines that keep a value of their own in any case. */
  deviate: number;
  /** Of those that follow: lines whose own value is replaced, because a new template refreshes it. */
  replaced: number;
}

export interface HeaderPreview {
  version: number;
  lines: number;
  /** Empty when nothing would change. */
  changes: HeaderFieldPreview[];
  /** Language that gets a row because it is to be the default. */
  newLanguage: string | null;
}
