import type { ComponentChildren } from 'preact';

export interface Choice {
  key: string;
  label: string;
  description?: string | undefined;
  group?: string | undefined;
  icon?: ComponentChildren;
}

export interface Section {
  label: string | undefined;
  choices: Choice[];
}

/** What matches the typed text, best first within each group: a match at a word's start beats one inside. */
export function matching(choices: Choice[], query: string): Choice[] {
  const wanted = fold(query.trim());
  if (!wanted) return choices;
  const rank = (choice: Choice) => {
    const text = fold(choice.label);
    if (text.startsWith(wanted)) return 0;
    return text.includes(` ${wanted}`) ? 1 : text.includes(wanted) ? 2 : 3;
  };
  const ranked = choices.map((choice) => ({ choice, rank: rank(choice) })).filter((one) => one.rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank).map((one) => one.choice);
}

export function sections(choices: Choice[]): Section[] {
  const out = new Map<string | undefined, Choice[]>();
  for (const choice of choices) out.set(choice.group, [...(out.get(choice.group) ?? []), choice]);
  return [...out].map(([label, grouped]) => ({ label, choices: grouped }));
}

/** In the order in which they are drawn, for the arrow keys. */
export function inOrder(choices: Choice[]): Choice[] {
  return sections(choices).flatMap((section) => section.choices);
}

export function step(at: number, by: number, count: number): number {
  return count === 0 ? -1 : (at + by + count) % count;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}
