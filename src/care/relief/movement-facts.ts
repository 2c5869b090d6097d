/**
 * From our profile to the facts that the movement room's block list looks at, as data, and its rules in our own terms.
 * One block list for all of Unclench: nothing is typed twice.
 * Never: turns "not sure" into "no".
 */
import { all, any, is, not, term, ticked } from '../check/condition.ts'
import { type Condition, notSure } from '../check/types.ts'
import type { ClosedFact, MovementProfile, ProfileCondition } from '../movement/profile.ts'
import { holds } from '../check/condition-met.ts'
import { reliefTerms } from './pattern.ts'
import type { ReliefProfile } from './profile-questions.ts'

const always: Condition = { all: [] }
const never: Condition = { any: [] }
/** Yes, no, not sure: the same answers under another name. */
const sameReply = (field: string): readonly FactValue[] => [
  ['yes', is(field, 'yes')],
  ['no', is(field, 'no')],
  [notSure, always],
]
/** Yes when ticked; not sure while the list is not known. */
const fromTicks = (field: string, ...items: string[]): readonly FactValue[] => [
  ['yes', ticked(field, ...items)],
  [notSure, ticked(field, notSure)],
  ['no', always],
]
/** A value and when it holds; the first that does counts. */
type FactValue = readonly [value: string, when: Condition]

const facts: Readonly<Record<ClosedFact, readonly FactValue[]>> = {
  pattern: (['PT6', 'PT4', 'PT3', 'PT5', 'PT7', 'PT1', 'PT2', 'PT0'] as const).map((id) => [id, term(id)]),
  radicularSide: [
    ['none', is('legPain', 'none', 'aboveKnee')],
    [notSure, is('legPain', notSure)],
    ['left', is('legSide', 'left')],
    ['right', is('legSide', 'right')],
    ['both', is('legSide', 'both')],
    [notSure, always],
  ],
  osteoporosisOrSteroids: sameReply('thinBones'),
  stenosis: [
    ['yes', any(is('heavyLegs', 'yes'), ticked('health', 'stenosis'))],
    [notSure, any(is('heavyLegs', notSure), ticked('health', notSure))],
    ['no', always],
  ],
  spondylolisthesis: fromTicks('health', 'slip'),
  pelvicGirdle: sameReply('pelvic'),
  fusionFractureOrStiffSpine: fromTicks('health', 'fusion'),
  recentSurgeryOrHernia: fromTicks('health', 'surgery', 'hernia'),
  pressureHeartOrEyes: fromTicks('health', 'pressure', 'heart', 'eyes'),
  wristPain: fromTicks('health', 'arm'),
  shoulderPain: fromTicks('health', 'arm'),
  kneePain: fromTicks('health', 'knee'),
  hipReplacement: fromTicks('health', 'hip'),
  vertigo: fromTicks('health', 'vertigo'),
  unsteady: [
    ['yes', any(ticked('health', 'falls', 'vertigo'), is('walk', 'help'), { q: 'age', atLeast: 76 })],
    [notSure, ticked('health', notSure)],
    ['no', always],
  ],
  breathingTrouble: fromTicks('health', 'lungs'),
  footDrop: sameReply('footDrop'),
  floorTransfer: sameReply('floor'),
  canSit: [
    ['no', ticked('worsens', 'sitting')],
    ['yes', always],
  ],
  canStand: [
    ['yes', is('walk', 'can', 'help')],
    ['no', is('walk', 'cannot')],
    [notSure, always],
  ],
  hasChair: [
    ['yes', ticked('have', 'chair')],
    ['no', always],
  ],
  hasBed: [
    ['yes', ticked('have', 'bed')],
    ['no', always],
  ],
}

/** The block list's own profile of this person. */
export function movementProfileOf(profile: ReliefProfile): MovementProfile {
  const closed = Object.entries(facts).map(([fact, values]) => [
    fact,
    values.find(([, when]) => holds(when, profile, reliefTerms))?.[0],
  ])
  const pregnant = is('pregnancy', 'pregnant', 'maybe', notSure)
  return {
    // Each value is from the row of its own fact, which `facts` types.
    ...(Object.fromEntries(closed) as Pick<MovementProfile, ClosedFact>),
    painNow0to10: profile.painNow,
    pregnancyWeeks: holds(pregnant, profile) ? profile.weeks : null,
    weeksAfterBirth: weeksAfterBirth(profile),
  }
}

/** Past the first 6 weeks, and not known to be past the check at 6 to 8 (evidence.md §2.4, ruling 9). */
const beforeBirthCheck = 7

/** The least it can be: we ask for a stretch of time, not for a number. Null once the check after the birth is done. */
function weeksAfterBirth({ pregnancy, birthCheck }: ReliefProfile): MovementProfile['weeksAfterBirth'] {
  switch (pregnancy) {
    case 'birth6w':
      return 0
    case 'birth6m':
      return birthCheck === 'yes' ? null : beforeBirthCheck
    case notSure:
      return notSure
    default:
      return null
  }
}

/** A condition of the block list as a condition over our profile. */
export function inOurTerms(condition: ProfileCondition): Condition {
  if ('all' in condition) return all(...condition.all.map(inOurTerms))
  if ('any' in condition) return any(...condition.any.map(inOurTerms))
  if ('is' in condition) {
    const values = facts[condition.q]
    return any(
      ...values.flatMap(([value, when], index) =>
        condition.is.includes(value) ? all(when, ...values.slice(0, index).map(([, earlier]) => not(earlier))) : [],
      ),
    )
  }
  const limit = 'atLeast' in condition ? { atLeast: condition.atLeast } : { below: condition.below }
  const { q } = condition
  switch (q) {
    case 'painNow0to10':
      return { q: 'painNow', ...limit }
    case 'pregnancyWeeks':
      return all(is('pregnancy', 'pregnant', 'maybe', notSure), { q: 'weeks', ...limit })
    case 'weeksAfterBirth': {
      const meetsAt = (weeks: number) => ('atLeast' in condition ? condition.atLeast <= weeks : condition.below > weeks)
      return any(
        is('pregnancy', notSure),
        meetsAt(0) ? is('pregnancy', 'birth6w') : never,
        meetsAt(beforeBirthCheck) ? all(is('pregnancy', 'birth6m'), not(is('birthCheck', 'yes'))) : never,
      )
    }
    default:
      throw new Error(`unhandled ${q satisfies never}`)
  }
}
