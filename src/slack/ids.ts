import type { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Something a person can press or choose: its id, and what the press carries. */
export interface ActionId<Schema extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly value: Schema;
}

/** A modal: its callback id, and what its private metadata holds. */
export interface ViewId<Schema extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly metadata: Schema;
}

const checked = (id: string): string => {
  // A colon and a number after an id tell equal ones in one block apart.
  if (!/^[a-z][a-z0-9.-]*$/.test(id) || id.length > LIMITS.id - 10) throw new RangeError(`Not an id: ${id}`);
  return id;
};

/**
 * Names an action, such as `segment.show`.
 * @param value what the press carries: parsed again when it comes back, because it comes from a client
 */
export const defineAction = <Schema extends z.ZodType>(id: string, value: Schema): ActionId<Schema> => ({
  id: checked(id),
  value,
});

/** Names a modal, such as `segment.new`; `metadata` is what it carries. */
export const defineView = <Schema extends z.ZodType>(id: string, metadata: Schema): ViewId<Schema> => ({
  id: checked(id),
  metadata,
});
