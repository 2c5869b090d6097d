/**
 * The long tests in their whole form: all files that ask scripts/short-form.ts, or look at pages by turns (e2e/looks.ts), run by
 * Vitest as `npm test` runs them, with nothing left out. Which files these are is found, not listed.
 */
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { Section } from './section.ts'

const root = join(import.meta.dirname, '..')

/** What of Vitest's own report is read. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), tags: z.array(z.string()).default([]) }),
      ),
    }),
  ),
})

/** The parts of `npm run prove` that run them: where their files are, and Vitest's projects there. */
export const wholeParts = {
  tests: {
    title: 'The long tests whole, without a browser',
    where: '{src,prove,fuzz}',
    projects: ['unit', 'wide', 'proof', 'database'],
  },
  pages: { title: 'The long tests whole, in a real browser', where: 'e2e', projects: ['e2e'] },
} as const

/** The test files that have a whole form. @param where folders, as glob patterns */
export const filesWithWholeForm = (where: string): readonly string[] =>
  globSync(`${where}/**/*.test.{ts,tsx}`, { cwd: root })
    .filter((file) => /short-form\.ts'|\bnew Looks\(/.test(readFileSync(join(root, file), 'utf8')))
    .toSorted()

/** Runs those of one part whole. */
export function runWhole(part: keyof typeof wholeParts): Section {
  const { title, where, projects } = wholeParts[part]
  const files = filesWithWholeForm(where)
  const folder = mkdtempSync(join(tmpdir(), 'unclench-whole-'))
  const out = join(folder, 'report.json')
  try {
    const chosen = projects.map((project) => `--project=${project}`)
    const args = ['run', '--maxWorkers=100%', ...chosen, '--reporter=default', '--reporter=json']
    const start = performance.now()
    spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args, `--outputFile.json=${out}`, ...files], {
      cwd: root,
      env: { ...process.env, WHOLE: '1', NODE_ENV: 'test' },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const { testResults } = report.parse(JSON.parse(readFileSync(out, 'utf8')))
    const seconds = (performance.now() - start) / 1000
    return { title, lines: linesOf(testResults, seconds), wrong: wrongIn(files, testResults) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What Vitest tells of each file. */
export type Results = z.infer<typeof report>['testResults']
const nameOf = ({ name }: Results[number]) => relative(root, name)

function linesOf(results: Results, seconds: number): readonly string[] {
  const passed = (file: Results[number]) => file.assertionResults.filter(({ status }) => status === 'passed').length
  return [
    '`npm test` runs a fixed part of each, spread evenly, or leaves a test to this run (docs/decisions/042-what-npm-test-runs.md); here nothing is left out.',
    `- All of it took ${seconds.toFixed(0)} s.`,
    ...results
      .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
      .map((file) => `- ${nameOf(file)}: ${passed(file)} tests.`),
  ]
}

/** What speaks against a run: a file or a test that failed, or that was left out once more. */
export function wrongIn(files: readonly string[], results: Results): readonly string[] {
  const run = new Set(results.map(nameOf))
  return [
    ...(files.length === 0 ? ['No file was found, so this proves nothing.'] : []),
    ...files.filter((file) => !run.has(file)).map((file) => `${file} was not run.`),
    ...results.flatMap((file) => {
      const failed = file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
      const unloaded = file.status === 'failed' && failed.length === 0 ? [file.message.slice(0, 200)] : []
      const leftOut = file.assertionResults
        .filter(({ status, tags }) => tags.includes('whole') && !['passed', 'failed'].includes(status))
        .map(({ fullName }) => `${fullName} was left out.`)
      return [...failed, ...unloaded, ...leftOut].map((what) => `${nameOf(file)}: ${what}`)
    }),
  ]
}
