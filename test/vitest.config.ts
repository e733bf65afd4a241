import { defineConfig } from 'vitest/config';

const browser = {
  globalSetup: ['test/e2e/global-setup.ts'],
  // A software adapter on two busy cores is slow; a test that hangs still ends.
  testTimeout: 240_000,
  hookTimeout: 240_000,
  expect: { poll: { timeout: 100_000 } },
};
/** They measure how fast pages are, so nothing may run beside them. */
const measuring = ['test/e2e/lighthouse.test.ts', 'test/e2e/speed.test.ts'];

export default defineConfig({
  test: {
    // A forgotten `.only` would leave the other tests out.
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...browser,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: measuring,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...browser,
          name: 'e2e-alone',
          include: measuring,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
