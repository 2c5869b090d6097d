/**
 * Three kinds of test: `unit` (quick, beside the code), `proof` (the solver, whole answer space) and `e2e` (real browser,
 * real server). `engines` is `e2e` in Firefox and WebKit, run only by `npm run test:engines`.
 */
import { defineConfig } from 'vitest/config'

const setupFiles = ['./scripts/quiet-tests.ts']
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig({
  oxc,
  test: {
    projects: [
      {
        oxc,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'fuzz/**/*.test.ts'],
          exclude: ['src/**/*.proof.test.ts'],
          setupFiles,
          // The rooms are pure, so files share one world; measured, that is several times quicker.
          isolate: false,
          pool: 'threads',
          // A test never waits for a clock: this only ends one that hangs, on the slowest machine.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'proof',
          include: ['src/**/*.proof.test.ts'],
          setupFiles,
          pool: 'forks',
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          exclude: ['e2e/engines/**'],
          globalSetup: ['./e2e/shared-server.ts'],
          pool: 'forks',
          // Files of one worker share what devices lived (e2e/lived.ts).
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'engines',
          include: ['e2e/engines/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
