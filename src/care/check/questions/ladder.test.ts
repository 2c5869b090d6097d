/** One question for standing, walking and reaching says no less than the three it stands for. */
import { describe, expect, test } from 'vitest'
import { levels } from '../types.ts'
import { answerAs } from '../vignettes/answer-as.ts'
import { questionById, valuesOf } from './all.ts'
import { ladder, ladderQuestions, meaningOf, rungOf } from './ladder.ts'

const rungs = valuesOf(ladder)

describe('the ladder', () => {
  test('every rung, and not sure, answers each of its questions with an answer that it has', () => {
    expect(rungs).toEqual(['stands', 'reaches', 'helped', 'stuck', 'notSure'])
    for (const rung of rungs) {
      const meant = meaningOf(ladder, rung)
      expect(Object.keys(meant)).toEqual(ladderQuestions)
      for (const [id, answer] of Object.entries(meant)) {
        const question = questionById.get(id)
        expect(question && valuesOf(question).includes(String(answer)), `${rung}: ${id}`).toBe(true)
      }
      expect(rungOf(meant)).toBe(rung)
    }
  })

  test('whoever cannot reach the toilet or a drink says a plain no to it, and whoever needs help cannot stand long', () => {
    expect(meaningOf(ladder, 'stuck')).toEqual({ stand10: 'cannot', walk: 'cannot', I5: 'no' })
    expect(meaningOf(ladder, 'helped')).toEqual({ stand10: 'cannot', walk: 'help', I5: 'yes' })
  })

  test('answers that no rung means stand on none', () => {
    expect(rungOf({ stand10: 'can', walk: 'cannot', I5: 'yes' })).toBeUndefined()
    expect(rungOf({ stand10: 'can' })).toBeUndefined()
  })

  test('another question means itself', () => {
    const walk = questionById.get('walk')
    if (!walk) throw new Error('no question of walking')
    expect(meaningOf(walk, 'help')).toEqual({ walk: 'help' })
  })

  test('an answer that is no rung is a bug, not an answer', () => {
    expect(() => meaningOf(ladder, 'flies')).toThrow('no rung')
  })

  // The rung that a person with these three answers stands on, by its words alone.
  const rungFor = (stand10: string, walk: string, I5: string): string => {
    if ([stand10, walk, I5].includes('notSure')) return 'notSure'
    if (I5 === 'no' || walk === 'cannot') return 'stuck'
    if (walk === 'help') return 'helped'
    return stand10 === 'can' ? 'stands' : 'reaches'
  }
  const stories = [
    { age: 30 },
    { age: 74, startAfter: 'fall', centre: 'middle', startHow: 'sudden', injuryWhen: 'last7' },
  ]
  test.each(
    ['can', 'cannot', 'notSure'].flatMap((stand10) =>
      ['can', 'help', 'cannot', 'notSure'].flatMap((walk) =>
        ['yes', 'no', 'notSure'].map((I5) => [stand10, walk, I5] as const),
      ),
    ),
  )('standing %s, walking %s, reaching %s: its rung gives no lower level', (stand10, walk, I5) => {
    for (const story of stories) {
      const common = { ...story, 'I5.stuck': 'yes' }
      const apart = answerAs({ ...common, stand10, walk, I5 }).result.level
      const joined = answerAs({ ...common, ...meaningOf(ladder, rungFor(stand10, walk, I5)) }).result.level
      expect(levels.indexOf(joined)).toBeGreaterThanOrEqual(levels.indexOf(apart))
    }
  })

  test('whoever can do none of it is asked if they lie alone on the floor', () => {
    const walk = answerAs({ age: 30, 'I5.stuck': 'yes', ...meaningOf(ladder, 'stuck') })
    expect(walk.screens.some(({ ask }) => ask.includes('I5.stuck'))).toBe(true)
    expect(walk.result.level).toBe('emergency')
  })
})
