/** docs/cases.md: what people reported of such software, and the test that would see it here. And its checker, tried on lies. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkCases } from '../scripts/check-cases.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => {
  const path = join(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
const document = read('docs/cases.md') ?? ''

test('every reported case has its row, and every test that a row names exists', () => {
  expect(checkCases(document, read)).toEqual([])
})

test('the README names as many as there are', () => {
  const rows = document.match(/^\| \d+ \|/gm) ?? []
  expect(read('README.md')).toContain(`${rows.length} faults that people reported of such software`)
})

test('a case left out, told twice, without a test or a word, or with one that npm test leaves out, is a fault', () => {
  const source = (file: string) => (file === 'a.test.ts' ? `test('it holds', () => {})` : undefined)
  const check = (...rows: readonly string[]) => checkCases(['Numbers: 1 2.', '', ...rows, ''].join('\n'), source)
  const good = ['| 1 | A kind | `a.test.ts :: it holds` | held |', '| 2 | Another | | not here: we have none |']
  expect(check(...good)).toEqual([])
  const second = good[1] ?? ''
  expect(check(...good.slice(1))).toEqual(['1 has no row'])
  expect(check(...good, second)).toContain('2 stands twice')
  expect(check(...good, '| 3 | More | | not here: none |')).toContain('3 is in no list of numbers')
  for (const [row, fault] of [
    ['| 1 | A kind | `a.test.ts :: it hold` | held |', '1: a.test.ts has no test by the name "it hold"'],
    ['| 1 | A kind | `b.test.ts :: it holds` | held |', '1: there is no file b.test.ts'],
    ['| 1 | A kind | | held |', '1 names no test'],
    ['| 1 | A kind | `a.test.ts :: it holds` | in part |', '1 does not say why it is in part'],
    ['| 1 | A kind | `a.test.ts :: it holds` | fine |', '1 does not say "held", "in part: …" or "not here: …"'],
  ] as const)
    expect(check(row, second)).toEqual([fault])
  const left = (text: string) => checkCases(`Numbers: 1.\n\n${good[0]}\n`, () => text)
  const isLeft = ['1: "it holds" of a.test.ts is left to the whole form']
  expect(left(`test('it holds', wholeFormOnly, () => {})`)).toEqual(isLeft)
  expect(left(`describe('all', wholeFormOnly, () => { test('it holds', () => {}) })`)).toEqual(isLeft)
  expect(left(`test('it holds', () => {})\ntest('more', { ...wholeFormOnly, timeout: 9 }, () => {})`)).toEqual([])
  expect(checkCases('', source)).toEqual(['the document lists no number at all'])
})
