import { describe, expect, test } from 'vitest'
import { isAbove } from '../engine.ts'
import { type Level, levels } from '../types.ts'
import { answerAs } from './answer-as.ts'
import { vignettes } from './vignettes.ts'

const walked = vignettes.map((vignette) => ({ ...vignette, ...answerAs(vignette.said) }))

describe('the forty public stories', () => {
  test('are all here, ten to twelve of each level', () => {
    expect(vignettes).toHaveLength(40)
    expect(new Set(vignettes.map(({ id }) => id)).size).toBe(40)
  })

  test.each(walked)('$id $title is never under-called', ({ expected, result }) => {
    expect(isAbove(expected, result.level), result.reasons.map(({ id }) => id).join(' ')).toBe(false)
  })

  test.each(walked)(
    '$id $title is over-called no further than is tolerated',
    ({ expected, acceptableOverTriage, result }) => {
      expect([expected, ...acceptableOverTriage], result.reasons.map(({ id }) => id).join(' ')).toContain(result.level)
    },
  )

  test('all 40 are exactly as expected', () => {
    const exact = walked.filter(({ expected, result }) => result.level === expected)
    expect(exact.length).toBe(40)
  })

  test('an emergency named on the first screen is told right after its follow-up', () => {
    const first = walked.filter(({ said }) => [said.A1, said.A2, said.A3, said.A4, said.A5].includes('yes'))
    const emergencies = first.filter(({ result }) => result.level === 'emergency')
    expect(emergencies.length).toBeGreaterThan(2)
    for (const { id, screens } of emergencies) expect(screens.length, id).toBeLessThanOrEqual(2)
  })

  test('the confusion matrix has nothing below the diagonal', () => {
    const row = (expected: Level) =>
      levels.map((got) => walked.filter((one) => one.expected === expected && one.result.level === got).length)
    const matrix = levels.map((expected) => ({ expected, got: row(expected) }))
    const lines = matrix.map(
      ({ expected, got }) => `${expected.padEnd(10)} ${got.map((n) => String(n).padStart(9)).join(' ')}`,
    )
    const asked = walked.map(
      ({ id, screens, result }) =>
        `${id} ${result.level.padEnd(9)} ${screens.length}: ${screens.map(({ screen }) => screen.id).join(' ')}`,
    )
    console.info(
      ['           '.concat(levels.map((level) => level.padStart(9)).join(' ')), ...lines, ...asked].join('\n'),
    )
    for (const [index, { got }] of matrix.entries()) expect(got.slice(0, index).every((n) => n === 0)).toBe(true)
  })
})
