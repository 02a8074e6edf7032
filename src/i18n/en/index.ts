import { criteria } from './criteria.ts';

/** English: the catalogue that says which keys there are. One file per area. */
export const en = { ...criteria } as const;
