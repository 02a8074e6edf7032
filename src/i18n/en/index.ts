import { approvals } from './approvals.ts';
import { common } from './common.ts';
import { criteria } from './criteria.ts';
import { criteriaModal } from './criteria-modal.ts';
import { errors } from './errors.ts';
import { interactions } from './interactions.ts';
import { logging } from './logging.ts';

/** English: the catalogue that says which keys there are. One file per area. */
export const en = {
  ...approvals,
  ...common,
  ...criteria,
  ...criteriaModal,
  ...errors,
  ...interactions,
  ...logging,
} as const;
