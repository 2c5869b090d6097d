/**
 * Who may take which painkiller: one verdict for each of four medicines, with the reasons (evidence.md §4.2–4.4).
 * Pure. Takes the strictest of all rows that apply: NO over ASK over OK.
 * Never: suggests codeine, gives a dose under 16 or at an unknown age, shows anything at emergency, or lets a missing
 * answer count as "no".
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { DoseAdvice, GradedStatement, Statement } from './advice.ts'
import {
  codeineFacts,
  doses,
  effects,
  ibuprofenFrom16To17,
  paracetamolIsFallback,
  pregnantFrom28,
  temperatureFirst,
  together,
} from './advice.ts'
import { type ConditionId, gateItems, type Replies, type Reply } from './conditions.ts'
import { ages, ibuprofenMostDays, knownWeightKg, lowWeightKg, pregnancy, warfarinParacetamolDays } from './limits.ts'
import {
  type Medicine,
  medicines,
  type RowId,
  rowById,
  stricter,
  type TableRow,
  type Verdict,
  verdicts,
} from './table.ts'
import type { ToldRow } from './told-in-check.ts'

/** What a person told the gate. Whatever is missing counts as "not sure". */
export interface MedicineProfile {
  readonly replies: Replies
  /** What the check was told. Its rows stand beside those of the gate: neither lowers the other. */
  readonly told?: readonly ToldRow[]
  /** Years. Not a number from 0 to 120: unknown, and then no dose is shown. */
  readonly ageYears?: number | 'notSure'
  /** Kilograms. Under 50 counts as the tick "less than 50 kg". */
  readonly weightKg?: number | 'notSure'
  /** Whole weeks now; the caller moves it on as time passes. Unknown while pregnant: the stricter row. */
  readonly pregnancyWeeks?: number | 'notSure'
  /** Days in a row, this one included, from `daysInARow` of the tally. */
  readonly ibuprofenDays?: number
  readonly paracetamolDays?: number
}

/** Where the person stands in the check. `notChecked`: no finished, fresh check, so nothing is offered. */
export interface MedicineContext {
  readonly level: 'self-care' | 'soon' | 'urgent' | 'emergency' | 'notChecked'
  /** Any counted yes in A1–A3 (saddle, bladder, bowel). Missing counts as "not sure", and that as yes. */
  readonly saddleBladderBowel?: Reply
  /** Too much of a medicine was taken, or may have been, and nobody has seen to it: then nothing is offered at all. */
  readonly tooMuch?: boolean
}

/** Why a verdict is not OK. `row` names the table row, or the rule above the table. */
export interface Reason {
  readonly row:
    | RowId
    | 'emergency'
    | 'tooMuch'
    | 'urgent'
    | 'notChecked'
    | 'gateUnanswered'
    | 'saddleBladderBowel'
    | 'neverSuggested'
  readonly verdict: Exclude<Verdict, 'ok'>
  readonly text: string
  /** True if it applies because the person was not sure or did not answer. */
  readonly notSure: boolean
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

/** What one medicine comes to for this person: the strictest verdict, and every reason for it. */
export interface MedicineAssessment {
  readonly verdict: Verdict
  /** Strictest first. Empty only if the verdict is OK. */
  readonly reasons: readonly Reason[]
  /** What to keep in mind. At the urgent level the temperature comes first. */
  readonly remarks: readonly Statement[]
  readonly effect: GradedStatement
  /** Only if the verdict is OK; never for codeine. */
  readonly dose?: DoseAdvice
}

/** What each shop painkiller comes to for this person (evidence.md §4.3). */
export interface Assessment {
  readonly medicines: Readonly<Record<Medicine, MedicineAssessment>>
  /** Present only if ibuprofen and paracetamol are both OK and the person is an adult of 18 or over. */
  readonly together?: Statement
  /** Items that nobody answered; the page can ask these again. */
  readonly unanswered: readonly ConditionId[]
}

/** The verdict on each medicine for this person now. Never throws; nonsense numbers count as unknown. */
export function assessMedicines(profile: MedicineProfile, context: MedicineContext): Assessment {
  const rows = rowsFor(profile)
  const assess = (medicine: Medicine) => assessOne(medicine, rows, profile, context)
  const results = {
    ibuprofen: assess('ibuprofen'),
    nsaidGel: assess('nsaidGel'),
    paracetamol: assess('paracetamol'),
    codeine: assess('codeine'),
  }
  const age = knownAge(profile)
  const bothOk = results.ibuprofen.verdict === 'ok' && results.paracetamol.verdict === 'ok'
  return {
    medicines: results,
    ...(bothOk && age !== undefined && age >= ages.codeineFrom ? { together } : {}),
    unanswered: gateItems.filter((item) => !gateReply(item, profile)).map(({ id }) => id),
  }
}

/** A row that applies, for sure or because the person was not sure. */
export interface ActiveRow {
  readonly row: TableRow
  readonly notSure: boolean
  /** What "not sure" means here; see `GateItem.whenNotSure`. */
  readonly whenNotSure: 'no' | 'ask'
  /** Words after "not sure about". */
  readonly short: string
  /** True if it is the check that told it: then the reason says so, in the words of the check. */
  readonly inCheck?: true
}

/** Every row of the table that applies to this person: those of the gate, of the numbers, and of the check. */
export function rowsFor(profile: MedicineProfile): readonly ActiveRow[] {
  return [...gateRows(profile), ...numberRows(profile), ...toldRows(profile)]
}

function active(id: RowId, reply: Reply, whenNotSure: 'no' | 'ask' = 'ask', short = ''): readonly ActiveRow[] {
  const row = rowById.get(id)
  if (!row) throw new Error(`no table row ${id}`)
  return reply === 'no' ? [] : [{ row, notSure: reply === 'notSure', whenNotSure, short }]
}

function gateRows(profile: MedicineProfile): readonly ActiveRow[] {
  const reply = (id: ConditionId) => replyTo(id, profile)

  return [
    ...gateItems.flatMap((item) => active(rowIdOf(item.id, profile), reply(item.id), item.whenNotSure, item.short)),
    ...active(
      'tripleWhammy',
      bothOf(reply('aceInhibitorOrArb'), reply('diuretic')),
      'ask',
      'taking these two tablets together',
    ),
  ]
}

function numberRows(profile: MedicineProfile): readonly ActiveRow[] {
  const age = knownAge(profile)
  const ageRow = age === undefined ? 'ageUnknown' : ageRowFor(age)
  const mostDays = age !== undefined && age < ages.codeineFrom ? ibuprofenMostDays.from16To17 : ibuprofenMostDays.adult
  return [
    ...(ageRow ? active(ageRow, 'yes') : []),
    ...((profile.ibuprofenDays ?? 0) > mostDays ? active('ibuprofenForTooLong', 'yes') : []),
    ...((profile.paracetamolDays ?? 0) > warfarinParacetamolDays
      ? active('warfarinAndDailyParacetamol', replyTo('warfarin', profile), 'ask', 'warfarin')
      : []),
  ]
}

function toldRows(profile: MedicineProfile): readonly ActiveRow[] {
  return (profile.told ?? []).flatMap(({ id, reply, short }) => {
    const whenNotSure = gateItems.find((item) => item.id === id)?.whenNotSure
    return active(rowIdOf(id, profile), reply, whenNotSure, short).map((row) => ({ ...row, inCheck: true as const }))
  })
}

/** A pregnancy is one answer and two rows. */
const rowIdOf = (id: ToldRow['id'], profile: MedicineProfile): RowId => (id === 'pregnant' ? pregnancyRow(profile) : id)

/** What a row says of a medicine for a person who is sure, or not sure, that it applies. */
export function verdictOf({ row, notSure, whenNotSure }: ActiveRow, medicine: Medicine): Verdict {
  const cell = row.cells[medicines.indexOf(medicine)]
  if (cell === undefined) throw new Error(`no column for ${medicine}`)
  // A row that leaves the medicine OK even on "yes" cannot bar it on "not sure".
  return notSure && cell !== 'ok' ? whenNotSure : cell
}

function assessOne(
  medicine: Medicine,
  rows: readonly ActiveRow[],
  profile: MedicineProfile,
  context: MedicineContext,
): MedicineAssessment {
  const effect = effects[medicine]
  const closed = closedReason(medicine, profile, context)
  if (closed && closed.row !== 'urgent') return { verdict: 'notOffered', reasons: [closed], remarks: [], effect }

  const reasons = oncePerRow(
    [...rows.flatMap((active) => reasonFrom(active, medicine)), ...codeineReasons(medicine, context)].sort(
      (one, other) => verdicts.indexOf(other.verdict) - verdicts.indexOf(one.verdict),
    ),
  )
  const verdict = reasons.reduce<Verdict>((worst, reason) => stricter(worst, reason.verdict), 'ok')

  // At urgent only paracetamol, and only when the table leaves it OK.
  if (closed || (context.level === 'urgent' && verdict !== 'ok')) {
    return { verdict: 'notOffered', reasons: [closed ?? urgentReason, ...reasons], remarks: [], effect }
  }
  const remarks = remarksFor(medicine, rows, profile, context, verdict)
  const dose = verdict === 'ok' && medicine !== 'codeine' ? doseFor(medicine, profile) : undefined
  return { verdict, reasons, remarks, effect, ...(dose ? { dose } : {}) }
}

/** The gate and the check may both have told of a row: the stricter of the two is reason enough. */
const oncePerRow = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter((reason, at) => reasons.findIndex(({ row }) => row === reason.row) === at)

const rule = { notSure: false, sources: ['unclench-design'], tag: 'C' } as const

const urgentReason: Reason = {
  ...rule,
  row: 'urgent',
  verdict: 'notOffered',
  text: 'You need to speak to someone today. Ask them about painkillers when you ring.',
}

/** A rule above the table that shows nothing of this medicine, or undefined. */
function closedReason(
  medicine: Medicine,
  profile: MedicineProfile,
  { level, tooMuch }: MedicineContext,
): Reason | undefined {
  if (tooMuch)
    return {
      ...rule,
      row: 'tooMuch',
      verdict: 'notOffered',
      text: 'You may have taken too much already. Take no more, and get help first.',
    }
  switch (level) {
    case 'emergency':
      return { ...rule, row: 'emergency', verdict: 'notOffered', text: 'Get help first. We show no medicines now.' }
    case 'notChecked':
      return {
        ...rule,
        row: 'notChecked',
        verdict: 'notOffered',
        text: 'Finish the check first. Then we can show medicines.',
      }
    case 'urgent':
    case 'soon':
    case 'self-care':
      if (!Object.values(profile.replies).some(Boolean)) {
        return {
          ...rule,
          row: 'gateUnanswered',
          verdict: 'notOffered',
          text: 'First, go through the safety questions.',
        }
      }
      return level === 'urgent' && medicine !== 'paracetamol' ? urgentReason : undefined
    default:
      throw new Error(`unhandled ${level satisfies never}`)
  }
}

function reasonFrom(active: ActiveRow, medicine: Medicine): readonly Reason[] {
  const verdict = verdictOf(active, medicine)
  if (verdict === 'ok') return []
  const { row, notSure, short, inCheck } = active
  const note = row.notes?.[medicine]
  const sure = inCheck ? `You told the check of ${short}.` : row.because
  const unsure = inCheck ? 'In the check you said yes or not sure to' : 'You are not sure about'
  const because = notSure ? `${unsure} ${short}. Have it checked first.` : sure
  const text = note && !notSure ? `${because} ${note}` : because
  return [{ row: row.id, verdict, text, notSure, sources: row.sources, tag: row.tag }]
}

/** What holds for codeine whatever the table says: never better than ASK, and NO with a warning sign of A1–A3. */
function codeineReasons(medicine: Medicine, context: MedicineContext): readonly Reason[] {
  if (medicine !== 'codeine') return []
  const sign = context.saddleBladderBowel ?? 'notSure'
  const neverSuggested: Reason = {
    row: 'neverSuggested',
    verdict: 'ask',
    notSure: false,
    sources: ['nice-ng59', 'unclench-design'],
    tag: 'C',
    text: 'We never suggest codeine. Only a pharmacist or prescriber can say if it fits you.',
  }
  if (sign === 'no') return [neverSuggested]
  return [
    neverSuggested,
    {
      row: 'saddleBladderBowel',
      verdict: 'no',
      notSure: sign === 'notSure',
      sources: ['unclench-design'],
      tag: 'C',
      text: 'Codeine can hide a warning sign in your bladder, bowel or the skin between your legs.',
    },
  ]
}

function remarksFor(
  medicine: Medicine,
  rows: readonly ActiveRow[],
  profile: MedicineProfile,
  context: MedicineContext,
  verdict: Verdict,
): readonly Statement[] {
  const fromRows = rows.flatMap(({ row }) => {
    const texts = [row.remarks?.[medicine], verdict === 'ok' ? row.whenOk?.[medicine] : undefined]
    return texts.flatMap((text) => (text ? [{ text, sources: row.sources, tag: row.tag }] : []))
  })
  const weeks = knownWeeks(profile) ?? pregnancy.last
  const late = weeks >= pregnancy.last && rows.some(({ row, notSure }) => row.id === 'pregnant20' && !notSure)
  const all: readonly Statement[] = [
    ...(medicine === 'paracetamol' && context.level === 'urgent' ? [temperatureFirst] : []),
    ...(medicine === 'paracetamol' && context.level !== 'urgent' && verdict === 'ok' ? [paracetamolIsFallback] : []),
    ...(medicine === 'ibuprofen' && late ? [pregnantFrom28] : []),
    ...fromRows,
    ...(medicine === 'codeine' ? codeineFacts : []),
  ]
  // Two rows can say the same (heart failure and blood pressure): say it once.
  return all.filter((one, index) => all.findIndex((other) => other.text === one.text) === index)
}

function doseFor(medicine: Exclude<Medicine, 'codeine'>, profile: MedicineProfile): DoseAdvice {
  const age = knownAge(profile)
  return medicine === 'ibuprofen' && age !== undefined && age < ages.codeineFrom ? ibuprofenFrom16To17 : doses[medicine]
}

/** The reply that counts for an item: as `givenReply`, and a missing one as "not sure". */
function replyTo(id: ConditionId, profile: MedicineProfile): Reply {
  return givenReply(id, profile) ?? 'notSure'
}

/** The reply to an item with numbers and sub-questions taken in, or undefined if nothing tells. */
export function givenReply(id: ConditionId, profile: MedicineProfile): Reply | undefined {
  const item = gateItems.find((one) => one.id === id)
  if (!item) throw new Error(`no gate item ${id}`)
  return gateReply(item, profile)
}

/** A yes from either the tick or the number wins. */
function gateReply(item: (typeof gateItems)[number], profile: MedicineProfile): Reply | undefined {
  const given = profile.replies[item.id]
  if (given === 'yes') return given
  if (item.id === 'lowWeight') return lowWeightReply(profile.weightKg) ?? given
  // A week without a tick is a contradiction: the worse answer wins.
  if (item.id === 'pregnant' && knownWeeks(profile) !== undefined) return 'yes'
  if (given) return given
  return 'under' in item && replyTo(item.under, profile) === 'no' ? 'no' : undefined
}

function lowWeightReply(weightKg: number | 'notSure' | undefined): Reply | undefined {
  const weight = knownWeightKg(weightKg)
  if (weight === undefined) return undefined
  return weight < lowWeightKg ? 'yes' : 'no'
}

function knownAge({ ageYears }: MedicineProfile): number | undefined {
  return typeof ageYears === 'number' && ageYears >= 0 && ageYears <= ages.highest ? ageYears : undefined
}

function knownWeeks({ pregnancyWeeks }: MedicineProfile): number | undefined {
  return typeof pregnancyWeeks === 'number' && pregnancyWeeks >= 0 && pregnancyWeeks <= pregnancy.longest
    ? pregnancyWeeks
    : undefined
}

/** Under 20 weeks only when the week is known to be; otherwise the stricter row. */
function pregnancyRow(profile: MedicineProfile): 'pregnantUnder20' | 'pregnant20' {
  const weeks = knownWeeks(profile)
  return weeks !== undefined && weeks < pregnancy.second ? 'pregnantUnder20' : 'pregnant20'
}

function ageRowFor(age: number): RowId | undefined {
  if (age < ages.from) return 'under16'
  if (age < ages.codeineFrom) return 'age16To17'
  if (age < ages.older) return undefined
  return age < ages.oldest ? 'age65To74' : 'age75'
}

/** Yes if both are, no if either is no, otherwise not sure. */
function bothOf(one: Reply, other: Reply): Reply {
  if (one === 'no' || other === 'no') return 'no'
  return one === 'yes' && other === 'yes' ? 'yes' : 'notSure'
}
