/** What people in danger also say must not hide it (hazard H-03): where they are, what they were doing, whom they asked. */
import { describe, expect, test } from 'vitest'
import { dangerPhrases } from './danger-phrases.ts'
import { dangerousFirst } from './first.fixtures.ts'
import { dangerousGiven } from './given.fixtures.ts'
import { dangerousHidden, harmlessHidden } from './hidden.fixtures.ts'

const isRaised = (question: string, text: string): boolean =>
  dangerPhrases(text).some((one) => one.question === question)

/** Those that are heard alone. */
const heardAlone = [
  ...Object.entries(dangerousFirst).flatMap(([question, texts]) => texts.map((text) => [question, text] as const)),
  ...dangerousGiven,
].filter(([question, text]) => isRaised(question, text))

describe('a danger', () => {
  test.each(dangerousHidden)('%s is heard in: %s', (question, text) => {
    expect(dangerPhrases(text).map((one) => one.question)).toContain(question)
  })

  test.each(harmlessHidden.map((text) => [text]))('is not heard in: %s', (text) => {
    expect(dangerPhrases(text)).toEqual([])
  })

  test.each([
    [' and the pain is bad'],
    [' and my back is in agony'],
    [' help'],
    [' dont know what to do'],
    [' and i am scared'],
    [' on the sofa'],
    [' at school'],
    [' since the holiday'],
    [' while running'],
    [' at work'],
    [' my husband says go to hospital'],
    [' and my family is worried'],
    [' it was an accident'],
    [' so i saw the doctor'],
    [' on the way home'],
    [' otherwise fine'],
    [' what should i do'],
    [' not dieting'],
  ])('is heard with “%s” behind it', (behind) => {
    const hidden = heardAlone.filter(([question, text]) => !isRaised(question, text + behind))
    expect(hidden.length, hidden.join('\n')).toBeLessThanOrEqual(2)
  })

  test.each([
    ['had it years ago and '],
    ['my husband says '],
    ['i just '],
    ['was running and '],
    ['it was an accident '],
    ['no better '],
    ['not well '],
    ['at the gym and '],
    ['dont know what to do '],
    ['had a bath and '],
    ['no fever but '],
  ])('is heard with “%s” before it', (before) => {
    const hidden = heardAlone.filter(([question, text]) => !isRaised(question, before + text))
    expect(hidden.length, hidden.join('\n')).toBeLessThanOrEqual(2)
  })

  test('that is told of a fear is heard, an illness that is only feared is not', () => {
    expect(isRaised('I4', 'scared he will hit me again')).toBe(true)
    expect(isRaised('I3', 'scared because id be better off dead')).toBe(true)
    expect(isRaised('A5', 'worried it could be serious cant feel my legs')).toBe(true)
    expect(dangerPhrases('worried i might lose control of my bladder')).toEqual([])
  })
})
