import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    // A worker keeps its modules and its browser for all its files. Test files must therefore not change what
    // other files import.
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // Slow machines need more time; no test depends on how long something takes.
    expect: { poll: { timeout: 15_000 } },
    // End-to-end tests spend most of their time waiting: four of them fill two cores.
    maxWorkers: 4,
    // CI machines may be busy with other work, so a failed test is tried once more there, and the report
    // mentions it. On other machines there are no retries.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    reporters: ['default'],
  },
});
