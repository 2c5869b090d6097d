/**
 * From the check and the gate to what the medicine room asks for: profile, context, and what the check answered already.
 * Pure. Called by the medicine pages. Never lets a gate answer lower what the check was told: the worse answer counts.
 */
import type { Answer, Answers } from '../../../care/check/types.ts'
import type { MedicineContext, MedicineProfile } from '../../../care/medicines/assess.ts'
import { type ConditionId, itemsOf, type Replies, type Reply } from '../../../care/medicines/conditions.ts'
import { factsFromProfile } from '../../../care/medicines/overdose.ts'
import { daysInARow, type TallyPerson } from '../../../care/medicines/tally.ts'
import type { Dose } from '../../../care/medicines/products.ts'
import type { EpochMs } from '../../../care/evidence/time.ts'
import { gateScreenIds, type MedicineState } from './medicine-state.ts'
import type { Standing } from '../plan/plan-check.tsx'

/** Answers of a fresh, finished check; nothing otherwise. */
export function freshAnswers(standing: Standing): Answers {
  return standing.kind === 'finished' && !standing.expired ? standing.check.answers : {}
}

/** Items that the check has heard a yes or a "not sure" to. They are shown ticked, and stay. */
export function heardInCheck(answers: Answers): Replies {
  const replies: Partial<Record<ConditionId, Reply>> = {}
  const has = (question: string, value: string) => {
    const answer = answers[question]
    return Array.isArray(answer) && answer.includes(value)
  }
  const copy = (id: ConditionId, answer: Answer | undefined) => {
    if (answer === 'yes' || answer === 'notSure') replies[id] = answer
  }
  if (has('infRisk', 'drinking')) replies.alcohol = 'yes'
  if (has('infRisk', 'liver')) replies.liver = 'yes'
  if (has('fxRisk', 'steroids')) replies.steroids = 'yes'
  copy('sickleCell', answers.I11)
  if (answers.pregnancy === 'pregnant' || answers.pregnancy === 'maybe') replies.pregnant = 'yes'
  if (answers.pregnancy === 'notSure') replies.pregnant = 'notSure'
  // The check suspects shingles from the skin; whether it is that, nobody has said.
  if (answers.G4 === 'yes' || answers.G4 === 'notSure') replies.chickenpoxOrShingles = 'notSure'
  return replies
}

/** Nobody is asked about pregnancy whom the check did not ask: people born male, and from 61. evidence.md §1.0. */
export function skipsPregnancy(answers: Answers): boolean {
  return answers.sex === 'male' || (typeof answers.age === 'number' && answers.age >= 61)
}

/** Age as the check has it; from the gate only where the check does not know it. */
function ageOf(state: MedicineState, answers: Answers): number | 'notSure' | undefined {
  return typeof answers.age === 'number' ? answers.age : state.ageYears
}

/** Is the whole gate answered for this check? */
export function gateIsAnswered(state: MedicineState, standing: Standing): boolean {
  return (
    standing.kind === 'finished' &&
    state.check === standing.check.id &&
    gateScreenIds.every((id) => state.answered.includes(id))
  )
}

/** What the medicine room is told of this person. Replies of another check are left out, and so count as "not sure". */
export function profileOf(
  state: MedicineState,
  standing: Standing,
  doses: readonly Dose[],
  now: EpochMs,
): MedicineProfile {
  const answers = freshAnswers(standing)
  const current = standing.kind === 'finished' && state.check === standing.check.id
  const age = ageOf(state, answers)
  const weeks = typeof answers.weeks === 'number' ? answers.weeks : current ? state.pregnancyWeeks : undefined
  return {
    replies: current ? allReplies(state.replies, answers) : {},
    ...(age !== undefined && { ageYears: age }),
    ...(state.weightKg !== undefined && { weightKg: state.weightKg }),
    ...(weeks !== undefined && { pregnancyWeeks: weeks }),
    ibuprofenDays: daysInARow(doses, 'ibuprofen', now),
    paracetamolDays: daysInARow(doses, 'paracetamol', now),
  }
}

/** Gate and check together. A blood thinner told to the check must be found in the gate, or one of them is not sure. */
function allReplies(given: Replies, answers: Answers): Replies {
  const replies: Partial<Record<ConditionId, Reply>> = { ...given }
  if (skipsPregnancy(answers)) for (const { id } of itemsOf('pregnancy')) replies[id] = 'no'
  for (const [id, heard] of Object.entries(heardInCheck(answers)) as [ConditionId, Reply][]) {
    replies[id] = replies[id] === 'yes' ? 'yes' : heard
  }
  const thinners = [replies.warfarin, replies.bloodThinner, replies.bleedingDisorder]
  if ((answers.I1 === 'yes' || answers.I1 === 'notSure') && !thinners.includes('yes')) replies.bloodThinner = 'notSure'
  return replies
}

/** Where the person stands. Without a finished, fresh check nothing is offered. */
export function contextOf(standing: Standing): MedicineContext {
  if (standing.kind !== 'finished' || standing.expired) return { level: 'notChecked' }
  const { level, answers } = standing.check
  return { level, saddleBladderBowel: worst([answers.A1, answers.A2, answers.A3]) }
}

function worst(all: readonly (Answer | undefined)[]): Reply {
  if (all.includes('yes')) return 'yes'
  return all.every((answer) => answer === 'no') ? 'no' : 'notSure'
}

/** What the tally is told of this person: facts from the gate first, then what was asked about too much. */
export function tallyPerson(profile: MedicineProfile, state: MedicineState): TallyPerson {
  return {
    ...state.facts,
    ...factsFromProfile(profile),
    ...(profile.ageYears !== undefined && { ageYears: profile.ageYears }),
    ...(state.seenByClinicianAt !== undefined && { seenByClinicianAt: state.seenByClinicianAt }),
  }
}
