/** The table of numbers is what the rules read: a row that none reads would tell a clinician of a rule that there is not. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { thresholds } from './thresholds.ts'

const care = join(import.meta.dirname, '..')
const rules = globSync('**/*.ts', { cwd: care })
  .filter((path) => !/\.(test|proof|fixtures)\.ts$/.test(path) && !path.endsWith('thresholds.ts'))
  .map((path) => readFileSync(join(care, path), 'utf8'))

test('each number of the table is read by a rule', () => {
  expect(rules.length).toBeGreaterThan(100)
  const unread = Object.keys(thresholds).filter((name) => !rules.some((rule) => rule.includes(`'${name}'`)))
  expect(unread).toEqual([])
})
