import type { en } from '../en/index.ts';
import { criteria } from './criteria.ts';

/** Danish (glossary: `domain.md` §1); has exactly the keys of the English one. */
export const da: Record<keyof typeof en, string> = { ...criteria };
