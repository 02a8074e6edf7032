import type { en } from '../en/index.ts';
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

/** Danish (glossary: `domain.md` §1); has exactly the keys of the English one. */
export const da: Record<keyof typeof en, string> = {
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
};
