import type { ConfirmationDialog } from '@slack/types';
import { createContext } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import type { ClickBody, OpenView, StateValue, ViewState } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { isShownInView, post, refusal } from '../control/api.ts';
import { fill, settled } from '../control/fill-queue.ts';
import { initialValue } from './values.ts';

export type Place = ClickBody['in'];

/** Where blocks stand (a message, a view, the App Home), and what its elements hold. */
export interface Scope {
  place: Place;
  state: ViewState;
  errors: Record<string, string>;
  remember: (blockId: string, actionId: string, value: StateValue) => void;
  focusFirst?: string | undefined; // action id
}

export const ScopeContext = createContext<Scope | undefined>(undefined);

export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('useScope outside of blocks');
  return scope;
}

/** A place whose elements the page itself remembers: messages and the App Home. */
export function useLocalScope(place: Place): Scope {
  const [state, setState] = useState<ViewState>({});
  const remember: Scope['remember'] = (blockId, actionId, value) =>
    setState((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } }));
  return { place, state, errors: {}, remember };
}

/** A view: the playground keeps its values; a choice shows at once, until the playground has its say. */
export function useViewScope(view: OpenView, focusFirst: string | undefined): Scope {
  const [chosen, setChosen] = useState<Record<string, Chosen>>({});
  const state: ViewState = structuredClone(view.state);
  for (const { blockId, actionId, value, over } of Object.values(chosen)) {
    if (JSON.stringify(view.state[blockId]?.[actionId]) !== over) continue;
    state[blockId] = { ...state[blockId], [actionId]: value };
  }
  const remember: Scope['remember'] = (blockId, actionId, value) => {
    const over = JSON.stringify(view.state[blockId]?.[actionId]);
    setChosen((before) => ({ ...before, [`${blockId}/${actionId}`]: { blockId, actionId, value, over } }));
  };
  return { place: { view: view.id }, state, errors: view.errors, remember, focusFirst };
}

interface Chosen {
  blockId: string;
  actionId: string;
  value: StateValue;
  over: string | undefined; // what the playground knew when it was chosen
}

/** Text fields keep what is being typed by themselves. */
const TYPED = new Set([
  'plain_text_input',
  'rich_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
]);

export interface ElementLike {
  type: string;
  action_id?: string;
  confirm?: ConfirmationDialog;
}

/** The block around an element, as far as the element needs to know it. */
export interface Holder {
  blockId: string;
  input?: {
    fieldId: string;
    labelId: string;
    describedBy: string;
    optional: boolean;
    dispatch: boolean;
    invalid: boolean;
  };
}

export interface Control {
  value: StateValue | undefined;
  busy: boolean;
  /** Attributes for every interactive part of the element. */
  hooks: Record<string, string>;
  /** Attributes that name the element to assistive technology. */
  aria: Record<string, string | boolean | undefined>;
  /** The person changed the value. */
  change: (value: StateValue) => void;
  /** The person pressed it: tells the app in any case. */
  press: (value?: StateValue) => Promise<void>;
  asking: ConfirmationDialog | undefined;
  answer: (confirmed: boolean) => void;
}

export function useControl(element: ElementLike, holder: Holder, label?: string): Control {
  const scope = useScope();
  const { me, tell } = usePage();
  const [busy, setBusy] = useState(false);
  const [waiting, setWaiting] = useState<{ value?: StateValue | undefined }>();
  const fallbackId = useId();
  const { blockId, input } = holder;
  const actionId = element.action_id ?? fallbackId;
  const hooks: Record<string, string> = { 'data-block-id': blockId, 'data-action-id': actionId };
  if (input && scope.focusFirst === actionId) hooks['data-focus-first'] = '';

  const send = async (value: StateValue | undefined, confirmed: boolean) => {
    if (value && element.type !== 'overflow' && !TYPED.has(element.type))
      scope.remember(blockId, actionId, value);
    setBusy(true);
    await settled();
    const answer = await post('click', {
      as: me.id,
      in: scope.place,
      blockId,
      actionId,
      ...(value ? { value } : {}),
      ...(confirmed ? { confirmed } : {}),
    });
    setBusy(false);
    if (answer.ok || ('view' in scope.place && isShownInView(answer))) return;
    tell(refusal(answer));
  };

  const press = async (value?: StateValue) => {
    if (element.confirm) setWaiting({ value });
    else await send(value, false);
  };

  const change = (value: StateValue) => {
    if (!input) return void press(value);
    if (!TYPED.has(element.type)) scope.remember(blockId, actionId, value);
    if ('view' in scope.place) void fill({ as: me.id, view: scope.place.view, blockId, actionId, value });
    else if (!input.dispatch || !TYPED.has(element.type)) void press(value);
  };

  const answer = (confirmed: boolean) => {
    const pressed = waiting;
    setWaiting(undefined);
    if (confirmed && pressed) void send(pressed.value, true);
  };

  return {
    value: scope.state[blockId]?.[actionId] ?? initialValue(element),
    busy,
    hooks,
    aria: {
      id: input?.fieldId,
      'aria-label': input ? undefined : label,
      'aria-labelledby': input?.labelId,
      'aria-describedby': input?.describedBy,
      'aria-invalid': input?.invalid,
      'aria-required': input ? !input.optional : undefined,
    },
    change,
    press,
    asking: waiting && element.confirm,
    answer,
  };
}
