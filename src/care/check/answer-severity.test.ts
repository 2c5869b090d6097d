import { describe, expect, test } from 'vitest'
import { saysMore } from './answer-severity.ts'
import { questions } from './questions/all.ts'
import type { Answers } from './types.ts'
import { answerIfSaid } from './vignettes/answer-as.ts'

/** A woman of 35 with everything answered, and nothing wrong beyond what is said. */
const person = (said: Answers): Answers => ({
  ...Object.fromEntries(
    questions.flatMap(({ id }) => {
      const answer = answerIfSaid(id, { sex: 'female', age: 35, ...said })
      return answer === undefined ? [] : [[id, answer]]
    }),
  ),
  ...said,
})
const told = {
  nothing: person({}),
  stiffShoulders: person({ age: 55, G3: ['girdle'] }), // soon, within days, no lock
  cancerOnce: person({ F1: 'yes', 'F1.skin': 'no' }), // soon, within days, movement locked
  stingingPee: person({ D4: 'yes', 'D4.catheter': 'no' }), // soon, within two days, no lock
  anAgeUnder16: person({ age: 15 }), // soon, at no set time, movement locked
  noToilet: person({ I5: 'no' }), // urgent, today
  pillsTooMany: person({ I2: 'overOther' }), // urgent, now
  numbSaddle: person({ A1: 'yes', 'A1.seat': 'no', 'A1.when': 'new' }), // emergency
} as const satisfies Record<string, Answers>
type Told = keyof typeof told

describe('which of two sets of answers says more', () => {
  test.each<readonly [because: string, more: Told, less: Told]>([
    ['it is more urgent than nothing', 'stiffShoulders', 'nothing'],
    ['it is more urgent, though movement stays open', 'noToilet', 'stingingPee'],
    ['it is more urgent, whatever the other locks', 'noToilet', 'cancerOnce'],
    ['an emergency is most urgent', 'numbSaddle', 'pillsTooMany'],
    ['it is as urgent, and sooner: now', 'pillsTooMany', 'noToilet'],
    ['it is as urgent, and sooner: within two days', 'stingingPee', 'stiffShoulders'],
    ['it is as urgent and as soon, and locks movement', 'cancerOnce', 'stiffShoulders'],
  ])('%s: %s says more than %s', (_, more, less) => {
    expect(saysMore(told[more], told[less])).toBe(true)
    expect(saysMore(told[less], told[more])).toBe(false)
  })

  test('where one is sooner and the other locks movement, each says more than the other', () => {
    expect(saysMore(told.stingingPee, told.anAgeUnder16)).toBe(true)
    expect(saysMore(told.anAgeUnder16, told.stingingPee)).toBe(true)
  })

  test('of each two: all that one says more than', () => {
    const all = Object.keys(told) as Told[]
    expect(
      Object.fromEntries(all.map((one) => [one, all.filter((other) => saysMore(told[one], told[other])).join(' ')])),
    ).toEqual({
      anAgeUnder16: 'nothing stiffShoulders stingingPee',
      cancerOnce: 'nothing stiffShoulders stingingPee anAgeUnder16',
      noToilet: 'nothing stiffShoulders cancerOnce stingingPee anAgeUnder16',
      nothing: '',
      numbSaddle: 'nothing stiffShoulders cancerOnce stingingPee anAgeUnder16 noToilet pillsTooMany',
      pillsTooMany: 'nothing stiffShoulders cancerOnce stingingPee anAgeUnder16 noToilet',
      stiffShoulders: 'nothing anAgeUnder16',
      stingingPee: 'nothing stiffShoulders cancerOnce anAgeUnder16',
    })
  })

  test.each(Object.keys(told) as Told[])('nothing says more than itself: %s', (one) => {
    expect(saysMore(told[one], told[one])).toBe(false)
  })
})
