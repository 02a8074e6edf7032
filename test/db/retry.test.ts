import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import type { Transaction } from '../../src/db/client.ts';
import { sqlState, withRetry } from '../../src/db/retry.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

test('Two transactions that deadlock both succeed.', async () => {
  onTestFinished(async () => {
    await database.sql`drop table accounts`;
  });
  await database.sql`create table accounts (id int primary key, amount int not null)`;
  await database.sql`insert into accounts values (1, 0), (2, 0)`;
  let attempts = 0;
  let waiting = 0;
  let meet: () => void = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const add = (tx: Transaction, id: number) =>
    tx.execute(sql`update accounts set amount = amount + 1 where id = ${id}`);
  const both = (first: number, second: number) =>
    withRetry(() => {
      attempts += 1;
      return database.db.transaction(async (tx) => {
        await add(tx, first);
        waiting += 1;
        if (waiting === 2) meet();
        await met;
        await add(tx, second);
      });
    });
  await Promise.all([both(1, 2), both(2, 1)]);
  expect(attempts).toBe(3);
  expect(await database.sql`select amount from accounts`).toEqual([{ amount: 2 }, { amount: 2 }]);
});

test('Other errors are not tried again.', async () => {
  let attempts = 0;
  const failure = await withRetry(() => {
    attempts += 1;
    return database.db.execute(sql`select 1 / 0`);
  }).catch((error: unknown) => error);
  expect(attempts).toBe(1);
  expect(sqlState(failure)).toBe('22012');
});

test('A conflict that stays is given up.', async () => {
  let attempts = 0;
  const conflict = Object.assign(new Error('could not serialize access'), { code: '40001' });
  const work = () => {
    attempts += 1;
    return Promise.reject(conflict);
  };
  await expect(withRetry(work, 3)).rejects.toBe(conflict);
  expect(attempts).toBe(3);
});
