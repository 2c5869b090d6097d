/**
 * Names of medicines that people search the guide for, and that lead to "Which painkiller?": everything that the questions before
 * a painkiller ask about, everything that the tally can count, what painkillers are called in other countries, and names that
 * nothing here places. Pure data.
 * Never: says what a medicine is for, or that two are the same; it only says where to look.
 */
import { gateItems } from '../../medicines/conditions.ts'
import { products } from '../../medicines/products.ts'
import { wordsIn } from './word-forms.ts'

/** Names of painkillers abroad, and older or rarer ones here, by what is in the packet [K]. Only where one thing is sold so. */
export const brandsElsewhere = {
  paracetamol: [
    ...[
      'Tylenol',
      'acetaminophen',
      'Doliprane',
      'Dafalgan',
      'Efferalgan',
      'Tachipirina',
      'Gelocatil',
      'Apap',
      'Crocin',
    ],
    ...['Alvedon', 'Panodil', 'Acamol', 'Perdolan', 'Disprol', 'Mandanol', 'Paracet'],
  ],
  ibuprofen: [
    ...['Brufen', 'Advil', 'Motrin', 'Ibuprom', 'Ipren', 'Ibux', 'Burana', 'Dolormin', 'Espidifen', 'Neobrufen'],
    ...['Ibuleve', 'Fenbid', 'Calprofen'],
  ],
  naproxen: ['Aleve', 'Naprosyn', 'Synflex'],
  diclofenac: ['Voltarol', 'Voltaren', 'Cataflam'],
  aspirin: ['Disprin', 'Aspro'],
} as const

/** Kinds and brands that the questions mean and do not name. */
const alsoMeant = ['Elavil', 'desvenlafaxine', 'milnacipran', 'doxepin', 'trimipramine', 'Alzain', 'Axalid'] as const

/**
 * Names of medicines that people write and that nothing here places: not in the table of products, nor in the questions. Where
 * each is sold, and what is in it, we do not say: the page says what to look for on a packet, and whom to ask.
 */
const notPlaced = [
  ...[
    'Syndol',
    'Mersyndol',
    'Feminax',
    'Paracodol',
    'Propain',
    'Veganin',
    'Solpaflex',
    'Biogesic',
    'Benuron',
    'Sudafed',
  ],
  ...['Benylin', 'Vicodin', 'Percocet', 'Norco', 'Lortab', 'Ultram', 'Dilaudid', 'Demerol', 'Excedrin', 'Midol'],
  ...['Flexeril', 'Skelaxin', 'Zanaflex', 'Norflex', 'Toradol', 'Relafen', 'Panadeine'],
] as const

/** Words on packets that name no medicine. */
const noNames = new Set(
  (
    'tablet tablets capsule sachet liquid spoon dose advance cold flu infant strength maximum express extra headache soluble ' +
    'fizzy children for plus max six own night day nurse all one two the pain acid gel with that you already taken other ' +
    'mixed iron injections steroid water under skin low like such and not most some john’s after transplant seals'
  ).split(' '),
)

/** Every such name, once, in small letters. */
export function medicineNames(): readonly string[] {
  const asked = gateItems.flatMap((item) => (item.group === 'medicines' && 'names' in item ? [...item.names] : []))
  const counted = products.flatMap((product) => [product.name, ...('alsoSoldAs' in product ? product.alsoSoldAs : [])])
  const names = [
    ...asked,
    ...alsoMeant,
    ...notPlaced,
    ...counted,
    ...Object.keys(brandsElsewhere),
    ...Object.values(brandsElsewhere).flat(),
  ]
  return [
    ...new Set(names.flatMap((name) => wordsIn(name)).map((word) => word.toLowerCase().replace("'", '’'))),
  ].filter((word) => word.length > 2 && !/[0-9]/.test(word) && !noNames.has(word))
}
