/**
 * What the check was told, as facts of the medicine room: the one way from answers to rows of the safety table, to the
 * danger signs that bar codeine, and to "too much was taken" (evidence.md §1.I I2, §4.3).
 * Pure. The free text counts as it does in the check: what it raised and nobody settled is not sure.
 * Never: takes anything back. These facts stand beside those of the gate; neither can lower the other.
 *
 * Which answer means which row is our choice [C] wherever the check asks more widely than the row; then the reason shown
 * says what was told, and not what the row says.
 */
import { isOneOf } from '../evidence/closed-sets.ts'
import { inOwnWords } from '../check/own-words.ts'
import { pregnancyUntil } from '../check/questions/about-pain.ts'
import { heardAsNotSure } from '../check/reconcile-free-text.ts'
import { type Answer, type Answers, notSure } from '../check/types.ts'
import { dayMs, type EpochMs } from '../evidence/time.ts'
import type { ConditionId, Reply } from './conditions.ts'
import type { ToldTooMuch } from './too-much-told.ts'

/** A row of the table that the check's answers call for. `weakImmune`: the check asks of more than the rows name. */
export interface ToldRow {
  readonly id: ConditionId | 'weakImmune'
  readonly reply: Exclude<Reply, 'no'>
  /** What was told, in few words. Fits after "You told the check of" and "not sure about". */
  readonly short: string
  /** True if the gate's own tick says the very same, so that it can stand ticked. */
  readonly same: boolean
}

/** One finished check, as it counts here. */
export interface CheckTold {
  readonly answers: Answers
  /** `null`: not known when; then it counts as just now. */
  readonly finishedAt: EpochMs | null
  /** Somebody has cleared the person of what this check found. */
  readonly cleared?: boolean
}

/** Everything that the checks told and that binds the medicine room now. */
export interface Told {
  readonly rows: readonly ToldRow[]
  /** The worst of A1–A3 (saddle, bladder, bowel). An answer that is missing is not sure. */
  readonly saddleBladderBowel: Reply
  /** Each check that told, or may have told, of too much. */
  readonly tooMuch: readonly ToldTooMuch[]
}

/** How an answer calls for a row. `as`: what such an answer counts as, where it only makes the row likely. */
interface Link {
  readonly question: string
  readonly values: readonly string[]
  readonly id: ToldRow['id']
  readonly short: string
  readonly as?: 'notSure'
  readonly same?: true
  /** "Not sure" of the whole list does not mean this one (evidence.md §2.3: it means the weaker group). The gate asks. */
  readonly strong?: true
}

const yes = ['yes'] as const

/** Every answer of the check that the safety table knows of. "Not sure" counts as not sure, but for `strong`. */
export const links: readonly Link[] = [
  { question: 'I1', values: yes, id: 'bloodThinner', short: 'a blood thinner, or that you bleed with ease' },
  { question: 'I11', values: yes, id: 'sickleCell', short: 'sickle cell disease', same: true },
  {
    question: 'pregnancy',
    values: ['pregnant', 'maybe'],
    id: 'pregnant',
    short: 'being pregnant, or that you could be',
    same: true,
  },
  {
    question: 'G4',
    values: yes,
    id: 'chickenpoxOrShingles',
    short: 'burning skin on one side, then spots or blisters',
  },
  { question: 'infRisk', values: ['drinking'], id: 'alcohol', short: 'heavy drinking', same: true },
  { question: 'infRisk', values: ['liver'], id: 'liver', short: 'liver disease', same: true },
  { question: 'infRisk', values: ['immune'], id: 'weakImmune', short: 'a weak immune system', strong: true },
  {
    question: 'infRisk',
    // One tick for both, and which it is nobody told: "not sure" of the kidneys is NO for ibuprofen, and paracetamol is asked about.
    values: ['line'],
    id: 'kidney',
    short: 'dialysis, or a long-term line or catheter',
    strong: true,
  },
  { question: 'infRisk', values: ['injects'], id: 'drugDependence', short: 'injecting drugs', strong: true },
  { question: 'steroids', values: yes, id: 'steroids', short: 'steroid tablets', same: true },
  { question: 'fxRisk', values: ['thin'], id: 'lowWeight', short: 'a very low body weight' },
  { question: 'kidney', values: ['oneKidney'], id: 'kidney', short: 'one working kidney', same: true },
  { question: 'kidney', values: ['noFluids'], id: 'dehydrated', short: 'not keeping drinks down' },
  { question: 'D1', values: yes, id: 'dehydrated', short: 'tummy pain or being sick', as: 'notSure' },
  { question: 'D1.kind', values: ['cantStop', 'steroidSick'], id: 'dehydrated', short: 'being sick' },
  { question: 'D1.kind', values: ['steroidSick'], id: 'steroids', short: 'steroid tablets', same: true },
  { question: 'D1.kind', values: ['yellow'], id: 'liver', short: 'yellow skin or eyes', as: 'notSure' },
  { question: 'D2', values: yes, id: 'ulcer', short: 'black poo, or being sick with blood' },
  { question: 'A2.kind', values: ['usual'], id: 'slowStream', short: 'a leak or prostate trouble', as: 'notSure' },
  { question: 'A3.kind', values: ['constipated'], id: 'constipation', short: 'constipation', same: true },
  { question: 'C7', values: yes, id: 'heartOrCirculation', short: 'calf cramp on walking', as: 'notSure' },
  { question: 'I2', values: ['overParacetamol'], id: 'alreadyParacetamol', short: 'too much paracetamol' },
  { question: 'I2', values: ['overOther'], id: 'alreadyNsaid', short: 'too much ibuprofen or codeine', as: 'notSure' },
  // Tablets with codeine hold paracetamol or ibuprofen too.
  {
    question: 'I2',
    values: ['overOther'],
    id: 'alreadyParacetamol',
    short: 'too much ibuprofen or codeine',
    as: 'notSure',
  },
  { question: 'I2', values: ['onPurpose'], id: 'alreadyParacetamol', short: 'too much of a medicine', as: 'notSure' },
  { question: 'I2', values: ['onPurpose'], id: 'alreadyNsaid', short: 'too much of a medicine', as: 'notSure' },
  { question: 'I2.risk', values: ['liver'], id: 'liver', short: riskOfLiver(), as: 'notSure' },
  { question: 'I2.risk', values: ['liver'], id: 'alcohol', short: riskOfLiver(), as: 'notSure' },
  { question: 'I2.risk', values: ['liver'], id: 'eatingDisorder', short: riskOfLiver(), as: 'notSure' },
  { question: 'I2.risk', values: ['light'], id: 'lowWeight', short: 'weighing less than 50 kg', same: true },
  { question: 'I2.risk', values: ['medicines'], id: 'liverMedicines', short: 'a medicine that works on the liver' },
  { question: 'I2.risk', values: ['unwell'], id: 'dehydrated', short: 'feeling sick, or tummy pain', as: 'notSure' },
  { question: 'I2.risk', values: ['drowsy'], id: 'slowBreathing', short: 'feeling drowsy, or slow breaths' },
]

function riskOfLiver(): string {
  return 'liver disease, heavy drinking, an eating disorder or a pregnancy'
}

/** The facts of one check. A question that was not asked tells nothing, but for A1–A3. */
export function toldInCheck({ answers, finishedAt }: CheckTold, now: EpochMs): Told {
  const counted = heardAsNotSure(answers)
  const rows = links.flatMap((link): ToldRow | [] => {
    const reply = replyOf(counted[link.question], link.values)
    const { id, short, as, same = false, strong = false } = link
    if (reply === 'no' || (strong && reply === 'notSure')) return []
    return { id, short: inOwnWords(short, counted), same, reply: reply === 'yes' ? (as ?? 'yes') : reply }
  })
  const signs = [counted.A1, counted.A2, counted.A3]
  return {
    rows: eachOnce(rows),
    saddleBladderBowel: signs.includes('yes') ? 'yes' : signs.every((sign) => sign === 'no') ? 'no' : 'notSure',
    tooMuch: tooMuchIn(counted, finishedAt ?? now),
  }
}

/** For how long what one check was told is held against a later one that leaves it out, ms: as long as a check is good. */
const heldMs = dayMs

/**
 * The facts of several checks together: what any of them told within 24 hours stands (evidence.md §2.3, the worse of two
 * answers counts), and too much of a medicine until somebody has seen to it.
 *
 * @param standing the check that the pages stand on; it counts whatever its age
 * @param others   the last result of each other check
 */
export function toldInChecks(standing: CheckTold | null, others: readonly CheckTold[], now: EpochMs): Told {
  const first = standing ? [standing] : []
  // "Not older", so that a time in the future or one that is broken counts.
  const fresh = others.filter(({ finishedAt }) => finishedAt === null || !(finishedAt <= now - heldMs))
  const binding = [...first, ...fresh].map((check) => toldInCheck(check, now))
  const signs = binding.map(({ saddleBladderBowel }) => saddleBladderBowel)
  return {
    rows: eachOnce(binding.flatMap(({ rows }) => rows)),
    saddleBladderBowel: signs.includes('yes')
      ? 'yes'
      : signs.length === 0 || signs.includes('notSure')
        ? 'notSure'
        : 'no',
    tooMuch: [...first, ...others].flatMap((check) =>
      toldInCheck(check, now).tooMuch.map((one) => (check.cleared ? { ...one, settled: true as const } : one)),
    ),
  }
}

/** Nobody is asked about pregnancy whom the check did not ask: people born male, and from 61. evidence.md §1.0. */
export function skipsPregnancy(answers: Answers): boolean {
  return answers.sex === 'male' || (typeof answers.age === 'number' && answers.age >= pregnancyUntil)
}

/** What an answer says of these values. Not asked, and none of them, is "no". */
function replyOf(answer: Answer | undefined, values: readonly string[]): Reply {
  const given: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  if (given.some((value) => isOneOf(values, value))) return 'yes'
  return given.includes(notSure) ? 'notSure' : 'no'
}

/** Each row once with each reply. */
const eachOnce = (rows: readonly ToldRow[]): readonly ToldRow[] =>
  rows.filter((row, at) => rows.findIndex(({ id, reply }) => id === row.id && reply === row.reply) === at)

/** What I2 and its clarifiers told of too much; nothing for "within the packet's limits". */
function tooMuchIn(answers: Answers, at: EpochMs): readonly ToldTooMuch[] {
  const risk = (value: string): Reply =>
    answers['I2.risk'] === undefined ? 'notSure' : replyOf(answers['I2.risk'], [value])
  const sure = (answer: Answer | undefined): Reply => (answer === 'yes' || answer === 'no' ? answer : 'notSure')
  const base = { at, drowsy: risk('drowsy') }
  switch (answers.I2) {
    case undefined:
    case 'within':
      return []
    case 'onPurpose':
      return [{ ...base, what: 'onPurpose', drowsy: 'no' }]
    case 'overOther':
      return [{ ...base, what: 'other' }]
    case 'overParacetamol':
      return [
        {
          ...base,
          what: 'paracetamol',
          perKg: sure(answers['I2.perKg']),
          days: risk('days'),
          liver: risk('liver'),
          light: risk('light'),
          medicines: risk('medicines'),
          unwell: risk('unwell'),
        },
      ]
    default:
      // Not sure, or a value of another build: the amount is not known.
      return [{ ...base, what: 'unknown', mayBeOver: sure(answers['I2.maybe']), drowsy: 'no' }]
  }
}
