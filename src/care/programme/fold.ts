/**
 * From what happened to where the person stands: the one fold that makes a `ProgrammeState`.
 * Pure: same events and moment, same state.
 * Never: trusts that events come in order or once, lets a phase jump, or lets a clear check from the future count.
 */
import { onceInOrder } from '../evidence/order.ts'
import { phaseBefore, phaseReadiness } from './advance-phase.ts'
import { askedBy, isOlderThanAsked } from './asked.ts'
import { addDays, daysBetween, type Moment } from '../evidence/calendar.ts'
import { decideAfterSession, decideNextMorning, decideStop, hasJumped, sessionsBefore } from './decide.ts'
import { jumpBecause } from './decision-kinds.ts'
import type {
  CheckInDone,
  ClinicianCleared,
  FullCheckDone,
  MiniCheckDone,
  MorningNoted,
  PainToldLate,
  PhaseChanged,
  ProgrammeEvent,
  ProgrammeStarted,
  SessionDone,
  TooMuchFound,
} from './events.ts'
import { cardsFor, carriedOut, inPhase, mapCards, recorded, settle } from './carry-out.ts'
import { directionOf, directionSet } from './direction.ts'
import { flareAfter } from './flare.ts'
import { clearedFrom, closedBy, lockedAfter, mistakenIn, tooMuchIn } from './locks.ts'
import { phases } from './phases.ts'
import { miniIsClear } from './screening.ts'
import { recordOf } from './session-record.ts'
import { notEasedWords, slowProgress } from './slow-progress.ts'
import { inWindow, isOfKnownDay, nothingYet, type ProgrammeState, type Reading, type SessionRecord } from './state.ts'
import { hourMs } from '../evidence/time.ts'
import { limit } from './thresholds.ts'
import { bearsStep, hasWorseMorning, withoutStepOf } from './undo-step.ts'

/** The state now. */
export function stateAt(events: readonly ProgrammeEvent[], now: Moment): ProgrammeState {
  const counted = onceInOrder(events).filter((event) => event.at <= now.at || !opensDoors(event))
  return stateNow(counted.reduce(nextState, nothingYet), now)
}

/** One event later: for whoever keeps the state of all events before it. Same result as folding them all again. */
export function nextState(state: ProgrammeState, event: ProgrammeEvent): ProgrammeState {
  const next = after(tellsPain(event) ? stateNow(state, event) : settle(state, event), event)
  const asked = askedBy(state, next, event)
  return asked === next.asked ? next : { ...next, asked }
}

/** A calmer number may end a call for help that stood until then; what the call closed stays closed. */
const tellsPain = ({ kind }: ProgrammeEvent): boolean =>
  kind === 'morningNoted' || kind === 'sessionDone' || kind === 'checkInDone'

/** Events that allow more. From the future (a wrong clock) they do not count; those that allow less do. */
const opensDoors = (event: ProgrammeEvent): boolean =>
  event.kind === 'fullCheckDone'
    ? event.lock === 'open'
    : event.kind === 'miniCheckDone'
      ? miniIsClear(event)
      : (event.kind === 'tooMuchFound' && event.level === null) ||
        event.kind === 'clinicianCleared' ||
        event.kind === 'dangerMistaken' ||
        event.kind === 'phaseChanged' ||
        event.kind === 'abilitiesNoted'

/** One event later. The state has been settled to the event's moment. */
function after(state: ProgrammeState, event: ProgrammeEvent): ProgrammeState {
  switch (event.kind) {
    case 'programmeStarted':
      return started(state, event)
    case 'sessionDone':
      return withCall(sessionDone(state, event), event)
    case 'morningNoted':
      return withCall(morningNoted(state, event), event)
    case 'painToldLate':
      return painToldLate(state, event)
    case 'miniCheckDone':
      return miniDone(state, event)
    case 'fullCheckDone':
      return fullDone(state, event)
    case 'clinicianCleared':
      return cleared(state, event)
    case 'dangerMistaken':
      return { ...state, locks: mistakenIn(state.locks, event) }
    case 'tooMuchTold':
      // What it comes to, together with the doses, follows as `tooMuchFound`.
      return state
    case 'tooMuchFound':
      return tooMuchFound(state, event)
    case 'stopped':
      return carriedOut(state, decideStop(event))
    case 'miniAsked':
      return { ...state, miniDue: true }
    case 'abilitiesNoted':
      return { ...state, abilities: event }
    case 'phaseChanged':
      return phaseChanged(state, event)
    case 'checkInDone':
      return checkedIn(state, event)
    case 'directionFound':
      return { ...state, direction: event }
    case 'helpAnswered':
      return { ...state, help: event }
    default:
      throw new Error(`unhandled ${event satisfies never}`)
  }
}

/** A new episode starts from phase 1. The check, the lock and what was told of pain stay. */
function started(state: ProgrammeState, event: ProgrammeStarted): ProgrammeState {
  const {
    mornings,
    readings,
    decisions,
    lastFull,
    lastClear,
    fullDue,
    miniDue,
    asked,
    locks,
    clearedBy,
    clearedOf,
    levels: reached,
  } = state
  const checkOld = lastFull !== null && event.at - lastFull.at >= limit('resultHours') * hourMs
  return {
    ...nothingYet,
    ...{ mornings, readings, decisions, lastFull, lastClear, miniDue, asked, locks, clearedBy, clearedOf },
    levels: reached,
    fullDue: checkOld ? { because: 'A full check comes before a new plan.', since: event.at } : fullDue,
    // What the last days taught stands: a second start is no way round three step-backs, or round a leg that got worse.
    stepBackDays: state.stepBackDays.filter((day) => inWindow(day, event.day)),
    easeOnlySince: lately(state.easeOnlySince, event),
    direction: leavesOut(state) ? lately(state.direction, event) : null,
    started: event,
    phaseSince: event.day,
    cards: cardsFor(1, {}),
  }
}

/** Null when it is older than the window. */
const lately = <Then extends Moment>(then: Then | null, now: Moment): Then | null =>
  then && inWindow(then.day, now.day) ? then : null

/** Did a direction send pain down the leg? (§3.1) */
const leavesOut = (state: ProgrammeState): boolean => {
  const direction = directionOf(state)
  return direction !== 'notDone' && direction !== 'notSure' && directionSet(direction, 'PT0').leaveOut.length > 0
}

function sessionDone(state: ProgrammeState, event: SessionDone): ProgrammeState {
  const record = recordOf(state, event)
  const decision = decideAfterSession(state, record)
  const reading = event.painBefore0to10
  // A movement that came back at half and stayed green is whole again.
  const better = new Set(record.movements.filter(({ light }) => light === 'green').map(({ card }) => card))
  const cards = mapCards(state.cards, (card, progress) =>
    progress.half && better.has(card) && progress.offOn !== event.day && !event.dayNotKnown
      ? { ...progress, half: false }
      : progress,
  )
  const known = {
    ...state,
    cards,
    sessions: [...state.sessions, record],
    readings: reading === 'notSure' ? state.readings : [...state.readings, readingOf(event, reading)],
    miniDue: state.miniDue || record.light === 'red',
  }
  return carriedOut(known, decision)
}

function morningNoted(told: ProgrammeState, event: MorningNoted): ProgrammeState {
  const decision = decideNextMorning(told, event)
  const state = bearsStep(decision) ? told : withoutStepOf(told, event.day)
  const before = new Set(sessionsBefore(state, event).map(({ id }) => id))
  const flare = flareAfter(state, event)
  const lastMorning = state.mornings.at(-1)
  // The way back from "ease only": the full check is clear again, and the pain is no higher than the morning before.
  const easier =
    state.easeOnlySince !== null &&
    !event.dayNotKnown &&
    state.fullDue === null &&
    (state.lastFull?.at ?? 0) > state.easeOnlySince.at &&
    event.day !== state.easeOnlySince.day &&
    lastMorning !== undefined &&
    event.pain0to10 <= lastMorning.pain0to10 &&
    decision.kind !== 'regress' &&
    decision.kind !== 'stop'
  const known = {
    ...state,
    sessions:
      before.size === 0
        ? state.sessions
        : state.sessions.map((session) =>
            before.has(session.id) && tellsOf(session, event)
              ? { ...session, nextMorning: Math.max(session.nextMorning ?? 0, event.pain0to10) }
              : session,
          ),
    mornings: [...state.mornings, event],
    readings: [...state.readings, readingOf(event, event.pain0to10)],
    flare,
    easeOnlySince: easier ? null : state.easeOnlySince,
    miniDue: state.miniDue || decision.kind === 'regress' || isRed(event.pain0to10),
  }
  return carriedOut(known, decision)
}

const readingOf = ({ at, day, dayNotKnown }: Moment & Pick<MorningNoted, 'dayNotKnown'>, pain: number): Reading => ({
  ...{ at, day, pain },
  ...(dayNotKnown && { dayNotKnown }),
})

/** Of a session or a morning of an unknown day only a bad morning counts: a good one may have been that of another. */
const tellsOf = (session: SessionRecord, { dayNotKnown, pain0to10 }: MorningNoted): boolean =>
  (!dayNotKnown && isOfKnownDay(session)) || (session.painBefore !== 'notSure' && pain0to10 > session.painBefore)

/** Worse than was told of a morning that the programme knows of; one that it missed stays missed. */
function painToldLate(state: ProgrammeState, event: PainToldLate): ProgrammeState {
  const before = addDays(event.about, -1)
  const sessions = state.sessions.map((session) =>
    session.day === before && session.nextMorning !== null && event.pain0to10 > session.nextMorning
      ? { ...session, nextMorning: event.pain0to10 }
      : session,
  )
  const known = { ...state, sessions }
  return hasWorseMorning(known) ? withoutStepOf(known, event.day) : known
}

/** A red entry (§6.3): the diary's border (diary/entry-dangers.ts), which is that of a red movement. */
const isRed = (pain0to10: number): boolean => pain0to10 >= limit('redPeak')

/** The check-in itself, and the full check where §6.3 and §6.4 ask for one. */
function checkedIn(state: ProgrammeState, event: CheckInDone): ProgrammeState {
  const known = { ...state, checkIns: [...state.checkIns, event] }
  // A call for help today is a danger: it closes the movements too, and only the full check opens them again.
  const [call] = slowProgress(known, event).filter(({ level }) => level === 'urgent')
  const because = call?.because ?? whyFullAfter(state, event)
  return {
    ...known,
    readings: [...state.readings, readingOf(event, event.pain0to10)],
    miniDue: state.miniDue || isRed(event.pain0to10),
    fullDue: because === null ? state.fullDue : { because, since: event.at },
  }
}

/** Worse, a jump whose cause nobody asked for, or no easing at all on days 3 to 13 (the row "day 3–5", until 2 weeks). */
function whyFullAfter(state: ProgrammeState, event: CheckInDone): string | null {
  if (event.trend === 'worse') return 'You told us that it is worse.'
  if (hasJumped(state, event.pain0to10)) return jumpBecause
  const elapsed = state.started ? daysBetween(state.started.episodeDay, event.day) : 0
  const inFewDays = elapsed + 1 >= limit('fewDaysFrom') && elapsed < limit('twoWeeks')
  return inFewDays && event.trend !== 'better' ? notEasedWords(event.trend) : null
}

function miniDone(state: ProgrammeState, event: MiniCheckDone): ProgrammeState {
  // One of unknown age, or begun before it, says nothing of what was told since.
  if (miniIsClear(event)) {
    if (event.unknownAge || isOlderThanAsked(event, state)) return state
    return { ...state, lastClear: { at: event.at, day: event.day }, miniDue: false }
  }
  return { ...state, fullDue: { because: 'Your short check found something to look at.', since: event.at } }
}

/** A lock never gets looser here. */
function fullDone(state: ProgrammeState, event: FullCheckDone): ProgrammeState {
  const found = closedBy(event)
  const locks = lockedAfter(state.locks, event)
  // One of unknown age, or begun before it, says nothing of what asked for a check; what it found counts all the same.
  const isOlder = isOlderThanAsked(event, state)
  if (isOlder && found !== 'locked') return { ...state, locks }
  const settles = !event.unknownAge && !isOlder
  return {
    ...state,
    locks,
    lastFull: { ...event, lock: found },
    fullDue: settles ? null : state.fullDue,
    miniDue: settles ? false : state.miniDue,
    lastClear: found === 'locked' ? null : { at: event.at, day: event.day },
  }
}

/** Closes, and asks for the full check once somebody has cleared the person: what they took was told after the last one. */
function tooMuchFound(state: ProgrammeState, event: TooMuchFound): ProgrammeState {
  const locks = tooMuchIn(state.locks, event)
  // What asked for a check before goes on asking, also when this turns out to be nothing.
  const due = { because: tooMuchBecause, since: event.at }
  if (event.level !== null) return { ...state, locks, fullDue: state.fullDue ?? due }
  const settled = state.fullDue?.because === tooMuchBecause && !locks.some(({ tooMuch }) => tooMuch)
  return { ...state, locks, fullDue: settled ? null : state.fullDue }
}
const tooMuchBecause = 'You took, or may have taken, too much of a medicine.'

/** A visit that opened none of what is closed says nothing. */
function cleared(state: ProgrammeState, event: ClinicianCleared): ProgrammeState {
  const locks = clearedFrom(state.locks, event)
  if (state.locks.length > 0 && locks.length === state.locks.length) return state
  const clearedOf = state.locks.filter((lock) => !locks.includes(lock)).map((lock) => lock.event)
  return {
    ...state,
    locks,
    clearedOf: [...state.clearedOf, ...clearedOf],
    clearedBy: { who: event.who, on: event.seenOn ?? event.day },
  }
}

/** One phase up when all is met; one phase back at any wish; anything else is not a change. */
function phaseChanged(state: ProgrammeState, event: PhaseChanged): ProgrammeState {
  if (!state.started) return state
  const readiness = phaseReadiness(state, event)
  if (event.to === readiness.next && readiness.ready) {
    const words = `Phase ${event.to}, ${phases[event.to].name}. ${phases[event.to].aim} Why: all the signs for it are met.`
    return recorded(inPhase(state, event.to, event), { kind: 'phaseUp', after: 'phase', words, reasons: [] }, event)
  }
  if (state.phase > 1 && event.to === phaseBefore(state.phase)) {
    const words = `Back to phase ${event.to}, ${phases[event.to].name}, as you asked.`
    return recorded(inPhase(state, event.to, event), { kind: 'phaseBack', after: 'phase', words, reasons: [] }, event)
  }
  return state
}

/**
 * The state as it is read at this moment: what time alone does, and a call for help that has come of what was told before,
 * since the last full check.
 */
export function stateNow(before: ProgrammeState, now: Moment): ProgrammeState {
  const state = settle(before, now)
  const { lastFull } = state
  const called = withCall(state, now)
  if (called === state || !lastFull) return called
  const lastTold = [...state.readings, ...state.checkIns].reduce((last, { at }) => Math.max(last, at), 0)
  const answered = lastFull.at >= lastTold && withCall(state, lastFull) !== state
  return answered ? state : called
}

/** A number that calls for help today is a danger, wherever it was told: only the full check opens movements again (§6.4). */
function withCall(state: ProgrammeState, now: Moment): ProgrammeState {
  if (!state.started || state.fullDue) return state
  const call = slowProgress(state, now).find(({ level }) => level === 'urgent')
  return call ? { ...state, fullDue: { because: call.because, since: now.at } } : state
}
