import type { criteriaModal as english } from '../en/criteria-modal.ts';

export const criteriaModal: Record<keyof typeof english, string> = {};
