import { describe, expect, test } from 'vitest'
import { rules } from '../check/rules/all.ts'
import { levels } from '../check/types.ts'
import type { StopSign } from './events.ts'
import { miniQuestions } from './screening.ts'
import { begun, moment } from './story.proof.ts'
import { newSigns, openWarning, warningOfMini, warningOfSign, warningOfStop } from './warnings.ts'

const clear = Object.fromEntries(miniQuestions.map((id) => [id, 'no'])) as Record<string, 'yes' | 'no' | 'notSure'>
const nerves = ['A1', 'A2', 'A3', 'A5', 'A6'] as const

describe('a short check', () => {
  test('that is clear warns of nothing', () => expect(warningOfMini({ answers: clear })).toBeNull())
  test.each(nerves)('with %s sends to A&E or 999 at once, in the words of the check’s own rule', (sign) => {
    const warning = warningOfMini({ answers: { ...clear, [sign]: 'yes' } })
    expect(warning).toMatchObject({ how: 'now', routes: ['ae', '999'], answers: { [sign]: 'yes' } })
    expect(warning?.reasons[0]?.words).toBe(rules.find(({ id }) => id === `${sign}-emergency`)?.because)
  })
  test('with a fever sends to 111 today; with a nerve sign as well, to A&E', () => {
    expect(warningOfMini({ answers: { ...clear, B2: 'yes' } })).toMatchObject({
      how: 'today',
      routes: ['111', 'gp-urgent', 'ae'],
    })
    expect(warningOfMini({ answers: { ...clear, B2: 'yes', A1: 'yes' } })?.how).toBe('now')
  })
  test.each([...nerves, 'B2'])('not sure, or no answer, about %s leads to the full check with it', (sign) => {
    expect(warningOfMini({ answers: { ...clear, [sign]: 'notSure' } })).toMatchObject({
      how: 'check',
      answers: { [sign]: 'notSure' },
    })
    const { [sign]: _left, ...others } = clear
    expect(warningOfMini({ answers: others })).toMatchObject({ how: 'check', answers: { [sign]: 'notSure' } })
  })
  test('never puts a "no" into the full check: it is asked whole', () => {
    expect(warningOfMini({ answers: { ...clear, A1: 'yes' } })?.answers).toEqual({ A1: 'yes' })
    expect(warningOfMini({ answers: { ...clear, anythingNew: 'yes' } })).toEqual({
      how: 'check',
      reasons: [],
      routes: [],
      answers: {},
    })
  })
})

describe('a stop sign', () => {
  test('every sign has a button, and every button a sign, a text and a way', () => {
    const signs: readonly StopSign[] = [
      'dangerSign',
      'weaknessOrNumbness',
      'legNumbnessSpreads',
      'fall',
      'fever',
      'dizziness',
      'chest',
      'sharpBonePain',
      'newSymptom',
    ]
    for (const sign of signs) expect([sign, newSigns.some(({ stop }) => stop === sign)]).toEqual([sign, true])
    expect(new Set(newSigns.map(({ id }) => id)).size).toBe(newSigns.length)
  })
  test('is never calmer than the rule whose words it shows', () => {
    for (const sign of newSigns) {
      const { reasons, how } = warningOfSign(sign)
      for (const { words } of reasons) {
        const level = rules.find(({ because }) => because === words)?.level ?? 'emergency'
        const least = levels.indexOf(level) >= levels.indexOf('emergency') ? ['now'] : ['now', 'today']
        expect([sign.id, least]).toEqual([sign.id, expect.arrayContaining([how])])
      }
    }
  })
  test('shows a number to call whenever it is for now or today', () => {
    for (const sign of newSigns)
      if (sign.how !== 'check') expect([sign.id, warningOfSign(sign).routes.length > 0]).toEqual([sign.id, true])
  })
  test('from the record alone never claims to know which of several was meant', () => {
    expect(warningOfStop({ sign: 'dangerSign' })).toMatchObject({ how: 'now', reasons: [], answers: {} })
    expect(warningOfStop({ sign: 'fever' }).answers).toEqual({ B2: 'yes' })
  })
})

describe('what still waits for the full check', () => {
  const story = () => begun().write(moment(1, 9), { kind: 'miniCheckDone', answers: { ...clear, A2: 'yes' } })
  test('is the most pressing thing told since the last one, with all that was answered', () => {
    const told = story().write(moment(1, 10), { kind: 'stopped', sign: 'fever' })
    expect(openWarning(told.events, told.state(1), moment(1))).toMatchObject({
      how: 'now',
      answers: { A2: 'yes', B2: 'yes' },
    })
  })
  test('ends with the full check', () => {
    const told = story().full(1, 11)
    expect(openWarning(told.events, told.state(1), moment(1))).toBeNull()
  })
  test('is nothing when a check is due for another reason', () => {
    const told = begun()
    expect(openWarning(told.events, told.state(14), moment(14))).toBeNull()
  })
})
