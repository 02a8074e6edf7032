import type { callItems } from '../../db/schema/index.ts';

/** Names a member's turn with a contact: an outcome that comes twice for the same turn is written once. */
export const turnOf = ({
  takenAt,
  calls,
}: Pick<typeof callItems.$inferSelect, 'takenAt' | 'calls'>): string => `${takenAt.getTime()}.${calls}`;
