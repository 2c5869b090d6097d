/**
 * Every rule, term and note of the check, joined. The switch `nhs_list_strict` adds three rules (evidence.md §1.J).
 */
import { any, term } from '../condition.ts'
import type { Rule } from '../types.ts'
import { bodyRules } from './body-rules.ts'
import { boneRules } from './bones.ts'
import { illnessRules, nhsListStrictRules } from './illness-rules.ts'
import { infectionRules, vesselRules } from './infection-and-vessels.ts'
import { nerveRules } from './nerve-rules.ts'
import { personRules } from './person.ts'
import { baseTerms, type Term } from './terms.ts'

/** Every rule of the check (evidence.md §1.A to §1.J). */
export const rules: readonly Rule[] = [
  ...nerveRules,
  ...vesselRules,
  ...infectionRules,
  ...bodyRules,
  ...boneRules,
  ...illnessRules,
  ...personRules,
]

/** With the switch on. */
export const strictRules: readonly Rule[] = [...rules, ...nhsListStrictRules]

const eitherRule = any(...[...boneRules, ...infectionRules].map(({ when }) => when))

/** The groups of the brief, with "an E or B rule at SOON or above" made from those rules themselves. */
export const terms: Readonly<Record<string, Term>> = {
  ...baseTerms,
  BROKEN_OR_INFECTED: { when: eitherRule },
  CAHX_OR_STRICT: { when: term('CAHX') },
}

/** With the switch on, coughing pain (F7) is asked of everyone. */
export const strictTerms: Readonly<Record<string, Term>> = {
  ...terms,
  CAHX_OR_STRICT: { when: { all: [] } },
}
