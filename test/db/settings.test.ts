import { expect, test } from 'vitest';
import { formatSettings, settingsFor } from '../../src/db/embedded/settings.ts';

const GB = 1024 ** 3;

test.each([
  { memory: 0.5 * GB, shared_buffers: '128MB', work_mem: '16MB' },
  { memory: 4 * GB, shared_buffers: '1024MB', work_mem: '64MB' },
  { memory: 64 * GB, shared_buffers: '2048MB', work_mem: '64MB' },
])('The server leaves room for others with $memory bytes of memory.', ({ memory, ...expected }) => {
  expect(settingsFor(memory)).toMatchObject(expected);
});

test('Only data that may be lost is written without fsync.', () => {
  expect(settingsFor(GB)).not.toHaveProperty('fsync');
  expect(settingsFor(GB, false)).toMatchObject({ fsync: 'off' });
});

test('Settings are quoted as Postgres reads them.', () => {
  expect(formatSettings({ application_name: "it's" })).toContain("application_name = 'it''s'\n");
});
