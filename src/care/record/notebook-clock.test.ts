/** The record under clocks that were wrong: nothing hides what was told later, and nothing of unknown age counts as fresh. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { lastPlace, placed } from '../evidence/order.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import { correctClocks, clockSlackMs, madeAhead, visitToCome } from './notebook-clock.ts'
import { doses, inOrder, lastCheck, merged, type NotebookEvent } from './notebook.ts'
import { programmeEvents } from './person.ts'
import { stateAt } from '../programme/fold.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const moment = (ms: number): Moment => ({
  at: asEpochMs(noon + ms),
  day: addDays('1970-01-01', Math.floor((noon + ms) / dayMs)) as IsoDate,
})
const id = (number: number) => `0f5c1d4e-5b7a-4f3e-8d1c-${number.toString(16).padStart(12, '0')}`
type What = 'check' | 'danger' | 'stop' | 'dose' | 'walk'
const event = (what: What, clock: number, number: number): NotebookEvent => {
  const base = { id: id(number), ...moment(clock) }
  switch (what) {
    case 'check':
    case 'danger':
      return {
        v: 2,
        ...base,
        kind: 'checkFinished',
        movement: what === 'danger' ? 'locked' : 'open',
        check: base.id,
        answers: {},
        level: what === 'danger' ? 'emergency' : 'self-care',
        protocolVersion: 'p',
        changed: [],
      }
    case 'stop':
      return { v: 1, ...base, kind: 'stopped', sign: 'chest' }
    case 'dose': {
      const { id: dose, at } = base
      const of = { ingredient: 'ibuprofen', milligrams: 400, product: 'Ibuprofen', takenAt: at }
      return { v: 1, id: dose, at, kind: 'doseTaken', ...of }
    }
    case 'walk':
      return { v: 1, ...base, kind: 'walkDone', minutes: 5, felt: 'fine' }
    default:
      throw new Error(`unhandled ${what satisfies never}`)
  }
}
/** A record as a device writes it: what was told, and what the clock said then. */
const record = (...told: readonly (readonly [What, clock: number])[]): readonly NotebookEvent[] =>
  told.reduce<readonly NotebookEvent[]>(
    (known, [what, clock], index) => known.concat(placed([event(what, clock, 1000 - index)], lastPlace(known))),
    [],
  )
const kinds = (events: readonly NotebookEvent[]) => events.map(({ kind }) => kind)
const days = (count: number) => count * dayMs

describe('the order of the record', () => {
  test('is the order in which things were told, also after a clock was put back', () => {
    const told = record(['check', days(3)], ['dose', 0], ['stop', 1])
    expect(kinds(inOrder([...told].reverse()))).toEqual(['checkFinished', 'doseTaken', 'stopped'])
  })
  test('of things told in one moment is the order in which they were written', () => {
    expect(kinds(inOrder(record(['stop', 0], ['walk', 0], ['dose', 0])))).toEqual(['stopped', 'walkDone', 'doseTaken'])
  })
  test('is kept through a file, and writing in one record never lets go of that of another', () => {
    const mine = record(['check', days(3)], ['stop', 0])
    const all = merged(mine, [event('walk', days(5), 7)])
    const [later] = placed([event('check', 5, 8)], lastPlace(all))
    if (!later) throw new Error('nothing placed')
    expect(inOrder([later, ...all]).at(-1)).toEqual(later)
  })
  test('leaves events as they are while the clock goes forward: no place is written', () => {
    const told = record(['check', 0], ['dose', 5], ['walk', 9])
    expect(told.some((one) => 'order' in one)).toBe(false)
    expect(correctClocks(told, moment(10))).toBe(told)
  })
})

describe('a check made with the clock ahead', () => {
  test.each([5 / 24, 3, 400])('%f days: the check made after the clock was put right counts at once', (ahead) => {
    const told = record(['check', days(ahead)], ['check', hourMs])
    const now = moment(hourMs + 60_000)
    expect(lastCheck(correctClocks(told, now), now.at)).toMatchObject({ event: { id: id(999) }, expired: false })
  })
  test('alone is of unknown age: it must be done again, today and on the day it was dated', () => {
    const told = record(['check', days(3)])
    for (const now of [moment(0), moment(dayMs)])
      expect(lastCheck(correctClocks(told, now), now.at)?.expired).toBe(true)
  })
  test('keeps what it closes', () => {
    const now = moment(0)
    expect(lastCheck(correctClocks(record(['danger', days(3)]), now), now.at)?.event.level).toBe('emergency')
  })
  test('is no younger for something told since, whichever day it is dated', () => {
    const told = record(['check', days(3)], ['walk', hourMs])
    for (const after of [hourMs, days(2), days(3) + hourMs]) {
      const now = moment(after + 1)
      expect(lastCheck(correctClocks(told, now), now.at)?.expired).toBe(true)
    }
  })
  test('by ten minutes or less counts as made now; by a millisecond more it does not', () => {
    const ahead = (ms: number) => lastCheck(correctClocks(record(['check', ms]), moment(0)), moment(0).at)?.expired
    expect([ahead(clockSlackMs), ahead(clockSlackMs + 1)]).toEqual([false, true])
    expect(madeAhead(record(['check', clockSlackMs]), moment(0).at)).toBeUndefined()
    expect(madeAhead(record(['check', clockSlackMs + 1]), moment(0).at)).toBeDefined()
    expect(madeAhead(record(['check', days(1)], ['stop', days(2)]), moment(0).at)).toMatchObject({ id: id(1000) })
  })
})

test('a short check made with the clock ahead is of unknown age too, and counts as a day old', () => {
  const made = (ahead: number) => {
    const mini: NotebookEvent = { v: 1, id: id(5), ...moment(ahead), kind: 'miniCheckDone', answers: {} }
    return correctClocks([mini], moment(0))[0]?.at
  }
  expect(made(clockSlackMs)).toBe(noon)
  expect(made(clockSlackMs + 1)).toBe(noon - dayMs)
  expect(made(days(3))).toBe(noon - dayMs)
})

test('a dose told with the clock ahead counts as now while all that was told after it came from a clock that was years behind', () => {
  const now = moment(0)
  const taken = (...told: readonly (readonly [What, clock: number])[]) =>
    doses(correctClocks(record(...told), now))[0]?.takenAt
  expect(taken(['dose', days(3)], ['walk', -days(400)])).toBe(now.at)
  expect(taken(['dose', days(3)], ['walk', -days(400)], ['walk', -days(400) + hourMs])).toBe(now.at)
  // Once something is told by a clock that is right, the dose was taken before it.
  expect(taken(['dose', days(3)], ['walk', -days(400)], ['walk', -days(2)])).toBe(moment(-days(2)).at - 1)
  expect(taken(['dose', days(3)], ['walk', -days(7)])).toBe(moment(-days(7)).at - 1)
  expect(taken(['dose', days(3)], ['walk', -days(7) - 1])).toBe(now.at)
})
test('a dose told with the clock ahead still counts though the next entry came from a clock that was years behind', () => {
  const told = record(['walk', -30 * hourMs], ['dose', days(3)], ['walk', -days(400)])
  const now = moment(hourMs)
  const [dose] = doses(correctClocks(told, now))
  expect(dose?.takenAt).toBeGreaterThan(now.at - dayMs)
  expect(dose?.takenAt).toBeLessThanOrEqual(now.at)
})

describe('what can open something and has not happened yet', () => {
  const cleared = (told: Moment, seenOn = told.day): NotebookEvent => ({
    ...{ v: 1, id: id(6), ...told, kind: 'clinicianCleared', who: 'GP', how: 'seen', seenOn, seenAfter: id(1000) },
  })
  const isLocked = (events: readonly NotebookEvent[], now: Moment) =>
    stateAt(programmeEvents(correctClocks(events, now)), now).locks.length > 0
  const danger = record(['danger', 0])
  const now = moment(hourMs)

  test('a visit before now opens', () => expect(isLocked([...danger, cleared(now)], now)).toBe(false))

  test.each<[string, NotebookEvent]>([
    ['written down later than now', cleared(moment(days(3)))],
    ['of a day after today', cleared({ ...now, day: moment(days(1)).day })],
    ['on a day after its telling', cleared(now, moment(days(1)).day)],
  ])('a visit %s opens nothing, and is named', (_, visit) => {
    const told = [...danger, visit]
    expect(isLocked(told, now)).toBe(true)
    expect(visitToCome(told, now)).toBe(visit)
    expect(visitToCome([...danger, cleared(now)], now)).toBeUndefined()
  })

  test('by ten minutes or less it counts as told now; by a millisecond more it does not', () => {
    const ahead = (ms: number) => isLocked([...danger, cleared(moment(ms))], moment(0))
    expect([ahead(clockSlackMs), ahead(clockSlackMs + 1)]).toEqual([false, true])
  })

  test('nor once that day is here, where something was told meanwhile by a clock that was right', () => {
    const visit = cleared(moment(days(3)))
    const walked = placed([event('walk', hourMs, 9)], lastPlace([...danger, visit]))
    expect(isLocked([...danger, visit, ...walked], moment(days(5)))).toBe(true)
    expect(isLocked([...danger, visit], moment(days(5)))).toBe(false)
  })

  test('a day that its own moment cannot have had anywhere on earth is none', () => {
    const forged = cleared({ at: moment(1).at, day: moment(days(2)).day })
    expect(isLocked([...danger, forged], moment(days(9)))).toBe(true)
    expect(isLocked([...danger, cleared({ at: moment(1).at, day: moment(hourMs * 14).day })], moment(days(9)))).toBe(
      false,
    )
  })

  test('a battery that ran empty since takes back no visit of before it', () => {
    const visit = cleared(moment(days(3)))
    const before = [...danger, visit]
    const later = placed([event('walk', -days(2000), 9)], lastPlace(before))
    expect(isLocked([...before, ...later], moment(days(5)))).toBe(false)
  })

  test('a dose taken out, a "no" about too much and a danger said to be a mistake count for nothing from then', () => {
    const [dose] = record(['dose', 0])
    const out: NotebookEvent = { v: 1, id: id(7), at: moment(days(3)).at, kind: 'doseWithdrawn', dose: dose?.id ?? '' }
    const no: NotebookEvent = { v: 1, id: id(8), ...moment(days(3)), kind: 'tooMuchTold', facts: { onPurpose: 'no' } }
    const yes: NotebookEvent = {
      v: 1,
      id: id(9),
      ...moment(days(3)),
      kind: 'tooMuchTold',
      facts: { overPacketLimit: 'yes' },
    }
    const wrong: NotebookEvent = { v: 1, id: id(5), ...moment(days(3)), kind: 'dangerMistaken', checks: [id(1000)] }
    if (!dose) throw new Error('there is a dose')
    const seen = correctClocks([dose, out, no, yes, wrong], now)
    expect(kinds(seen)).toEqual(['doseTaken', 'tooMuchTold'])
    expect(doses(seen)).toHaveLength(1)
  })
})

test('a calm check made with the clock ahead settles nothing that was told before it', () => {
  const due = (told: readonly NotebookEvent[], now: Moment) =>
    stateAt(programmeEvents(correctClocks(told, now)), now).fullDue
  expect(due(record(['stop', 0], ['check', days(3)]), moment(hourMs))).not.toBeNull()
  expect(due(record(['stop', 0], ['check', hourMs]), moment(hourMs))).toBeNull()
  const mini: NotebookEvent = {
    ...{ v: 1, id: id(5), ...moment(days(3)), kind: 'miniCheckDone' },
    answers: { A1: 'no', A2: 'no', A3: 'no', A5: 'no', A6: 'no', B2: 'no', anythingNew: 'no' },
  }
  const asked: NotebookEvent = { v: 1, id: id(4), ...moment(0), kind: 'miniAsked', because: 'Sore.' }
  const state = (now: Moment) => stateAt(programmeEvents(correctClocks([asked, mini], now)), now)
  expect(state(moment(hourMs)).miniDue).toBe(true)
})

test('a dose told with the clock ahead was taken as long before its telling as was said', () => {
  const told: NotebookEvent = {
    ...{ v: 1, id: id(7), at: moment(days(3)).at, kind: 'doseTaken', ingredient: 'ibuprofen', milligrams: 400 },
    ...{ product: 'Ibuprofen', takenAt: moment(days(3) - 5 * hourMs).at },
  }
  const [dose] = doses(correctClocks([told], moment(0)))
  expect(dose?.takenAt).toBe(moment(-5 * hourMs).at)
})

describe('a stop told with the clock ahead', () => {
  const checkDue = (told: readonly NotebookEvent[], now: Moment) =>
    stateAt(programmeEvents(correctClocks(told, now)), now).fullDue !== null
  test('closes now', () => {
    const told = record(['check', 0], ['stop', days(3)])
    expect(checkDue(told, moment(1))).toBe(true)
  })
  test('ends with the check made after it, not on the day that the clock said', () => {
    const told = record(['check', 0], ['stop', days(3)], ['check', hourMs])
    expect(checkDue(told, moment(hourMs + 1))).toBe(false)
  })
})

describe('a dose told with the clock ahead', () => {
  test('counts as taken now, until something is told after it; then as taken before that, for 24 hours', () => {
    const taken = (told: readonly NotebookEvent[], now: Moment) => doses(correctClocks(told, now))[0]?.takenAt
    expect(taken(record(['dose', days(3)]), moment(5))).toBe(moment(5).at)
    expect(taken(record(['dose', days(3)], ['walk', hourMs]), moment(days(1)))).toBe(moment(hourMs).at - 1)
  })
  test('is not forgotten because a clock was behind later', () => {
    const told = record(['walk', 0], ['dose', hourMs], ['walk', -days(365)])
    expect(doses(correctClocks(told, moment(2 * hourMs)))[0]?.takenAt).toBe(moment(hourMs).at)
  })
})

const told = fc.array(
  fc.tuple(
    fc.constantFrom<What>('check', 'danger', 'stop', 'dose', 'walk'),
    fc.oneof(fc.integer({ min: 0, max: 2 * dayMs }), fc.integer({ min: -400 * dayMs, max: 400 * dayMs })),
  ),
  { maxLength: 12 },
)
const later = fc.integer({ min: 0, max: 3 * dayMs })
test('whatever the clocks said: nothing is lost, nothing is after now, and the order stays the one in which it was told', () => {
  fc.assert(
    fc.property(told, later, (steps, ms) => {
      const all = record(...steps)
      const seen = correctClocks(all, moment(ms))
      expect(seen.map((one) => one.id)).toEqual(all.map((one) => one.id))
      expect(inOrder(seen)).toEqual(seen)
      expect(seen.every(({ at }) => at <= moment(ms).at)).toBe(true)
    }),
  )
})
test('whatever the clocks said: a check made now counts, and nothing told before it hides it', () => {
  fc.assert(
    fc.property(told, later, (steps, ms) => {
      const all = record(...steps, ['check', ms])
      const last = lastCheck(correctClocks(all, moment(ms)), moment(ms).at)
      expect(last?.event.id).toBe(all.at(-1)?.id)
      expect(last?.expired).toBe(false)
    }),
  )
})
test('whatever the clocks said: a calm check counts only if the clock says that it is less than a day old', () => {
  fc.assert(
    fc.property(told, later, (steps, ms) => {
      const all = record(...steps)
      const last = lastCheck(correctClocks(all, moment(ms)), moment(ms).at)
      const written = all.find((one) => one.id === last?.event.id)
      if (!last || last.expired || !written) return
      expect(moment(ms).at - written.at).toBeLessThan(dayMs)
      expect(written.at - moment(ms).at).toBeLessThanOrEqual(clockSlackMs)
    }),
  )
})

test.each([
  ['the day before, on a page from before the clock was set', -1, -1],
  ['a day that is still to come', 3, 0],
])('an entry about %s, made thousands of years ahead, is about a day that there is', (_what, about, stands) => {
  const far = days(7_900 * 365)
  const entry: NotebookEvent = {
    ...{ v: 2, id: id(1), ...moment(far), kind: 'diaryEntry', painNow0to10: 4 },
    about: moment(days(about)).day,
  }
  const [made] = correctClocks([entry], moment(0))
  expect(made).toMatchObject({ day: moment(0).day, about: moment(days(stands)).day })
})

test('an entry about an earlier day stays as many days back as it was told, when its clock was ahead', () => {
  const ahead: NotebookEvent = {
    ...{ v: 2, id: id(1), ...moment(days(3)), kind: 'diaryEntry', painNow0to10: 4 },
    about: moment(days(1)).day,
  }
  const [made] = correctClocks([ahead], moment(0))
  expect(made).toMatchObject({ day: moment(0).day, about: moment(days(-2)).day })
})

describe('a dose told with the clock behind, after something that is dated later', () => {
  const minuteMs = 60_000
  const taken = (told: readonly NotebookEvent[], now: Moment) =>
    doses(correctClocks(told, now)).map(({ takenAt }) => takenAt - noon)
  test('counts as now, until something is told after it; then as before that', () => {
    const told = record(['walk', 0], ['dose', -9 * hourMs])
    expect(taken(told, moment(hourMs))).toEqual([hourMs])
    expect(taken(told, moment(7 * hourMs))).toEqual([7 * hourMs])
    const later = record(['walk', 0], ['dose', -9 * hourMs], ['walk', 2 * hourMs])
    expect(taken(later, moment(7 * hourMs))).toEqual([2 * hourMs - 1])
  })
  test('says when the clock had it, and one from a clock that was right does not', () => {
    const seen = (...clocks: readonly number[]) =>
      doses(correctClocks(record(['walk', 0], ...clocks.map((at) => ['dose', at] as const)), moment(hourMs)))
    expect(seen(-clockSlackMs).map(({ clockSaid }) => clockSaid)).toEqual([undefined])
    expect(seen(-clockSlackMs - 1).map(({ clockSaid }) => clockSaid)).toEqual([noon - clockSlackMs - 1])
    expect(seen(-hourMs, minuteMs).map(({ clockSaid }) => clockSaid)).toEqual([noon - hourMs, undefined])
  })
  test('keeps its distance from the other doses that the same clock dated: no number of them becomes one moment', () => {
    const told = record(['walk', days(3)], ['dose', 0], ['dose', 6 * hourMs], ['dose', days(1)], ['dose', 30 * hourMs])
    const now = moment(days(3) + hourMs)
    const last = days(3) + hourMs
    expect(taken(told, now)).toEqual([last - 30 * hourMs, last - days(1), last - 6 * hourMs, last])
  })
  test('from a clock that fell behind twice counts before the one told after it', () => {
    const told = record(['walk', 0], ['dose', -2 * hourMs], ['dose', -9 * hourMs])
    expect(taken(told, moment(hourMs))).toEqual([hourMs - 1, hourMs])
  })
  test('long ago stays where it was told, however long nothing was told since', () => {
    const told = record(['walk', 0], ['dose', -9 * hourMs], ['walk', hourMs])
    expect(taken(told, moment(days(200)))).toEqual([hourMs - 1])
  })
})

const rightClock = fc
  .array(fc.tuple(fc.constantFrom<What>('stop', 'dose', 'walk'), fc.integer({ min: 0, max: 2 * dayMs })), {
    maxLength: 6,
  })
  .map((steps) => steps.toSorted(([, one], [, other]) => one - other))
test('however far behind one clock was: a dose told by it counts as no older than what was told before it, and no later than now', () => {
  fc.assert(
    fc.property(rightClock, fc.integer({ min: 0, max: 400 * dayMs }), later, later, (steps, behind, first, second) => {
      const dose = 2 * dayMs + first
      const now = dose + second
      const all = record(...steps, ['walk', dose], ['dose', dose - behind], ['dose', dose - behind])
      for (const told of [all, [...all, ...placed([event('walk', now, 1)], lastPlace(all))]]) {
        const counted = doses(correctClocks(told, moment(now))).slice(-2)
        expect(counted.every(({ takenAt }) => takenAt >= moment(dose).at - clockSlackMs)).toBe(true)
        expect(counted.every(({ takenAt }) => takenAt <= moment(now).at)).toBe(true)
      }
    }),
  )
})
test('whatever the clocks said: no dose counts as older than its own clock had it, unless that was ahead', () => {
  fc.assert(
    fc.property(told, later, (steps, ms) => {
      const all = record(...steps)
      for (const one of doses(correctClocks(all, moment(ms)))) {
        const written = all.find(({ id: same }) => same === one.id)
        if (written?.kind !== 'doseTaken' || written.at > moment(ms).at) continue
        expect(one.takenAt).toBeGreaterThanOrEqual(written.takenAt)
        expect(one.takenAt).toBeLessThanOrEqual(moment(ms).at)
      }
    }),
  )
})
