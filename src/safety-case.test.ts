/** The checker of the safety case (scripts/safety-case.mjs), tried on logs that lie. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkSafetyCase } from '../scripts/safety-case.mjs'

const log = readFileSync(join(import.meta.dirname, '../docs/safety/hazards.md'), 'utf8')
const named = [...log.matchAll(/`([^`› ]+) › ([^`]+)`/g)].map(([, file = '', title = '']) => ({ file, title }))
const report = (status: string) => ({
  testResults: named.map(({ file, title }) => ({ name: `src/${file}`, assertionResults: [{ title, status }] })),
})

test('a log whose tests all passed has no fault', () => {
  const { named: count, faults } = checkSafetyCase(log, [report('passed')])
  expect(faults).toEqual([])
  expect(count).toBeGreaterThan(30)
})

test('a named test that failed, was skipped or never ran is a fault', () => {
  for (const status of ['failed', 'skipped']) expect(checkSafetyCase(log, [report(status)]).faults).not.toEqual([])
  expect(checkSafetyCase(log, []).faults.length).toBeGreaterThan(30)
})

test('a hazard left out, or without a test and without a word, is a fault', () => {
  const without = log.replace(/^\| H-09 \|.*$/m, '')
  expect(checkSafetyCase(without, [report('passed')]).faults).toContain('H-09 is not in the log')
  const bare = log.replace(/^\| H-09 \|.*$/m, '| H-09 | A wrong movement | 4×3 | We are careful | |')
  expect(checkSafetyCase(bare, [report('passed')]).faults[0]).toMatch(/^H-09 names no test/)
})

test('a log that cannot be read is a fault, not a pass', () => {
  expect(checkSafetyCase('', [report('passed')]).faults).toContain('the log names no test at all')
})
