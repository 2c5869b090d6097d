import { expect, test } from 'vitest'
import { claimOf } from './claims.ts'
import { gradedBy, restsOn } from './rests-on.ts'

test('what rests on claims names their sources once, and is as sure as the least sure of them', () => {
  expect(restsOn('walking-prevents', 'walking-aches')).toEqual({ sources: ['walkback-2024'], tag: 'V2' })
  expect(restsOn('sitting-link', 'change-position')).toEqual({
    sources: ['da-silva-2019', 'unclench-design'],
    tag: 'C',
  })
  expect(restsOn('walking-prevents').tag).toBe(claimOf('walking-prevents').tag)
})
test('and has the grade of the first', () => {
  expect(gradedBy('learning-exercise-prevent', 'exercise-prevents').grade).toBe('moderate')
  expect(gradedBy('exercise-prevents', 'learning-exercise-prevent').grade).toBe('weak')
})
