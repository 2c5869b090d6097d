/** A plain person and a clear check, to change one thing at a time. */
import type { Answers } from '../check/types.ts'
import { asEpochMs, hourMs } from '../evidence/time.ts'
import { type CheckForPlan, makePlan, type Plan } from './plan.ts'
import type { PartialProfile } from './profile.ts'
import type { PlanStep } from './step-types.ts'

/** Answers of a check that is clear: a man of 40 after a lift, today. */
export const clearAnswers: Answers = {
  age: 40,
  sex: 'male',
  A6: 'no',
  A8: 'no',
  B2: 'no',
  C4: 'no',
  F1: 'no',
  G4: 'no',
  I1: 'no',
  I11: 'no',
  I12: 'no',
  E7: 'no',
  B5: 'no',
  steroids: 'no',
  fxRisk: [],
  infRisk: [],
  place: ['lowBack'],
  startAfter: 'strain',
  duration: 'days0',
  walk: 'can',
  painNow: 5,
}
/** Everything answered, nothing wrong, everything at hand. */
export const plain: PartialProfile = {
  painNow: 4,
  eases: [],
  worsens: [],
  legPain: 'none',
  warmOrCold: 'warm',
  floor: 'yes',
  drowsy: 'no',
  skin: [],
  health: [],
  have: ['bed', 'chair', 'heatPack', 'bottle', 'bath', 'shower', 'ice', 'ball', 'roller'],
}
export const finishedAt = asEpochMs(1_700_000_000_000)
export const clearCheck: CheckForPlan = {
  complete: true,
  level: 'self-care',
  movement: 'open',
  protocolVersion: 'test',
  answers: clearAnswers,
  finishedAt,
}
export const clock = { now: asEpochMs(finishedAt + hourMs), hour: 14 }

/** The plan of the plain person with these changes. @throws when it is locked */
export function planFor(given: PartialProfile, answers: Answers = {}, hour = 14): Plan {
  const plan = makePlan(
    { ...clearCheck, answers: { ...clearAnswers, ...answers } },
    { ...plain, ...given },
    { ...clock, hour },
  )
  if (plan.kind !== 'plan') throw new Error(`locked: ${plan.why}`)
  return plan
}
export const stepsOf = (plan: Plan): readonly PlanStep[] => plan.sections.flatMap(({ steps }) => steps)
export const kindsOf = (plan: Plan) => new Set(stepsOf(plan).map(({ kind }) => kind))
export const cardsOf = (plan: Plan) => stepsOf(plan).map(({ card }) => card)
/** What fills a slot. */
export const inSlot = (plan: Plan, slot: string) => stepsOf(plan).find((step) => step.slot === slot)
