/**
 * The shop-medicine safety table: which condition or medicine makes which painkiller OK, ASK or NO (evidence.md §4.3).
 * Pure data. Read by `assess.ts`, which decides which rows apply and takes the worst.
 * Never: gives a dose (that is `advice.ts`), or asks anything (that is `conditions.ts`).
 *
 * `cells` are in the order of the columns of the evidence table: ibuprofen, gel, paracetamol, codeine.
 * A pharmacist must check every row before release; so the tags are K unless a row was seen in an original.
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'
import type { ConditionId } from './conditions.ts'

/** `ibuprofen`: any anti-inflammatory by mouth. `codeine`: shop products with codeine or dihydrocodeine. */
export type Medicine = 'ibuprofen' | 'nsaidGel' | 'paracetamol' | 'codeine'

/** In the order of the columns, and of the screen. */
export const medicines = ['ibuprofen', 'nsaidGel', 'paracetamol', 'codeine'] as const satisfies readonly Medicine[]

/** `notOffered`: the app shows neither dose nor advice to take it; the person gets help another way. */
export type Verdict = 'ok' | 'ask' | 'no' | 'notOffered'

/** Mildest to strictest: the index is the rank, and the strictest wins. */
export const verdicts = ['ok', 'ask', 'no', 'notOffered'] as const satisfies readonly Verdict[]

/** The stricter of two verdicts. */
export const stricter = (one: Verdict, other: Verdict): Verdict =>
  verdicts.indexOf(one) >= verdicts.indexOf(other) ? one : other

/** Rows that follow from numbers or from two items together, not from one tick. */
export type DerivedRowId =
  | 'under16'
  | 'ageUnknown'
  | 'age16To17'
  | 'age65To74'
  | 'age75'
  | 'pregnantUnder20'
  | 'pregnant20'
  | 'tripleWhammy'
  | 'warfarinAndDailyParacetamol'
  | 'weakImmune'
  | 'ibuprofenForTooLong'

/** `pregnant` is one tick and two rows, by weeks. Constipation is not a row of the table but a rule above it. */
export type RowId = Exclude<ConditionId, 'pregnant'> | DerivedRowId

/** One row of evidence.md §4.3. */
export interface TableRow {
  readonly id: RowId
  /** Verdicts for ibuprofen, gel, paracetamol, codeine. */
  readonly cells: readonly [Verdict, Verdict, Verdict, Verdict]
  /** Plain words for the person: why this row applies. */
  readonly because: string
  /** Added to the reason where the cell is not OK. */
  readonly notes?: Readonly<Partial<Record<Medicine, string>>>
  /** Shown with the medicine whenever the row applies, even if the cell is OK. */
  readonly remarks?: Readonly<Partial<Record<Medicine, string>>>
  /** How to take it. Shown only if the verdict is OK: beside "ask" or "no" it would read as leave to take it. */
  readonly whenOk?: Readonly<Partial<Record<Medicine, string>>>
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const licence = ['product-licences', 'bnf'] as const satisfies readonly SourceId[]
const basic = { sources: licence, tag: 'K' } as const
const design = { sources: ['unclench-design', 'product-licences'], tag: 'C' } as const

const bleeds = 'Ibuprofen can cause bleeding.'
const moreBleeding = 'Together they can cause bleeding.'
const kidneys = 'Ibuprofen can harm the kidneys.'
const untilAllowed = 'Only if the doctor who looks after this says yes.'
const drowsy = 'Codeine can make you drowsy and slow your breathing.'
const notFizzy = 'Do not use fizzy or soluble tablets. They can hold a lot of salt (sodium).'
const lowestDose = 'Take the lowest dose that helps, for the shortest time.'
const pregnantGel = 'A gel is an anti-inflammatory too.'
const thinBlood = {
  cells: ['no', 'ask', 'ok', 'ask'],
  notes: { ibuprofen: bleeds },
  sources: ['bnf', 'nhs-ibuprofen'],
  tag: 'K',
} as const

/** The rows, in the groups of evidence.md §4.3. */
export const tableRows = [
  // Allergy
  {
    id: 'nsaidAllergy',
    cells: ['no', 'no', 'ok', 'ok'],
    ...basic,
    because: 'You have had a reaction to aspirin, ibuprofen or a medicine like them.',
  },
  {
    id: 'paracetamolOrCodeineAllergy',
    cells: ['ok', 'ok', 'no', 'no'],
    ...basic,
    because: 'You have had a reaction to paracetamol or codeine.',
  },
  // Stomach and bowel
  {
    id: 'ulcer',
    cells: ['no', 'ask', 'ok', 'ask'],
    sources: ['nhs-ibuprofen', 'product-licences'],
    tag: 'K',
    because: 'You have, or have had, an ulcer, bleed or hole in the stomach or gut.',
    notes: { ibuprofen: bleeds, codeine: 'Codeine can cause constipation.' },
  },
  {
    id: 'indigestion',
    cells: ['ask', 'ok', 'ok', 'ask'],
    ...basic,
    because: 'You often have indigestion or acid reflux.',
  },
  {
    id: 'stomachRiskTablets',
    cells: ['ask', 'ok', 'ok', 'ask'],
    ...basic,
    because: 'You take a bone tablet like alendronic acid, or nicorandil.',
  },
  {
    id: 'inflamedBowel',
    cells: ['ask', 'ask', 'ok', 'ask'],
    ...basic,
    because: "You have Crohn's disease or colitis.",
  },
  {
    id: 'dehydrated',
    cells: ['no', 'ask', 'ok', 'ask'],
    ...basic,
    notes: { ibuprofen: kidneys },
    because: 'You are low on fluid, being sick or have diarrhoea, or you have a fever and hardly eat or drink.',
  },
  {
    id: 'constipation',
    cells: ['ok', 'ok', 'ok', 'no'],
    ...design,
    because: 'You are constipated now.',
    notes: { codeine: 'Codeine makes it worse, and that can hide a warning sign in your bladder or bowel.' },
  },
  // Heart, blood pressure and blood
  {
    id: 'heartFailure',
    cells: ['no', 'ask', 'ok', 'ask'],
    ...basic,
    because: 'You have heart failure.',
    remarks: { paracetamol: notFizzy },
  },
  {
    id: 'heartOrCirculation',
    cells: ['no', 'ask', 'ok', 'ask'],
    ...basic,
    notes: { ibuprofen: untilAllowed },
    because: 'You have, or have had, heart trouble, a stroke, a mini-stroke or poor blood flow in the legs.',
  },
  {
    id: 'pressureControlled',
    cells: ['ask', 'ok', 'ok', 'ok'],
    ...basic,
    because: 'You have high blood pressure.',
    remarks: { paracetamol: notFizzy },
  },
  {
    id: 'pressureNotControlled',
    cells: ['no', 'ask', 'ok', 'ok'],
    ...basic,
    because: 'Your blood pressure is not controlled.',
    remarks: { paracetamol: notFizzy },
  },
  { id: 'bleedingDisorder', ...thinBlood, because: 'You have a bleeding disorder.' },
  // Kidneys and liver
  {
    id: 'kidney',
    cells: ['no', 'ask', 'ask', 'no'],
    ...basic,
    notes: { ibuprofen: kidneys },
    because: 'Your kidneys do not work fully, or you have one kidney.',
  },
  { id: 'liver', cells: ['no', 'ask', 'ask', 'no'], ...basic, because: 'You have liver disease.' },
  {
    id: 'liverSevere',
    cells: ['no', 'ask', 'no', 'no'],
    ...basic,
    because: 'Your liver disease is severe, or is cirrhosis.',
  },
  {
    id: 'alcohol',
    cells: ['ask', 'ok', 'ask', 'no'],
    ...basic,
    because: 'You drink more than 14 units of alcohol most weeks, binge, or find it hard to stop.',
  },
  // Lungs
  { id: 'asthmaSafe', cells: ['ok', 'ok', 'ok', 'ask'], ...basic, because: 'You have asthma.' },
  {
    id: 'asthmaUntried',
    cells: ['ask', 'ask', 'ok', 'ask'],
    ...basic,
    because: 'You have asthma that is severe, or have polyps in the nose, or have not tried ibuprofen before.',
    notes: { ibuprofen: 'It can set off asthma in some people.', nsaidGel: 'It can set off asthma in some people.' },
  },
  {
    id: 'asthmaWorse',
    cells: ['no', 'no', 'ok', 'ask'],
    ...basic,
    because: 'Ibuprofen, aspirin or a medicine like them made your asthma worse.',
  },
  {
    id: 'slowBreathing',
    cells: ['ask', 'ok', 'ok', 'no'],
    ...basic,
    notes: { codeine: drowsy },
    because: 'You have COPD, sleep apnoea or slow breathing.',
  },
  // Pregnancy
  {
    id: 'pregnantUnder20',
    cells: ['no', 'no', 'ok', 'no'],
    sources: ['mhra-2023-nsaid', 'nhs-ibuprofen', 'nhs-paracetamol'],
    tag: 'K',
    because: 'You are, or could be, pregnant.',
    notes: { ibuprofen: 'Take it only if your doctor or midwife says so.', nsaidGel: pregnantGel },
    whenOk: { paracetamol: lowestDose },
  },
  {
    id: 'pregnant20',
    cells: ['no', 'no', 'ok', 'no'],
    sources: ['mhra-2023-nsaid', 'nhs-paracetamol'],
    tag: 'V',
    because: 'You are 20 weeks pregnant or more, or the week is not known.',
    notes: {
      ibuprofen: 'From week 20 it can harm the baby. The MHRA, which checks medicines in the UK, says avoid it.',
      nsaidGel: pregnantGel,
    },
    whenOk: { paracetamol: lowestDose },
  },
  { id: 'tryingToConceive', cells: ['ask', 'ask', 'ok', 'ask'], ...basic, because: 'You are trying for a baby.' },
  {
    id: 'breastfeeding',
    cells: ['ok', 'ok', 'ok', 'no'],
    ...basic,
    because: 'You are breastfeeding.',
    remarks: { nsaidGel: 'Do not put the gel near the breast.' },
  },
  {
    id: 'babyEarlyOrUnwell',
    cells: ['ask', 'ask', 'ask', 'no'],
    ...basic,
    because: 'The baby you feed was born early or is not well.',
  },
  // Medicines you take
  {
    id: 'warfarin',
    ...thinBlood,
    because: 'You take warfarin.',
    remarks: {
      paracetamol: 'If you need it on more than 3 days in a row, ask first. Your blood test (INR) can change.',
    },
  },
  { id: 'bloodThinner', ...thinBlood, because: 'You take a medicine that thins your blood.' },
  {
    id: 'antiplatelet',
    cells: ['ask', 'ask', 'ok', 'ok'],
    ...basic,
    because: 'You take low-dose aspirin or another medicine that stops clots.',
    notes: { ibuprofen: 'Do not start ibuprofen until you have asked.' },
  },
  {
    id: 'antidepressant',
    cells: ['ask', 'ok', 'ok', 'ask'],
    ...basic,
    because: 'You take an SSRI or SNRI medicine.',
    notes: { ibuprofen: moreBleeding },
  },
  {
    id: 'steroids',
    cells: ['ask', 'ok', 'ok', 'ok'],
    ...basic,
    because: 'You take steroid tablets.',
    notes: { ibuprofen: moreBleeding },
  },
  {
    id: 'aceInhibitorOrArb',
    cells: ['ask', 'ok', 'ok', 'ok'],
    ...basic,
    because: 'You take a tablet whose name ends in -pril or -sartan.',
  },
  { id: 'diuretic', cells: ['ask', 'ok', 'ok', 'ok'], ...basic, because: 'You take a water tablet.' },
  {
    id: 'alreadyNsaid',
    cells: ['no', 'no', 'ok', 'ok'],
    ...basic,
    because: 'You already take ibuprofen or a medicine like it.',
    notes: { ibuprofen: 'Never take two of these at once.' },
  },
  {
    id: 'alreadyParacetamol',
    cells: ['ok', 'ok', 'no', 'no'],
    ...basic,
    because: 'You already take paracetamol or a product with it.',
    notes: {
      paracetamol: 'Never take two paracetamol products at once.',
      codeine: 'These codeine products hold paracetamol too.',
    },
  },
  { id: 'lithium', cells: ['no', 'ask', 'ok', 'ok'], ...basic, because: 'You take lithium.' },
  {
    id: 'methotrexate',
    cells: ['no', 'ask', 'ok', 'ok'],
    ...basic,
    because: 'You take methotrexate.',
    notes: { ibuprofen: 'Ask the team who give it to you.' },
  },
  {
    id: 'ciclosporinOrTacrolimus',
    cells: ['no', 'ask', 'ok', 'ok'],
    ...basic,
    because: 'You take ciclosporin or tacrolimus.',
  },
  {
    id: 'digoxinGliclazideQuinolone',
    cells: ['ask', 'ok', 'ok', 'ok'],
    ...basic,
    because: 'You take digoxin, a diabetes tablet like gliclazide, or a -floxacin antibiotic.',
  },
  // Phenytoin stands in two rows of the evidence table; these are the stricter cells of both.
  {
    id: 'phenytoin',
    cells: ['ask', 'ok', 'ask', 'ask'],
    ...basic,
    because: 'You take phenytoin.',
    notes: { paracetamol: 'The two together can affect the liver.' },
  },
  {
    id: 'liverMedicines',
    cells: ['ok', 'ok', 'ask', 'ask'],
    ...basic,
    because: "You take carbamazepine, phenobarbital, rifampicin, isoniazid or St John's wort.",
    notes: { paracetamol: 'The two together can affect the liver.' },
  },
  {
    id: 'flucloxacillin',
    cells: ['ask', 'ok', 'ask', 'ok'],
    ...basic,
    because: 'You take flucloxacillin, and have kidney or liver trouble or eat poorly.',
  },
  {
    id: 'sedativesOrOpioids',
    cells: ['ok', 'ok', 'ok', 'no'],
    ...basic,
    notes: { codeine: drowsy },
    because: 'You take a tablet to sleep or to calm you, gabapentin, pregabalin, a strong painkiller or an MAOI.',
  },
  {
    id: 'drowsyMedicines',
    cells: ['ok', 'ok', 'ok', 'ask'],
    ...basic,
    notes: { codeine: drowsy },
    because: 'You take a medicine that can make you drowsy.',
  },
  {
    id: 'immuneMedicines',
    cells: ['no', 'ask', 'ask', 'ask'],
    ...basic,
    because: 'You have chemotherapy, a transplant medicine or a biologic.',
    notes: { ibuprofen: 'It can hide a fever.', paracetamol: 'It can hide a fever.' },
  },
  // Other
  { id: 'frail', cells: ['no', 'ask', 'ask', 'no'], ...basic, because: 'You are frail.' },
  {
    id: 'lowWeight',
    cells: ['ask', 'ok', 'ask', 'ask'],
    ...basic,
    because: 'You weigh less than 50 kg.',
    notes: { paracetamol: 'You may need a lower dose.' },
  },
  {
    id: 'eatingDisorder',
    cells: ['ask', 'ok', 'ask', 'ask'],
    ...basic,
    because: 'You have an eating disorder, or do not get enough food.',
    notes: { paracetamol: 'You may need a lower dose.' },
  },
  {
    id: 'noSpleen',
    cells: ['no', 'ask', 'ask', 'ask'],
    ...basic,
    because: 'You have no working spleen.',
    notes: { ibuprofen: 'It can hide a fever.', paracetamol: 'It can hide a fever.' },
  },
  { id: 'sickleCell', cells: ['ask', 'ask', 'ask', 'ask'], ...basic, because: 'You have sickle cell disease.' },
  {
    id: 'lupus',
    cells: ['ask', 'ok', 'ok', 'ok'],
    ...basic,
    because: 'You have lupus or mixed connective tissue disease.',
  },
  {
    id: 'chickenpoxOrShingles',
    cells: ['no', 'no', 'ok', 'ok'],
    ...basic,
    because: 'You have chickenpox or shingles now.',
    notes: { nsaidGel: 'Keep it off the rash.' },
  },
  {
    id: 'operationSoon',
    cells: ['ask', 'ask', 'ok', 'ask'],
    ...basic,
    because: 'You have an operation planned in the next 7 days.',
  },
  {
    id: 'slowStream',
    cells: ['ok', 'ok', 'ok', 'ask'],
    ...basic,
    because: 'You have prostate trouble, or your pee comes slowly.',
    notes: { codeine: 'Codeine can slow it more.' },
  },
  { id: 'epilepsy', cells: ['ok', 'ok', 'ok', 'ask'], ...basic, because: 'You have epilepsy.' },
  {
    id: 'drugDependence',
    cells: ['ok', 'ok', 'ok', 'no'],
    ...basic,
    because: 'You find, or have found, it hard to stop a drug or a medicine.',
    notes: { codeine: 'Codeine can be habit-forming.' },
  },
  // Rows that follow from numbers, or from two items together
  {
    id: 'under16',
    cells: ['notOffered', 'notOffered', 'notOffered', 'no'],
    ...design,
    because: 'You are under 16. Unclench gives no doses under 16. Ask a pharmacist or a doctor, with a parent.',
  },
  {
    id: 'ageUnknown',
    cells: ['notOffered', 'notOffered', 'notOffered', 'no'],
    ...design,
    because: 'We do not know your age. Unclench gives no doses without it.',
  },
  {
    id: 'age16To17',
    cells: ['ok', 'ok', 'ok', 'no'],
    ...basic,
    because: 'You are 16 or 17.',
    whenOk: { ibuprofen: 'Follow the dose on the packet. Take it for at most 3 days unless you have advice.' },
  },
  { id: 'age65To74', cells: ['ask', 'ok', 'ok', 'ask'], ...basic, because: 'You are 65 or over.' },
  { id: 'age75', cells: ['no', 'ask', 'ask', 'no'], ...basic, because: 'You are 75 or over.' },
  {
    id: 'tripleWhammy',
    cells: ['no', 'ask', 'ok', 'ok'],
    sources: ['lapi-2013', 'bnf'],
    tag: 'K',
    because: 'You take both a -pril or -sartan tablet and a water tablet.',
    notes: { ibuprofen: 'Adding ibuprofen to these two can harm the kidneys, most of all in the first 30 days.' },
  },
  {
    id: 'warfarinAndDailyParacetamol',
    cells: ['ok', 'ok', 'ask', 'ok'],
    sources: ['bnf'],
    tag: 'K',
    because: 'You take warfarin, and have taken paracetamol for more than 3 days.',
    notes: { paracetamol: 'Your blood test (INR) can change. Ask the clinic that checks it.' },
  },
  // The check asks of a weak immune system as one: these medicines, no spleen, HIV and steroid tablets.
  {
    id: 'weakImmune',
    cells: ['no', 'ask', 'ask', 'ask'],
    sources: ['product-licences', 'unclench-design'],
    tag: 'C',
    because: 'Your immune system is weak.',
    notes: { ibuprofen: 'It can hide a fever.', paracetamol: 'It can hide a fever.' },
  },
  {
    id: 'ibuprofenForTooLong',
    cells: ['ask', 'ok', 'ok', 'ok'],
    ...basic,
    because: 'You have taken ibuprofen for as many days as is safe without advice.',
  },
] as const satisfies readonly TableRow[]

/** The same rows, by id. */
export const rowById: ReadonlyMap<RowId, TableRow> = new Map(tableRows.map((row) => [row.id, row]))
