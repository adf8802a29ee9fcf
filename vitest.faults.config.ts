import { defineConfig } from 'vitest/config';

/** Crashes, failing disks and damaged files, in processes of their own: docs/reliability.md. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/faults/**/*.test.ts'],
    globalSetup: ['tests/faults/build.mjs'],
    allowOnly: false,
    // Starting processes takes most of the time: two files at once, on two processors.
    maxWorkers: 2,
    // Hundreds of processes; nothing is measured by it.
    testTimeout: 600_000,
    expect: { requireAssertions: true },
  },
});
