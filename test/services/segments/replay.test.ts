import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applyStep } from '../../../src/services/segments/apply-step.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { goToStep } from '../../../src/services/segments/go-to-step.ts';
import { redoStep } from '../../../src/services/segments/redo-step.ts';
import { searchLines } from '../../../src/services/segments/search-lines.ts';
import { showSegment } from '../../../src/services/segments/show-segment.ts';
import type { StepInput } from '../../../src/services/segments/types.ts';
import { undoStep } from '../../../src/services/segments/undo-step.ts';
import { useDatabase } from '../../support/database.ts';
import { type Move, moves, type NewStep } from '../../support/segment-moves.ts';
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
    salesperson: at % 2 === 0 ? 'JO' : 'RR',
    excluded: at === 5,
  }));
  await addContacts(ours, [...companies, ...people]);
});

const rita = () => ours.as('rita');
const newSegment = async () => (await createSegment(rita(), { templateCode: 'BUS', description: 'Old' })).no;

/** The step that a move means on the segment as it is; none where it means nothing, such as a line of an empty one. */
async function meant(no: string, step: NewStep): Promise<StepInput | undefined> {
  if (!('line' in step)) return step;
  const { rows } = await searchLines(rita(), { no, limit: 50 });
  const line = rows[step.line % Math.max(1, rows.length)];
  if (!line) return undefined;
  const { lineNo, contactNo } = line;
  return step.kind === 'remove-line'
    ? { kind: 'remove-line', lineNo, contactNo }
    : { kind: 'edit-line', lineNo, contactNo, changes: step.changes };
}

/** Everything that steps decide. */
async function state(no: string) {
  const { header } = await showSegment(rita(), { no });
  const { rows } = await searchLines(rita(), { no, limit: 50 });
  const { id, no: _, version, lastStep, state: __, createdBy, changedBy, changedAt, ...decided } = header;
  return { header: decided, lines: rows };
}

/** The segment after some moves, and the steps that count. */
async function carriedOut(list: Move[]): Promise<{ no: string; done: StepInput[] }> {
  const no = await newSegment();
  let steps: StepInput[] = [];
  let at = 0;
  for (const move of list) {
    if (move === 'undo') {
      if (at > 0) await undoStep(rita(), { no });
      at = Math.max(0, at - 1);
    } else if (move === 'redo') {
      if (at < steps.length) await redoStep(rita(), { no });
      at = Math.min(steps.length, at + 1);
    } else if ('goTo' in move) {
      at = move.goTo % (steps.length + 1);
      await goToStep(rita(), { no, step: at });
    } else {
      const input = await meant(no, move);
      if (!input) continue;
      await applyStep(rita(), { no }, input);
      steps = [...steps.slice(0, at), input];
      at += 1;
    }
  }
  return { no, done: steps.slice(0, at) };
}

/** The figures that are kept with the segment are those of its lines. */
function requireExact({ header, lines }: Awaited<ReturnType<typeof state>>): void {
  const cents = lines.reduce((sum, line) => sum + Math.round(Number(line.cost) * 100), 0);
  expect(Math.round(Number(header.cost) * 100)).toBe(cents);
  expect(header.duration).toBe(lines.reduce((sum, line) => sum + line.duration, 0));
  expect(header.counts).toEqual({
    companies: lines.filter((line) => line.type === 'company').length,
    people: lines.filter((line) => line.type === 'person').length,
  });
}

/** How many sequences, and how many of them at a time. */
const RUNS = 1000;
const TOGETHER = 4;

describe('any mixture of steps, edits by hand, undo, redo and going to steps', () => {
  it.concurrent.each(Array.from({ length: TOGETHER }, (_, at) => at + 1))(
    'leaves exactly what replaying the steps that count gives (%i)',
    async () => {
      await fc.assert(
        fc.asyncProperty(moves, async (list) => {
          const { no, done } = await carriedOut(list);
          const found = await state(no);
          requireExact(found);
          const replayed = await newSegment();
          for (const input of done) await applyStep(rita(), { no: replayed }, input);
          expect(await state(replayed)).toEqual(found);
        }),
        { numRuns: RUNS / TOGETHER },
      );
    },
    900_000,
  );
});
