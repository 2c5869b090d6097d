/**
 * How long the search of the guide takes on a processor four times slower: hearing danger, looking things up and writing the
 * answer, as the worker does at each pause in typing. Chromium cannot slow down a worker, so the worker's own code
 * (`searchHtml`) is bundled for a page, and the page is slowed down.
 */
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { startBrowser } from '../browser.ts'
import { root } from '../serving.ts'
import { median, type Report } from '../table.ts'
import { queries } from './queries.ts'

const slower = 4
const limitMilliseconds = 20
const rounds = 9

/** What one fresh page measured. */
interface Measured {
  /** Getting ready, when somebody goes to the field: the index, and the tables of danger. */
  readonly ready: number
  /** Of each query, its one time. */
  readonly times: readonly number[]
  /** Queries that nothing at all was said to. */
  readonly empty: readonly string[]
}

/** A new page each round, since nobody types the same thing twenty times into a script that has grown fast. */
export async function guideSearch(): Promise<Report> {
  const [script, browser] = await Promise.all([bundled(), startBrowser()])
  try {
    const measured: Measured[] = []
    for (let round = 0; round < rounds; round += 1) {
      const page = await browser.newPage()
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
      await page.addScriptTag({ content: script })
      measured.push(await page.evaluate(measure, queries))
      await page.close()
    }
    return reportOf(measured)
  } finally {
    await browser.close()
  }
}

function reportOf(measured: readonly Measured[]): Report {
  // Of each query its median: the rest is what else the machine does.
  const all = queries
    .map((_, at) => median(measured.map(({ times }) => times[at] ?? Number.NaN)))
    .sort((one, other) => one - other)
  const p99 = all[Math.ceil(all.length * 0.99) - 1] ?? Number.NaN
  const against = `under ${limitMilliseconds} ms`
  const empty = new Set(measured.flatMap((one) => one.empty))
  return {
    wrong: [...empty].map((query) => `The search said nothing to “${query}”.`),
    rows: [
      {
        what: `Search of the guide, ${queries.length} queries, CPU 4× slower: median`,
        ...{ ours: ms(median(all)), against, met: median(all) < limitMilliseconds },
      },
      { what: '… the slowest in 100', ours: ms(p99), against, met: p99 < limitMilliseconds },
      {
        what: '… getting ready, once, when somebody goes to the field',
        ...{ ours: ms(median(measured.map(({ ready }) => ready))), against: '' },
      },
    ],
  }
}

const ms = (value: number) => `${value.toFixed(1)} ms`

/** Runs in the page: gets ready, then takes every query once. */
function measure(queries: readonly string[]): Measured {
  const { guide } = globalThis as { guide?: { searchHtml: (typed: string, held: boolean) => string } }
  if (!guide) throw new Error('The script of the search did not run.')
  const took = (typed: string) => {
    const began = performance.now()
    const html = guide.searchHtml(typed, false)
    return { typed, html, time: performance.now() - began }
  }
  const ready = took('').time
  const all = queries.map(took)
  return {
    ready,
    times: all.map(({ time }) => time),
    empty: all.filter(({ html }) => html === '').map(({ typed }) => typed),
  }
}

/** The search with everything it needs, as one script that makes `guide`. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: true,
      reportCompressedSize: false,
      lib: { entry: join(root, 'src/web/care/guide/search-page.tsx'), formats: ['iife'], name: 'guide' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  return outputs
    .flatMap(({ output }) => output)
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('')
}
