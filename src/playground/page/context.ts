import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Channel, Person, Snapshot } from '../protocol.ts';
import type { Route } from './route.ts';
import type { Reader } from './text/dates.ts';

/** What every part of the page may need. */
export interface Page {
  snapshot: Snapshot;
  me: Person;
  reader: Reader;
  route: Route;
  go: (change: Partial<Route>) => void;
  tell: (problem: string) => void;
  drafts: Record<string, string>; // what stands in each composer, by channel (and thread)
  setDraft: (key: string, text: string) => void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('usePage outside of the page');
  return page;
}

export function personById(snapshot: Snapshot, id: string): Person | undefined {
  return snapshot.people.find((person) => person.id === id);
}

export function channelById(snapshot: Snapshot, id: string): Channel | undefined {
  return snapshot.channels.find((channel) => channel.id === id);
}

export function userName(snapshot: Snapshot, id: string): string {
  if (id === snapshot.app.botUserId) return snapshot.app.name;
  if (id === 'USLACKBOT') return 'Slackbot';
  return personById(snapshot, id)?.realName ?? id;
}

export function channelTitle(snapshot: Snapshot, channel: Channel): string {
  return channel.kind === 'dm' ? snapshot.app.name : channel.name;
}
