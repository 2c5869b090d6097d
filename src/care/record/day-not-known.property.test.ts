/**
 * Whatever the programme is told under a clock that was ahead, with no day left that is sure: it makes no step harder, opens no
 * further phase, and is no session or morning of today (H-28).
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../evidence/calendar.ts'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import type { ProgrammeEvent } from '../programme/events.ts'
import { stateAt } from '../programme/fold.ts'
import { phaseReadiness } from '../programme/advance-phase.ts'
import { today } from '../programme/today.ts'
import { begun, moment, restoring, tilt, well } from '../programme/story.proof.ts'
import { correctClocks } from './notebook-clock.ts'
import type { NotebookEvent } from './notebook.ts'
import { programmeEvents } from './person.ts'

/** A session or a morning told at `day` by a clock that was `ahead` days ahead. */
const told = fc.record({
  kind: fc.constantFrom('session' as const, 'morning' as const),
  ahead: fc.integer({ min: 4, max: 30 }),
  pain: fc.integer({ min: 0, max: 4 }),
})
const wrong = (
  { kind, ahead, pain }: typeof told extends fc.Arbitrary<infer T> ? T : never,
  day: number,
  no: number,
) => {
  const base = { v: 1, id: `x${no}`, ...moment(day + ahead, 9), order: asEpochMs(moment(day, 20).at + no) } as const
  return (
    kind === 'session'
      ? { ...base, kind: 'sessionDone', painBefore0to10: pain, effort0to10: 2, leg: 'none', movements: [tilt] }
      : { ...base, kind: 'morningNoted', pain0to10: pain }
  ) as ProgrammeEvent
}
/** Everything of the programme is an event of the notebook too, but for the check, which is made of its own. */
const stateOf = (events: readonly ProgrammeEvent[], day: number, hour: number) => {
  const now = moment(day, hour)
  const checks = events.filter(({ kind }) => kind === 'fullCheckDone')
  const rest = events.filter(({ kind }) => kind !== 'fullCheckDone') as NotebookEvent[]
  return { now, state: stateAt([...checks, ...programmeEvents(correctClocks(rest, now))], now) }
}
const harder = ({ decisions }: ReturnType<typeof stateOf>['state']) =>
  decisions.filter(({ kind }) => kind === 'advance' || kind === 'phaseUp').length

const stories = {
  calm: () => begun().goodDay(0).morning(1, 2).goodDay(1),
  restore: () => restoring().session(1, 10).morning(2, 2).session(2, 10),
}

test.each(['calm', 'restore'] as const)('makes nothing harder and is not of today: %s', (name) => {
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 4 }), fc.integer({ min: 4, max: 6 }), (wrongs, day) => {
      const { events } = stories[name]()
      const with_ = [...events, ...wrongs.map((one, no) => wrong(one, 3, no))]
      const [after, without] = [stateOf(with_, day, 12), stateOf(events, day, 12)]
      expect(harder(after.state)).toBeLessThanOrEqual(harder(without.state))
      if (phaseReadiness(after.state, after.now).ready)
        expect(phaseReadiness(without.state, without.now).ready).toBe(true)
      const week = today(after.state, well, after.now).week
      expect(week.map(({ sessionsDone, morningPain }) => [sessionsDone, morningPain])).toEqual(
        today(without.state, well, without.now).week.map(({ sessionsDone, morningPain }) => [
          sessionsDone,
          morningPain,
        ]),
      )
    }),
    { numRuns: 150 },
  )
})

test('what is told after it by the right clock keeps it off the day that its own clock said', () => {
  const { events } = stories.calm()
  const ahead = wrong({ kind: 'session', ahead: 3, pain: 1 }, 2, 0)
  const right = { ...wrong({ kind: 'morning', ahead: 0, pain: 2 }, 3, 1), at: moment(3, 9).at } as ProgrammeEvent
  const { state, now } = stateOf([...events, ahead, right], 5, 12)
  expect(today(state, well, now).week.find(({ fromToday }) => fromToday === 0)?.sessionsDone).toBe(0)
})

test('of two wrong clocks in a row the one that was behind gives no day to what the other dated', () => {
  const now = moment(5, 12)
  const one = { v: 1, kind: 'morningNoted', pain0to10: 2, id: 'a', ...moment(2, 9) }
  const ahead = { ...one, id: 'b', ...moment(20, 9), order: asEpochMs(moment(20, 9).at) }
  const behind = { ...one, id: 'c', ...moment(-9, 9), order: asEpochMs(moment(20, 9).at + 1) }
  const seen = correctClocks([one, ahead, behind] as NotebookEvent[], now).find(({ id }) => id === 'b')
  expect(seen).toMatchObject({ day: addDays(moment(2).day, 3), dayNotKnown: true })
  expect((seen?.at ?? 0) - moment(2, 9).at).toBeGreaterThan(2 * dayMs)
})
