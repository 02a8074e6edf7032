import type { OpenView, StateValue } from '../../src/playground/protocol.ts';
import type { Person } from './person.ts';
import { addContacts, type TestWorkspace } from './workspace.ts';

/** Two Danish companies with three people, a Swedish company, and a person of no company. */
export const addSeven = (workspace: TestWorkspace): Promise<void> =>
  addContacts(workspace, [
    { id: 1, name: 'Aarhus Møbler', country: 'DK' },
    { id: 2, name: 'Byens Borde', country: 'DK' },
    { id: 3, name: 'Stolar AB', country: 'SE' },
    { id: 4, name: 'Ann', company: 1, country: 'DK' },
    { id: 5, name: 'Bo', company: 1, country: 'DK' },
    { id: 6, name: 'Cia', company: 2, country: 'DK' },
    { id: 7, name: 'Dan', type: 'person' },
  ]);

interface Block {
  block_id: string;
  elements?: { action_id: string }[];
}
const blocksOf = (view: OpenView) => view.view.blocks as Block[];
/** What rows of filters begin with. */
export const headsOf = (view: OpenView) => blocksOf(view).filter(({ block_id: id }) => id.startsWith('row:'));
export const option = (value: string, text = value) => ({ text: { type: 'plain_text', text }, value });

/** Chooses from a select of the row, 0 for the first. */
export function choose(person: Person, view: OpenView, row: number, actionId: string, value: string) {
  const head = headsOf(view)[row];
  const select: StateValue = { type: 'static_select', selected_option: offered(view, row, actionId, value) };
  return person.act('click', { in: { view: view.id }, blockId: head?.block_id, actionId, value: select });
}

function offered(view: OpenView, row: number, actionId: string, value: string) {
  const select = headsOf(view)[row]?.elements?.find(({ action_id: id }) => id === actionId) as
    | { options?: { value: string }[]; option_groups?: { options: { value: string }[] }[] }
    | undefined;
  const options = [
    ...(select?.options ?? []),
    ...(select?.option_groups ?? []).flatMap((group) => group.options),
  ];
  const found = options.find((one) => one.value === value);
  if (!found) throw new Error(`${value} is not offered`);
  return found;
}

/** Searches for a code as a person does, and chooses it. @returns what was offered */
export async function chooseCode(
  person: Person,
  view: OpenView,
  query: string,
  code: string,
): Promise<string[]> {
  const value = blocksOf(view).find(({ block_id: id }) => id.startsWith('value:'));
  const search = { view: view.id, blockId: value?.block_id, actionId: 'criteria.codes', query };
  const found = (await person.post('suggest', search)) as unknown as { options: ReturnType<typeof option>[] };
  const chosen = found.options.filter((one) => one.value === code);
  await person.fill(view, /^criteria\.codes$/, {
    type: 'multi_external_select',
    selected_options: chosen,
  });
  return found.options.map((one) => one.text.text);
}

/** Opens the modal of add, reduce or refine, counted. */
export async function open(person: Person, verb: string, no: string): Promise<OpenView> {
  await person.say('C0SALES', `/segment ${verb} ${no}`);
  return person.modal(/Counted at/);
}
