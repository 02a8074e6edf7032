import type { interactions as english } from '../en/interactions.ts';

export const interactions: Record<keyof typeof english, string> = {};
