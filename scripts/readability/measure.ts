/**
 * How hard one sentence is to read.
 *
 * Method: the text is split into sentences at . ? ! : ; and · and each is measured by itself, so that one easy sentence
 * cannot hide a hard one. Reading age in years = Flesch–Kincaid grade + 5. Numbers, and the names in `names`, count as
 * one easy word each. A sentence of fewer than five words says too little for the formula, so there the longest word decides:
 * three syllables at most.
 *
 * Limits: the formula sees length of sentences and words and nothing else. It cannot tell whether a sentence is clear,
 * kind or true, and a short rare word ("sepsis") passes; people must still read the text. Syllables are counted by rule
 * (the package `syllable`), now and then one too many or too few.
 * Never: averages over a page.
 */
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** The oldest reading age allowed, in years. */
export const oldestAge = 11
/** From this many words on the formula is used. */
const formulaFromWords = 5
/** The longest word allowed in a shorter sentence. */
const mostSyllables = 3

/**
 * The exceptions: names that a person needs to recognise and that have no easier form. Lower case; longer ones win.
 * A name stands here only if people are told it by a doctor, or read it on a packet, a letter or a door.
 */
export const names = [
  // Medicines
  'alendronic acid',
  'amitriptyline',
  'anti-inflammatory',
  'anti-inflammatories',
  'antibiotic',
  'apixaban',
  'antipsychotic',
  'aspirin',
  'baclofen',
  'biologic',
  'brufen',
  'carbamazepine',
  'ciclosporin',
  'coaprovel',
  'combogesic',
  'cozaar-comp',
  'co-codamol',
  'codeine',
  'dabigatran',
  'diazepam',
  'diclofenac',
  'digoxin',
  'diuretic',
  'dihydrocodeine',
  'edoxaban',
  'flucloxacillin',
  'gabapentin',
  'gliclazide',
  'heparin',
  'ibuprofen',
  'isoniazid',
  'lithium',
  'methocarbamol',
  'methotrexate',
  'naproxen',
  'nicorandil',
  'nurofen',
  'opioid',
  'opioids',
  'paracetamol',
  'phenobarbital',
  'phenytoin',
  'prednisolone',
  'pregabalin',
  'rifampicin',
  'rivaroxaban',
  'steroid',
  'steroids',
  'tacrolimus',
  'tramadol',
  'voltarol',
  'warfarin',
  'zestoretic',
  // Illnesses, and what was done about them
  'ankylosing spondylitis',
  'arthritis',
  'basal-cell',
  'bacterial infection',
  'bladder infection',
  'bronchitis',
  'catheter',
  'cauda equina',
  'cauda equina syndrome',
  'chemotherapy',
  'cirrhosis',
  'colitis',
  'constipated',
  'constipation',
  'dementia',
  'diabetes',
  'dialysis',
  'diarrhoea',
  'duodenal ulcer',
  'eating disorder',
  'emphysema',
  'epidural',
  'epilepsy',
  'haemophilia',
  'indigestion',
  'kidney infection',
  'learning disability',
  'marfan',
  'meningitis',
  'mini-stroke',
  'menopause',
  'mixed connective tissue disease',
  'osteoporosis',
  'peptic',
  'pneumonia',
  'psoriasis',
  'rheumatoid arthritis',
  'sciatica',
  'sickle cell disease',
  'spinal cord injury',
  'spinal injection',
  'spinal stenosis',
  'spondylolisthesis',
  'squamous',
  'ulcerative colitis',
  'vascular ehlers–danlos',
  'vascular ehlers–danlos syndrome',
  'von willebrand',
  // People and places that help, and what is on their doors
  'a&e',
  'acupuncture',
  'emergency',
  'eye casualty',
  'chiropractic',
  'maternity unit',
  'national domestic abuse helpline',
  'acupuncturist',
  'chiropractor',
  'osteopath',
  'pharmacist',
  'physiotherapist',
  'physiotherapy',
  'pilates',
  'samaritans',
  // What the letters on the pages are called
  'atkinson hyperlegible next',
  'sil open font licence',
] as const

const nameless = new RegExp(
  `(?<![\\w-])(?:${[...names]
    .sort((one, other) => other.length - one.length)
    .map((name) => RegExp.escape(name))
    .join('|')})(?![\\w-])`,
  'gi',
)

/** Where the package counts wrongly, by the dictionary. */
const corrections: Readonly<Record<string, number>> = { peeing: 2, evening: 2, evenings: 2, pacemaker: 3 }
const syllablesOf = (word: string): number => {
  if (/\d/.test(word)) return 1
  return corrections[word.toLowerCase()] ?? Math.max(1, syllable(word))
}

/** The sentences of a text, each with its end mark left out. */
export const sentencesOf = (text: string): string[] =>
  text
    .replaceAll('’', "'")
    .split(/[.?!:;]+(?=[\s"”')\]]|$)|[\n·]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[a-z0-9]/i.test(sentence))

/** What was measured of one sentence. */
export interface Measured {
  readonly sentence: string
  readonly words: number
  /** Reading age in years; for a sentence too short for the formula, nothing. */
  readonly age?: number
  /** Of the longest word. */
  readonly syllables: number
  readonly easy: boolean
}

/** Measures one sentence. A sentence without words is easy. */
export function measure(sentence: string): Measured {
  const plain = sentence.replace(nameless, 'name').replaceAll('&', ' and ').replaceAll('%', ' per cent')
  const words = plain.match(/[a-z0-9][a-z0-9'.]*/gi) ?? []
  const counts = words.map(syllablesOf)
  const syllables = Math.max(0, ...counts)
  if (words.length < formulaFromWords)
    return { sentence, words: words.length, syllables, easy: syllables <= mostSyllables }
  const total = counts.reduce((sum, count) => sum + count, 0)
  const age = fleschKincaid({ sentence: 1, word: words.length, syllable: total }) + 5
  return { sentence, words: words.length, age, syllables, easy: age <= oldestAge }
}
