/**
 * Every claim that Unclench makes, each once: the check, the plan, movements, prevention, the guide and the letters point
 * here by id. `/evidence` shows them and `docs/safety/claims.md` prints them for a reviewer.
 * Never: a fact, figure or grade that the clinical brief (evidence.md) does not give.
 */
import type { IsoDate } from './calendar.ts'
import type { Claim } from './claim.ts'
import { claimsOnCauses } from './claims/causes.ts'
import { claimsOnDangerSigns } from './claims/danger-signs.ts'
import { claimsOnExercise } from './claims/exercise.ts'
import { claimsOnTheFirstDays } from './claims/first-days.ts'
import { claimsOnHandsOn } from './claims/hands-on.ts'
import { claimsOnMachines } from './claims/machines.ts'
import { claimsOnMedicines } from './claims/medicines.ts'
import { claimsOnNeedlesAndSurgery } from './claims/needles-and-surgery.ts'
import { claimsOnOutlook } from './claims/outlook.ts'
import { claimsOnPregnancy } from './claims/pregnancy.ts'
import { claimsOnScans } from './claims/scans.ts'
import { claimsOnSeeingSomeone } from './claims/seeing-someone.ts'
import { claimsOnSleepStressDrink } from './claims/sleep-stress-drink.ts'
import { claimsOnStayingActive } from './claims/staying-active.ts'
import { claimsOnStretchAndStrength } from './claims/stretch-and-strength.ts'
import { claimsOnTheSpasm } from './claims/the-spasm.ts'
import { claimsOnWarmthAndCold } from './claims/warmth-and-cold.ts'
import { claimsOnWorkAndRoad } from './claims/work-and-road.ts'
import { claimsOnYoungAndOlder } from './claims/young-and-older.ts'
import { reviewBy, reviewedOn } from './review.ts'

/** The claims by id. */
export const claims = {
  ...claimsOnStayingActive,
  ...claimsOnWarmthAndCold,
  ...claimsOnHandsOn,
  ...claimsOnSleepStressDrink,
  ...claimsOnMedicines,
  ...claimsOnMachines,
  ...claimsOnNeedlesAndSurgery,
  ...claimsOnScans,
  ...claimsOnExercise,
  ...claimsOnOutlook,
  ...claimsOnCauses,
  ...claimsOnTheFirstDays,
  ...claimsOnStretchAndStrength,
  ...claimsOnWorkAndRoad,
  ...claimsOnPregnancy,
  ...claimsOnYoungAndOlder,
  ...claimsOnTheSpasm,
  ...claimsOnSeeingSomeone,
  ...claimsOnDangerSigns,
} as const satisfies Record<string, Claim>

/** The id of a claim; a typing mistake does not compile. */
export type ClaimId = keyof typeof claims

/** One claim, seen as any other. */
export const claimOf = (id: ClaimId): Claim => claims[id]

/** When it was last read against its sources, and the last day on which it may be relied on. */
export function reviewOf(claim: Claim): { readonly on: IsoDate; readonly by: IsoDate } {
  return claim.reviewed ?? { on: reviewedOn, by: reviewBy }
}
