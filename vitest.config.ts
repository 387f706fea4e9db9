import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    // A slow machine may take its time; nothing is proven by how long something takes.
    expect: { poll: { timeout: 15_000 } },
    // Each browser wants a core of its own.
    maxWorkers: 2,
    reporters: ['default'],
  },
});
