import type { PlainTextElement, PlainTextOption } from '@slack/types';
import { useRef, useState } from 'preact/hooks';
import type { SuggestBody } from '../../protocol.ts';
import { post, refusal } from '../control/api.ts';

export interface Offer {
  options?: PlainTextOption[] | undefined;
  option_groups?: { label: PlainTextElement; options: PlainTextOption[] }[] | undefined;
}

const PAUSE_MS = 150;

/** Asks the app for options while the person types; late answers to older questions are dropped. */
export function useSuggestions({ minLength, body }: { minLength: number; body: Omit<SuggestBody, 'query'> }) {
  const [offer, setOffer] = useState<Offer>({});
  const [status, setStatus] = useState<string>();
  const latest = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const load = async (query: string, number: number) => {
    const answer = await post<'suggest', Offer>('suggest', { ...body, query });
    if (number !== latest.current) return;
    setOffer(answer.ok ? answer : {});
    setStatus(answer.ok ? undefined : `Could not load: ${refusal(answer)}`);
  };

  const ask = (query: string) => {
    latest.current += 1;
    clearTimeout(pause.current);
    if (query.length < minLength) {
      setOffer({});
      setStatus(`Type at least ${minLength} character${minLength === 1 ? '' : 's'}`);
      return;
    }
    setStatus('Searching…');
    const number = latest.current;
    pause.current = setTimeout(() => void load(query, number), query === '' ? 0 : PAUSE_MS);
  };
  return { offer, status, ask };
}
