/** A call for help today, wherever it was told: nothing opens again before a full check after it (evidence.md §6.4). */
import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate } from '../evidence/calendar.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import type { ProgrammeEvent } from './events.ts'
import { stateAt } from './fold.ts'
import { mayMove } from './screening.ts'
import { slowProgress } from './slow-progress.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const moment = (day: number, hour = 0) => ({
  at: asEpochMs(noon + day * dayMs + hour * hourMs),
  day: addDays('2026-11-23' as IsoDate, day),
})
let made = 0
type Told = ProgrammeEvent extends infer One
  ? One extends unknown
    ? Omit<One, 'v' | 'id' | 'at' | 'day'>
    : never
  : never
const event = (when: ReturnType<typeof moment>, told: Told): ProgrammeEvent => {
  made += 1
  return { v: 1, id: `e${made}`, ...when, ...told } as ProgrammeEvent
}
const check = (when: ReturnType<typeof moment>) =>
  event(when, { kind: 'fullCheckDone', level: 'self-care', lock: 'open', protocolVersion: 'p' })
const mini = (when: ReturnType<typeof moment>) =>
  event(when, {
    kind: 'miniCheckDone',
    answers: { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' },
  })
const begun = [
  check(moment(0)),
  event(moment(0), {
    ...{ kind: 'programmeStarted', episodeDay: moment(0).day, painDayOne0to10: 5, ageYears: 40, firstEver: 'no' },
  }),
]
const morning = (day: number, pain0to10: number) =>
  event(moment(day), { kind: 'morningNoted', pain0to10, plainCause: 'yes' })
const session = (day: number, pain: number) =>
  event(moment(day), {
    ...{ kind: 'sessionDone', painBefore0to10: pain, effort0to10: 2, leg: 'none', movements: [] },
  })
const allows = (events: readonly ProgrammeEvent[], now: ReturnType<typeof moment>) => mayMove(stateAt(events, now), now)
const calls = (events: readonly ProgrammeEvent[], now: ReturnType<typeof moment>) =>
  slowProgress(stateAt(events, now), now).some(({ level }) => level === 'urgent')

describe.each([
  ['a morning', morning],
  ['a session', session],
] as const)('a number told by %s that calls for 111 today', (_, told) => {
  test('closes movements until a full check after it; the short check opens nothing', () => {
    const events = [...begun, told(2, 8), mini(moment(2, 1))]
    expect(calls(events, moment(2, 2))).toBe(true)
    expect(allows(events, moment(2, 2))).toMatchObject({ ok: false, why: 'fullCheck' })
    expect(allows([...events, check(moment(2, 3))], moment(2, 4))).toMatchObject({ ok: true })
  })
  test('one point less calls for nothing, and the short check is enough', () => {
    const events = [...begun, told(2, 6), mini(moment(2, 1))]
    expect(calls(events, moment(2, 2))).toBe(false)
    expect(allows(events, moment(2, 2))).toMatchObject({ ok: true })
  })
})

test('a number that comes to call for 111 by the day alone closes them too', () => {
  const events = [...begun, morning(1, 8), mini(moment(1, 1))]
  expect(allows(events, moment(1, 2))).toMatchObject({ ok: true })
  expect(calls(events, moment(2, -1))).toBe(true)
  expect(allows(events, moment(2, -1))).toMatchObject({ ok: false, why: 'fullCheck' })
})

test('a calm number told afterwards opens nothing', () => {
  const events = [...begun, morning(2, 8), morning(3, 2), mini(moment(3, 1))]
  expect(calls(events, moment(3, 2))).toBe(false)
  expect(allows(events, moment(3, 2))).toMatchObject({ ok: false, why: 'fullCheck' })
})

test('nor one that is told once the call has come of the day alone', () => {
  const events = [...begun, morning(1, 8), event(moment(2, -1), { kind: 'morningNoted', pain0to10: 2 })]
  expect(calls(events.slice(0, -1), moment(2, -1.1))).toBe(true)
  expect(allows([...events, mini(moment(2, 0))], moment(2, 1))).toMatchObject({ ok: false, why: 'fullCheck' })
  expect(allows([...events, check(moment(2, 0))], moment(2, 1))).toMatchObject({ ok: true })
})
