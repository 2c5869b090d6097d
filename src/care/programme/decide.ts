/**
 * Advance, hold, regress, stop: what a session and the next morning mean (evidence.md §6.2). Every decision has its
 * reason in words. Regress beats hold beats advance, stop beats all, and at most one thing gets harder.
 * Pure.
 * Never: lets an answer that is missing or "not sure" count as good, or blames.
 */
import { addDays, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { advancing, holding, jumpBecause, reason, steppingBack, stopping, stoppingToo } from './decision-kinds.ts'
import type { MorningNoted, Stopped } from './events.ts'
import { flareAfter } from './flare.ts'
import { nextChange } from './next-step.ts'
import { legSpread } from './pain-lights.ts'
import { cardNamed, phases, quietCards, titleOf } from './phases.ts'
import { type Decision, isOfKnownDay, lockOf, type ProgrammeState, type Reason, type SessionRecord } from './state.ts'
import { stopBecause, stopReason } from './stop-words.ts'
import { limit } from './thresholds.ts'
import { inSentence, inWords, list } from './words.ts'

/** After a session: stop what was red, or hold until the morning. Nothing gets harder on the same day. */
export function decideAfterSession(state: ProgrammeState, session: SessionRecord): Decision {
  const base = { at: session.at, day: session.day, after: 'session' } as const
  if (session.light === 'red') {
    const spread = legSpread(session.leg)
    const red = session.movements.filter(({ light }) => light === 'red')
    const loading = red.filter(({ card }) => !quietCards.has(card))
    const stopped = spread && loading.length > 0 ? loading : red
    const off = [...new Set(stopped.map(({ card }) => card))].filter(
      (card) => card !== 'breathing' && card !== cardNamed.restPosition,
    )
    const why = spread ? legReason(session) : redReason(session)
    return steppingBack(state, { ...base, reasons: [why] }, off, session.day, spread ? legBecause(session) : undefined)
  }
  const reasons = holdReasons(session)
  if (reasons.length > 0) return holding(base, reasons)
  return holding(base, [reason('wait', 'that went well. The next morning shows if it is time for more.')])
}

const legBecause = ({ leg }: SessionRecord) =>
  leg === 'notSure' ? 'You were not sure about your leg.' : 'Your leg got worse.'

function legReason({ leg }: SessionRecord): Reason {
  if (leg === 'notSure')
    return reason('leg-not-sure', 'you were not sure about your leg. To be safe, we treat it as worse.')
  return reason(
    'leg',
    leg === 'further' ? 'the pain went further down your leg.' : 'your leg pain stayed after you stopped.',
  )
}

function redReason(session: SessionRecord): Reason {
  const red = session.movements.filter(({ light }) => light === 'red')
  const peaks = red.map(({ peak0to10 }) => peak0to10).filter((peak) => peak !== 'notSure')
  const names = red.length > 2 ? `${red.length} movements` : list(red.map(({ card }) => inSentence(titleOf(card))))
  if (peaks.length === 0) return reason('too-sore-unknown', `you stopped ${names} as too sore.`)
  const peak = Math.max(...peaks)
  const start = session.painBefore
  return start !== 'notSure' && peak < limit('redPeak')
    ? reason('rise', `pain in ${names} rose from ${start} to ${peak}.`)
    : reason('peak', `pain in ${names} went up to ${peak}.`)
}

/** Why a session that was not red is not good enough to go on from. Empty: it was good. */
function holdReasons(session: SessionRecord): readonly Reason[] {
  const target = phases[session.phase].effortTarget
  const found: Reason[] = []
  if (session.light === 'amber')
    found.push(
      session.peak === 'notSure'
        ? reason('peak-unknown', 'we do not know how sore it got.')
        : session.peak > limit('greenPeak')
          ? reason('amber', `pain went up to ${session.peak}.`)
          : session.movements.some(({ done }) => done === 'tooSore')
            ? reason('too-sore', 'one movement was too sore.')
            : reason('no-before', 'we do not know your pain before it.'),
    )
  if (session.effort === 'notSure') found.push(reason('effort-unknown', 'we do not know how hard it was.'))
  else if (!(session.effort <= target))
    found.push(reason('effort', `it took ${session.effort} out of 10 effort. For now ${target} is enough.`))
  return found
}

/** The sessions whose next morning this is: those of the day before. */
export function sessionsBefore(state: ProgrammeState, morning: Moment): readonly SessionRecord[] {
  const dayBefore = addDays(morning.day, -1)
  return state.sessions.filter(({ day }) => day === dayBefore)
}

/** Is this pain so much above the last number told that we ask for a clear reason (§6.2)? False before any number. */
export function hasJumped(state: ProgrammeState, pain0to10: number): boolean {
  const last = state.readings.at(-1)
  return last !== undefined && pain0to10 - last.pain >= limit('painJump')
}

/**
 * After a morning entry. `state` still holds the sessions without this morning's number.
 * Stop: a jump of 3 points without a clear reason; a stop steps back too where the morning alone would have. Regress: 2
 * points or more above before the session. Then the flare, then hold, then at last one step more.
 */
export function decideNextMorning(state: ProgrammeState, morning: MorningNoted): Decision {
  const base = { at: morning.at, day: morning.day, after: 'morning' } as const
  const last = state.readings.at(-1)
  const jumped = last && hasJumped(state, morning.pain0to10) && morning.plainCause !== 'yes'
  const jump = jumped
    ? reason('jump', `pain went from ${last.pain} to ${morning.pain0to10} with no clear reason.`)
    : null
  const before = sessionsBefore(state, morning)
  const rises = before.map(({ painBefore }) => (painBefore === 'notSure' ? 0 : morning.pain0to10 - painBefore))
  const rise = Math.max(0, ...rises)
  if (rise >= limit('morningRegress')) {
    const session = before[rises.indexOf(rise)]
    const off = before
      .flatMap(({ movements }) => movements.map(({ card }) => card))
      .filter((card) => !quietCards.has(card))
    const why = reason('morning', `this morning was ${morning.pain0to10}, ${inWords(rise)} more than before.`)
    const back = steppingBack(state, { ...base, reasons: [why] }, [...new Set(off)], session?.day ?? morning.day)
    return jump ? stoppingToo(state, base, jump, back) : back
  }
  if (jump) return stopping(base, jump, jumpBecause)
  const flare = flareAfter(state, morning)
  if (flare) {
    const words = `your pain is ${morning.pain0to10}. Your usual week was about ${Math.round(flare.usualBefore)}. Do half today.`
    const held = holding(base, [reason('flare', words)])
    return state.flare ? held : { ...held, fullCheckBecause: 'A flare is worse pain, so the full check comes first.' }
  }
  const reasons = [...morningReasons(morning, rise), ...notYet(state, morning)]
  const change = reasons.length === 0 ? nextChange(state) : null
  if (change) return advancing(state, base, change)
  return holding(base, reasons.length > 0 ? reasons : [reason('top', 'you are at the top of this phase. Keep it up.')])
}

function morningReasons(morning: MorningNoted, rise: number): readonly Reason[] {
  const found: Reason[] = []
  if (rise >= limit('morningHold'))
    found.push(reason('morning-1', `this morning was ${morning.pain0to10}, ${inWords(rise)} more than before.`))
  if (morning.poorSleep === 'yes') found.push(reason('sleep', 'you slept badly.'))
  if (morning.ill === 'yes') found.push(reason('ill', 'you feel ill.'))
  // Asked and not answered is not known, and what is not known never counts as good.
  if (found.length === 0 && (morning.poorSleep === 'notSure' || morning.ill === 'notSure'))
    found.push(reason('sleep-or-ill-unknown', 'we do not know if you slept badly or feel ill.'))
  return found
}

/** What is still missing for Advance, beyond this morning itself. */
function notYet(state: ProgrammeState, morning: MorningNoted): readonly Reason[] {
  if (!state.started || lockOf(state) !== 'open' || state.fullDue) return [reason('check', 'a check comes first.')]
  if (state.easeOnlySince) return [reason('ease', 'this is a time for rest positions and short walks.')]
  const needed = limit('sessionsToAdvance')
  const last = state.sessions.slice(-needed)
  if (last.length < needed) return [reason('few', `we wait for ${inWords(needed)} good sessions.`)]
  if (morning.dayNotKnown || !last.every(isOfKnownDay))
    return [reason('day-not-known', 'your clock was ahead, so we do not know the day of what you told us.')]
  for (const session of last) {
    if (session.light === 'red')
      return [reason('after-red', `we wait for ${inWords(needed)} good sessions after a sore one.`)]
    const [first] = holdReasons(session)
    if (first) return [reason(first.id, `in one of your last ${inWords(needed)} sessions ${first.words}`)]
    const next = daysBetween(session.day, morning.day) === 1 ? morning.pain0to10 : session.nextMorning
    if (next === null) return [reason('no-morning', 'we missed a morning entry. Tell us your pain each morning.')]
    if (session.painBefore === 'notSure') return [reason('no-before', 'we do not know your pain before a session.')]
    if (next > session.painBefore) return [reason('morning-worse', 'one of the last mornings was a bit worse.')]
  }
  const held = Object.values(state.cards).some((card) => card?.half || card?.offOn === morning.day)
  if (held) return [reason('half', 'one movement is still at half.')]
  const lastSession = last.at(-1)
  if (state.lastAdvance && lastSession && lastSession.at <= state.lastAdvance.at)
    return [reason('new-step', 'first try the last step once.')]
  if (!enoughSessions(state, morning.day)) return [reason('share', 'fewer sessions than planned. That is fine.')]
  return []
}

/** At least 60 % of the planned sessions of the last 7 days, or of the days since the phase began. */
function enoughSessions(state: ProgrammeState, today: IsoDate): boolean {
  const since = state.phaseSince ? daysBetween(state.phaseSince, today) : 0
  const dayCount = Math.min(limit('window'), Math.max(1, since))
  const done = state.sessions.filter(isOfKnownDay).filter(({ day }) => {
    const ago = daysBetween(day, today)
    return ago >= 0 && ago <= dayCount
  }).length
  return done >= limit('plannedShare') * phases[state.phase].sessionsPerWeek * (dayCount / 7)
}

/** A stop sign was told: everything stops until a full check. */
export const decideStop = (stopped: Stopped): Decision =>
  stopping(
    { at: stopped.at, day: stopped.day, after: 'stop' },
    reason(stopped.told ?? stopped.sign, stopReason(stopped)),
    stopBecause(stopped),
  )
