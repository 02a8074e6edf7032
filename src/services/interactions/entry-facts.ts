import {
  campaigns,
  contacts,
  interactionLogEntries as entry,
  interactionTemplates,
} from '../../db/schema/index.ts';
import type { EVALUATIONS } from './interaction-input.ts';

export type EvaluationValue = '' | (typeof EVALUATIONS)[number];

/** What every telling of one interaction says, postponed or logged. */
export interface EntryFacts {
  entryId: number;
  contact: { no: string; name: string; type: 'company' | 'person'; companyName: string; city: string };
  template: { code: string; description: string };
  campaign: { no: string; description: string } | null;
  description: string;
  /** Business date, `YYYY-MM-DD`, and time of day, `HH:MM`, if one was said. */
  date: string;
  time: string | null;
  attemptFailed: boolean;
  campaignResponse: boolean;
  evaluation: EvaluationValue;
}

/** Columns for a select from the entries, joined with contacts, templates and, where there is one, the campaign. */
export const factColumns = {
  entryId: entry.id,
  contact: {
    no: contacts.no,
    name: contacts.name,
    type: contacts.type,
    companyName: contacts.companyName,
    city: contacts.city,
  },
  template: { code: interactionTemplates.code, description: interactionTemplates.description },
  campaign: { no: campaigns.no, description: campaigns.description },
  description: entry.description,
  date: entry.date,
  time: entry.timeOfInteraction,
  attemptFailed: entry.attemptFailed,
  campaignResponse: entry.campaignResponse,
  evaluation: entry.evaluation,
};

/** A selected row as it is told: a company has no company beside its name, a time no seconds. */
export const withFacts = <T extends Pick<EntryFacts, 'contact' | 'time'>>(row: T): T => ({
  ...row,
  contact: { ...row.contact, companyName: row.contact.type === 'company' ? '' : row.contact.companyName },
  time: row.time?.slice(0, 5) ?? null,
});
