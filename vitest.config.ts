import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // A slow machine may take its time; nothing is proven by how long something takes.
    expect: { poll: { timeout: 15_000 } },
    // End-to-end tests wait more than they work: four of them fill two cores.
    maxWorkers: 4,
    // The gate runs where nobody can say what else the machine is doing: what fails there is tried once more, and the
    // report says so. At a desk, nothing is.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    reporters: ['default'],
  },
});
