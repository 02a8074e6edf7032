import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { addContacts as add } from '../../../src/services/segments/add-contacts.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { reduceContacts as reduce } from '../../../src/services/segments/reduce-contacts.ts';
import { refineContacts as refine } from '../../../src/services/segments/refine-contacts.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { criteria } from '../../support/criteria.ts';
import { useDatabase } from '../../support/database.ts';
import { addContacts, makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  const companies = Array.from({ length: 4 }, (_, at) => ({ id: at + 1, name: `C${at + 1}` }));
  const people = Array.from({ length: 12 }, (_, at) => ({
    id: at + 10,
    name: `P${at}`,
    company: (at % 4) + 1,
    territory: at % 3 === 0 ? 'N' : 'S',
    excluded: at === 5,
  }));
  await addContacts(ours, [...companies, ...people]);
});

const text = fc.constantFrom(
  '',
  'name:P1*',
  'name:C*',
  'territory:N',
  'name:P3|P4|C2',
  'type:person',
  'name:Nobody',
);
const step = fc.oneof(
  fc.record({
    verb: fc.constant('add' as const),
    text,
    options: fc.record({
      expandCompanies: fc.boolean(),
      relatedCompanies: fc.boolean(),
      allowExisting: fc.boolean(),
      ignoreExclusion: fc.boolean(),
    }),
  }),
  fc.record({
    verb: fc.constant('reduce' as const),
    text,
    options: fc.record({ entireCompanies: fc.boolean() }),
  }),
  fc.record({
    verb: fc.constant('refine' as const),
    text,
    options: fc.record({ entireCompanies: fc.boolean() }),
  }),
);
const move = fc.oneof(
  { weight: 3, arbitrary: step },
  { weight: 2, arbitrary: fc.constantFrom('undo', 'redo') },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const rita = () => ours.as('rita');

async function carryOut(no: string, one: Step): Promise<void> {
  const wanted = { no, criteria: criteria(one.text) };
  if (one.verb === 'add') await add(rita(), { ...wanted, options: one.options });
  else if (one.verb === 'reduce') await reduce(rita(), { ...wanted, options: one.options });
  else await refine(rita(), { ...wanted, options: one.options });
}

async function state(no: string) {
  const card = await showSegment(rita(), { no, limit: 50 });
  return {
    contacts: card.contacts.map((contact) => contact.contactNo),
    counts: card.header.counts,
    lines: card.contacts.length,
  };
}

it('any mixture of steps, undo and redo leaves exactly what replaying the steps that count gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 10 }), async (moves) => {
      const { no } = await createSegment(rita(), {});
      let done: Step[] = [];
      let undone: Step[] = [];
      for (const one of moves) {
        if (one === 'undo') {
          const last = done.at(-1);
          if (!last) continue;
          await undoStep(rita(), { no });
          done = done.slice(0, -1);
          undone = [...undone, last];
        } else if (one === 'redo') {
          const next = undone.at(-1);
          if (!next) continue;
          await redoStep(rita(), { no });
          undone = undone.slice(0, -1);
          done = [...done, next];
        } else {
          await carryOut(no, one as Step);
          done = [...done, one as Step];
          undone = [];
        }
      }
      const replayed = (await createSegment(rita(), {})).no;
      for (const one of done) await carryOut(replayed, one);
      const found = await state(no);
      expect(found).toEqual(await state(replayed));
      expect(found.lines).toBe(found.counts.companies + found.counts.people);
    }),
    { numRuns: 60 },
  );
}, 60_000);
