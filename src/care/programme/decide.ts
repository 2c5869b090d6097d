/**
 * Advance, hold, regress, stop: what a session and the next morning mean (evidence.md §6.2). Every decision has its
 * reason in words. Regress beats hold beats advance, stop beats all, and at most one thing gets harder.
 * Pure.
 * Never: lets an answer that is missing or "not sure" count as good, or blames.
 */
import { addDays, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { backHelps, directionOf, directionSet } from './direction.ts'
import type { MorningNoted, SessionDone, Stopped, StopSign } from './events.ts'
import { flareAfter } from './flare.ts'
import { harderIn, ladder, nextRung } from './ladder.ts'
import { type Light, legSpread, lightOf } from './pain-lights.ts'
import { cardNamed, type Content, contentOf, type ProgrammeCard, phases, quietCards, titleOf } from './phases.ts'
import {
  type Change,
  type Decision,
  inWindow,
  lockOf,
  type ProgrammeState,
  type Reason,
  type SessionRecord,
  type StepBack,
} from './state.ts'
import { limit } from './thresholds.ts'
import { inSentence, inWords, list } from './words.ts'

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const reason = (id: string, words: string): Reason => ({ id, words, ...ours })

/** A session as the record keeps it: with its lights. Next morning not known yet. */
export function recordOf(state: ProgrammeState, session: SessionDone): SessionRecord {
  const movements = session.movements
    .filter(({ done }) => done !== 'skipped')
    .map((one) => {
      const light = lightOf(session.painBefore0to10, one.peak0to10, session.leg)
      if (one.done !== 'tooSore') return { ...one, light }
      // Stopped for pain: never good; and with no number to say how bad, as bad as it may have been.
      return { ...one, light: isKnown(one.peak0to10) ? (light === 'green' ? 'amber' : light) : 'red' } as const
    })
  const peaks = movements.map(({ peak0to10 }) => peak0to10)
  const known = peaks.filter((peak) => peak !== 'notSure')
  return {
    id: session.id,
    at: session.at,
    day: session.day,
    phase: state.phase,
    painBefore: session.painBefore0to10,
    peak: known.length < peaks.length || known.length === 0 ? 'notSure' : Math.max(...known),
    effort: session.effort0to10,
    leg: session.leg,
    light: worst(
      [...movements.map(({ light }) => light), lightOf(session.painBefore0to10, 'notSure', session.leg)],
      movements.length,
    ),
    movements,
    wholeDose:
      state.flare === null &&
      state.easeOnlySince === null &&
      movements.length > 0 &&
      session.painBefore0to10 !== 'notSure' &&
      session.painBefore0to10 < limit('halfFrom') &&
      movements.every(({ card, done }) => done === 'all' && isWhole(state, card)) &&
      Object.values(state.cards).every((card) => card === undefined || (!card.half && card.offOn !== session.day)),
    nextMorning: null,
  }
}

const isKnown = (score: SessionDone['effort0to10']): score is number => score !== 'notSure' && !Number.isNaN(score)

/** The leg answer alone can make a session red; without any movement it is amber, never green. */
function worst(lights: readonly Light[], movements: number): Light {
  if (lights.includes('red')) return 'red'
  return movements === 0 || lights.slice(0, -1).includes('amber') ? 'amber' : 'green'
}

/** At the phase's own dose and at its whole range. */
function isWhole(state: ProgrammeState, card: ProgrammeCard): boolean {
  const step = ladder(state.phase, card)[state.cards[card]?.rung ?? 0]
  return step === undefined || step.range === (contentOf(state.phase, card)?.range[1] ?? 1)
}

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
    const why = spread
      ? session.leg === 'notSure'
        ? reason('leg-not-sure', 'you were not sure about your leg. To be safe, we treat it as worse.')
        : reason(
            'leg',
            session.leg === 'further'
              ? 'the pain went further down your leg.'
              : 'your leg pain stayed after you stopped.',
          )
      : redReason(session)
    return steppingBack(state, { ...base, reasons: [why] }, off, session.day, spread)
  }
  const reasons = holdReasons(session)
  if (reasons.length > 0) return holding(base, reasons)
  return holding(base, [reason('wait', 'that went well. The next morning shows if it is time for more.')])
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
    const back = steppingBack(state, { ...base, reasons: [why] }, [...new Set(off)], session?.day ?? morning.day, false)
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

/** Why the full check comes first after a jump. */
export const jumpBecause = 'Your pain jumped with no clear reason.'

/** What is still missing for Advance, beyond this morning itself. */
function notYet(state: ProgrammeState, morning: MorningNoted): readonly Reason[] {
  if (!state.started || lockOf(state) !== 'open' || state.fullDue) return [reason('check', 'a check comes first.')]
  if (state.easeOnlySince) return [reason('ease', 'this is a time for rest positions and short walks.')]
  const needed = limit('sessionsToAdvance')
  const last = state.sessions.slice(-needed)
  if (last.length < needed) return [reason('few', `we wait for ${inWords(needed)} good sessions.`)]
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
  const done = state.sessions.filter(({ day }) => {
    const ago = daysBetween(day, today)
    return ago >= 0 && ago <= dayCount
  }).length
  return done >= limit('plannedShare') * phases[state.phase].sessionsPerWeek * (dayCount / 7)
}

/** A change that could be made: how far the line has come (0–1), and its place in the phase. */
interface Candidate extends Change {
  readonly far: number
  readonly order: number
}

/** The one thing to make harder: the line that has come least far, of those done whole in the last sessions. */
function nextChange(state: ProgrammeState): Change | null {
  const recent = state.sessions.slice(-limit('sessionsToAdvance'))
  const effort = recent.at(-1)?.effort
  const doneWhole = (card: ProgrammeCard) =>
    recent.some(({ movements }) => movements.some((one) => one.card === card && one.done === 'all'))
  const steps = phases[state.phase].content.flatMap((content, order): readonly Candidate[] => {
    const { card } = content
    const rungs = ladder(state.phase, card)
    const from = state.cards[card]?.rung ?? -1
    if (rungs.length === 0) return []
    if (from < 0) return mayJoin(state, content) ? [{ card, what: 'join', from, to: 0, far: 0, order }] : []
    const to = nextRung(rungs, from, state.help?.offerEarlierPhysio ?? false)
    const [now, next] = [rungs[from], rungs[to]]
    if (to === from || !now || !next || !doneWhole(card)) return []
    const harderPlank = card === cardNamed.plank && harderIn(now, next)[0] === 'level'
    if (harderPlank && !(effort !== 'notSure' && effort !== undefined && effort <= limit('effortPlankLevel'))) return []
    return [{ card, what: 'step', from, to, far: (from + 1) / rungs.length, order }]
  })
  // A new movement and a step of an old one take turns.
  const lastWasJoin = state.decisions.filter(({ kind }) => kind === 'advance').at(-1)?.change?.what === 'join'
  const turn = (one: Candidate) => ((one.what === 'join') === lastWasJoin ? 1 : 0)
  const [best] = [...steps].sort((a, b) => turn(a) - turn(b) || a.far - b.far || a.order - b.order)
  return best ? { card: best.card, what: best.what, from: best.from, to: best.to } : null
}

function mayJoin(state: ProgrammeState, content: Content): boolean {
  const direction = directionOf(state)
  if (content.card === cardNamed.pressUp) return backHelps(direction)
  return !content.direction || !directionSet(direction, 'PT0').leaveOut.includes(content.direction)
}

const doneWords: Readonly<Record<ReturnType<typeof harderIn>[number], string>> = {
  level: 'a harder version',
  range: 'a little further',
  reps: 'a few more',
  holdSeconds: 'hold a little longer',
  minutes: 'a little longer',
  sets: 'one more round',
  loadKg: 'a little more weight',
}

function advancing(state: ProgrammeState, base: Base, change: Change): Decision {
  const rungs = ladder(state.phase, change.card)
  const [from, to] = [rungs[change.from], rungs[change.to]]
  const name = titleOf(change.card, to?.level)
  const [kind] = from && to ? harderIn(from, to) : []
  const what = change.what === 'join' || !kind ? `${name} joins your set` : `${name}: ${doneWords[kind]}`
  const why = reason('good', `your last ${inWords(limit('sessionsToAdvance'))} sessions and mornings went well.`)
  return { ...base, kind: 'advance', words: `One step more: ${what}. Why: ${why.words}`, reasons: [why], change }
}

type Base = Pick<Decision, 'at' | 'day' | 'after'>

/** "Same again", since to hold is also something that a person does for ten seconds. */
function holding(base: Base, reasons: readonly Reason[]): Decision {
  const why = reasons.map(({ words }) => words).join(' Also: ')
  return { ...base, kind: 'hold', words: `Same again: ${why}`, reasons }
}

function stopping(base: Base, why: Reason, fullCheckBecause: string): Decision {
  return {
    ...base,
    kind: 'stop',
    words: `Stop for now: ${why.words} Do the full check before you go on.`,
    reasons: [why],
    fullCheckBecause,
  }
}

/** A stop on a morning that would have stepped back by itself: both, so that a worse morning is never the milder one. */
function stoppingToo(state: ProgrammeState, base: Base, why: Reason, back: Decision): Decision {
  const stop = stopping(base, why, jumpBecause)
  if (!back.stepBack) return stop
  return {
    ...stop,
    words: `${stop.words} ${backWords(state, back.stepBack)}`,
    reasons: [...stop.reasons, ...back.reasons],
    stepBack: back.stepBack,
    ...(back.offerBooking && { offerBooking: true as const }),
  }
}

function steppingBack(
  state: ProgrammeState,
  base: Base & { readonly reasons: readonly Reason[] },
  off: readonly ProgrammeCard[],
  countsFor: IsoDate,
  worseSymptom: boolean,
): Decision {
  const size = sizeOf(state, countsFor, base.day)
  const stepBack: StepBack = { size, countsFor, off }
  const why = base.reasons.map(({ words }) => words).join(' Also: ')
  const because =
    size === 'phase' ? 'You stepped back three times in 7 days.' : worseSymptom ? 'Your leg got worse.' : undefined
  return {
    ...base,
    kind: 'regress',
    words: `Stepping back: ${why} ${backWords(state, stepBack)}`,
    stepBack,
    ...(because !== undefined && { fullCheckBecause: because }),
    ...(size === 'phase' && { offerBooking: true as const }),
  }
}

/**
 * One such day, two in 7 days, three in 7 days. A day that already counted does not step back a second time. A morning
 * counts for the day before, so the 7 days that end on that day are looked at as well as those that end today.
 */
function sizeOf(state: ProgrammeState, countsFor: IsoDate, today: IsoDate): StepBack['size'] {
  if (state.stepBackDays.includes(countsFor)) return 'once'
  const days = [...new Set([...state.stepBackDays, countsFor])]
  const count = Math.max(...[countsFor, today].map((end) => days.filter((day) => inWindow(day, end)).length))
  if (count >= limit('phaseDownDays')) return 'phase'
  return count >= limit('levelDownDays') ? 'level' : 'once'
}

function backWords(state: ProgrammeState, { size, off }: StepBack): string {
  const names = off.length > 3 ? 'the set' : list(off.map((card) => inSentence(titleOf(card))))
  const today = off.length === 0 ? 'Rest it today.' : `Leave out ${names} today. Next time do half.`
  switch (size) {
    case 'once':
      return today
    case 'level':
      return `${today} It is the second time in 7 days, so each movement goes down a level.`
    case 'phase':
      return state.phase === 1
        ? 'It is the third time in 7 days. For now only rest positions and walks. Do the full check, and book a visit.'
        : 'It is the third time in 7 days, so we go back a phase. Do the full check, and book a visit.'
    default:
      throw new Error(`unhandled ${size satisfies never}`)
  }
}

const signWords: Readonly<Record<StopSign, string>> = {
  dangerSign: 'you told us about a danger sign.',
  weaknessOrNumbness: 'something is newly weak or numb.',
  legNumbnessSpreads: 'the numb part of your leg is growing.',
  fall: 'you had a fall.',
  fever: 'you have a fever.',
  dizziness: 'you felt dizzy.',
  chest: 'you had chest pain or hard breathing.',
  sharpBonePain: 'you had sudden sharp pain on the bone.',
  newSymptom: 'something is new or worse.',
}

/** A stop sign was told: everything stops until a full check. */
export const decideStop = (stopped: Stopped): Decision =>
  stopping(
    { at: stopped.at, day: stopped.day, after: 'stop' },
    reason(stopped.sign, signWords[stopped.sign]),
    stopped.sign === 'dangerSign' ? 'You told us about a danger sign.' : `You told us: ${signWords[stopped.sign]}`,
  )
