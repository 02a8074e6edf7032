/** An error as it may be logged or kept: without the values of a query, which can be people's names and texts. */
export interface SafeError {
  name: string;
  message: string;
  code?: string;
  stack?: string;
}

/** What went wrong and where, fit for the log. */
export function safeError(error: unknown): SafeError {
  if (!(error instanceof Error)) return { name: 'Error', message: typeof error };
  // Drizzle puts the query and its parameters into the message, and the server's own words into the cause.
  const said = 'params' in error && error.cause instanceof Error ? error.cause : error;
  const code = 'code' in said && typeof said.code === 'string' ? said.code : undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: said.name,
    message: said.message,
    ...(code === undefined ? {} : { code }),
    stack: frames.join('\n'),
  };
}
