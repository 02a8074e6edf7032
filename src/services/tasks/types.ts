import type { tasks } from '../../db/schema/index.ts';

export type TaskType = (typeof tasks.type.enumValues)[number];
export type TaskPriority = (typeof tasks.priority.enumValues)[number];
export type TaskStatus = (typeof tasks.status.enumValues)[number];

/** A company or person a task is about. */
export interface TaskContact {
  no: string;
  name: string;
  type: 'company' | 'person';
  /** Of a person. */
  companyName: string;
  city: string;
}

/** A task as lists show it. */
export interface TaskRow {
  id: number;
  no: string;
  type: TaskType;
  description: string;
  /** Business date, `YYYY-MM-DD`. */
  date: string;
  priority: TaskPriority;
  status: TaskStatus;
  canceled: boolean;
  /** When it was completed or canceled; null while it is open. */
  closedOn: string | null;
  salesperson: { code: string; description: string };
  /** Null for a meeting with several, and for a task about nobody. */
  contact: TaskContact | null;
  /** Contacts that are part of it. */
  attendees: number;
  campaign: { no: string; description: string } | null;
  /** The segment it was created for, as long as its contact is on it. */
  segmentNo: string | null;
  version: number;
}

/** Everything a task's card shows. */
export interface TaskCard extends TaskRow {
  /** The first ones. */
  attendeeNames: string[];
  /** No interaction is logged by hand with such a contact. */
  privacyBlocked: boolean;
  createdBy: { slackUserId: string };
}
