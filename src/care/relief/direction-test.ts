/**
 * The optional 5-minute test for the first direction: who may do it, its steps, and what the answers mean (evidence.md §3.1).
 * Pure.
 * Never: a diagnosis, or a direction that sends pain further down a leg.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import { limitsOn, type Situation } from './choose.ts'
import type { ReliefProfile } from './profile-questions.ts'
import { stepById } from './steps.ts'

/** Whether this person may do the test, and why not. */
export type DirectionTestOffer = { readonly offered: true } | { readonly offered: false; readonly because: string }

/** Offered unless a limit rules it out: a flagged check, thin bones, 16 weeks pregnant or more, pain of 6 or more, … */
export function directionTestFor(situation: Situation): DirectionTestOffer {
  const card = stepById.get('direction-test')
  if (!card) throw new Error('the direction test has no step')
  const [limit] = limitsOn(card, situation)
  return limit ? { offered: false, because: limit.because } : { offered: true }
}

/** What to do in the 5-minute direction test, in order; `seconds` is how long each takes (evidence.md §3.1). */
export const directionTestSteps = [
  { id: 'before', text: 'Stand up. Note where the pain is, and how bad it is from 0 to 10.', seconds: 20 },
  {
    id: 'back',
    text: 'Put your hands on your hips. Lean back slowly, 10 times. Stop if pain goes further down a leg.',
    seconds: 60,
  },
  { id: 'afterBack', text: 'Note the place and the number again. Wait a minute and see if it lasts.', seconds: 60 },
  {
    id: 'forward',
    text: 'Sit on a firm chair. Lean forward slowly, 10 times. Stop if pain goes further down a leg.',
    seconds: 60,
  },
  { id: 'afterForward', text: 'Note the place and the number again. Wait a minute and see if it lasts.', seconds: 60 },
] as const

/** What happened after one direction, compared with before it. */
export interface AfterDirection {
  readonly painBefore0to10: number
  readonly painAfter0to10: number
  /** Where the pain went. `further`: further down the leg; `nearer`: out of the leg, or nearer the middle of the back. */
  readonly place: 'further' | 'same' | 'nearer' | 'notSure'
  readonly moreNumb: 'yes' | 'no' | 'notSure'
  readonly movingEasier: 'yes' | 'no' | 'notSure'
  /** Did the change last a minute or more? */
  readonly lasted: 'yes' | 'no' | 'notSure'
}

/** What the test says, in the profile's own word, with the words to show. */
export interface DirectionResult {
  readonly direction: Exclude<ReliefProfile['direction'], 'notDone' | 'notSure'>
  readonly text: string
  /** Both directions sent it down the leg: no stretches, and book to be seen (SOON). */
  readonly level: 'self-care' | 'soon'
  /** Ask again after so many days; nothing when the answer stands. */
  readonly askAgainDays?: 3
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** Further down the leg or more numb. "Not sure" about either counts as so (the careful side); what is not answered yet does not. */
export const wentDownLeg = ({ place, moreNumb }: Partial<Pick<AfterDirection, 'place' | 'moreNumb'>>): boolean =>
  place === 'further' || place === 'notSure' || moreNumb === 'yes' || moreNumb === 'notSure'

function effectOf(after: AfterDirection): 'worse' | 'helps' | 'none' {
  if (wentDownLeg(after)) return 'worse'
  const better =
    after.painAfter0to10 < after.painBefore0to10 || after.place === 'nearer' || after.movingEasier === 'yes'
  const notHigher = after.painAfter0to10 <= after.painBefore0to10
  return better && notHigher && after.lasted === 'yes' ? 'helps' : 'none'
}

/** What each result says. */
export const directionWords: Readonly<Record<DirectionResult['direction'], string>> = {
  back: 'Leaning back helped. Start with that set.',
  forward: 'Leaning forward helped. Start with that set.',
  either: 'Either is fine. Comfort decides.',
  backOnly: 'Leaning back helped. Start with that set. Leaning forward sent it down the leg, so leave that out.',
  forwardOnly: 'Leaning forward helped. Start with that set. Leaning back sent it down the leg, so leave that out.',
  stopBack: 'Leaning back sent it down the leg. Leave leaning back out.',
  stopForward: 'Leaning forward sent it down the leg. Leave leaning forward out.',
  stopBoth: 'Both sent it down the leg. Do not stretch. Use rest positions and walking, and book to be seen.',
}

/** What the two directions together mean. When both help, either is fine. */
export function directionResult(back: AfterDirection, forward: AfterDirection): DirectionResult {
  const direction = directionFrom(effectOf(back), effectOf(forward))
  return {
    direction,
    text: directionWords[direction],
    level: direction === 'stopBoth' ? 'soon' : 'self-care',
    ...(direction === 'either' ? { askAgainDays: 3 } : {}),
    sources: ['mckenzie-2023', 'unclench-design'],
    tag: 'C',
  }
}

const leftOut: Readonly<Partial<Record<ReliefProfile['direction'], readonly ('back' | 'forward')[]>>> = {
  stopBack: ['back'],
  forwardOnly: ['back'],
  stopForward: ['forward'],
  backOnly: ['forward'],
  stopBoth: ['back', 'forward'],
}

/** Is there a way that sent pain down a leg, as far as is known? */
export const leavesOut = (known: ReliefProfile['direction']): boolean => leftOut[known] !== undefined

/** The same without what helped: for whoever may try no way of leaning now. */
export const onlyOut = (known: DirectionResult['direction']): DirectionResult['direction'] =>
  known === 'backOnly' ? 'stopForward' : known === 'forwardOnly' ? 'stopBack' : known

/**
 * What is known of the direction once these ways sent pain down a leg too: none that was left out before comes back (H-10).
 * @param known what was known before
 * @param told  what a whole test says, where one was told
 */
export function directionLeavingOut(
  ways: readonly ('back' | 'forward')[],
  known: ReliefProfile['direction'],
  told: ReliefProfile['direction'] = known,
): DirectionResult['direction'] {
  const out = new Set([...ways, ...(leftOut[known] ?? [])])
  if (out.size === 2) return 'stopBoth'
  if (out.has('back')) return told === 'forward' || told === 'forwardOnly' ? 'forwardOnly' : 'stopBack'
  return told === 'back' || told === 'backOnly' ? 'backOnly' : 'stopForward'
}

/**
 * What somebody felt without the test: which way is better, and which way sends pain further down a leg. Not sure about the
 * leg counts as both, the careful side (H-10).
 */
export function directionFelt(
  better: 'back' | 'forward' | 'either' | 'notSure',
  leg: 'no' | 'back' | 'forward' | 'both' | 'notSure',
): ReliefProfile['direction'] {
  switch (leg) {
    case 'both':
    case 'notSure':
      return 'stopBoth'
    case 'back':
      return better === 'forward' ? 'forwardOnly' : 'stopBack'
    case 'forward':
      return better === 'back' ? 'backOnly' : 'stopForward'
    case 'no':
      return better
    default:
      throw new Error(`unhandled ${leg satisfies never}`)
  }
}

function directionFrom(
  back: 'worse' | 'helps' | 'none',
  forward: 'worse' | 'helps' | 'none',
): DirectionResult['direction'] {
  if (back === 'worse' && forward === 'worse') return 'stopBoth'
  if (back === 'worse') return forward === 'helps' ? 'forwardOnly' : 'stopBack'
  if (forward === 'worse') return back === 'helps' ? 'backOnly' : 'stopForward'
  if (back === forward) return 'either'
  if (back === 'helps') return 'back'
  return forward === 'helps' ? 'forward' : 'either'
}
