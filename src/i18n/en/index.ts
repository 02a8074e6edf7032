import { approvals } from './approvals.ts';
import { calls } from './calls.ts';
import { campaigns } from './campaigns.ts';
import { cancel } from './cancel.ts';
import { channelProblems } from './channel-problems.ts';
import { cleanup } from './cleanup.ts';
import { common } from './common.ts';
import { criteria } from './criteria.ts';
import { criteriaModal } from './criteria-modal.ts';
import { errors } from './errors.ts';
import { filesRefused } from './files-refused.ts';
import { followUps } from './follow-ups.ts';
import { interactionLog } from './interaction-log.ts';
import { interactions } from './interactions.ts';
import { logProblems } from './log-problems.ts';
import { logging } from './logging.ts';
import { opportunities } from './opportunities.ts';
import { reuse } from './reuse.ts';
import { segmentCards } from './segment-cards.ts';
import { segmentForms } from './segment-forms.ts';
import { segments } from './segments.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { single } from './single.ts';
import { tasks } from './tasks.ts';

/** English: the catalogue that says which keys there are. One file per area. */
export const en = {
  ...approvals,
  ...calls,
  ...campaigns,
  ...channelProblems,
  ...filesRefused,
  ...cancel,
  ...cleanup,
  ...common,
  ...criteria,
  ...criteriaModal,
  ...errors,
  ...followUps,
  ...interactionLog,
  ...interactions,
  ...opportunities,
  ...reuse,
  ...segmentCards,
  ...segmentForms,
  ...segments,
  ...settings,
  ...setup,
  ...single,
  ...tasks,
  ...logProblems,
  ...logging,
} as const;
