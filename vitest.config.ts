import { defineConfig } from 'vitest/config';

/** Unit and property tests on plain Node. The window's tests are Playwright's: playwright.config.ts. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx,mjs}'],
    exclude: ['tests/e2e/**', 'tests/faults/**'],
    allowOnly: false,
    // As many as there are cores: these tests wait for nothing but the processor.
    maxWorkers: '100%',
    // Property tests and real disks on a slow machine; nothing is measured by it.
    testTimeout: 30_000,
    expect: { requireAssertions: true },
  },
});
