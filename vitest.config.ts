import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Reading the modules anew for every file takes as long as the tests; none of them changes a module.
    isolate: false,
    // Many of them wait most of their time: for jobs, for processes, for Slack's one message a second.
    maxWorkers: 4,
    // Limits for what hangs. On a busy machine, what works can take many times as long as on an idle one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 25 } },
    teardownTimeout: 30_000,
  },
});
