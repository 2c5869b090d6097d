/**
 * The kinds of decision (go on, hold, step back, stop), each with its words and what follows from it (evidence.md §6.2).
 * Pure.
 * Never: decides which of them it is (that is decide.ts), or blames.
 */
import type { IsoDate } from '../evidence/calendar.ts'
import { harderIn, ladder } from './ladder.ts'
import { type ProgrammeCard, titleOf } from './phases.ts'
import { type Change, type Decision, inWindow, type ProgrammeState, type Reason, type StepBack } from './state.ts'
import { limit } from './thresholds.ts'
import { inSentence, inWords, list } from './words.ts'

/** What every decision says: when it was made, and after what. */
export type Base = Pick<Decision, 'at' | 'day' | 'after'>

const ours = { sources: ['unclench-design'], tag: 'C' } as const
/** A reason of our own rules, in words. */
export const reason = (id: string, words: string): Reason => ({ id, words, ...ours })

/** Why the full check comes first after a jump. */
export const jumpBecause = 'Your pain jumped with no clear reason.'

const doneWords: Readonly<Record<ReturnType<typeof harderIn>[number], string>> = {
  level: 'a harder version',
  range: 'a little further',
  reps: 'a few more',
  holdSeconds: 'hold a little longer',
  minutes: 'a little longer',
  sets: 'one more round',
  loadKg: 'a little more weight',
}

/** One step more: what, and why now. */
export function advancing(state: ProgrammeState, base: Base, change: Change): Decision {
  const rungs = ladder(state.phase, change.card)
  const [from, to] = [rungs[change.from], rungs[change.to]]
  const name = titleOf(change.card, to?.level)
  const [kind] = from && to ? harderIn(from, to) : []
  const what = change.what === 'join' || !kind ? `${name} joins your set` : `${name}: ${doneWords[kind]}`
  const why = reason('good', `your last ${inWords(limit('sessionsToAdvance'))} sessions and mornings went well.`)
  return { ...base, kind: 'advance', words: `One step more: ${what}. Why: ${why.words}`, reasons: [why], change }
}

/** "Same again", since to hold is also something that a person does for ten seconds. */
export function holding(base: Base, reasons: readonly Reason[]): Decision {
  const why = reasons.map(({ words }) => words).join(' Also: ')
  return { ...base, kind: 'hold', words: `Same again: ${why}`, reasons }
}

/** Everything stops until a full check. */
export function stopping(base: Base, why: Reason, fullCheckBecause: string): Decision {
  return {
    ...base,
    kind: 'stop',
    words: `Stop for now: ${why.words} Do the full check before you go on.`,
    reasons: [why],
    fullCheckBecause,
  }
}

/** A stop on a morning that would have stepped back by itself: both, so that a worse morning is never the milder one. */
export function stoppingToo(state: ProgrammeState, base: Base, why: Reason, back: Decision): Decision {
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

/**
 * Step back, by as much as this day and those before it ask for.
 * @param off       what is left out for the day
 * @param countsFor the day that it counts for: of a morning, the day before
 * @param checkBecause why the full check comes first, where it does; after the third step in a week it always does
 */
export function steppingBack(
  state: ProgrammeState,
  base: Base & { readonly reasons: readonly Reason[] },
  off: readonly ProgrammeCard[],
  countsFor: IsoDate,
  checkBecause?: string,
): Decision {
  const size = sizeOf(state, countsFor, base.day)
  const stepBack: StepBack = { size, countsFor, off }
  const why = base.reasons.map(({ words }) => words).join(' Also: ')
  const because = size === 'phase' ? 'You stepped back three times in 7 days.' : checkBecause
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
