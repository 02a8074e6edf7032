import { useEffect, useState } from 'preact/hooks';

/** Where the page stands: `#/U0RITA/C0SALES/1700000000.000100` is person, channel and open thread. */
export interface Route {
  person: string;
  place: string; // channel id, or "home"
  thread?: string;
}

export function parseRoute(hash: string): Route {
  const [person = '', place = '', thread] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  return thread ? { person, place, thread } : { person, place };
}

export function formatRoute({ person, place, thread }: Route): string {
  const parts = thread ? [person, place, thread] : [person, place];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

export function useRoute(): [Route, (route: Route, replace?: boolean) => void] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const read = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  const go = (next: Route, replace = false) => {
    if (replace) history.replaceState(null, '', formatRoute(next));
    else location.hash = formatRoute(next);
    setRoute(next);
  };
  return [route, go];
}
