import { beforeAll, describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { blockedReasons, withinLock } from '../movement/block-list.ts'
import { movements } from '../movement/movements.ts'
import { daysBetween, type Moment } from '../evidence/calendar.ts'
import { stateAt } from './fold.ts'
import { harderIn, ladder } from './ladder.ts'
import { contentOf, phases, programmeCards } from './phases.ts'
import { mayMove, screeningDue } from './screening.ts'
import { lockOf } from './state.ts'
import { type Course, type Kind, kinds, live } from './simulated-people.proof.ts'

/** Courses per kind, and their length. */
const perKind = often(250, 10)
const courseDays = 98
const firstDay = '2026-03-02'
const elapsedOn = (day: Moment['day']) => daysBetween(firstDay, day)

/** Looks at one course: says what is wrong, and counts what it looked at, so that a test that saw nothing fails. */
type Look = (course: Course, wrong: (what: string) => void) => number

const looks = {
  served: ({ served }, wrong) => {
    let looked = 0
    for (const { session, profile, state, now } of served) {
      if (session.items.length === 0) wrong('an empty session')
      for (const { movement, card } of [...session.items, ...session.later]) {
        looked += 1
        if (blockedReasons(movement, profile).length > 0) wrong(`${movement} is blocked`)
        if (!withinLock(movement, session.lock)) wrong(`${movement} is locked`)
        const dose = movements[movement].dose[phases[state.phase].dose]
        if (dose === null && movement !== 'breathing') wrong(`${movement} has no dose in phase ${state.phase}`)
        if (state.cards[card]?.offOn === now.day) wrong(`${card} is off today`)
      }
    }
    return looked
  },
  doses: ({ served }, wrong) => {
    let looked = 0
    for (const { session, state, profile } of served)
      for (const { movement, dose, half, range } of session.items) {
        looked += 1
        const most = movements[movement].dose[phases[state.phase].dose]
        if (most?.reps && (dose.reps ?? 0) > most.reps[1]) wrong(`${movement}: ${dose.reps} times is too many`)
        if (most?.holdSeconds && (dose.holdSeconds ?? 0) > most.holdSeconds[1]) wrong(`${movement} is held too long`)
        if (most?.sets && dose.sets > most.sets[1]) wrong(`${movement} has too many sets`)
        if (!(range > 0 && range <= 1)) wrong(`${movement} goes ${range} of its way`)
        const kind = movements[movement].kind
        const sore = profile.painNow0to10 === 'notSure' || profile.painNow0to10 >= 4 || state.flare !== null
        if (sore && (kind === 'move' || kind === 'walk') && !half) wrong(`${movement} is whole though sore`)
      }
    return looked
  },
  screened: ({ served }, wrong) => {
    for (const { state, now } of served) {
      const { lastClear } = state
      const age = lastClear ? now.at - lastClear.at : Number.POSITIVE_INFINITY
      if (!(age >= 0 && age < 86_400_000 && lastClear?.day === now.day)) wrong(`no clear check on ${now.day}`)
      if (state.fullDue || lockOf(state) === 'locked' || !mayMove(state, now).ok) wrong(`open door on ${now.day}`)
      if (screeningDue(state, now).due !== 'none') wrong(`a check is due on ${now.day}`)
    }
    return served.length
  },
  weeks: ({ served, events }, wrong) => {
    for (const { now } of served) {
      const week = [84, 42, 28, 14].find((day) => elapsedOn(now.day) >= day)
      const last = events.findLast(({ kind, at }) => kind === 'fullCheckDone' && at <= now.at)
      if (!last || (week !== undefined && elapsedOn(last.day) < week)) wrong(`no full check since day ${week}`)
    }
    return served.length
  },
  flares: ({ steps }, wrong) => {
    let advances = 0
    for (const { before, after } of steps)
      for (const decision of after.decisions.slice(before.decisions.length)) {
        if (decision.kind !== 'advance' && decision.kind !== 'phaseUp') continue
        advances += 1
        if (before.flare || after.flare || before.fullDue || before.locks.length > 0 || before.easeOnlySince)
          wrong(`${decision.kind} on ${decision.day}`)
        if (Object.values(before.cards).some((card) => card?.half)) wrong('harder while one is at half')
      }
    return advances
  },
  // From the entries alone, without the programme's own idea of a flare.
  worseMornings: ({ events, final }, wrong) => {
    let worse = 0
    const mornings = events.filter((event) => event.kind === 'morningNoted')
    for (const morning of mornings) {
      const week = mornings.filter(({ day }) => {
        const ago = daysBetween(day, morning.day)
        return ago >= 1 && ago <= 7
      })
      const usual = week.reduce((sum, { pain0to10 }) => sum + pain0to10, 0) / week.length
      if (week.length < 3 || morning.pain0to10 - usual < 2) continue
      worse += 1
      const made = final.decisions.find(({ day, kind }) => day === morning.day && /advance|phaseUp/.test(kind))
      if (made) wrong(`on ${morning.day}: ${made.words}`)
    }
    return worse
  },
  oneChange: ({ steps }, wrong) => {
    let changes = 0
    for (const { before, after, event } of steps) {
      if (before.phase !== after.phase || event.kind === 'programmeStarted') continue
      const harder = programmeCards.filter((card) => (after.cards[card]?.rung ?? -1) > (before.cards[card]?.rung ?? -1))
      changes += harder.length
      if (harder.length > 1) wrong(`${harder.join(', ')} at once`)
      for (const card of harder) {
        const rungs = ladder(after.phase, card)
        const [was, now] = [rungs[before.cards[card]?.rung ?? -1], rungs[after.cards[card]?.rung ?? -1]]
        if (was && now && harderIn(was, now).length !== 1) wrong(`${card} in two ways`)
      }
    }
    return changes
  },
  phases: ({ steps, events }, wrong) => {
    let ups = 0
    for (const { before, after, event } of steps) {
      if (event.kind === 'programmeStarted') continue
      if (Math.abs(after.phase - before.phase) > 1) wrong(`${before.phase} to ${after.phase}`)
      if (after.phase <= before.phase) continue
      ups += 1
      const last = events.findLast(({ kind, at }) => kind === 'fullCheckDone' && at <= event.at)
      if (!last || event.at - last.at >= 86_400_000) wrong('a phase change without a check')
    }
    return ups
  },
  threeStepBacks: ({ steps }, wrong) => {
    let found = 0
    for (const { before, after } of steps) {
      const decision = after.decisions.slice(before.decisions.length).find(({ stepBack }) => stepBack)
      if (!decision?.stepBack || before.stepBackDays.includes(decision.stepBack.countsFor)) continue
      const inWeek = after.stepBackDays.filter((day) => {
        const ago = daysBetween(day, decision.day)
        return ago >= 0 && ago < 7
      })
      if (inWeek.length < 3) continue
      found += 1
      if (!after.fullDue || !after.bookingOffered) wrong('no check or no offer')
      if (before.phase > 1 ? after.phase !== before.phase - 1 : !after.easeOnlySince) wrong('no step back of a phase')
    }
    return found
  },
  help: ({ events, evenings, dayOnePain }, wrong) => {
    let slow = 0
    const told = events.flatMap((event) => {
      const day = elapsedOn(event.day)
      if (event.kind === 'morningNoted' || event.kind === 'checkInDone') return [{ day, pain: event.pain0to10 }]
      return event.kind === 'sessionDone' && event.painBefore0to10 !== 'notSure'
        ? [{ day, pain: event.painBefore0to10 }]
        : []
    })
    const between = (from: number, to: number) => told.filter(({ day }) => day >= from && day <= to)
    const helped = (day: number) => evenings[day]?.help === 'soon' || evenings[day]?.help === 'today'
    const expectHelp = (day: number) => {
      slow += 1
      if (!helped(day)) wrong(`no help on day ${day}: ${evenings[day]?.help}`)
    }
    const at14 = between(8, 14).at(-1)?.pain
    const lower = at14 === undefined ? 0 : dayOnePain - at14
    if (at14 === undefined || (at14 >= 3 && lower < 2 && lower < dayOnePain * 0.3)) expectHelp(14)
    // Not settled at 6 weeks, and not told to be clearly better.
    const checkIn = events.findLast(({ kind, day }) => kind === 'checkInDone' && elapsedOn(day) <= 42)
    const better = checkIn?.kind === 'checkInDone' && elapsedOn(checkIn.day) >= 28 && (checkIn.globalChange ?? 0) >= 2
    const well = between(35, 42).length > 0 && between(35, 42).every(({ pain }) => pain <= 1)
    if (!better && !well) expectHelp(42)
    if (between(77, 84).some(({ pain }) => pain > 1)) expectHelp(84)
    return slow
  },
  locked: ({ events }, wrong) => {
    let locked = 0
    let open = true
    for (const event of events) {
      if (event.kind === 'fullCheckDone' && event.lock === 'locked') open = false
      if (event.kind === 'clinicianCleared') open = true
      if (event.kind === 'sessionDone' && !open) wrong(`a session on ${event.day}, while locked`)
      if (!open) locked += 1
    }
    return locked
  },
  returns: ({ final }, wrong) => {
    const restarts = final.decisions.filter(({ kind }) => kind === 'restart')
    for (const { words } of restarts)
      if (!/^Welcome back\./.test(words) || /miss|fail|should|streak/i.test(words)) wrong(words)
    return restarts.length
  },
  // What was done counts, not what was shown: a movement that was skipped asked nothing of a muscle.
  strength: ({ steps }, wrong) => {
    const strength = new Set(
      steps.flatMap(({ before, event }) =>
        event.kind === 'sessionDone' &&
        event.movements.some(
          ({ card, done }) => done !== 'skipped' && contentOf(before.phase, card)?.role === 'strength',
        )
          ? elapsedOn(event.day)
          : [],
      ),
    )
    for (const day of strength) if (strength.has(day + 1)) wrong(`strength on days ${day} and ${day + 1}`)
    return strength.size
  },
} as const satisfies Record<string, Look>
type LookId = keyof typeof looks

const faults: Partial<Record<LookId, string[]>> = {}
const looked: Partial<Record<LookId, number>> = {}
const sessionsOf: Partial<Record<Kind, number>> = {}
const phasesReached = new Set<number>()
const kept: Course[] = []

beforeAll(() => {
  for (const [index, kind] of kinds.entries())
    for (let seed = 0; seed < perKind; seed++) {
      // Looked at one by one and let go: thousands of courses with all their states would not fit in memory.
      const course = live(kind, index * 1_000_000 + seed, courseDays)
      for (const [id, look] of Object.entries(looks) as [LookId, Look][]) {
        const found = look(course, (what) => {
          faults[id] = [...(faults[id] ?? []), `${kind} ${course.seed}: ${what}`]
        })
        looked[id] = (looked[id] ?? 0) + found
      }
      sessionsOf[kind] = (sessionsOf[kind] ?? 0) + course.served.length
      for (const { phase } of course.evenings) phasesReached.add(phase)
      if (seed < 3) kept.push(course)
    }
}, 480_000)

/** Nothing wrong, in at least so many places that were looked at (per made-up person of all kinds). */
function holdsIn(id: LookId, atLeastPerCourse: number) {
  expect((faults[id] ?? []).slice(0, 10)).toEqual([])
  expect(looked[id], 'places looked at').toBeGreaterThan(atLeastPerCourse * perKind * kinds.length)
}

describe(`${perKind * kinds.length} made-up courses of ${courseDays} days`, () => {
  test('every kind of person gets sessions, and every phase is reached by somebody', () => {
    for (const kind of kinds) expect(sessionsOf[kind], kind).toBeGreaterThan(perKind * 5)
    expect([...phasesReached].sort()).toEqual([1, 2, 3, 4])
  })
  test('no blocked, locked, dose-less or switched-off movement is ever served, and no session is empty', () =>
    holdsIn('served', 50))
  test('no dose is above its card, and everything is half when the person is sore or in a flare', () =>
    holdsIn('doses', 50))
  test('every session stands behind a clear check that is less than 24 hours old and of the same day', () =>
    holdsIn('screened', 10))
  test('a full check came at or after weeks 2, 4, 6 and 12 before any further session', () => holdsIn('weeks', 10))
  test('nothing gets harder in a flare, in a lock, while a check is due or one movement is at half', () =>
    holdsIn('flares', 1))
  test('nothing gets harder on a morning 2 or more above the week before, told from the entries alone', () =>
    holdsIn('worseMornings', 0.2))
  test('one change at a time: at most one line, one step, one number; and none with a change of phase', () =>
    holdsIn('oneChange', 1))
  test('a phase never jumps, and only goes up on a full check of the last 24 hours', () => holdsIn('phases', 0.3))
  test('three step-backs in 7 days mean the phase before or rest, a full check and an offer to book', () =>
    holdsIn('threeStepBacks', 0.01))
  test('every course that is slow by its own entries is brought to help by the stated day', () => holdsIn('help', 0.3))
  test('once locked, no session until a clinician has cleared the person', () => holdsIn('locked', 0.2))
  test('a return after more than 7 days is welcomed and nobody is blamed', () => holdsIn('returns', 0.02))
  test('strength days are never next to each other', () => holdsIn('strength', 0.2))

  test('keeping the state event by event gives what folding the whole record gives', () => {
    for (const course of kept) {
      const last = course.steps.at(-1)
      if (!last) throw new Error('no steps')
      expect(stateAt(course.events, last.event), `${course.kind} ${course.seed}`).toEqual(last.after)
    }
  })
})
