/**
 * The unit tests as `npm run mutate` runs them, in a copy of the project whose code is full of switches. Without the tests
 * that read source text or count words: they would speak of the switches, not of what the code does.
 */
import { defineConfig } from 'vitest/config'

const readsText = [
  'src/*.test.ts',
  'src/care/check/protocol-document.test.ts',
  'src/care/diary/provenance.test.ts',
  'src/web/care/check/check-length.test.ts',
]

/** Folders whose tests are asked; none named: all. */
const folders = (process.env.MUTATE_TESTS ?? '').split(',').filter((folder) => folder !== '')

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: (folders.length > 0 ? folders : ['src']).map((folder) => `${folder}/**/*.test.{ts,tsx}`),
    exclude: ['src/**/*.proof.test.ts', ...readsText],
    setupFiles: ['./scripts/quiet-tests.ts'],
    testTimeout: 120_000,
  },
})
