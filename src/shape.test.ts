/**
 * The shape of the code (scripts/shape): no function longer than the limit, nine functions and nine files in ten within
 * theirs, a docstring on every export of care, and a reason beside every cast.
 * Each is proved by planting what it must see. A look that read no files fails.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { longestFunction, mostFileLines, mostFunctionLines } from '../scripts/shape/limits.ts'
import { isMeasured, measureFile, quantile } from '../scripts/shape/measure.ts'
import { shapeFaults, shapeReport } from '../scripts/shape/report.ts'

const root = join(import.meta.dirname, '..')
const shapes = globSync('{src,scripts}/**/*.{ts,tsx,mjs}', { cwd: root, exclude: ['**/node_modules'] })
  .map((path) => path.replaceAll('\\', '/'))
  .filter(isMeasured)
  .map((path) => measureFile(path, readFileSync(join(root, path), 'utf8')))

/** A function of so many lines, the first and last among them. */
const functionOf = (lines: number) => `function planted() {\n${'  go()\n'.repeat(lines - 2)}}\n`

describe('the code as it stands', () => {
  test('keeps its limits: functions, files, docstrings of care and the reason of each cast', () => {
    expect(shapes.length).toBeGreaterThan(300)
    expect(shapeFaults(shapes)).toEqual([])
  })

  test('is read: it holds functions, exports and casts, or the look would prove nothing', () => {
    expect(shapes.flatMap(({ functions }) => functions).length).toBeGreaterThan(1000)
    expect(shapes.flatMap(({ exported }) => exported).length).toBeGreaterThan(1000)
    expect(shapes.flatMap(({ casts }) => casts).length).toBeGreaterThan(0)
  })
})

describe('a planted fault', () => {
  const faultsIn = (path: string, source: string) => shapeFaults([measureFile(path, source)])

  test('a function one line over the limit is seen, one at the limit is not', () => {
    const few = functionOf(2).repeat(10)
    expect(faultsIn('src/web/a.ts', `${few}${functionOf(longestFunction)}`)).toEqual([])
    expect(faultsIn('src/web/a.ts', `${few}${functionOf(longestFunction + 1)}`)).toEqual([
      `src/web/a.ts: planted has ${longestFunction + 1} lines, and ${longestFunction} is the most`,
    ])
  })

  test('more than one function in ten over the limit of most is seen, one in ten is not', () => {
    const functions = (long: number, lines: number) =>
      `${functionOf(lines).repeat(long)}${functionOf(2).repeat(20 - long)}`
    expect(faultsIn('src/web/a.ts', functions(1, mostFunctionLines + 1))).toEqual([])
    expect(faultsIn('src/web/a.ts', functions(2, mostFunctionLines))).toEqual([])
    expect(faultsIn('src/web/a.ts', functions(2, mostFunctionLines + 1))).toEqual([
      `nine functions in ten have up to ${mostFunctionLines + 1} lines, and ${mostFunctionLines} is the most`,
    ])
  })

  test('more than one file in ten over the limit is seen, one in ten is not', () => {
    const fileOf = (lines: number) => measureFile('src/web/a.ts', 'go()\n'.repeat(lines))
    const files = (long: number, lines: number) =>
      Array.from({ length: 20 }, (_, index) => fileOf(index < long ? lines : 10))
    expect(shapeFaults(files(1, mostFileLines + 1))).toEqual([])
    expect(shapeFaults(files(2, mostFileLines))).toEqual([])
    expect(shapeFaults(files(2, mostFileLines + 1))).toEqual([
      `nine files in ten have up to ${mostFileLines + 1} lines without their tables, and ${mostFileLines} is the most`,
    ])
  })

  test.each([
    ['a function', 'export function planted() {}'],
    ['a function in a const', 'export const planted = () => 1'],
    ['a value', 'export const planted = 1'],
    ['a type', 'export type planted = string'],
    ['an interface', 'export interface planted {}'],
    ['a class', 'export class planted {}'],
  ])('%s exported from care without a docstring is seen', (_what, source) => {
    const alarm = ['src/care/a.ts: planted is exported without a docstring']
    expect(faultsIn('src/care/a.ts', source)).toEqual(alarm)
    expect(faultsIn('src/care/a.ts', `// Not a docstring.\n${source}`)).toEqual(alarm)
    expect(faultsIn('src/care/a.ts', `/** Of something else. */\nconst other = 1\n${source}`)).toEqual(alarm)
    expect(faultsIn('src/care/a.ts', `/** What it is. */\n${source}`)).toEqual([])
    expect(faultsIn('src/web/a.ts', source)).toEqual([])
  })

  test('a cast without its reason on its line or above it is seen, one with a reason is not', () => {
    const alarm = ['src/web/a.ts:2 asserts a type without a comment that says why it is so']
    expect(faultsIn('src/web/a.ts', 'go()\nconst a = x as A')).toEqual(alarm)
    expect(faultsIn('src/web/a.ts', '/** What a is. */\nconst a = x as A')).toEqual(alarm)
    expect(faultsIn('src/web/a.ts', '// Further up.\n\nconst a = x as A')).toHaveLength(1)
    expect(faultsIn('src/web/a.ts', '// Read above.\nconst a = x as A')).toEqual([])
    expect(faultsIn('src/web/a.ts', 'const a = x as A // Read above.')).toEqual([])
    expect(faultsIn('src/web/a.ts', 'const a = [1] as const')).toEqual([])
  })

  test('a function declared in several ways needs to be told of once', () => {
    const ways = 'export function a(b: string): 1\nexport function a(b: number): 2\nexport function a() { return 1 }'
    expect(faultsIn('src/care/a.ts', `/** It. */\n${ways}`)).toEqual([])
    expect(faultsIn('src/care/a.ts', ways)).toHaveLength(1)
  })
})

describe('the counting', () => {
  const measured = (source: string) => measureFile('src/a.tsx', source)

  test('counts functions of two lines or more, under the name they are kept by', () => {
    expect(
      measured('const kept = () => {\n  go(() => {\n  })\n}\nconst short = () => 1\nconst o = { of() {\n} }').functions,
    ).toEqual([
      { name: 'kept', lines: 4 },
      { name: '(no name)', lines: 2 },
      { name: 'of', lines: 2 },
    ])
  })

  test('counts casts with their lines, and neither "as const" nor "satisfies"', () => {
    expect(
      measured('const a = 1 as const\nconst b = x as A\nconst c = x as unknown as B\nconst d = x satisfies A').casts,
    ).toEqual([2, 3, 3])
  })

  test('leaves a data table out of the lines of logic, and nothing that holds a function of two lines', () => {
    const table = 'export const rows = words({\n  a: 1,\n  b: () => 2,\n} as const)\n'
    const machine = 'const acts = {\n  go: () => {\n    run()\n  },\n}\n'
    expect(measured(table)).toMatchObject({ lines: 4, logicLines: 0 })
    expect(measured(machine)).toMatchObject({ lines: 5, logicLines: 5 })
    expect(measured(`${table}${machine}`)).toMatchObject({ lines: 9, logicLines: 5 })
  })

  test('refuses a source that cannot be read', () => {
    expect(() => measured('const = ')).toThrow('src/a.tsx cannot be read')
  })

  test('nine in ten is the value that the anchors are measured by: the index rounded down', () => {
    expect(quantile([5, 1, 4, 2, 3, 9, 7, 6, 8, 10], 0.9)).toBe(10)
    expect([quantile([1, 2, 3, 4], 0.5), quantile([], 0.5)]).toEqual([3, 0])
  })

  test('the report says all five lines, also of nothing', () => {
    expect(shapeReport([])).toHaveLength(5)
    expect(shapeReport([measured('/** It. */\nexport const a = x as A\n')])).toEqual([
      'Shape: read 1 files with 2 lines.',
      expect.stringMatching(/^functions +half up to 0 lines/),
      expect.stringMatching(/^files +half up to 2 lines/),
      expect.stringMatching(/^casts +1, 500\.0 in 1,000 lines/),
      expect.stringMatching(/^docstrings +on 100 %/),
    ])
  })
})
