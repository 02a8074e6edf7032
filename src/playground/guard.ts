import type { NextFunction, Request, Response } from 'express';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the Host header names this machine; a foreign name means DNS rebinding. */
export function isHostAllowed(host: string | undefined): boolean {
  const url = `http://${host ?? ''}`;
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);
}

/** Refuses requests under a foreign name, and those that a page from elsewhere makes. */
export function guard(request: Request, response: Response, next: NextFunction): void {
  const { host, origin } = request.headers;
  if (!isHostAllowed(host) || (origin !== undefined && origin !== `http://${host}`)) {
    response.status(403).type('text').send('The playground answers on this machine only.\n');
    return;
  }
  next();
}
