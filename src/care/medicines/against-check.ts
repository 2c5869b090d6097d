/**
 * What the painkiller questions were told and the check was told the opposite of. Of two answers the worse counts, whichever
 * came first (evidence.md §2.3): a blood thinner beside a fall, or steroid tablets beside back pain, may raise what the check
 * finds, and does not only change which painkillers are shown.
 * Pure. Never: takes "not sure" there for the opposite, or decides what follows: the check does, when it is done again.
 */
import { checkState } from '../check/check.ts'
import type { Answers, CheckState } from '../check/types.ts'
import type { ConditionId, Replies } from './conditions.ts'

interface Opposite {
  readonly items: readonly ConditionId[]
  /** Fits after "You told us here of". */
  readonly short: string
  /** Did the check hear the opposite? A question that was not asked tells nothing. */
  readonly denied: (answers: Answers) => boolean
  /** The check's answers as the gate tells them, where it matters only if they raise what the check found. */
  readonly as?: (answers: Answers) => Answers
}

const isNo = (id: string) => (answers: Answers) => answers[id] === 'no'
const ticks = (answers: Answers, id: string): readonly string[] | undefined => {
  const answer = answers[id]
  return Array.isArray(answer) ? answer : undefined
}
const unticked = (id: string, value: string) => (answers: Answers) => ticks(answers, id)?.includes(value) === false
const withTick = (id: string, value: string) => (answers: Answers) => ({
  ...answers,
  [id]: [...(ticks(answers, id) ?? []), value],
})

const opposites: readonly Opposite[] = [
  {
    items: ['warfarin', 'bloodThinner', 'bleedingDisorder'],
    short: 'a blood thinner, or a bleeding disorder',
    denied: isNo('I1'),
  },
  {
    items: ['steroids'],
    short: 'steroid tablets',
    denied: (answers) => isNo('steroids')(answers) || answers['steroids.long'] === 'past',
  },
  { items: ['immuneMedicines', 'noSpleen'], short: 'a weak immune system', denied: unticked('infRisk', 'immune') },
  { items: ['sickleCell'], short: 'sickle cell disease', denied: isNo('I11') },
  { items: ['pregnant'], short: 'a pregnancy, or that there could be one', denied: isNo('pregnancy') },
  {
    items: ['alcohol'],
    short: 'heavy drinking',
    denied: unticked('infRisk', 'drinking'),
    as: withTick('infRisk', 'drinking'),
  },
  { items: ['liver'], short: 'liver disease', denied: unticked('infRisk', 'liver'), as: withTick('infRisk', 'liver') },
]

/** In few words, each thing that the gate was told of and that this check was told the opposite of, where it matters. */
export const toldAgainstCheck = (replies: Replies, answers: Answers): readonly string[] =>
  opposites.flatMap(({ items, short, denied, as }) => {
    const told = items.some((item) => replies[item] === 'yes')
    return told && denied(answers) && (!as || raises(answers, as(answers))) ? [short] : []
  })

/** Would the check find more? What is said of safety at home is in no record, so it counts as no here. */
function raises(before: Answers, after: Answers): boolean {
  const [one, other] = [before, after].map((answers) => checkState({ I4: 'no', worry: '', ...answers }))
  return found(one) !== found(other)
}
const found = (state: CheckState | undefined): string =>
  state?.complete ? `${state.level} ${state.movement}` : (state?.atLeast ?? '')
