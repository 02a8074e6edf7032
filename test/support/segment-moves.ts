import fc from 'fast-check';
import type { HeaderChanges, LineChanges, StepInput } from '../../src/services/segments/types.ts';
import { criteria } from './criteria.ts';

/** Steps on a line name it by its position, because its number depends on what was done before. */
export type NewStep =
  | Exclude<StepInput, { kind: 'remove-line' | 'edit-line' }>
  | { kind: 'remove-line'; line: number }
  | { kind: 'edit-line'; line: number; changes: LineChanges };
export type Move = 'undo' | 'redo' | { goTo: number } | NewStep;

const texts = ['', 'name:P1*', 'name:C*', 'territory:N', 'name:P3|P4|C2', 'type:person', 'name:Nobody'];
const wanted = fc.constantFrom(...texts).map((text) => criteria(text));
const line = fc.nat({ max: 20 });

const add = fc.record({
  kind: fc.constant('add' as const),
  criteria: wanted,
  options: fc.record({
    expandCompanies: fc.boolean(),
    relatedCompanies: fc.boolean(),
    allowExisting: fc.boolean(),
    ignoreExclusion: fc.boolean(),
  }),
});
const remove = fc.record({
  kind: fc.constantFrom('reduce' as const, 'refine' as const),
  criteria: wanted,
  options: fc.record({ entireCompanies: fc.boolean() }),
});
const addContact = fc.record({
  kind: fc.constant('add-contact' as const),
  contactNo: fc.constantFrom('CT000001', 'CT000010', 'CT000015'),
});
const removeLine = fc.record({ kind: fc.constant('remove-line' as const), line });
const lineChanges: fc.Arbitrary<LineChanges> = fc.constantFrom<LineChanges[]>(
  { cost: '50', duration: 5 },
  { cost: '8.00', description: 'Special' },
  { cost: null, evaluation: 'positive' },
  { subject: 'Own', salespersonCode: 'JO', date: '2027-02-03' },
  { attemptFailed: true, time: '12:00', correspondenceType: 'email' },
);
const editLine = fc.record({ kind: fc.constant('edit-line' as const), line, changes: lineChanges });
const headerChanges: fc.Arbitrary<HeaderChanges> = fc.constantFrom<HeaderChanges[]>(
  { description: 'New' },
  { unitCost: '3.33', unitDuration: 7 },
  { unitCost: '50' },
  { templateCode: 'OUTGOING' },
  { templateCode: 'BUS', subject: 'Hi' },
  { templateCode: null },
  { salespersonCode: null },
  { salespersonCode: 'SS', date: '2026-12-01' },
  { campaignNo: 'CP1001', campaignTarget: true },
  { campaignNo: null, correspondenceType: 'hard-copy', ignoreContactCorrespondenceType: true },
);
const header = fc.record({
  kind: fc.constant('header' as const),
  changes: headerChanges,
  lines: fc.constantFrom('follow' as const, 'keep' as const),
});

const step: fc.Arbitrary<NewStep> = fc.oneof(
  { weight: 4, arbitrary: add },
  { weight: 2, arbitrary: remove },
  { weight: 2, arbitrary: addContact },
  { weight: 2, arbitrary: removeLine },
  { weight: 4, arbitrary: editLine },
  { weight: 4, arbitrary: header },
);

/** What people may do to a segment, one after the other. */
export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: step },
    { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.record({ goTo: fc.nat({ max: 20 }) }) },
  ),
  { minLength: 1, maxLength: 7 },
);
