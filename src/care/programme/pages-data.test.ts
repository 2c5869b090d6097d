import { describe, expect, test } from 'vitest'
import { howItDecides } from './how-it-decides.ts'
import { doseWords, linesNow, mayLookAt } from './lines.ts'
import { phases } from './phases.ts'
import { knownForStart } from './start.ts'
import { begun, building, moment, restoring } from './story.proof.ts'
import { limit } from './thresholds.ts'

describe('what the check knows for the start', () => {
  test('age and "first ever" are taken, never guessed', () => {
    expect(knownForStart({ age: 52, history: 'first' })).toEqual({ ageYears: 52, firstEver: 'yes' })
    expect(knownForStart({ age: 52, history: 'same' })).toEqual({ ageYears: 52, firstEver: 'no' })
    expect(knownForStart({ age: 'notSure', history: 'notSure' })).toEqual({ ageYears: 'notSure' })
    expect(knownForStart({})).toEqual({ ageYears: 'notSure' })
  })
  test('"today or yesterday" is asked again; two days and weeks are not', () => {
    expect(knownForStart({ duration: 'days0' }).began).toBeUndefined()
    expect(knownForStart({ duration: 'days2' }).began).toBe('2')
    expect(knownForStart({ duration: 'days3' }).began).toBeUndefined()
    expect(knownForStart({ duration: 'weeks1' }).began).toBe('longer')
    expect(knownForStart({ duration: 'months3' }).began).toBe('longer')
  })
})

describe('where each movement stands', () => {
  test('every line of the phase that has a dose is there, with its step within its steps', () => {
    for (const told of [begun(), restoring(), building()]) {
      const state = told.state(6)
      const lines = linesNow(state, moment(6).day)
      expect(lines.length).toBeGreaterThan(phases[state.phase].content.length / 2)
      for (const { step, steps, dose, title } of lines) {
        expect(step === null || (step >= 1 && step <= steps)).toBe(true)
        expect(`${title}: ${dose}`).not.toMatch(/undefined|NaN|null/)
      }
    }
  })
  test('nothing is listed while movements are locked or something told waits for the full check (H-08)', () => {
    const locked = begun().full(1, 9, { level: 'urgent', lock: 'locked' })
    expect(linesNow(locked.state(1), moment(1).day)).toEqual([])
    const told = begun().write(moment(1, 9), { kind: 'stopped', sign: 'fever' })
    expect(linesNow(told.state(1), moment(1).day)).toEqual([])
    expect(linesNow(told.full(1, 10).state(1), moment(1).day)).not.toEqual([])
  })
  test('a movement can be looked at while a session may be made, and only within the lock (H-08)', () => {
    const may = (told: ReturnType<typeof begun>, day: number, hour: number) =>
      (['M17a', 'M08'] as const).map((movement) => mayLookAt(movement, told.state(day, hour), moment(day, hour)))
    expect(may(begun(), 0, 12)).toEqual([true, true])
    expect(may(begun(), 1, 12)).toEqual([false, false])
    expect(may(begun().mini(1), 1, 12)).toEqual([true, true])
    expect(may(begun().full(1, 9, { level: 'soon', lock: 'gentle' }), 1, 12)).toEqual([true, false])
    expect(may(begun().full(1, 9, { level: 'urgent', lock: 'locked' }), 1, 12)).toEqual([false, false])
  })
  test('a movement that was too sore says so on its day, and is at half after it', () => {
    const told = begun().session(0, 10, {
      movements: [{ card: 'M08', movement: 'M08', peak0to10: 7, done: 'tooSore' }],
    })
    const note = (day: number) => linesNow(told.state(day), moment(day).day).find(({ card }) => card === 'M08')?.note
    expect(note(0)).toBe('Out for today: it was too sore.')
    expect(note(1)).toBe('At half for now.')
  })
  test('a dose is said as people say it', () => {
    expect(doseWords({ level: 1, range: 0.5, reps: 8, holdSeconds: 2, sets: 1, loadKg: 0 })).toBe(
      '8 times, hold for 2 seconds, half the way',
    )
    expect(doseWords({ level: 2, range: 1, reps: 10, sets: 2, loadKg: 3 })).toBe('10 times, 2 rounds, with 3 kg')
    expect(doseWords({ level: 1, range: 1, minutes: 1, sets: 1, loadKg: 0 })).toBe('1 minute')
    expect(doseWords({ level: 1, range: 1, sets: 1, loadKg: 0 })).toBe('as long as it eases')
  })
})

describe('the rules in words', () => {
  const words = howItDecides.flatMap(({ lines }) => lines).join(' ')
  test('name the numbers that the rules read', () => {
    expect(words).toContain(`hurts ${limit('redPeak')} or more`)
    expect(words).toContain(`${limit('morningRegress')} points worse or more`)
    expect(words).toContain(`more than ${limit('missedDays')} days away`)
    expect(words).toContain('6 out of every 10')
    expect(words).toContain('weeks 2, 4, 6 and 12')
  })
  test('each has a source, and all that is ours says so', () => {
    for (const { sources, tag } of howItDecides) {
      expect(sources.length).toBeGreaterThan(0)
      if (sources.includes('unclench-design')) expect(tag).toBe('C')
    }
  })
})
