/**
 * The claims by what they are about, in the order of the register. Data, and the picking for a filter.
 * A test holds that every claim stands under one theme.
 */
import type { Claim } from './claim.ts'
import { type ClaimId, claims } from './claims.ts'
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
import { claimsOnTheSpasm } from './claims/the-spasm.ts'
import { claimsOnStayingActive } from './claims/staying-active.ts'
import { claimsOnStretchAndStrength } from './claims/stretch-and-strength.ts'
import { claimsOnWarmthAndCold } from './claims/warmth-and-cold.ts'
import { claimsOnWorkAndRoad } from './claims/work-and-road.ts'
import { claimsOnYoungAndOlder } from './claims/young-and-older.ts'
import { isKeyOf, keysOf } from './closed-sets.ts'
import type { Grade } from './grade.ts'

type Some = Readonly<Record<string, Claim>>

/** The themes: heading, and the claims under it. */
const themeTable = {
  rest: { title: 'Rest, and keeping active', holds: [claimsOnStayingActive, claimsOnTheFirstDays] },
  warmth: { title: 'Heat and ice', holds: [claimsOnWarmthAndCold] },
  hands: { title: 'Physio, massage, hands-on care', holds: [claimsOnHandsOn, claimsOnSeeingSomeone] },
  calm: { title: 'Sleep, stress and drinks', holds: [claimsOnSleepStressDrink] },
  medicines: { title: 'Medicines', holds: [claimsOnMedicines] },
  machines: { title: 'Machines', holds: [claimsOnMachines] },
  needles: { title: 'Needles and surgery', holds: [claimsOnNeedlesAndSurgery] },
  tests: { title: 'Scans and tests', holds: [claimsOnScans] },
  exercise: { title: 'Movement and exercise', holds: [claimsOnExercise, claimsOnStretchAndStrength] },
  outlook: { title: 'How it goes', holds: [claimsOnOutlook] },
  causes: { title: 'Why it happens', holds: [claimsOnCauses, claimsOnTheSpasm] },
  danger: { title: 'Danger signs', holds: [claimsOnDangerSigns] },
  life: { title: 'Work and the road', holds: [claimsOnWorkAndRoad] },
  pregnancy: { title: 'Pregnancy and after', holds: [claimsOnPregnancy] },
  ages: { title: 'Young and older backs', holds: [claimsOnYoungAndOlder] },
} as const satisfies Record<string, { readonly title: string; readonly holds: readonly Some[] }>

/** The id of a theme, as in the address of the register. */
export type ThemeId = keyof typeof themeTable
/** The themes in their order. */
export const themeIds = keysOf(themeTable)
/** The heading of a theme. */
export const themeTitle = (id: ThemeId): string => themeTable[id].title

/** Every claim under a theme, in order. */
export const claimsUnder = (id: ThemeId): readonly ClaimId[] =>
  themeTable[id].holds.flatMap((some: Some) => Object.keys(some).filter((key) => isKeyOf(claims, key)))

/** What the register is asked for; missing: everything. `ungraded`: doses, safety and plain facts. */
export interface RegisterFilter {
  readonly theme?: ThemeId
  readonly grade?: Grade | 'ungraded'
}
/** The themes that hold something asked for, each with those claims. */
export function pickedFrom({ theme, grade }: RegisterFilter): readonly (readonly [ThemeId, readonly ClaimId[]])[] {
  const fits = (id: ClaimId) => grade === undefined || (gradeOfClaim(id) ?? 'ungraded') === grade
  return themeIds
    .filter((id) => theme === undefined || id === theme)
    .map((id) => [id, claimsUnder(id).filter(fits)] as const)
    .filter(([, found]) => found.length > 0)
}
const gradeOfClaim = (id: ClaimId): Grade | undefined => {
  const claim: Claim = claims[id]
  return claim.grade
}
