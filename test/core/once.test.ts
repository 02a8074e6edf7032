import { beforeAll, expect, test } from 'vitest';
import { once, PRESS } from '../../src/core/once.ts';
import { useDatabase } from '../support/database.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
});

/** Counts what was really carried out, and gives the count as the answer. */
function counter() {
  let done = 0;
  const carryOut = (workspace: TestWorkspace, key: string, seconds = 0) =>
    once(workspace.as('rita', { now: () => new Date(NOON.getTime() + seconds * 1000) }), key, async () => {
      done += 1;
      return { done };
    });
  return carryOut;
}

test('What comes again gets the first answer, days later too, in its workspace alone.', async () => {
  const carryOut = counter();
  expect(await carryOut(ours, 'a')).toEqual({ done: 1 });
  expect(await carryOut(ours, 'a', 86_400)).toEqual({ done: 1 });
  expect(await carryOut(theirs, 'a')).toEqual({ done: 2 });
});

test('A button pressed twice is one press, and pressed later it is another one.', async () => {
  const carryOut = counter();
  const key = `${PRESS}b`;
  expect(await carryOut(ours, key)).toEqual({ done: 1 });
  expect(await carryOut(ours, key, 2)).toEqual({ done: 1 });
  expect(await carryOut(ours, key, 120)).toEqual({ done: 2 });
  expect(await carryOut(ours, key, 121)).toEqual({ done: 2 });
});

test('Of two presses at the same moment one is carried out, also where there was one before.', async () => {
  const carryOut = counter();
  const key = `${PRESS}c`;
  await carryOut(ours, key);
  const both = await Promise.all([carryOut(ours, key, 120), carryOut(ours, key, 121)]);
  expect(both).toEqual([{ done: 2 }, { done: 2 }]);
});
