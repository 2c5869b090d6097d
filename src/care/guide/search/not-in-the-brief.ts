/**
 * What people look for and the clinical brief says nothing of (evidence.md, read through on 28 November 2026): the search says so
 * and shows what stands nearest. Pure data, and one look-up.
 * Never: says whether such a thing helps; nothing is known of it here.
 */
import { wordForm, wordsIn } from './word-forms.ts'

/** Things of one sort, and the ids of what the search finds (`searchDocuments`) that stands nearest to them. */
interface Unknown {
  readonly names: readonly string[]
  readonly near: readonly string[]
}

/** All of it. */
export const unknowns: readonly Unknown[] = [
  {
    names: [
      ...['CBD', 'CBD oil', 'cannabis', 'cannabidiol', 'hemp', 'marijuana', 'ketamine', 'kratom', 'melatonin'],
      ...['turmeric', 'curcumin', 'glucosamine', 'chondroitin', 'collagen', 'vitamin', 'vitamins', 'vitamin D'],
      ...['vitamin B12', 'omega 3', 'fish oil', 'cod liver oil', 'supplement', 'supplements', 'herbal', 'herbs'],
      ...["devil's claw", 'devils claw', 'willow bark', 'arnica', 'homeopathy', 'homeopathic', 'ginger', 'bromelain'],
      ...['zinc', 'ashwagandha', 'boswellia', 'essential oils', 'castor oil'],
    ],
    near: ['article which-painkiller', 'article the-first-day'],
  },
  {
    names: ['magnesium', 'quinine', 'tonic water', 'pickle juice', 'bananas'],
    near: ['question do-sports-drinks-help', 'article drinking-water'],
  },
  {
    names: ['Epsom salts', 'magnesium bath', 'magnesium spray', 'infrared sauna', 'sauna', 'steam room', 'mud bath'],
    near: ['question bath-or-shower', 'article heat-or-ice'],
  },
  {
    names: [
      ...['tiger balm', 'Biofreeze', 'menthol', 'capsaicin', 'lidocaine', 'lidocaine patch', 'lignocaine', 'salonpas'],
      ...['cold spray', 'freeze spray', 'Movelat', 'Algesal', 'Transvasin', 'Ralgex', 'Radian'],
    ],
    near: ['question is-the-gel-any-good', 'article which-painkiller', 'article heat-or-ice'],
  },
  {
    names: [
      ...['inversion table', 'inversion', 'traction', 'spinal decompression', 'decompression table', 'teeter'],
      ...['back stretcher', 'hanging from a bar', 'dead hang', 'gravity boots'],
    ],
    near: ['article stretches', 'treatment physiotherapy'],
  },
  {
    names: [
      ...['cupping', 'acupressure', 'acupressure mat', 'spiky mat', 'reflexology', 'reiki', 'shiatsu', 'gua sha'],
      ...['craniosacral', 'Bowen', 'myofascial release', 'scraping'],
    ],
    near: ['treatment massage', 'treatment acupuncture'],
  },
  {
    names: [
      ...['kinesio tape', 'kinesiology tape', 'K tape', 'KT tape', 'sports tape', 'magnet', 'magnets'],
      ...['magnetic', 'copper bracelet', 'laser', 'shockwave', 'shock wave', 'infrared', 'red light', 'PEMF'],
      ...['whole body vibration', 'vibration plate', 'cryotherapy', 'interferential', 'biofeedback'],
    ],
    near: ['treatment tens', 'question are-tens-and-ultrasound-worth-it', 'treatment heat'],
  },
  {
    names: ['tai chi', 'qigong', 'chi kung', 'Alexander technique', 'Feldenkrais', 'McKenzie', 'Egoscue', 'barre'],
    near: ['treatment strengthening', 'treatment yoga', 'article sport'],
  },
  {
    names: ['hypnosis', 'hypnotherapy', 'CBT', 'EMDR', 'pain reprocessing'],
    near: ['article stress-and-mood', 'treatment relaxation'],
  },
  {
    names: ['PRP', 'platelet', 'stem cell', 'stem cells', 'ozone', 'prolotherapy', 'botox'],
    near: ['article injections-and-surgery', 'treatment injections'],
  },
  {
    names: [
      ...['fibromyalgia', 'sacroiliac', 'SI joint', 'whiplash', 'hypermobility', 'EDS', 'POTS', 'lupus'],
      ...['myofascial', 'quadratus lumborum', 'psoas'],
    ],
    near: ['article how-it-is-diagnosed', 'article when-to-get-help'],
  },
  {
    names: ['fasting', 'diet', 'gluten', 'keto', 'vegan'],
    near: ['article what-causes-it', 'article drinking-water'],
  },
]

/** A name in the forms of its words, and what it belongs to. The longest first, so that a whole name is taken for itself. */
const named = unknowns
  .flatMap(({ names, near }) => names.map((name) => ({ name, near, forms: formsIn(name) })))
  .sort((one, other) => other.forms.length - one.forms.length)

/** What of these words the brief does not speak of. */
export interface NotInTheBrief {
  /** As it is written here, never as it was typed. */
  readonly name: string
  /** Ids of what stands nearest, the nearest first. */
  readonly near: readonly string[]
  /** What else was typed, in its forms. */
  readonly others: readonly string[]
}

/** @returns `null` where nothing of it is such a thing */
export function notInTheBrief(typed: string): NotInTheBrief | null {
  const forms = formsIn(typed)
  for (const { name, near, forms: wanted } of named) {
    const at = forms.findIndex((_form, from) => wanted.every((form, on) => forms[from + on] === form))
    if (at >= 0) return { name, near, others: [...forms.slice(0, at), ...forms.slice(at + wanted.length)] }
  }
  return null
}

function formsIn(text: string): readonly string[] {
  return wordsIn(text).flatMap((word) => wordForm(word) ?? [])
}
