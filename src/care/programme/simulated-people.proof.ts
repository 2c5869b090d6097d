/**
 * People who never were: courses of back pain drawn from a seeded generator, lived day by day through the programme.
 * Their pain follows made-up curves, shaped to try the
 * rules; they are no forecast of anybody's recovery.
 * Every moment at which the programme acted is kept, so that a test can look at all of them.
 */
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import { type MovementProfile, nothingKnown } from '../movement/profile.ts'
import { phaseReadiness } from './advance-phase.ts'
import { addDays, type Moment } from '../evidence/calendar.ts'
import type { DirectionWord, LegAnswer, ProgrammeEvent } from './events.ts'
import { settle } from './carry-out.ts'
import { nextState } from './fold.ts'
import { type HumanHelp, humanHelp } from './human-help.ts'
import { mayMove, miniQuestions, screeningDue } from './screening.ts'
import { makeSession, type Session } from './session.ts'
import { checkInDue } from './slow-progress.ts'
import { nothingYet, type ProgrammeState } from './state.ts'

export const kinds = [
  'fast',
  'slow',
  'fluctuating',
  'persistent',
  'overload',
  'silentWorsening',
  'underReporter',
  'skipper',
] as const
export type Kind = (typeof kinds)[number]

/** Same seed, same numbers from 0 up to 1 (mulberry32). */
function generator(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A session that was shown, with what was known then. */
export interface Served {
  readonly session: Session
  readonly state: ProgrammeState
  readonly profile: MovementProfile
  readonly now: Moment
}
/** One event and what it changed. */
export interface Step {
  readonly before: ProgrammeState
  readonly event: ProgrammeEvent
  readonly after: ProgrammeState
}
/** The evening of a day. */
export interface Evening {
  readonly dayIndex: number
  readonly truePain: number
  readonly reported: number | null
  readonly phase: number
  readonly flare: boolean
  readonly help: HumanHelp['amount']
  readonly sessions: number
}
export interface Course {
  readonly kind: Kind
  readonly seed: number
  readonly age: number
  readonly dayOnePain: number
  readonly events: readonly ProgrammeEvent[]
  readonly steps: readonly Step[]
  readonly served: readonly Served[]
  readonly evenings: readonly Evening[]
  readonly final: ProgrammeState
}

const firstDay = '2026-03-02' as const
const firstMs = Date.parse(`${firstDay}T00:00:00Z`)
const score = (value: number) => Math.max(0, Math.min(10, Math.round(value)))

/** Lives one course of `days` days. */
export function live(kind: Kind, seed: number, days: number): Course {
  const random = generator(seed)
  const chance = (share: number) => random() < share
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const noise = (size: number) => (random() + random() - 1) * size
  const start = 5 + Math.floor(random() * 4)
  const age = 16 + Math.floor(random() * 65)
  const turn = 10 + Math.floor(random() * 25)
  const pace = kind === 'fast' ? 3 + random() * 4 : kind === 'slow' ? 35 + random() * 40 : 10 + random() * 12
  const person = randomPerson(random)
  let wave = 0
  const painOn = (day: number): number => {
    wave = 0.7 * wave + noise(kind === 'fluctuating' ? 3 : 0.8)
    const easing = start * Math.exp(-day / pace)
    switch (kind) {
      case 'persistent':
        return start - 0.5 + wave
      case 'overload':
        return easing + (day >= turn && day < turn + 5 ? 4 : 0) + wave
      case 'silentWorsening':
        return day < turn ? easing + wave : easing + (day - turn) * 0.35 + wave
      case 'fluctuating':
        return easing * 0.6 + 2.5 + wave
      default:
        return easing + wave
    }
  }

  let state = nothingYet
  let count = 0
  const events: ProgrammeEvent[] = []
  const steps: Step[] = []
  const served: Served[] = []
  const evenings: Evening[] = []
  const moment = (day: number, hour: number): Moment => ({
    at: asEpochMs(firstMs + day * dayMs + hour * hourMs),
    day: addDays(firstDay, day),
  })
  type Without<T> = T extends unknown ? Omit<T, 'v' | 'id' | 'at' | 'day'> : never
  const happen = (when: Moment, what: Without<ProgrammeEvent>) => {
    const event = { v: 1, id: `${seed}-${String(count++).padStart(5, '0')}`, ...when, ...what } as ProgrammeEvent
    const after = nextState(state, event)
    steps.push({ before: settle(state, event), event, after })
    events.push(event)
    state = after
  }

  const danger = (day: number) => kind === 'silentWorsening' && day >= turn + 8
  const fullCheck = (day: number, when: Moment) => {
    const [level, lock] = danger(day)
      ? (['urgent', 'locked'] as const)
      : chance(0.02)
        ? (['soon', 'gentle'] as const)
        : (['self-care', 'open'] as const)
    happen(when, { kind: 'fullCheckDone', level, lock, protocolVersion: 'simulated' })
    // Seen on the same day, after that check, as half of them are.
    const seenAfter = events[events.length - 1]?.id
    if (lock !== 'open' && seenAfter && chance(0.5)) happen(when, { kind: 'clinicianCleared', who: 'GP', seenAfter })
  }

  fullCheck(0, moment(0, 8))
  happen(moment(0, 8.1), {
    kind: 'programmeStarted',
    episodeDay: firstDay,
    painDayOne0to10: start,
    ageYears: age,
    firstEver: pick(['yes', 'no', 'notSure']),
  })
  if (chance(0.5)) happen(moment(0, 8.2), { kind: 'directionFound', direction: pick(directions) })
  happen(moment(1, 7), { kind: 'helpAnswered', offerEarlierPhysio: chance(0.25), askI3: chance(0.05) })

  let away = 0
  for (let day = 0; day < days; day++) {
    const pain = Math.max(0, Math.min(10, painOn(day)))
    const said = score(kind === 'underReporter' ? pain - 3 : pain)
    if (kind === 'skipper' && away === 0 && chance(0.05)) away = 4 + Math.floor(random() * 12)
    const absent = away > 0
    away = Math.max(0, away - 1)
    let reported: number | null = null
    let sessions = 0
    if (!absent) {
      const morning = moment(day, 8.5)
      if (day > 0 && (kind !== 'skipper' || chance(0.6))) {
        reported = said
        happen(morning, {
          kind: 'morningNoted',
          pain0to10: said,
          ...(chance(0.1) && { poorSleep: 'yes' as const }),
          plainCause: chance(0.3) ? 'yes' : 'no',
        })
      }
      if (checkInDue(state, moment(day, 8.6)) && (kind !== 'skipper' || chance(0.5)))
        happen(moment(day, 8.6), {
          kind: 'checkInDone',
          pain0to10: said,
          trend: said < start ? 'better' : said > start ? 'worse' : 'same',
          toiletAndDrink: 'yes',
          canStand10Minutes: said >= 8 ? 'no' : 'yes',
          medicineFor24Hours: pick(['yes', 'no', 'noneSafe']),
          globalChange: Math.max(-5, Math.min(5, Math.round(((start - said) / start) * 5))),
          backToNormal: said <= 1 ? 'yes' : 'no',
          severeLegPain: 'no',
        })
      if (chance(0.01)) happen(moment(day, 8.7), { kind: 'stopped', sign: pick(['fall', 'dizziness', 'newSymptom']) })
      happen(moment(day, 8.8), {
        kind: 'abilitiesNoted',
        canWalk5Minutes: pain <= 6 ? 'yes' : 'notSure',
        canSit15Minutes: pain <= 6 ? 'yes' : 'no',
        normalTasks: pain <= 2 ? 'all' : pain <= 4 ? 'most' : 'some',
        taskScores0to10: [score(10 - pain)],
      })
      if (screeningDue(state, moment(day, 9)).due === 'full') fullCheck(day, moment(day, 9))
      if (screeningDue(state, moment(day, 9.1)).due === 'mini')
        happen(moment(day, 9.1), {
          kind: 'miniCheckDone',
          answers: Object.fromEntries(miniQuestions.map((id) => [id, danger(day) && id === 'A6' ? 'notSure' : 'no'])),
        })
      const ready = phaseReadiness(state, moment(day, 9.2))
      if (ready.onlyCheckMissing) fullCheck(day, moment(day, 9.2))
      const again = phaseReadiness(state, moment(day, 9.3))
      if (again.next && (again.ready || chance(0.1))) happen(moment(day, 9.3), { kind: 'phaseChanged', to: again.next })
      const planned = state.phase === 1 ? 3 : 1
      for (let turnOfDay = 0; turnOfDay < planned; turnOfDay++) {
        if (chance(kind === 'skipper' ? 0.5 : 0.08)) continue
        const when = moment(day, 10 + turnOfDay * 4)
        if (screeningDue(state, when).due === 'mini')
          happen(when, { kind: 'miniCheckDone', answers: Object.fromEntries(miniQuestions.map((id) => [id, 'no'])) })
        const profile: MovementProfile = { ...person, painNow0to10: said }
        const now = settle(state, when)
        const session = makeSession(now, profile, pick([5, 10, 20, 30]), when)
        if (session.kind === 'none') {
          if (mayMove(now, when).ok) throw new Error('a door was closed and open at once')
          continue
        }
        served.push({ session, state: now, profile, now: when })
        sessions += 1
        const leg: LegAnswer = chance(kind === 'silentWorsening' && day >= turn ? 0.15 : 0.01)
          ? pick(['further', 'lasting', 'notSure'])
          : 'none'
        happen(moment(day, 10.5 + turnOfDay * 4), {
          kind: 'sessionDone',
          painBefore0to10: said,
          effort0to10: score((state.phase === 1 ? 2 : state.phase === 2 ? 4 : 5.5) + noise(2)),
          leg,
          movements: session.items.map(({ card, movement }) => ({
            card,
            movement,
            peak0to10: chance(0.02)
              ? 'notSure'
              : score(said + noise(1.3) + (kind === 'overload' && day === turn ? 4 : 0)),
            done: chance(0.93) ? 'all' : pick(['part', 'tooSore', 'skipped']),
          })),
        })
      }
    }
    const evening = moment(day, 22)
    const then = settle(state, evening)
    evenings.push({
      dayIndex: day,
      truePain: pain,
      reported,
      phase: then.phase,
      flare: then.flare !== null,
      help: humanHelp(then, evening).amount,
      sessions,
    })
  }
  return { kind, seed, age, dayOnePain: start, events, steps, served, evenings, final: state }
}

const directions: readonly DirectionWord[] = [
  'back',
  'forward',
  'either',
  'backOnly',
  'forwardOnly',
  'stopBack',
  'stopForward',
  'stopBoth',
  'notSure',
]

/** Mostly well, with something on the block list now and then; sometimes nothing is known at all. */
function randomPerson(random: () => number): MovementProfile {
  if (random() < 0.05) return nothingKnown
  const rare = (share: number) => (random() < share ? (random() < 0.5 ? 'yes' : 'notSure') : 'no') as 'yes' | 'no'
  const mostly = (share: number) => (random() < share ? 'yes' : random() < 0.5 ? 'no' : 'notSure') as 'yes' | 'no'
  const patterns = ['PT0', 'PT0', 'PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7'] as const
  const pattern = patterns[Math.floor(random() * patterns.length)] ?? 'PT0'
  return {
    ...nothingKnown,
    pregnancyWeeks: random() < 0.05 ? Math.floor(random() * 40) : null,
    weeksAfterBirth: random() < 0.03 ? Math.floor(random() * 12) : null,
    pattern,
    radicularSide: pattern === 'PT3' ? 'left' : 'none',
    osteoporosisOrSteroids: rare(0.1),
    stenosis: rare(0.05),
    spondylolisthesis: rare(0.03),
    pelvicGirdle: rare(0.03),
    fusionFractureOrStiffSpine: rare(0.04),
    recentSurgeryOrHernia: rare(0.03),
    pressureHeartOrEyes: rare(0.1),
    wristPain: rare(0.08),
    shoulderPain: rare(0.08),
    kneePain: rare(0.15),
    hipReplacement: rare(0.04),
    vertigo: rare(0.05),
    unsteady: rare(0.08),
    breathingTrouble: rare(0.04),
    footDrop: rare(0.01),
    floorTransfer: mostly(0.85),
    canSit: mostly(0.95),
    canStand: mostly(0.95),
    hasChair: mostly(0.98),
    hasBed: mostly(0.98),
  }
}
