/**
 * The ask-first gate: what a person is asked before any medicine is shown (evidence.md §4.3, first column).
 * Pure data, and the one function that turns posted ticks into replies. Read by `assess.ts` and the medicine pages.
 * Never: says what follows from an answer (that is `table.ts`).
 *
 * A row of the evidence table that joins several different things (a medicine and an illness) is split into items that
 * people can tick apart. Age, weight and weeks of pregnancy are numbers: `gateNumbers`.
 * Names are generic first, then brands in brackets; they help to recognise a medicine and are not complete [K].
 */
import type { VerificationTag } from '../evidence/grade.ts'
import type { SourceId } from '../evidence/sources.ts'

/** A reply to one item. A missing reply counts as `notSure`. */
export type Reply = 'yes' | 'no' | 'notSure'

/** The groups of the gate: each is one tick-list. */
export type GateGroupId =
  | 'allergy'
  | 'stomach'
  | 'heart'
  | 'kidneyLiver'
  | 'lungs'
  | 'pregnancy'
  | 'medicines'
  | 'other'

/** One thing to tick. */
export interface GateItem {
  readonly id: string
  readonly group: GateGroupId
  /** The words beside the tick-box. */
  readonly tick: string
  /** Few words for reasons and summaries: "a stomach ulcer". Fits after "not sure about". */
  readonly short: string
  /** A plain explanation, where the tick alone may not be clear. */
  readonly help?: string
  /** Names people may know it by. Generic names, brands in brackets. */
  readonly names?: readonly string[]
  /** Asked only when this other item is not "no". While the other is "no", a missing reply here counts as "no". */
  readonly under?: string
  /** What "not sure" means for every medicine that a "yes" would not leave OK. */
  readonly whenNotSure: 'no' | 'ask'
  readonly sources: readonly SourceId[]
  readonly tag: VerificationTag
}

const licence = ['product-licences', 'bnf'] as const satisfies readonly SourceId[]
const basic = { sources: licence, tag: 'K' } as const

/** Everything the gate asks, group by group in screen order: the left column of evidence.md §4.3. */
export const gateItems = [
  // Allergy
  {
    id: 'nsaidAllergy',
    group: 'allergy',
    whenNotSure: 'no',
    ...basic,
    tick: 'Allergy, wheeze, rash or swelling after aspirin, ibuprofen or others like them',
    short: 'an allergy to aspirin or ibuprofen',
    names: ['aspirin', 'ibuprofen (Nurofen)', 'naproxen (Naprosyn)', 'diclofenac (Voltarol)'],
  },
  {
    id: 'paracetamolOrCodeineAllergy',
    group: 'allergy',
    whenNotSure: 'no',
    ...basic,
    tick: 'Allergy to paracetamol or codeine',
    short: 'an allergy to paracetamol or codeine',
    names: ['paracetamol (Panadol, Calpol)', 'codeine', 'co-codamol (Solpadeine)'],
  },
  // Stomach and bowel
  {
    id: 'ulcer',
    group: 'stomach',
    whenNotSure: 'no',
    ...basic,
    tick: 'A stomach or gut ulcer, bleed or hole, now or at any time in the past',
    short: 'a stomach ulcer or bleed',
    help: 'A doctor may have called it a peptic or duodenal ulcer, or a perforation.',
  },
  {
    id: 'indigestion',
    group: 'stomach',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Often: indigestion, heartburn or acid reflux',
    short: 'frequent indigestion',
  },
  {
    id: 'inflamedBowel',
    group: 'stomach',
    whenNotSure: 'ask',
    ...basic,
    tick: "Crohn's disease or ulcerative colitis",
    short: "Crohn's disease or colitis",
  },
  {
    id: 'dehydrated',
    group: 'stomach',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Being sick, diarrhoea, or very dry now; or a fever and hardly eating or drinking',
    short: 'being low on fluid, sick or having diarrhoea',
  },
  {
    id: 'constipation',
    group: 'stomach',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Constipation now',
    short: 'constipation',
    help: 'Hard poo, or going much less than is usual for you.',
  },
  // Heart, blood pressure and blood
  {
    id: 'heartFailure',
    group: 'heart',
    whenNotSure: 'no',
    ...basic,
    tick: 'Heart failure',
    short: 'heart failure',
    names: ['sacubitril with valsartan (Entresto) is given for it'],
  },
  {
    id: 'heartOrCirculation',
    group: 'heart',
    whenNotSure: 'no',
    ...basic,
    tick: 'A heart attack, angina, stroke, mini-stroke (TIA) or poor blood flow in the legs, now or in the past',
    short: 'heart trouble, a stroke or poor leg circulation',
  },
  {
    id: 'pressureControlled',
    group: 'heart',
    whenNotSure: 'ask',
    ...basic,
    tick: 'High blood pressure that is well controlled',
    short: 'high blood pressure',
    help: 'If you take tablets for it, look for them in the list of medicines too.',
  },
  {
    id: 'pressureNotControlled',
    group: 'heart',
    whenNotSure: 'ask',
    ...basic,
    tick: 'High blood pressure that is not controlled',
    short: 'high blood pressure that is not controlled',
    help: 'The last readings were too high, or you were told it is still too high.',
  },
  {
    id: 'bleedingDisorder',
    group: 'heart',
    whenNotSure: 'no',
    ...basic,
    tick: 'A bleeding disorder',
    short: 'a bleeding disorder',
    help: 'Such as haemophilia, von Willebrand disease or very low platelets.',
  },
  // Kidneys and liver
  {
    id: 'kidney',
    group: 'kidneyLiver',
    whenNotSure: 'no',
    ...basic,
    tick: 'Kidney disease, one kidney, or kidneys that do not work fully',
    short: 'kidney trouble',
  },
  {
    id: 'liver',
    group: 'kidneyLiver',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Liver disease',
    short: 'liver disease',
  },
  {
    id: 'liverSevere',
    group: 'kidneyLiver',
    under: 'liver',
    whenNotSure: 'ask',
    ...basic,
    tick: 'The liver disease is severe, or is cirrhosis',
    short: 'severe liver disease',
  },
  {
    id: 'alcohol',
    group: 'kidneyLiver',
    whenNotSure: 'ask',
    ...basic,
    tick: 'More than 14 units of alcohol most weeks, binges, or hard to stop drinking',
    short: 'heavy drinking',
  },
  // Lungs
  {
    id: 'asthmaSafe',
    group: 'lungs',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Asthma, and ibuprofen or aspirin has never made it worse when you took it',
    short: 'asthma',
  },
  {
    id: 'asthmaUntried',
    group: 'lungs',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Asthma that is severe, or with polyps in the nose; or asthma and you have never tried ibuprofen or aspirin',
    short: 'asthma without having tried ibuprofen',
  },
  {
    id: 'asthmaWorse',
    group: 'lungs',
    whenNotSure: 'no',
    ...basic,
    tick: 'Asthma that got worse with ibuprofen, aspirin or a medicine like them',
    short: 'asthma made worse by ibuprofen or aspirin',
  },
  {
    id: 'slowBreathing',
    group: 'lungs',
    whenNotSure: 'ask',
    ...basic,
    tick: 'COPD, sleep apnoea or slow breathing',
    short: 'a long-term breathing problem',
    help: 'COPD is also called chronic bronchitis or emphysema. Sleep apnoea: breathing stops for moments in sleep.',
  },
  // Pregnancy
  {
    id: 'pregnant',
    group: 'pregnancy',
    whenNotSure: 'no',
    sources: ['mhra-2023-nsaid', 'product-licences'],
    tag: 'V',
    tick: 'Pregnant, or could be pregnant',
    short: 'a pregnancy',
  },
  {
    id: 'tryingToConceive',
    group: 'pregnancy',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Trying for a baby',
    short: 'trying for a baby',
  },
  {
    id: 'breastfeeding',
    group: 'pregnancy',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Breastfeeding',
    short: 'breastfeeding',
  },
  {
    id: 'babyEarlyOrUnwell',
    group: 'pregnancy',
    under: 'breastfeeding',
    whenNotSure: 'ask',
    ...basic,
    tick: 'The baby you feed was born early or is not well',
    short: 'a baby born early or not well',
  },
  // Medicines you take
  {
    id: 'warfarin',
    group: 'medicines',
    whenNotSure: 'no',
    ...basic,
    tick: 'Warfarin',
    short: 'warfarin',
    names: ['warfarin (Marevan)'],
  },
  {
    id: 'bloodThinner',
    group: 'medicines',
    whenNotSure: 'no',
    ...basic,
    tick: 'Some other blood thinner',
    short: 'a blood thinner',
    names: [
      'apixaban (Eliquis)',
      'rivaroxaban (Xarelto)',
      'edoxaban (Lixiana)',
      'dabigatran (Pradaxa)',
      'heparin injections',
      'enoxaparin (Clexane, Inhixa)',
      'dalteparin (Fragmin)',
      'tinzaparin (Innohep)',
    ],
  },
  {
    id: 'antiplatelet',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Low-dose aspirin or a medicine that stops clots',
    short: 'low-dose aspirin or a clot-stopping medicine',
    names: ['aspirin 75 mg (Nu-Seals)', 'clopidogrel (Plavix)', 'ticagrelor (Brilique)', 'prasugrel (Efient)'],
  },
  {
    id: 'aceInhibitorOrArb',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'A blood pressure, heart or kidney tablet whose name ends in -pril or -sartan',
    short: 'a -pril or -sartan tablet',
    help: 'Some tablets hold a water tablet as well (Zestoretic, Cozaar-Comp, CoAprovel). Then tick both.',
    names: [
      'ramipril (Tritace)',
      'lisinopril (Zestril)',
      'perindopril (Coversyl)',
      'enalapril (Innovace)',
      'losartan (Cozaar)',
      'candesartan (Amias)',
      'irbesartan (Aprovel)',
      'valsartan (Diovan)',
      'olmesartan (Olmetec)',
      'telmisartan (Micardis)',
      'sacubitril with valsartan (Entresto)',
    ],
  },
  {
    id: 'diuretic',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'A water tablet (diuretic)',
    short: 'a water tablet',
    help: 'It makes you pee more. It may be part of a blood pressure tablet (Zestoretic, Cozaar-Comp, CoAprovel).',
    names: [
      'bendroflumethiazide',
      'indapamide (Natrilix)',
      'furosemide (Lasix)',
      'bumetanide',
      'hydrochlorothiazide',
      'spironolactone (Aldactone)',
      'eplerenone (Inspra)',
      'amiloride',
      'co-amilofruse (Frumil)',
    ],
  },
  {
    id: 'antidepressant',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'An SSRI or SNRI: a common kind of medicine for low mood or worry',
    short: 'an SSRI or SNRI medicine',
    names: [
      'sertraline (Lustral)',
      'citalopram (Cipramil)',
      'escitalopram (Cipralex)',
      'fluoxetine (Prozac)',
      'paroxetine (Seroxat)',
      'fluvoxamine (Faverin)',
      'venlafaxine (Efexor)',
      'duloxetine (Cymbalta)',
    ],
  },
  {
    id: 'steroids',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Steroid tablets',
    short: 'steroid tablets',
    names: ['prednisolone', 'dexamethasone', 'hydrocortisone tablets'],
  },
  {
    id: 'alreadyNsaid',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Ibuprofen or one like it already, from a shop or a doctor',
    short: 'an anti-inflammatory you may already take',
    help: 'It may be part of a cold remedy. Leave out only what you wrote down in your tally here.',
    names: [
      'ibuprofen (Nurofen, Brufen, Nurofen Cold & Flu, Nuromol)',
      'naproxen (Naprosyn)',
      'diclofenac (Voltarol)',
      'celecoxib (Celebrex)',
      'etoricoxib (Arcoxia)',
      'meloxicam',
      'indometacin',
      'mefenamic acid (Ponstan)',
      'aspirin for pain',
    ],
  },
  {
    id: 'alreadyParacetamol',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Paracetamol already, or a product with paracetamol in it',
    short: 'paracetamol you may already take',
    help: 'Many cold and flu remedies hold it. Leave out only what you wrote down in your tally here.',
    names: [
      'paracetamol (Panadol, Calpol)',
      'co-codamol (Solpadeine, Zapain, Solpadol)',
      'co-dydramol (Paramol)',
      'Lemsip',
      'Beechams All-In-One',
      'Night Nurse',
      'Day Nurse',
      'Anadin Extra',
      'Migraleve',
      'Nuromol',
      'Combogesic',
    ],
  },
  {
    id: 'stomachRiskTablets',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'A bone tablet like alendronic acid, or nicorandil for angina',
    short: 'alendronic acid or nicorandil',
    names: ['alendronic acid (Fosamax)', 'risedronate (Actonel)', 'ibandronic acid (Bonviva)', 'nicorandil (Ikorel)'],
  },
  {
    id: 'lithium',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Lithium',
    short: 'lithium',
    names: ['lithium (Priadel, Camcolit, Liskonum)'],
  },
  {
    id: 'methotrexate',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Methotrexate',
    short: 'methotrexate',
    names: ['methotrexate (Maxtrex, Metoject)'],
  },
  {
    id: 'ciclosporinOrTacrolimus',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Ciclosporin or tacrolimus',
    short: 'ciclosporin or tacrolimus',
    names: ['ciclosporin (Neoral, Sandimmun)', 'tacrolimus (Prograf, Advagraf, Adoport)'],
  },
  {
    id: 'digoxinGliclazideQuinolone',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Digoxin, a diabetes tablet like gliclazide, or an antibiotic whose name ends in -floxacin',
    short: 'digoxin, gliclazide or a -floxacin antibiotic',
    names: [
      'digoxin (Lanoxin)',
      'gliclazide (Diamicron)',
      'glimepiride (Amaryl)',
      'glipizide',
      'ciprofloxacin (Ciproxin)',
      'levofloxacin',
      'moxifloxacin',
      'ofloxacin',
    ],
  },
  {
    id: 'phenytoin',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Phenytoin',
    short: 'phenytoin',
    names: ['phenytoin (Epanutin)'],
  },
  {
    id: 'liverMedicines',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: "Carbamazepine, phenobarbital, rifampicin, isoniazid or St John's wort",
    short: "carbamazepine, phenobarbital, rifampicin, isoniazid or St John's wort",
    names: ['carbamazepine (Tegretol)', 'phenobarbital', 'rifampicin (Rifadin)', 'isoniazid', "St John's wort"],
  },
  {
    id: 'flucloxacillin',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Flucloxacillin, and you have kidney or liver trouble or eat poorly',
    short: 'flucloxacillin with kidney or liver trouble or a poor diet',
    help: 'Flucloxacillin is an antibiotic.',
  },
  {
    id: 'sedativesOrOpioids',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'A tablet to sleep or to calm you, gabapentin, pregabalin, a strong painkiller or an MAOI',
    short: 'a medicine that adds to the effect of codeine',
    help: 'An MAOI is an older kind of medicine for low mood.',
    names: [
      'diazepam (Valium)',
      'lorazepam (Ativan)',
      'temazepam',
      'clonazepam',
      'nitrazepam (Mogadon)',
      'zopiclone (Zimovane)',
      'zolpidem (Stilnoct)',
      'gabapentin (Neurontin)',
      'pregabalin (Lyrica)',
      'codeine',
      'dihydrocodeine (DF 118)',
      'tramadol (Zydol)',
      'morphine (Oramorph, MST, Zomorph)',
      'oxycodone (OxyContin)',
      'buprenorphine (BuTrans)',
      'fentanyl',
      'methadone',
      'phenelzine (Nardil)',
      'moclobemide (Manerix)',
      'tranylcypromine',
      'isocarboxazid',
    ],
  },
  {
    id: 'drowsyMedicines',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Amitriptyline or one like it, an antipsychotic, or an allergy tablet that makes you sleepy',
    short: 'a medicine that can make you drowsy',
    names: [
      'amitriptyline',
      'nortriptyline',
      'imipramine',
      'clomipramine',
      'dosulepin',
      'lofepramine',
      'quetiapine (Seroquel)',
      'olanzapine (Zyprexa)',
      'risperidone (Risperdal)',
      'aripiprazole (Abilify)',
      'haloperidol',
      'chlorphenamine (Piriton)',
      'promethazine (Phenergan, Night Nurse)',
      'diphenhydramine (Nytol)',
      'hydroxyzine',
    ],
  },
  {
    id: 'immuneMedicines',
    group: 'medicines',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Chemotherapy, a medicine after a transplant, or a biologic that you inject',
    short: 'chemotherapy, a transplant medicine or a biologic',
    names: [
      'adalimumab (Humira)',
      'etanercept (Enbrel)',
      'infliximab (Remicade)',
      'rituximab (MabThera)',
      'mycophenolate (CellCept)',
      'azathioprine (Imuran) after a transplant',
    ],
  },
  // Other
  {
    id: 'frail',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Frail: weaker or slower than you were, or needing help from day to day',
    short: 'being frail',
  },
  {
    id: 'lowWeight',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'You weigh less than 50 kg (about 7 stone 12)',
    short: 'weighing less than 50 kg',
  },
  {
    id: 'eatingDisorder',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'An eating disorder, or not getting enough food',
    short: 'an eating disorder or too little food',
  },
  {
    id: 'noSpleen',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'No spleen, or a spleen that does not work',
    short: 'having no working spleen',
  },
  {
    id: 'sickleCell',
    group: 'other',
    whenNotSure: 'ask',
    sources: ['nice-cg143', 'bnf'],
    tag: 'K',
    tick: 'Sickle cell disease (not the trait)',
    short: 'sickle cell disease',
  },
  {
    id: 'lupus',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Lupus or mixed connective tissue disease',
    short: 'lupus or mixed connective tissue disease',
  },
  {
    id: 'chickenpoxOrShingles',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Chickenpox or shingles now',
    short: 'chickenpox or shingles',
  },
  {
    id: 'operationSoon',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'An operation planned in the next 7 days',
    short: 'an operation in the next 7 days',
  },
  {
    id: 'slowStream',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Prostate trouble, or pee that comes slowly',
    short: 'prostate trouble or a slow stream',
  },
  {
    id: 'epilepsy',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Epilepsy',
    short: 'epilepsy',
  },
  {
    id: 'drugDependence',
    group: 'other',
    whenNotSure: 'ask',
    ...basic,
    tick: 'Hard to stop taking a drug or a medicine, now or in the past',
    short: 'finding it hard to stop a drug or a medicine',
  },
] as const satisfies readonly GateItem[]

/** The id of one item of the gate. */
export type ConditionId = (typeof gateItems)[number]['id']

/** Replies by item. A missing one was not answered and counts as "not sure". */
export type Replies = Readonly<Partial<Record<ConditionId, Reply>>>

/** The groups in screen order; each is one tick-list with "None of these" and "Not sure". */
export const gateGroups = [
  { id: 'allergy', heading: 'Allergies', ask: 'Have any of these ever happened to you?' },
  { id: 'stomach', heading: 'Stomach and bowel', ask: 'Do any of these fit you?' },
  { id: 'heart', heading: 'Heart, blood pressure and blood', ask: 'Do you have any of these?' },
  { id: 'kidneyLiver', heading: 'Kidneys and liver', ask: 'Do any of these fit you?' },
  { id: 'lungs', heading: 'Lungs', ask: 'Do you have any of these?' },
  { id: 'pregnancy', heading: 'Pregnant, or feeding a baby', ask: 'Do any of these fit you?' },
  { id: 'medicines', heading: 'Medicines you take', ask: 'Do you take any of these? Look on the packets if you can.' },
  { id: 'other', heading: 'Other things', ask: 'Do any of these fit you?' },
] as const satisfies readonly { readonly id: GateGroupId; readonly heading: string; readonly ask: string }[]

/** The items of one group, in screen order. */
export function itemsOf(group: GateGroupId): readonly (GateItem & { readonly id: ConditionId })[] {
  return gateItems.filter((item) => item.group === group)
}

/** The numbers the gate asks for, `min` to `max` inclusive: whole, the weight to one decimal. Each may be "not sure". */
export const gateNumbers = {
  ageYears: {
    ask: 'How old are you?',
    unit: 'years',
    min: 0,
    max: 120,
    why: 'Doses here are for people aged 16 and over. From 65, some medicines hold more risk.',
  },
  weightKg: {
    ask: 'How much do you weigh?',
    unit: 'kg',
    min: 10,
    max: 400,
    why: 'Under 50 kg, less paracetamol is safe.',
  },
  pregnancyWeeks: {
    ask: 'How many weeks pregnant are you?',
    unit: 'weeks',
    min: 0,
    max: 45,
    why: 'The warning for ibuprofen gets stronger from week 20.',
  },
} as const

/** What the "None of these" box posts. */
export const noneOfThese = 'none'
/** What the "Not sure" box posts. */
export const notSureOfThese = 'notSure'

/**
 * Turns what one group's tick-list posted into replies.
 * Nothing posted: no replies (the group was not answered). "Not sure": what is not ticked is not sure.
 * Otherwise what is not ticked is "no". A tick beside "None of these" stays a yes, because the worse answer wins.
 * Values that are no item of this group are ignored; if nothing known is left, the group was not answered.
 */
export function repliesFromTicks(group: GateGroupId, posted: readonly string[]): Replies {
  const items = itemsOf(group)
  const known = posted.filter(
    (value) => value === noneOfThese || value === notSureOfThese || items.some((item) => item.id === value),
  )
  if (known.length === 0) return {}
  const rest: Reply = known.includes(notSureOfThese) ? 'notSure' : 'no'
  return Object.fromEntries(items.map(({ id }) => [id, known.includes(id) ? 'yes' : rest]))
}
