/**
 * From what the check and the person said to a full profile: what is known, what is still to ask, and how a profile from
 * outside is read. Pure (evidence.md §2.3, §4.1, §5.0).
 * Never: treats a missing or "not sure" answer as "no". What is not known stays on the careful side.
 */
import { isKeyOf, isOneOf } from '../evidence/closed-sets.ts'
import { all, any, is, ticked } from '../check/condition.ts'
import { type Answer, type Answers, type Condition, notSure, type Question } from '../check/types.ts'
import { pregnancyUntil } from '../check/questions/about-pain.ts'
import { protocol } from '../check/protocol.ts'
import { switches } from '../check/switches.ts'
import { isFalse, isTrue, type Truth } from '../check/truth.ts'
import { holds } from '../check/condition-met.ts'
import {
  type ProfileField,
  profileQuestions,
  profileValues,
  type ReliefProfile,
  type Ticks,
} from './profile-questions.ts'

/** What is known so far; fields not answered are missing. */
export type PartialProfile = { readonly [Field in ProfileField]?: ReliefProfile[Field] }

/** Nothing known: every field on the careful side. */
export const unknownProfile: ReliefProfile = {
  painNow: notSure,
  age: notSure,
  pregnancy: notSure,
  weeks: notSure,
  birthCheck: notSure,
  legPain: notSure,
  legSide: notSure,
  legTingle: notSure,
  eases: [notSure],
  worsens: [notSure],
  midBack: notSure,
  pelvic: notSure,
  heavyLegs: notSure,
  overThreeMonths: notSure,
  walk: notSure,
  floor: notSure,
  footDrop: notSure,
  thinBones: notSure,
  bloodThinner: notSure,
  health: [notSure],
  illness: [notSure],
  skin: [notSure],
  drowsy: notSure,
  warmOrCold: notSure,
  have: [],
  direction: 'notDone',
}

const maybeOf = (id: string): Condition => is(id, 'yes', notSure)

/** How one field follows from the check's answers. The first rule that holds gives the value; none: not known yet. */
interface Taken {
  readonly field: ProfileField
  readonly when: Condition
  readonly value: Answer
  /** The check's own word for it, that must be sure as well: what clears a sign is decided there alone. */
  readonly term?: string
}
const taken = (field: ProfileField, when: Condition, value: Answer, term?: string): Taken => ({
  field,
  when,
  value,
  ...(term !== undefined && { term }),
})
const same = (field: ProfileField, question: string, ...values: string[]): Taken[] =>
  values.map((value) => taken(field, is(question, value), value))
const reply = (field: ProfileField, question: string): Taken[] => same(field, question, 'yes', 'no', notSure)

/**
 * From the check to the profile, as data. Only what the check truly says: a question it never asked gives nothing.
 * `illness` and `skin` are gathered item by item in `profileFromAnswers`.
 */
const takenFromCheck: readonly Taken[] = [
  ...same('pregnancy', 'pregnancy', 'no', 'maybe', 'pregnant', 'birth6w', 'birth6m', notSure),
  taken('pregnancy', is('sex', 'male'), 'no'),
  // Nobody is asked whom the check does not ask: "not sure" of the age meets both, and is asked.
  taken('pregnancy', all({ q: 'age', atLeast: pregnancyUntil }, { not: { q: 'age', below: pregnancyUntil } }), 'no'),
  ...reply('legTingle', 'A8'),
  ...reply('bloodThinner', 'I1'),
  // Records kept before steroid tablets had a question of their own name them among these.
  taken('thinBones', ticked('fxRisk', 'osteoporosis', 'steroids'), 'yes'),
  taken('thinBones', all(is('steroids', 'yes'), { not: is('steroids.long', 'short', 'past') }), 'yes'),
  taken('thinBones', any(ticked('fxRisk', notSure), is('steroids', notSure)), notSure),
  taken('heavyLegs', all(is('A5', 'yes'), is('A5.pattern', 'walking')), 'yes'),
  ...same('walk', 'walk', 'can', 'help', 'cannot', notSure),
  taken('overThreeMonths', is('duration', 'months3'), 'yes'),
  taken('overThreeMonths', is('duration', notSure), notSure),
  taken('midBack', ticked('place', 'midBack'), 'yes', 'MID_BACK'),
  ...reply('midBack', 'F6'),
  taken('footDrop', is('A6', 'no'), 'no'),
  taken('footDrop', maybeOf('A6'), 'no', 'A6_CLEAR'),
  taken('footDrop', is('A6', 'yes'), 'yes'),
  taken('footDrop', is('A6', notSure), notSure),
]

/** What the check itself makes of these answers, by the name of its term. */
function termsOf(answers: Answers): (term: string) => Truth {
  const { engine } = protocol(switches)
  const evaluation = engine.start(answers)
  return (term) => engine.truth({ term }, evaluation)
}

/** What the check's answers already tell. A missing field has to be asked, or stays on the careful side. */
export function profileFromAnswers(answers: Answers): PartialProfile {
  const found: Record<string, Answer> = {}
  const check = termsOf(answers)
  for (const { field, when, value, term } of takenFromCheck) {
    if (field in found || !holds(when, answers)) continue
    if (term === undefined || check(term) === isTrue) found[field] = value
  }
  for (const [field, question] of [
    ['painNow', 'painNow'],
    ['age', 'age'],
    ['weeks', 'weeks'],
  ] as const) {
    const answer = answers[question]
    if (typeof answer === 'number' || answer === notSure) found[field] = answer
  }
  if (Array.isArray(answers.fxRisk) && !('thinBones' in found)) found.thinBones = 'no'
  if (answers.duration !== undefined && !('overThreeMonths' in found)) found.overThreeMonths = 'no'
  const place = answers.place
  if (Array.isArray(place) && !place.includes('midBack') && !place.includes(notSure)) found.midBack = 'no'
  const illness = illnessFrom(answers)
  if (illness) found.illness = illness
  const health = healthFrom(answers)
  if (health.length > 0) found.health = health
  const skin = skinFrom(answers)
  if (skin.length > 0) found.skin = skin
  return asProfile(found)
}

interface IllnessItem {
  readonly item: string
  /** What shows that it is true. */
  readonly when: Condition
  /** What shows that it was asked. */
  readonly asked: string
  /** Unless this term of the check is surely not so: the check has cleared the sign. */
  readonly unless?: string
}

const illnessItems: readonly IllnessItem[] = [
  {
    item: 'fever',
    when: maybeOf('B2'),
    asked: 'B2',
    unless: 'FEVER',
  },
  { item: 'rash', when: maybeOf('G4'), asked: 'G4' },
  { item: 'legClot', when: maybeOf('C4'), asked: 'C4' },
  // A cancer that could be in a bone: any past one except a removed skin cancer, unless it is said not to be in the bones.
  { item: 'boneCancer', when: maybeOf('F1'), asked: 'F1', unless: 'CAHX' },
  {
    item: 'newInjury',
    when: {
      any: [
        all(is('startAfter', 'fall', 'jolt', notSure), is('injuryWhen', 'last7', notSure)),
        maybeOf('E1'),
        maybeOf('E5'),
      ],
    },
    asked: 'startAfter',
  },
  { item: 'sickle', when: maybeOf('I11'), asked: 'I11' },
]

/** The illness ticks, or nothing when one of them was never asked and none of them is true. */
function illnessFrom(answers: Answers): Ticks | undefined {
  const check = termsOf(answers)
  const items = illnessItems
    .filter(({ when, unless }) => holds(when, answers) && (unless === undefined || check(unless) !== isFalse))
    .map(({ item }) => item)
  const complete = illnessItems.every(({ asked }) => answers[asked] !== undefined)
  if (complete) return items
  return items.length > 0 ? [...items, notSure] : undefined
}

/** Health ticks that the check knows. They are added to what the person ticks, never instead of it. */
function healthFrom(answers: Answers): Ticks {
  const items: string[] = []
  if (holds(maybeOf('E7'), answers)) items.push('fusion')
  // Records kept before B5 asked about 3 months name an earlier procedure among the risks of infection.
  if (holds({ any: [maybeOf('B5'), ticked('infRisk', 'procedure')] }, answers)) items.push('surgery')
  return items
}

/** Skin ticks that the check knows: lasting numbness, and a knock that may be fresh. */
function skinFrom(answers: Answers): Ticks {
  const items: string[] = []
  if (holds(maybeOf('I12'), answers)) items.push('numb')
  if (holds(maybeOf('E5'), answers)) items.push('newBruise')
  return items
}

/** The questions still to ask: not answered by the check, or lists to which the person may add. */
export function questionsToAsk(known: PartialProfile): readonly Question[] {
  const addTo = ['health', 'skin']
  const answers: Answers = { ...known }
  return profileQuestions.filter((question) => {
    const { id } = question
    if (id === 'painNow') return true
    if (known[id] !== undefined && !addTo.includes(id)) return false
    return !('askWhen' in question) || holds(question.askWhen, { ...answers, ...pending(question.askWhen, answers) })
  })
}

/** While a question that `askWhen` looks at is still open, it counts as not sure, so that its follower is asked. */
function pending(when: Condition, answers: Answers): Answers {
  return 'q' in when && answers[when.q] === undefined ? { [when.q]: notSure } : {}
}

/**
 * A full profile from what was answered and what the check knows.
 * The check wins where both speak (it is the safety record), except for pain, which is asked again now, and for walking
 * that has become worse since.
 * Tick-lists are joined: nothing the check knows can be un-ticked. Missing answers become `notSure`.
 */
export function fullProfile(given: PartialProfile, answers: Answers): ReliefProfile {
  const fromCheck = profileFromAnswers(answers)
  let profile: ReliefProfile = {
    ...unknownProfile,
    ...given,
    ...fromCheck,
    ...(given.painNow !== undefined && { painNow: given.painNow }),
    walk: worseWalk(given.walk, fromCheck.walk),
    health: joined(given.health, fromCheck.health),
    skin: joined(given.skin, fromCheck.skin),
  }
  for (const { id, askWhen } of asOfferedLater) {
    const answered = given[id] !== undefined || fromCheck[id] !== undefined
    if (!answered && !holds(askWhen, profile)) profile = { ...profile, [id]: whenNotAsked[id] }
  }
  return profile
}

/** The worst first. */
const walks = ['cannot', 'help', notSure, 'can'] as const satisfies readonly ReliefProfile['walk'][]

const worseWalk = (...told: readonly (ReliefProfile['walk'] | undefined)[]): ReliefProfile['walk'] =>
  walks.find((walk) => told.includes(walk)) ?? unknownProfile.walk

/** What a question that did not apply stands for. Only questions with an `askWhen` that a full profile can fail. */
const whenNotAsked = { weeks: 0, legSide: notSure, pelvic: 'no', heavyLegs: 'no' } as const
const asOfferedLater = profileQuestions.flatMap((question) => {
  const { id } = question
  return isKeyOf(whenNotAsked, id) && 'askWhen' in question ? [{ id, askWhen: question.askWhen }] : []
})

/** Both lists as one. A list that was never answered leaves the rest not known. */
function joined(given: Ticks | undefined, fromCheck: Ticks | undefined): Ticks {
  return [...new Set([...(given ?? [notSure]), ...(fromCheck ?? [])])]
}

/**
 * A profile from untrusted data (a form, an old record, a file). Unknown fields and values are dropped, so they end up on
 * the careful side; nothing here can throw.
 */
export function parseProfile(data: unknown): PartialProfile {
  if (typeof data !== 'object' || data === null) return {}
  const fields: Readonly<Record<string, unknown>> = { ...data }
  const found: Record<string, Answer> = {}
  for (const question of profileQuestions) {
    const answer = parseAnswer(question, fields[question.id])
    if (answer !== undefined) found[question.id] = answer
  }
  return asProfile(found)
}

// Each answer is one that its field can have: it was read by that field's own question.
const asProfile = (found: Readonly<Record<string, Answer>>) => found as PartialProfile

function parseAnswer(question: Question, raw: unknown): Answer | undefined {
  const values = profileValues(question)
  if (question.kind === 'number') {
    if (raw === notSure) return raw
    const fits = typeof raw === 'number' && Number.isInteger(raw) && raw >= question.min && raw <= question.max
    return fits ? raw : undefined
  }
  if (question.kind === 'ticks') {
    if (!Array.isArray(raw)) return undefined
    const ticks = [...new Set(raw.filter((value) => isOneOf(values, value)))]
    // A list with something unreadable in it is not a list of everything that is true.
    return ticks.length === new Set(raw).size ? ticks : [...new Set([...ticks, notSure])]
  }
  return typeof raw === 'string' && values.includes(raw) ? raw : undefined
}
