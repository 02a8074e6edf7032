import { expect } from 'vitest';
import type { OpenView } from '../../src/playground/protocol.ts';
import type { Person } from './person.ts';
import { textOf } from './valid-slack.ts';

interface Option {
  text: { text: string };
  value: string;
}
interface Block {
  block_id: string;
  accessory?: { type: string; action_id: string; options?: Option[] };
  elements?: { action_id: string; options?: Option[] }[];
  element?: { type: string; action_id: string; initial_value?: string; options?: Option[] };
}

const blocksOf = (view: OpenView) => view.view.blocks as Block[];

/** Everything that a person reads in a modal. */
export const wordsIn = (view: OpenView): string => textOf(view.view.blocks);

/** The modal as soon as its words match, and not before the one that was there is gone. */
export async function modalThat(person: Person, words: RegExp, not?: RegExp): Promise<OpenView> {
  let found: OpenView | undefined;
  await expect
    .poll(async () => {
      const view = (await person.see()).views.at(-1);
      const said = view ? `${JSON.stringify(view.view.title)}\n${wordsIn(view)}\n${view.notice ?? ''}` : '';
      found = view && !view.busy && words.test(said) && !not?.test(said) ? view : undefined;
      return found ? 'found' : said.slice(0, 1500);
    })
    .toBe('found');
  if (!found) throw new Error('No modal is open');
  return found;
}

/** Chooses from the three dots of the row with these words. */
export function chooseInRow(person: Person, view: OpenView, row: RegExp, choice: RegExp) {
  const block = blocksOf(view).find((one) => one.accessory?.type === 'overflow' && row.test(textOf(one)));
  const option = block?.accessory?.options?.find(({ text }) => choice.test(text.text));
  if (!block?.accessory || !option) throw new Error(`No ${choice} at ${row} in ${wordsIn(view)}`);
  return person.act('click', {
    in: { view: view.id },
    blockId: block.block_id,
    actionId: block.accessory.action_id,
    value: { type: 'overflow', selected_option: option },
  });
}

/** Presses the button at the side of the row with these words. */
export function pressInRow(person: Person, view: OpenView, row: RegExp) {
  const block = blocksOf(view).find((one) => one.accessory?.type === 'button' && row.test(textOf(one)));
  if (!block?.accessory) throw new Error(`No button at ${row} in ${wordsIn(view)}`);
  const { action_id: actionId } = block.accessory;
  return person.act('click', { in: { view: view.id }, blockId: block.block_id, actionId, confirmed: true });
}

/** The input whose block id begins so. */
function inputOf(view: OpenView, field: string): { blockId: string; actionId: string; options: Option[] } {
  const block = blocksOf(view).find((one) => one.block_id.split(':')[0] === field && one.element);
  if (!block?.element) throw new Error(`No input ${field}`);
  const { action_id: actionId, options = [] } = block.element;
  return { blockId: block.block_id, actionId, options };
}

/** The first choice of an input. */
export const optionOf = (view: OpenView, field: string): Option | undefined =>
  inputOf(view, field).options[0];

/** Fills in a field of a form. */
export function fillIn(person: Person, view: OpenView, field: string, value: object) {
  const { blockId, actionId } = inputOf(view, field);
  return person.act('fill', { view: view.id, blockId, actionId, value });
}

/** Types a number. */
export const typeNumber = (person: Person, view: OpenView, field: string, value: string) =>
  fillIn(person, view, field, { type: 'number_input', value });

/** Chooses what the select has itself. */
export function choose(person: Person, view: OpenView, field: string, value: string) {
  const option = inputOf(view, field).options.find((one) => one.value === value);
  const type = field === 'lines' ? 'radio_buttons' : 'static_select';
  return fillIn(person, view, field, { type, selected_option: option });
}

/** Chooses from a select in a row of buttons. */
export function chooseIn(person: Person, view: OpenView, action: RegExp, value: string) {
  for (const block of blocksOf(view)) {
    const select = block.elements?.find((one) => action.test(one.action_id));
    const option = select?.options?.find((one) => one.value === value);
    if (select && option) {
      return person.act('click', {
        in: { view: view.id },
        blockId: block.block_id,
        actionId: select.action_id,
        value: { type: 'static_select', selected_option: option },
      });
    }
  }
  throw new Error(`No ${value} at ${action}`);
}

/** Searches in a select, and chooses the first that is found. @returns what was found */
export async function search(
  person: Person,
  view: OpenView,
  field: string,
  query: string,
): Promise<string[]> {
  const { blockId, actionId } = inputOf(view, field);
  const answer = await person.post('suggest', { view: view.id, blockId, actionId, query });
  const { options } = answer as unknown as { options: Option[] };
  const [first] = options;
  if (!first) throw new Error(`Nothing is found for ${query}`);
  await fillIn(person, view, field, { type: 'external_select', selected_option: first });
  return options.map(({ text }) => text.text);
}

/** What an input shows at first. */
export const initialOf = (view: OpenView, field: string): unknown =>
  blocksOf(view).find((one) => one.block_id.split(':')[0] === field)?.element?.initial_value;

export const errorsOf = (view: OpenView): Record<string, string> =>
  Object.fromEntries(Object.entries(view.errors ?? {}).map(([id, text]) => [id.split(':')[0] ?? '', text]));

export async function closeAll(...people: Person[]): Promise<void> {
  for (const person of people) {
    const top = (await person.see()).views.at(-1);
    if (top) await person.act('close', { view: top.id, all: true });
  }
}

/** Ticks those whose words match, in whichever group of checkboxes they stand, and no others. */
export async function tick(person: Person, view: OpenView, words: readonly RegExp[]): Promise<void> {
  const left = new Set(words);
  for (const { block_id: blockId, element } of blocksOf(view)) {
    if (element?.type !== 'checkboxes') continue;
    const { action_id: actionId, options = [] } = element;
    const matching = words.flatMap((word) => {
      const found = options.find(({ text }) => word.test(text.text));
      if (found) left.delete(word);
      return found ?? [];
    });
    const value = { type: 'checkboxes', selected_options: matching };
    await person.act('fill', { view: view.id, blockId, actionId, value });
  }
  if (left.size > 0) throw new Error(`No ${[...left].join(', ')} in ${wordsIn(view)}`);
}
