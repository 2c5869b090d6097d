/** What is not known meets a limit from either side; what was never answered meets nothing. */
import { expect, test } from 'vitest'
import { holds } from './condition-met.ts'

test('a number that is not sure is both high enough and low enough, so that no limit of the plan lets it slip', () => {
  const at = (age: number | 'notSure') => [
    holds({ q: 'age', atLeast: 16 }, { age }),
    holds({ q: 'age', below: 16 }, { age }),
  ]
  expect(at('notSure')).toEqual([true, true])
  expect(at(15)).toEqual([false, true])
  expect(at(16)).toEqual([true, false])
  expect(holds({ q: 'age', below: 16 }, {})).toBe(false)
})
