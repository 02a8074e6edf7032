/** Anything that keeps the embedded Postgres from running; the message is a sentence for a person. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The way out that every unsolvable problem of the embedded server has. */
export const USE_DATABASE_URL = 'Set DATABASE_URL to a Postgres server (15 or newer) instead.';
