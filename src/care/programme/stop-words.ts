/**
 * Why everything stopped, in words for the person. One sign is told in several ways (a tick, a button, a text), so its
 * words fit them all. Pure.
 * Never: says that somebody told what another answer of theirs only may mean.
 */
import type { NewSymptom, Stopped, StopSign } from './events.ts'
import { limit } from './thresholds.ts'
import { inWords, sentence } from './words.ts'

const signWords: Readonly<Record<StopSign, string>> = {
  dangerSign: 'you told us something that may be a danger sign.',
  weaknessOrNumbness: 'something may be newly weak, numb or unsteady.',
  legNumbnessSpreads: 'the numb part of your leg is growing.',
  fall: 'you had a fall or a knock.',
  fever: 'you may have a fever.',
  dizziness: 'you felt dizzy.',
  chest: 'you may have chest pain or hard breathing.',
  sharpBonePain: 'you had sudden sharp pain on the bone.',
  newSymptom: 'something is new or worse.',
}

const newWords: Readonly<Record<NewSymptom, string>> = {
  legFurther: 'your leg pain may be new or worse.',
  painJump: 'your pain jumped with no clear reason.',
  thirdSoreWalk: `a walk was too sore, or your leg was worse, on ${inWords(limit('phaseDownDays'))} days of seven.`,
  againstCheck: 'your painkiller answers and your check do not say the same.',
}

/** Inside a sentence, after "because". */
export const stopReason = ({ sign, told }: Pick<Stopped, 'sign' | 'told'>): string =>
  told ? newWords[told] : signWords[sign]

/** As a sentence of its own, which says who told it where that is so. */
export function stopBecause(stopped: Pick<Stopped, 'sign' | 'told'>): string {
  const why = stopReason(stopped)
  return stopped.sign === 'dangerSign' || stopped.told === 'againstCheck' ? sentence(why) : `You told us: ${why}`
}
