/** What postgres.js must be given beside the address it can read itself. */
export interface Target {
  readonly url: string;
  readonly options: { host?: string };
}

/** Splits an address into what postgres.js reads of it and the socket folder in `?host=`, which it does not. */
export function parseDatabaseUrl(address: string): Target {
  const url = new URL(address);
  const host = url.searchParams.get('host');
  if (!host) return { url: address, options: {} };
  url.searchParams.delete('host');
  return { url: url.href, options: { host } };
}

/** The address of another database on the same server. */
export function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}
