/**
 * A check that was begun before something new was told, and finished after it on an old page: its answers are older, so it
 * is not the check that this asks for (H-04). Whatever the clocks said, and whatever else came between.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Moment } from '../evidence/calendar.ts'
import { lastPlace, placed } from '../evidence/order.ts'
import { asEpochMs, type EpochMs } from '../evidence/time.ts'
import { gate } from '../prevention/gate.ts'
import { stateAt } from '../programme/fold.ts'
import { mayMove, miniQuestions, screeningDue } from '../programme/screening.ts'
import { well } from '../programme/story.proof.ts'
import { dayZero, moment, uuid } from './moments.fixtures.ts'
import { correctClocks } from './notebook-clock.ts'
import type { CheckFinished, NotebookEvent } from './notebook.ts'
import { type CheckAtHand, openNow } from './open-now.ts'
import { carefulState, mustAskForCodeine, programmeEvents } from './person.ts'

const clear = { level: 'self-care', movement: 'open' } as const
const urgent = { level: 'urgent', movement: 'locked' } as const
const noToAll = Object.fromEntries(miniQuestions.map((id) => [id, 'no'] as const))

const check = (n: number, hours: number, part: Partial<CheckFinished> = {}): CheckFinished => ({
  ...{ v: 2, id: uuid(n), ...moment(hours), kind: 'checkFinished', check: uuid(1000 + n), changed: [] },
  ...{ answers: { age: 40, painNow: 3, A1: 'no', A2: 'no', A3: 'no' }, protocolVersion: 'p', ...clear, ...part },
})
type Told = NotebookEvent extends infer Event
  ? Event extends { v: 1 }
    ? Omit<Event, 'v' | 'id' | 'at' | 'day'>
    : never
  : never
// One kind of event with the frame that all have: TypeScript cannot put the halves of a union together.
const told = (n: number, hours: number, what: Told) =>
  ({ v: 1, id: uuid(n), ...moment(hours), ...what }) as NotebookEvent
const stop = (n: number, hours: number) => told(n, hours, { kind: 'stopped', sign: 'fall' })
const begin = (n: number, hours: number) =>
  told(n, hours, {
    ...{ kind: 'programmeStarted', episodeDay: dayZero },
    ...{ painDayOne0to10: 6, ageYears: 40, firstEver: 'no' },
  })
const mini = (n: number, hours: number, begunAfter?: EpochMs) =>
  told(n, hours, { kind: 'miniCheckDone', answers: noToAll, ...(begunAfter !== undefined && { begunAfter }) })

function doors(events: readonly NotebookEvent[], now: Moment) {
  const corrected = correctClocks(events, now)
  const state = carefulState(stateAt(programmeEvents(corrected), now), corrected)
  const last = corrected.findLast((event) => event.kind === 'checkFinished')
  const hand: CheckAtHand | null =
    last?.kind === 'checkFinished' ? { ...last, event: last.id, finishedAt: last.at } : null
  return { state, open: openNow(hand, state, now), may: mayMove(state, now), gate: gate(state, well, now) }
}

/** The doors as numbers: 0 is shut, more is further open. */
function howOpen(events: readonly NotebookEvent[], now: Moment) {
  const { open, may, gate: walks } = doors(events, now)
  return {
    plan: open.plan === null ? 1 : 0,
    movements: open.movements.kind === 'programme' || open.movements.kind === 'plan' ? 1 : 0,
    session: may.ok ? 1 : 0,
    walks: walks.ok ? 1 : 0,
    medicines: open.medicines === 'room' ? 1 : 0,
  }
}

describe('a check that was begun before a stop and finished after it', () => {
  const before = moment(8).at
  const record = [check(0, 8), begin(1, 8.1), stop(2, 9)]

  test('does not open what the stop closed; one begun after it does', () => {
    const older = [...record, check(3, 10, { begunAfter: before })]
    expect(doors(older, moment(10.1)).open.plan).toMatchObject({ why: 'due' })
    expect(howOpen(older, moment(10.1))).toEqual({ plan: 0, movements: 0, session: 0, walks: 0, medicines: 0 })
    const newer = [...older, check(4, 11, { begunAfter: moment(10).at })]
    expect(howOpen(newer, moment(11.1))).toEqual({ plan: 1, movements: 1, session: 1, walks: 1, medicines: 1 })
  })
  test('asks for a new one, once somebody has seen the person for the danger that it found', () => {
    const settled = [
      ...record,
      check(3, 10, { begunAfter: moment(9).at }),
      check(4, 11, { begunAfter: before, ...urgent }),
    ]
    const seen = told(5, 12, { kind: 'clinicianCleared', who: 'GP', seenAfter: uuid(4) })
    expect(doors([...settled, seen], moment(12.1)).may).toMatchObject({ ok: false, why: 'miniCheck' })
    expect(doors([...settled, seen], moment(12.1)).open.plan).toEqual({ why: 'seen' })
  })
  test('counts as before where its build did not say when it was begun', () => {
    expect(howOpen([...record, check(3, 10)], moment(10.1)).session).toBe(1)
  })
  test('still closes what it found itself', () => {
    const { state } = doors([...record, check(3, 10, { begunAfter: before, ...urgent })], moment(10.1))
    expect(state.locks.map(({ event }) => event)).toEqual([uuid(3)])
  })
  test('is no check yet where there was none before', () => {
    const { state, may } = doors([stop(0, 9), begin(1, 9.5), check(2, 10, { begunAfter: asEpochMs(0) })], moment(10.1))
    expect(may.ok).toBe(false)
    expect([state.lastFull, state.lastClear]).toEqual([null, null])
  })
  test('a new plan begun after it does not count it either', () => {
    const again = [...record, check(3, 10, { begunAfter: before }), begin(4, 10.05)]
    expect(howOpen(again, moment(10.1)).session).toBe(0)
  })
})

test('two days later a new plan asks for a check by age alone: one begun before that is as good', () => {
  const late = [check(0, 8), begin(1, 60), check(2, 60.2, { begunAfter: moment(8).at })]
  expect(howOpen(late, moment(60.3)).session).toBe(1)
})

test('a short check that was begun before a red entry leaves the next one due', () => {
  const red = told(3, 33, { kind: 'miniAsked', because: 'Very sore.' })
  const record = [check(0, 8), begin(1, 8.1), mini(2, 32, moment(8.1).at), red]
  expect(screeningDue(doors([...record, mini(4, 33.1, moment(32).at)], moment(33.2)).state, moment(33.2)).due).toBe(
    'mini',
  )
  expect(screeningDue(doors([...record, mini(4, 33.1, moment(33).at)], moment(33.2)).state, moment(33.2)).due).toBe(
    'none',
  )
  expect(screeningDue(doors([...record, mini(4, 33.1)], moment(33.2)).state, moment(33.2)).due).toBe('none')
})

test.each<[string, Told]>([
  ['a morning', { kind: 'morningNoted', pain0to10: 2 }],
  ['a session', { kind: 'sessionDone', painBefore0to10: 2, effort0to10: 2, leg: 'none', movements: [] }],
  [
    'a check-in',
    {
      ...{ kind: 'checkInDone', pain0to10: 2, trend: 'better', toiletAndDrink: 'yes', canStand10Minutes: 'yes' },
      ...{ medicineFor24Hours: 'yes', backToNormal: 'no', severeLegPain: 'no' },
    },
  ],
  ['one more sore entry', { kind: 'miniAsked', because: 'Very sore.' }],
])('while the short check is due, %s may tell what one begun before it has not asked about', (_, what) => {
  const record = [
    check(0, 8),
    begin(1, 8.1),
    told(2, 33, { kind: 'miniAsked', because: 'Very sore.' }),
    told(3, 34, what),
  ]
  const due = (begunAfter: EpochMs) =>
    screeningDue(doors([...record, mini(4, 34.1, begunAfter)], moment(34.2)).state, moment(34.2)).due
  expect([due(moment(33).at), due(moment(34).at)]).toEqual(['mini', 'none'])
})

test('after another check found danger and somebody was seen, one begun before that danger opens nothing', () => {
  const seen = told(2, 40, { kind: 'clinicianCleared', who: 'GP', seenAfter: uuid(1) })
  const record = [check(0, 8), check(1, 20, { ...urgent, begunAfter: moment(8).at }), seen]
  expect(howOpen([...record, check(3, 41, { begunAfter: moment(8).at })], moment(41.1))).toMatchObject({
    plan: 0,
    medicines: 0,
  })
  expect(howOpen([...record, check(3, 41, { begunAfter: moment(40).at })], moment(41.1))).toMatchObject({
    plan: 1,
    medicines: 1,
  })
})

test('entries that cannot be read, found while a check was under way, ask for another', () => {
  const damaged: NotebookEvent = { v: 1, id: 'unreadable', at: moment(9).at, kind: 'unreadable', entries: 1 }
  const after = (begunAfter: EpochMs) =>
    howOpen([check(0, 8), damaged, check(1, 10, { begunAfter })], moment(10.1)).plan
  expect([after(moment(8).at), after(moment(9).at)]).toEqual([0, 1])
})

test('answers about bladder, bowel and saddle are as old as the page that they were given on (H-13)', () => {
  const codeine = told(1, 9, {
    ...{ kind: 'doseTaken', ingredient: 'codeine', milligrams: 30, product: 'codeine', takenAt: moment(9).at },
  })
  const asks = (begunAfter: EpochMs) =>
    mustAskForCodeine([check(0, 8), codeine, check(2, 31, { begunAfter })], moment(34))
  expect([asks(moment(8).at), asks(moment(9).at)]).toEqual([true, false])
})

describe('in any life, under any clock', () => {
  const deeds = ['clear', 'urgent', 'seen', 'mini', 'start', 'stop', 'stop', 'red', 'overdose'] as const
  const deed = fc.record({
    kind: fc.constantFrom(...deeds),
    later: fc.constantFrom(0.1, 1, 5, 13, 30),
    clock: fc.constantFrom(0, 0, 0, 0.1, 30, -30, 500, -20_000),
  })
  const added = (events: readonly NotebookEvent[], event: NotebookEvent) =>
    events.concat(placed([event], lastPlace(events)))
  const asks = new Set(['stop', 'red', 'urgent', 'overdose'])

  function eventOf(
    kind: (typeof deeds)[number],
    n: number,
    last: string | undefined,
    begunAfter: EpochMs,
  ): NotebookEvent {
    if (kind === 'clear') return check(n, 0, { begunAfter })
    if (kind === 'urgent') return check(n, 0, { ...urgent, begunAfter })
    if (kind === 'mini') return mini(n, 0, begunAfter)
    if (kind === 'start') return begin(n, 0)
    if (kind === 'stop') return stop(n, 0)
    if (kind === 'red') return told(n, 0, { kind: 'miniAsked', because: 'Very sore.' })
    if (kind === 'overdose') return told(n, 0, { kind: 'tooMuchTold', facts: {}, emergency: true })
    return told(n, 0, { kind: 'clinicianCleared', who: 'GP', ...(last !== undefined && { seenAfter: last }) })
  }

  test('an old page that is sent to its end opens nothing', () => {
    let shut = 0
    fc.assert(
      fc.property(
        fc.array(deed, { minLength: 1, maxLength: 10 }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        (all, ...random) => {
          const [from, until, short] = random
          const lastAsking = all.findLastIndex(({ kind }) => asks.has(kind))
          if (lastAsking < 0) return
          // The page was opened some time before that was told, and sent some time after it.
          const opened = from % (lastAsking + 1)
          const sent = lastAsking + 1 + (until % (all.length - lastAsking))
          let [hours, clock] = [8, 0]
          let begunAfter = asEpochMs(0)
          const lives: Record<'late' | 'never', readonly NotebookEvent[]> = { late: [], never: [] }
          const send = () => {
            const when = hours + clock + 0.05
            lives.late = added(lives.late, short ? mini(99, when, begunAfter) : check(99, when, { begunAfter }))
            // At the same time, so that both tell the same of the clock.
            lives.never = added(lives.never, {
              v: 1,
              id: uuid(99),
              at: moment(when).at,
              kind: 'stepDone',
              step: 'none',
            })
          }
          all.forEach((one, n) => {
            if (n === opened) begunAfter = lastPlace(lives.never) ?? asEpochMs(0)
            if (n === sent) send()
            hours += one.later
            clock = one.clock
            const closing = lives.never.findLast(
              (event) => event.kind === 'checkFinished' && event.movement === 'locked',
            )
            const event = eventOf(one.kind, n, closing?.id, lastPlace(lives.never) ?? asEpochMs(0))
            const dated = { ...event, ...moment(hours + clock) } as NotebookEvent
            lives.late = added(lives.late, dated)
            lives.never = added(lives.never, dated)
          })
          if (sent === all.length) send()
          const now = moment(hours + clock + 0.1)
          const [before, after] = [howOpen(lives.never, now), howOpen(lives.late, now)]
          shut += before.plan === 0 ? 1 : 0
          for (const door of ['plan', 'movements', 'session', 'walks', 'medicines'] as const)
            expect(after[door], door).toBeLessThanOrEqual(before[door])
        },
      ),
      { numRuns: 3000 },
    )
    expect(shut).toBeGreaterThan(1000)
  })
})
