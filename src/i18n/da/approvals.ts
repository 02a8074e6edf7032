import type { approvals as english } from '../en/approvals.ts';

export const approvals: Record<keyof typeof english, string> = {};
