/**
 * Five kinds of test: `unit` (quick, beside the code, all that `npm run check` runs), `wide` (the same, but each goes through
 * whole lives, years, tables or thousands of random cases), `proof` (the solver, whole answer space), `database` (a real
 * PostgreSQL, one for the run) and `e2e` (real browser, real server). `engines` is `e2e` in Firefox and WebKit, run only by `npm run test:engines`.
 */
import { defineConfig } from 'vitest/config'
import './scripts/load-sources.mjs'
import { LongestFirst } from './scripts/longest-first.ts'
import { tags } from './scripts/short-form.ts'

const setupFiles = ['./scripts/quiet-tests.ts']
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** The files that take longest, and so are not in `npm run check`: more than half a second each where nothing else runs. */
const wide = [
  'fuzz/**/*.test.ts',
  'src/readability.test.ts',
  'src/care/booklets/{own-plan,own-programme}.test.ts',
  'src/care/check/{check.property,near-misses,reconcile-free-text,rule-tables,trace}.test.ts',
  'src/care/check/free-text/{breath,danger-phrases,hearing-tables,one-by-one,said-otherwise,spelled-out,unseen-sentences}.test.ts',
  'src/care/diary/{body-map,triggers}.test.ts',
  'src/care/guide/guide.test.ts',
  'src/care/medicines/told-in-check.test.ts',
  'src/care/movement/motion.test.ts',
  'src/care/player/timeline.test.ts',
  'src/care/prevention/walking.test.ts',
  'src/care/programme/words.test.ts',
  'src/care/record/diary-never-opens.test.ts',
  'src/clinic/availability/{zone-days,slots.property}.test.ts',
  'src/clinic/directory/{folded,name-index}.test.ts',
  'src/offline/{record-store,worker-update,device-app}.test.{ts,tsx}',
  'src/server/api.test.ts',
  'src/offline/sync/sync-record.test.ts',
  'src/server/pdf/{booklet-pdf,make-pdf,pdf-routes}.test.{ts,tsx}',
  'src/server/postgres/local-server.test.ts',
  'src/share-pictures.test.ts',
  'src/server/command-line/commands.test.ts',
  'src/server/{clinic,clinic-pages}.test.ts',
  'src/web/ui/{figure,place-ticks}.test.tsx',
  'src/web/care/{calls-close,clocks-far-off,every-page,links-under-lock,places,what-is-open}.test.tsx',
  'src/web/care/check/{check-app,check-flow,check-outline,held-answers,ways-out}.test.{ts,tsx}',
  'src/web/care/diary/diary-app.test.tsx',
  'src/web/care/guide/guide-app.test.tsx',
  'src/web/care/medicines/{medicine-{app,bound,outline,clock},too-much-app}.test.{ts,tsx}',
  'src/web/care/movements/movement-app.test.tsx',
  'src/web/care/plan/plan-{app,outline}.test.tsx',
  'src/web/care/player/{session-app,session-outline}.test.tsx',
  'src/web/care/prevention/prevent-outline.test.tsx',
  'src/web/care/programme/programme-{forms,junk,outline}.test.tsx',
  'src/web/care/report/report.test.tsx',
  'src/web/care/record/{diary-csv,record-fold,refused-writes,record-app,sent-twice}.test.{ts,tsx}',
]
/** Node loads the sources by itself, here and in each worker: an eighth of the work less than with Vitest's own loader. */
const byNode = {
  experimental: { viteModuleRunner: false, nodeLoader: false },
  execArgv: ['--import', new URL('scripts/load-sources.mjs', import.meta.url).href],
}
/** Rooms are pure, so files share one world; measured, that is several times quicker. */
const inOneWorld = { ...byNode, setupFiles, isolate: false, pool: 'threads', hookTimeout: 120_000 } as const

export default defineConfig({
  oxc,
  test: {
    sequence: { sequencer: LongestFirst },
    // A test that bears this mark is run in the whole form only.
    tags,
    projects: [
      {
        oxc,
        test: {
          ...inOneWorld,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: ['src/**/*.proof.test.ts', 'src/**/*.db.test.{ts,tsx}', ...wide],
          // A test never waits for a clock: this only ends one that hangs, on the slowest machine.
          testTimeout: 120_000,
        },
      },
      { oxc, test: { ...inOneWorld, name: 'wide', include: wide, testTimeout: 120_000 } },
      {
        test: {
          ...byNode,
          name: 'proof',
          include: ['src/**/*.proof.test.ts'],
          setupFiles,
          pool: 'forks',
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        test: {
          ...byNode,
          name: 'database',
          include: ['{src,prove}/**/*.db.test.{ts,tsx}'],
          pool: 'forks',
          // Files of one worker share what is loaded, which is a second of the processor's for each; its database is each file's own.
          isolate: false,
          globalSetup: ['./src/clinic/db/test-server.ts'],
          setupFiles: [...setupFiles, './scripts/plan-once.ts', './scripts/quick-passwords.ts'],
          testTimeout: 120_000,
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
          // Files of one worker share a browser (e2e/browser.ts).
          isolate: false,
          testTimeout: 120_000,
          // A browser can stall where other work has the machine. A second try is named in the summary (scripts/second-tries.mjs).
          retry: 1,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'engines',
          include: ['e2e/engines/**/*.test.ts'],
          globalSetup: ['./e2e/shared-server.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
