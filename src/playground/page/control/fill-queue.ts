import type { FillBody } from '../../protocol.ts';
import { isShownInView, post, type Refusal } from './api.ts';

/** Typing sends one request at a time; what was typed meanwhile replaces what still waits. */
const waiting = new Map<string, FillBody>();
let running: Promise<void> | undefined;
const listeners = new Set<(answer: Refusal) => void>();

export function fill(body: FillBody): Promise<void> {
  waiting.set(`${body.view}\n${body.blockId}\n${body.actionId}`, body);
  running ??= drain().finally(() => {
    running = undefined;
  });
  return running;
}

/** Resolves once everything typed so far has reached the playground: wait for it before a submit. */
export async function settled(): Promise<void> {
  while (running) await running;
}

export function onFillRefused(listener: (answer: Refusal) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function drain(): Promise<void> {
  for (;;) {
    const next = waiting.entries().next().value;
    if (!next) return;
    const [key, body] = next;
    waiting.delete(key);
    const answer = await post('fill', body);
    if (!answer.ok && !isShownInView(answer)) for (const listener of listeners) listener(answer);
  }
}
