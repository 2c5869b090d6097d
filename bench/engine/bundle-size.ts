/**
 * How much of the check a page or a worker would carry, bundled and minified as for production, then gzip.
 * "Engine and rules": engine.ts (compile, interval, open questions, deciding answers) and rules/all.ts
 * with every rule, term, reason, route, source and strict rule. Not in it: the wording of questions, screens and notes.
 * "The whole check" is check.ts with everything it needs.
 */
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { kilobytes, type Report } from '../table.ts'

const check = join(dirname(dirname(import.meta.dirname)), 'src/care/check')
const limit = 12_000

export async function bundleSize(): Promise<Report> {
  const engine = await gzipped(
    ['engine.ts', 'rules/all.ts'].map((file) => `export * from '${join(check, file)}'`).join('\n'),
  )
  const whole = await gzipped(`export { checkState } from '${join(check, 'check.ts')}'`)
  return {
    wrong: [],
    rows: [
      {
        what: 'Engine and all rules with their reasons, minified, gzip',
        ours: kilobytes(engine),
        against: `at most ${kilobytes(limit)}`,
        met: engine <= limit,
      },
      { what: 'The whole check with all wording, minified, gzip', ours: kilobytes(whole), against: '' },
    ],
  }
}

/** Bytes of a module with everything it imports. */
async function gzipped(source: string): Promise<number> {
  const entry = '\0bench-entry'
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'bench-entry',
        resolveId: (id) => (id.endsWith('bench-entry') ? entry : undefined),
        load: (id) => (id === entry ? source : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      reportCompressedSize: false,
      lib: { entry: 'bench-entry', formats: ['iife'], name: 'check' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[]
  const code = outputs.flatMap(({ output }) => output).map((file) => (file.type === 'chunk' ? file.code : ''))
  return gzipSync(code.join(''), { level: 9 }).length
}
