/** The small language of the danger lines: a line that could hear nothing, or something else than it says, is refused. */
import { describe, expect, test } from 'vitest'
import { patternOf } from './pattern.ts'

describe('a line of danger signs', () => {
  test.each(['', ' ', 'numb seat', 'numb > bum seat', 'numb seat > bum', '! numb'])('“%s” is refused', (line) => {
    expect(() => patternOf(line)).toThrow('cannot be read')
  })
  test('is read part by part, with how near each must stand, what it must not stand beside and what it means', () => {
    const { parts, unless, illness, means } = patternOf('dx numb/odd > seat && leg ! past/test = yes')
    expect(parts.map((part) => [[...part.meanings], part.join])).toEqual([
      [['numb', 'odd'], null],
      [['seat'], { gap: 4, eitherOrder: false }],
      [['leg'], { gap: 10, eitherOrder: true }],
    ])
    expect([[...unless], illness, means]).toEqual([['past', 'test'], true, 'yes'])
    expect(patternOf('numb + seat >> leg & arm').parts.map(({ join }) => join?.gap)).toEqual([undefined, 0, 9, 5])
  })
})
