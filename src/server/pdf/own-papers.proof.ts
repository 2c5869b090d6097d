/** Sheets of somebody's own plan and day-by-day plan, as a device makes them. Tests only. */
import { type PlanSheet, planSheet } from '../../care/booklets/own-plan.ts'
import { type ProgrammeSheet, programmeSheet } from '../../care/booklets/own-programme.ts'
import { makeSession } from '../../care/programme/session.ts'
import { moment, type story, well } from '../../care/programme/story.proof.ts'
import { makePlan } from '../../care/relief/plan.ts'
import type { PartialProfile } from '../../care/relief/profile.ts'
import { finishedAnswers, noon } from '../../web/care/plan/plan.fixtures.ts'

/** What somebody who may do everything says for the plan. */
export const plainProfile: PartialProfile = {
  ...{ painNow: 3, walk: 'can', legPain: 'none', eases: [], worsens: [], have: ['bed', 'chair', 'heatPack'] },
  ...{ warmOrCold: 'warm', floor: 'yes', drowsy: 'no', health: [], skin: [] },
}

/** The sheet of a plan. @param movement as the check left it */
export function planSheetOf(
  profile: PartialProfile = plainProfile,
  movement: 'open' | 'gentle' = 'open',
  hour = 12,
): PlanSheet {
  const { answers } = finishedAnswers()
  const level = movement === 'open' ? 'self-care' : 'soon'
  const check = { complete: true, level, movement, protocolVersion: 'test', answers, finishedAt: noon } as const
  const plan = makePlan(check, profile, { now: noon, hour })
  if (plan.kind === 'locked') throw new Error(plan.why)
  return planSheet(plan)
}

/** The sheet of a day of a programme. */
export function programmeSheetOf(told: ReturnType<typeof story>, day = 0, profile = well, hour = 12): ProgrammeSheet {
  const session = makeSession(told.state(day, hour), profile, 30, moment(day, hour))
  if (session.kind === 'none') throw new Error(session.because)
  return programmeSheet(session)
}
