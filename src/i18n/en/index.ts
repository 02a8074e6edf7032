import { approvals } from './approvals.ts';
import { common } from './common.ts';
import { criteria } from './criteria.ts';
import { criteriaModal } from './criteria-modal.ts';
import { errors } from './errors.ts';
import { interactions } from './interactions.ts';
import { logging } from './logging.ts';
import { reuse } from './reuse.ts';
import { segmentForms } from './segment-forms.ts';
import { segments } from './segments.ts';
import { setup } from './setup.ts';

/** English: the catalogue that says which keys there are. One file per area. */
export const en = {
  ...approvals,
  ...common,
  ...criteria,
  ...criteriaModal,
  ...errors,
  ...interactions,
  ...reuse,
  ...segmentForms,
  ...segments,
  ...setup,
  ...logging,
} as const;
