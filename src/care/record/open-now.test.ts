/**
 * What is open, from the whole record: whatever comes after one record of danger, nothing it closes is open until somebody
 * has seen the person (H-08). Shown for random lives, against a plain reading of the same record.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MovementLock } from '../check/types.ts'
import { addDays, daysBetween, type Moment } from '../evidence/calendar.ts'
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import { dayZero, moment, start, uuid } from './moments.fixtures.ts'
import { correctClocks } from './notebook-clock.ts'
import { lastPlace, placed } from '../evidence/order.ts'
import { type CheckFinished, inOrder, merged, type NotebookEvent } from './notebook.ts'
import { type CheckAtHand, openNow, withRecord } from './open-now.ts'
import { carefulState, programmeEvents } from './person.ts'
import { gate } from '../prevention/gate.ts'
import { stateAt } from '../programme/fold.ts'
import { makeSession } from '../programme/session.ts'
import { mayMove, miniQuestions } from '../programme/screening.ts'
import { well } from '../programme/story.proof.ts'

interface Deed {
  readonly kind:
    | 'clear'
    | 'gentle'
    | 'urgent'
    | 'emergency'
    | 'seen'
    | 'spoken'
    | 'mistaken'
    | 'mini'
    | 'start'
    | 'stop'
  /** Hours since the deed before. */
  readonly later: number
  /** A visit: so many days before it is told. */
  readonly ago: number
  /** A visit: the person names the last check that closed something. A correction: the same check goes on. */
  readonly named: boolean
}
const deedParts = {
  later: fc.constantFrom(0.1, 1, 5, 13, 30, 80),
  ago: fc.integer({ min: -1, max: 4 }),
  named: fc.boolean(),
}
const deed: fc.Arbitrary<Deed> = fc.record({
  ...deedParts,
  kind: fc.constantFrom(
    'clear',
    'gentle',
    'urgent',
    'emergency',
    'seen',
    'spoken',
    'mistaken',
    'mini',
    'start',
    'stop',
  ),
})

const found = {
  clear: { level: 'self-care', movement: 'open' },
  gentle: { level: 'soon', movement: 'gentle' },
  urgent: { level: 'urgent', movement: 'locked' },
  emergency: { level: 'emergency', movement: 'locked' },
} as const

/** A life as a record. */
function lived(deeds: readonly Deed[]): { readonly events: readonly NotebookEvent[]; readonly now: Moment } {
  let hours = 8
  const events: NotebookEvent[] = []
  const closing = () => events.findLast((one) => one.kind === 'checkFinished' && one.movement !== 'open')?.id
  deeds.forEach(({ kind, later, ago, named }, index) => {
    hours += later
    const base = { v: 1, id: uuid(index), ...moment(hours) } as const
    const last = closing()
    if (kind === 'seen' || kind === 'spoken')
      events.push({
        ...{ ...base, kind: 'clinicianCleared', who: 'GP', how: kind, seenOn: addDays(base.day, -ago) },
        ...(named && last && { seenAfter: last }),
      })
    else if (kind === 'mistaken') events.push({ ...base, kind: 'dangerMistaken', checks: last ? [last] : [] })
    else if (kind === 'mini')
      events.push({
        ...base,
        kind: 'miniCheckDone',
        answers: Object.fromEntries(miniQuestions.map((id) => [id, 'no'])),
      })
    else if (kind === 'start')
      events.push({
        ...{ ...base, kind: 'programmeStarted', episodeDay: dayZero },
        ...{ painDayOne0to10: 6, ageYears: 40, firstEver: 'no' },
      })
    else if (kind === 'stop') events.push({ ...base, kind: 'stopped', sign: 'newSymptom' })
    else events.push(checked(index, moment(hours), found[kind]))
  })
  return { events, now: moment(hours + 0.1) }
}

const checked = (index: number, when: Moment, what: (typeof found)[keyof typeof found]): CheckFinished => ({
  ...{ v: 2, id: uuid(index), ...when, kind: 'checkFinished', check: uuid(1000 + index), changed: [] },
  ...{ answers: { age: 40, painNow: 3 }, protocolVersion: 'p', ...what },
})

/** The same record read plainly, one check at a time: what does this check still close? */
function stillCloses(check: CheckFinished, events: readonly NotebookEvent[]): MovementLock {
  const ordered = inOrder(events)
  const place = ordered.findIndex(({ id }) => id === check.id)
  let mistaken = false
  for (const event of ordered.slice(place + 1)) {
    if (event.kind === 'dangerMistaken' && event.checks.includes(check.id)) mistaken = true
    if (event.kind !== 'clinicianCleared' || (event.how === 'spoken' && !mistaken)) continue
    const ago = daysBetween(check.day, event.seenOn ?? event.day)
    const future = daysBetween(event.day, event.seenOn ?? event.day) > 0
    const named = ordered.findIndex(({ id }) => id === event.seenAfter)
    if (!future && (ago > 0 || (ago === 0 && named >= place))) return 'open'
  }
  return check.movement
}

function atHand(events: readonly NotebookEvent[]): CheckAtHand | null {
  const last = inOrder(events)
    .filter((event) => event.kind === 'checkFinished')
    .at(-1)
  if (last?.kind !== 'checkFinished') return null
  return { event: last.id, level: last.level, movement: last.movement, finishedAt: last.at }
}

const doors = (events: readonly NotebookEvent[], now: Moment) => {
  const state = carefulState(stateAt(programmeEvents(events), now), events)
  const check = atHand(events)
  const open = openNow(check, state, now)
  return { state, check, open, may: mayMove(state, now), prevention: gate(state, well, now) }
}

const checksOf = (events: readonly NotebookEvent[]) =>
  events.filter((event): event is CheckFinished => event.kind === 'checkFinished')

describe('a stop', () => {
  const stop = (hours: number): NotebookEvent => ({
    ...{ v: 1, id: uuid(90), ...moment(hours), kind: 'stopped', sign: 'fall' },
  })
  test.each([
    ['no check at all', []],
    ['a fresh check', [checked(1, moment(8), found.clear)]],
    ['a check of two days before', [checked(1, moment(-40), found.clear)]],
  ])('closes relaxing too, beside %s; without it what suits everybody is left', (_which, events) => {
    expect(doors([...events, stop(9)], moment(10)).open.relax).toBe('closed')
    expect(doors(events, moment(10)).open.relax).not.toBe('closed')
  })
  test('is answered by a clear check after it', () => {
    expect(doors([stop(9), checked(1, moment(9.5), found.clear)], moment(10)).open.relax).toBe('plan')
  })
})

describe('the guide', () => {
  const stop: NotebookEvent = { ...{ v: 1, id: uuid(90), ...moment(9) }, kind: 'stopped', sign: 'fall' }
  const seen: NotebookEvent = { ...{ v: 1, id: uuid(91), ...moment(9), kind: 'clinicianCleared' }, who: 'GP' }
  const red: NotebookEvent = { ...{ v: 1, id: uuid(92), ...moment(9), kind: 'miniAsked' }, because: 'Very sore.' }
  test.each([
    ['nothing told', [], 'leads'],
    ['a clear check', [checked(1, moment(8), found.clear)], 'leads'],
    ['a check of two days before', [checked(1, moment(-40), found.clear)], 'leads'],
    ['a stop, with no check ever', [stop], 'held'],
    ['a red entry, with no check ever', [red], 'held'],
    ['a check that found danger', [checked(1, moment(8), found.urgent)], 'held'],
    [
      'a check that leaves the gentle part only',
      [checked(1, moment(8), { level: 'soon', movement: 'gentle' })],
      'held',
    ],
    [
      'a danger that somebody has seen',
      [checked(1, moment(8), found.urgent), { ...seen, seenAfter: uuid(1) }],
      'leads',
    ],
  ] as const)('after %s', (_what, events, guide) => {
    expect(doors(events, moment(10)).open.guide).toBe(guide)
  })
  test('leads to no movement where the record cannot be opened', () => {
    const { state, check } = doors([checked(1, moment(8), found.clear)], moment(9))
    expect(openNow(check, state, moment(9), 'unread').guide).toBe('held')
  })
})

describe('one record of danger', () => {
  test('closes plan, movements, sessions and prevention until a visit after it, in any life', () => {
    let closed = 0
    let gentle = 0
    let open = 0
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 14 }), (deeds) => {
        const { events, now } = lived(deeds)
        const still = checksOf(events).map((check) => stillCloses(check, events))
        const all = doors(events, now)
        if (still.includes('locked')) {
          closed += 1
          expect(['emergency', 'urgent']).toContain(all.open.plan?.why)
          expect([all.open.movements.kind, all.open.relax]).toEqual(['closed', 'closed'])
          expect([all.may.ok, all.prevention.ok]).toEqual([false, false])
          expect(makeSession(all.state, well, 18, now).kind).toBe('none')
        } else if (still.includes('gentle')) {
          gentle += 1
          if (all.check) expect(withRecord(all.check, all.state).movement).not.toBe('open')
          if (all.may.ok) expect(all.may.lock).toBe('gentle')
          if (all.prevention.ok) expect(all.prevention.lock).toBe('gentle')
        } else if (all.open.plan === null) open += 1
      }),
      { numRuns: 3000 },
    )
    // Each kind of life was among them, so the property could have failed.
    expect(Math.min(closed, gentle, open)).toBeGreaterThan(100)
  })

  test('stays on record whatever is left out of it but the visit: a copy without the later check opens no more', () => {
    fc.assert(
      fc.property(fc.array(deed, { minLength: 2, maxLength: 12 }), fc.nat(), (deeds, at) => {
        const { events, now } = lived(deeds)
        // The same lives in two halves, brought together again in either order, once or twice.
        const [mine, theirs] = [events.slice(0, at % events.length), events.slice(at % events.length)]
        const once = doors(merged(mine, theirs), now)
        expect(doors(merged(theirs, merged(mine, theirs)), now).open).toEqual(once.open)
        expect(doors([...events].reverse(), now).state.locks).toEqual(once.state.locks)
      }),
      { numRuns: 500 },
    )
  })

  test('stays closed whatever the clocks said, until a visit: days ahead, years behind, put right and wrong again', () => {
    const clock = fc.constantFrom(0, 0, 0.1, 30, -30, 500, -20_000)
    const kinds = ['clear', 'gentle', 'urgent', 'emergency', 'mini', 'start', 'stop'] as const
    const told = fc.record({ ...deedParts, kind: fc.constantFrom(...kinds) })
    const wrongBy = ({ at }: Moment, hours: number): Moment => {
      const shown = asEpochMs(at + hours * hourMs)
      return { at: shown, day: addDays(dayZero, Math.floor((shown - start) / dayMs)) }
    }
    let closed = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(told, clock), { minLength: 1, maxLength: 10 }), clock, (all, later) => {
        const { events, now } = lived(all.map(([one]) => one))
        if (!checksOf(events).some(({ movement }) => movement === 'locked')) return
        const kept = events.reduce<readonly NotebookEvent[]>((known, event, index) => {
          const when = wrongBy({ at: event.at, day: dayZero }, all[index]?.[1] ?? 0)
          return known.concat(placed([{ ...event, ...when } as NotebookEvent], lastPlace(known)))
        }, [])
        const seen = wrongBy(now, later)
        const { open, may, prevention } = doors(correctClocks(kept, seen), seen)
        closed += 1
        expect(['emergency', 'urgent']).toContain(open.plan?.why)
        expect([may.ok, prevention.ok, open.movements.kind]).toEqual([false, false, 'closed'])
      }),
      { numRuns: 1000 },
    )
    expect(closed).toBeGreaterThan(300)
  })

  test('a clear check, a mini-check or a start added at the end never takes a lock away', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { minLength: 1, maxLength: 10 }),
        fc.constantFrom('clear', 'mini', 'start'),
        (deeds, kind) => {
          const before = lived(deeds)
          const after = lived([...deeds, { kind, later: 0.2, ago: 0, named: true }])
          const locks = doors(before.events, before.now).state.locks
          expect(doors(after.events, after.now).state.locks).toEqual(locks)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a clock that is behind by years after a danger hides nothing of it', () => {
    const danger = checked(1, moment(10), found.emergency)
    for (const hours of [-20_000, 9, 10.2, 60]) {
      const clear = checked(2, moment(hours), found.clear)
      expect(doors([danger, clear], moment(Math.max(hours, 10) + 0.1)).may.ok).toBe(false)
      expect(doors([danger, clear], moment(hours + 0.1)).open.plan).not.toBeNull()
    }
  })
})

describe('the plan', () => {
  const clear = checked(0, moment(8), found.clear)
  const now = moment(9)
  test('is open after a clear check, and closes a day later to the millisecond', () => {
    expect(doors([clear], now).open.plan).toBeNull()
    expect(doors([clear], { ...now, at: asEpochMs(clear.at + dayMs - 1) }).open.plan).toBeNull()
    expect(doors([clear], { ...now, at: asEpochMs(clear.at + dayMs) }).open.plan).toEqual({ why: 'expired' })
    expect(doors([], now).open.plan).toEqual({ why: 'unfinished' })
  })
  test('is closed for a check from the future, and for one whose time nobody knows', () => {
    const { state, check } = doors([clear], now)
    if (!check) throw new Error('there is a check')
    const planAt = (finishedAt: CheckAtHand['finishedAt']) => openNow({ ...check, finishedAt }, state, now).plan
    expect(planAt(now.at)).toBeNull()
    expect(planAt(asEpochMs(now.at + 1))).toEqual({ why: 'expired' })
    expect(planAt(null)).toEqual({ why: 'expired' })
  })
  test('a short check that found something closes it, as does a morning with a jump: not the stop button alone', () => {
    const mini: NotebookEvent = { v: 1, id: uuid(5), ...moment(8.5), kind: 'miniCheckDone', answers: { A1: 'yes' } }
    expect(doors([clear, mini], now).open.plan).toEqual({
      why: 'due',
      because: 'Your short check found something to look at.',
    })
    const check = { ...clear, answers: { age: 40, painNow: 2 } }
    const pains = [2, 8].map(
      (pain0to10, index): NotebookEvent => ({
        ...{ v: 1, id: uuid(6 + index), ...moment(8.1 + index / 10), kind: 'morningNoted', pain0to10 },
      }),
    )
    expect(doors([check, ...pains], now).open.plan).toMatchObject({ why: 'due' })
  })
  test('once seen, the check that found danger asks for a new one; a danger that nobody has seen does not', () => {
    const danger = checked(0, moment(8), found.urgent)
    const seen: NotebookEvent = {
      ...{ v: 1, id: uuid(9), ...moment(8.5), kind: 'clinicianCleared', who: 'GP', seenAfter: danger.id },
    }
    expect(doors([danger], now).open.plan).toEqual({ why: 'urgent' })
    expect(doors([danger, seen], now).open.plan).toEqual({ why: 'seen' })
    expect(doors([danger, seen], now).open.relax).toBe('everybody')
    expect(doors([danger, seen], now).prevention).toMatchObject({ ok: false, why: 'fullCheck' })
  })
  test('is closed after a red entry until a check, and open again after one', () => {
    const red: NotebookEvent = { ...{ v: 1, id: uuid(8), ...moment(8.5), kind: 'miniAsked' }, because: 'Very sore.' }
    expect(doors([clear, red], now).open).toMatchObject({ plan: { why: 'red' }, relax: 'closed' })
    expect(doors([clear, red, checked(1, moment(8.7), found.clear)], now).open.plan).toBeNull()
  })
  test('where the record cannot be opened a clear check opens nothing, and a danger is still named', () => {
    const { state, check } = doors([clear], now)
    const unread = (at: CheckAtHand | null) => openNow(at, state, now, 'unread').plan?.why
    expect(unread(check)).toBe('unread')
    expect(unread(null)).toBe('unread')
    expect(unread({ ...found.emergency, event: null, finishedAt: now.at })).toBe('emergency')
    expect(unread({ ...found.urgent, event: null, finishedAt: null })).toBe('urgent')
  })
  test('an earlier visit says nothing of another check: an emergency that came with a form stays one', () => {
    const danger = checked(0, moment(8), found.urgent)
    const seen: NotebookEvent = {
      ...{ v: 1, id: uuid(9), ...moment(8.5), kind: 'clinicianCleared', who: 'GP', seenAfter: danger.id },
    }
    const { state } = doors([danger, seen], now)
    const posted = { ...found.emergency, finishedAt: now.at }
    for (const event of [null, uuid(77)])
      expect(openNow({ ...posted, event }, state, now).plan).toEqual({ why: 'emergency' })
    expect(openNow({ ...posted, event: danger.id }, state, now).plan).toEqual({ why: 'seen' })
  })
  test('the level that the medicine pages stand on is the highest that still holds', () => {
    const danger = checked(0, moment(8), found.emergency)
    const later = checked(1, moment(8.2), found.clear)
    const { state, check } = doors([danger, later], now)
    expect(check?.level).toBe('self-care')
    expect(check && withRecord(check, state)).toEqual({ level: 'emergency', movement: 'locked' })
  })
})
