import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Text that is being typed. The playground's answer comes a little later than the next key, so the
 * page's own text wins until the playground says something that was not typed here.
 */
export function useDraft(known: string, send: (text: string) => void): [string, (text: string) => void] {
  const [draft, setDraft] = useState(known);
  const sent = useRef<string[]>([]);
  const seen = useRef(known);
  useEffect(() => {
    if (known === seen.current) return;
    seen.current = known;
    const echo = sent.current.indexOf(known);
    if (echo >= 0) sent.current.splice(0, echo + 1);
    else setDraft(known);
  }, [known]);
  const type = (text: string) => {
    setDraft(text);
    sent.current.push(text);
    send(text);
  };
  return [draft, type];
}
