/** What `npm test` leaves to the whole form: that it says so, that `npm run prove` runs all of it, and that no hazard is in it. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesWithWholeForm, type Results, wholeParts, wrongIn } from '../prove/whole-tests.ts'
import { leftToWholeForm } from '../scripts/whole-form.mjs'
import { markedCalls } from '../scripts/whole-marks.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const marked = new Map(
  globSync('{src,prove,fuzz,e2e,scripts}/**/*.test.{ts,tsx}', { cwd: root, exclude: ['**/node_modules'] })
    .map((file) => [file, markedCalls(file, read(file))] as const)
    .filter(([, calls]) => calls.length > 0),
)

test('each file that leaves a test to the whole form is run by one part of npm run prove', () => {
  const ofParts = Object.values(wholeParts).map(({ where }) => filesWithWholeForm(where))
  expect([...marked.keys()].filter((file) => ofParts.filter((files) => files.includes(file)).length !== 1)).toEqual([])
  expect(marked.size).toBeGreaterThan(0)
})

test('the projects of a part are those that its files belong to', () => {
  const config = read('vitest.config.ts')
  const named = [...config.matchAll(/\bname: '(\w+)'/g)].map(([, name = '']) => name)
  const run = Object.values(wholeParts).flatMap(({ projects }): readonly string[] => projects)
  expect(named.filter((name) => name !== 'engines').toSorted()).toEqual(run.toSorted())
})

test('a run that leaves one of them out once more has something wrong', () => {
  const of = (status: string): Results => [
    {
      name: join(root, 'a.test.ts'),
      status: 'passed',
      message: '',
      assertionResults: [
        { fullName: 'one', status, tags: ['whole'] },
        { fullName: 'another', status: 'skipped', tags: [] },
      ],
    },
  ]
  expect(wrongIn(['a.test.ts'], of('passed'))).toEqual([])
  expect(wrongIn(['a.test.ts'], of('skipped'))).toEqual(['a.test.ts: one was left out.'])
  expect(wrongIn(['a.test.ts', 'b.test.ts'], of('passed'))).toEqual(['b.test.ts was not run.'])
})

test('the summary of npm test says how many were left', () => {
  const skipped = (tags?: readonly string[]) => ({ status: 'skipped', ...(tags && { tags }) })
  const assertionResults = [
    skipped(['whole']),
    skipped(['whole']),
    skipped([]),
    skipped(),
    { status: 'passed', tags: ['whole'] },
  ]
  expect(leftToWholeForm([{ testResults: [{ assertionResults }] }])).toBe(
    '2 tests are left to the whole form: npm run prove -- tests pages',
  )
})

test('no test that the list of hazards names is among them', () => {
  const log = read('docs/safety/hazards.md')
  const named = [...log.matchAll(/`([^`› ]+) › ([^`]+)`/g)].map(([, file = '', title = '']) => ({ file, title }))
  const left = named.filter(({ file, title }) =>
    [...marked].some(([path, calls]) => basename(path) === file && calls.some((call) => call.includes(title))),
  )
  expect(named.length).toBeGreaterThan(30)
  expect(left).toEqual([])
})
