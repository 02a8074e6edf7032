import type { Person, Snapshot } from '../protocol.ts';

/** Whose eyes the page opens with before it knows who is there. */
export const DEFAULT_PERSON = 'U0RITA';

/** Who a visitor is at first: somebody who sells, since that is whom the app is made for. */
export function firstPerson({ people }: Snapshot): Person | undefined {
  return people.find((person) => /rep\b|sales/i.test(person.title) && !person.isAdmin) ?? people[0];
}

/** Where a visitor is at first: `#sales`, or else a channel with the app in it. */
export function firstPlace({ channels }: Snapshot, person: string): string {
  const open = channels.filter((channel) => channel.kind !== 'dm' && !channel.isArchived);
  const mine = open.filter((channel) => channel.members.includes(person));
  const found =
    mine.find((channel) => channel.name === 'sales') ??
    mine.find((channel) => channel.botIsMember) ??
    mine[0] ??
    open[0];
  return found?.id ?? 'home';
}
