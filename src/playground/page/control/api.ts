import type * as Control from '../../protocol.ts';

/** Every POST of the control API and what it takes. */
export interface Commands {
  say: Control.SayBody;
  click: Control.ClickBody;
  fill: Control.FillBody;
  submit: Control.SubmitBody;
  close: Control.CloseBody;
  suggest: Control.SuggestBody;
  shortcut: Control.ShortcutBody;
  home: Control.HomeBody;
  invite: Control.InviteBody;
  archive: Control.ArchiveBody;
  faults: Control.Fault;
  reset: Record<string, never>;
}

export interface Refusal {
  ok: false;
  error: string;
  messages?: string[];
}

export type Answer<More = unknown> = ({ ok: true } & More) | Refusal;

export async function post<Name extends keyof Commands, More = unknown>(
  name: Name,
  body: Commands[Name],
): Promise<Answer<More>> {
  return answerOf(
    fetch(`/control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

export function clearFaults(): Promise<Answer> {
  return answerOf(fetch('/control/faults', { method: 'DELETE' }));
}

/** Undefined if the playground knows no such person. */
export async function loadSnapshot(as: string): Promise<Control.Snapshot | undefined> {
  const response = await fetch(`/control/state?as=${encodeURIComponent(as)}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The playground answered ${response.status}.`);
  return (await response.json()) as Control.Snapshot;
}

export async function answerOf<More>(request: Promise<Response>): Promise<Answer<More>> {
  try {
    return (await (await request).json()) as Answer<More>;
  } catch {
    return { ok: false, error: 'The playground does not answer. Is it still running?' };
  }
}

/** The sentences of a refusal, for showing to the person. */
/** Whether the modal itself already shows what went wrong: errors below fields, or a banner. */
export function isShownInView({ error, messages }: Refusal): boolean {
  const gone = ['view_not_found', 'view_covered', 'busy'];
  return (
    error === 'input' || gone.includes(error) || messages?.[0]?.startsWith('We had some trouble') === true
  );
}

export function refusal(answer: Refusal): string {
  const { error, messages = [] } = answer;
  return messages.length > 0 ? `${messages.join('\n')} (${error})` : error;
}
