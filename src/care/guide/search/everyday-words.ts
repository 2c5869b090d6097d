/**
 * Everyday words, and brands of painkillers, beside the words that the guide uses. Pure data, and one look-up.
 * Never: a word here says that two things are the same; it only says where to look.
 */
import { entriesOf } from '../../evidence/closed-sets.ts'
import { groupBy } from '../../evidence/lists.ts'
import { products } from '../../medicines/products.ts'
import { brandsElsewhere } from './medicine-names.ts'
import { wordForm, wordsIn } from './word-forms.ts'

/** What people type, and what else to look for. */
const everyday: readonly (readonly [typed: string, also: string])[] = [
  ['jab', 'injection'],
  ['jabs', 'injection'],
  ['operation', 'surgery'],
  ['op', 'surgery'],
  ['tablets', 'painkiller'],
  ['pills', 'painkiller'],
  ['analgesia', 'painkiller'],
  ['drugs', 'painkiller medicines'],
  ['meds', 'painkiller medicines'],
  ['nsaid', 'ibuprofen'],
  ['diazepam', 'muscle relaxants'],
  ['valium', 'muscle relaxants'],
  ['morphine', 'opioids'],
  ['cortisone', 'steroid'],
  ['mri', 'scan'],
  ['xray', 'scan'],
  ['ct', 'scan'],
  ['chiro', 'chiropractic'],
  ['chiropractor', 'chiropractic'],
  ['osteo', 'osteopath'],
  ['osteopath', 'spine moved by hand'],
  ['physiotherapist', 'physio'],
  ['physical', 'physio'],
  ['crack', 'spine moved by hand'],
  ['manipulation', 'spine moved by hand'],
  ['needles', 'acupuncture'],
  ['masseur', 'massage'],
  ['rub', 'massage'],
  ['knot', 'sore knots massage'],
  ['pregnant', 'pregnancy'],
  ['baby', 'pregnancy birth'],
  ['kid', 'children'],
  ['kids', 'children'],
  ['teenager', 'teens'],
  ['child', 'children'],
  ['elderly', 'older thin bones'],
  ['osteoporosis', 'thin bones older'],
  ['job', 'work'],
  ['boss', 'employer work'],
  ['sick note', 'work note employer'],
  ['car', 'driving'],
  ['bed', 'sleep'],
  ['mattress', 'sleep'],
  ['night', 'sleep'],
  ['pillow', 'sleep'],
  ['anxious', 'stress worry mood'],
  ['anxiety', 'stress worry mood'],
  ['depressed', 'mood'],
  ['depression', 'mood'],
  ['gym', 'sport strength'],
  ['running', 'sport'],
  ['football', 'sport'],
  ['abs', 'core strength'],
  ['exercise', 'movements strength'],
  ['workout', 'strength movements'],
  ['slipped', 'disc sciatica'],
  ['bulge', 'disc'],
  ['herniated', 'disc'],
  ['trapped', 'nerve sciatica'],
  ['pinched', 'nerve sciatica'],
  ['pulled', 'spasm strain'],
  ['cramp', 'spasm'],
  ['charley', 'spasm'],
  ['gone', 'spasm'],
  ['locked', 'spasm'],
  ['hot', 'heat warm'],
  ['warm', 'heat'],
  ['cold', 'ice'],
  ['frozen', 'ice cold'],
  ['peas', 'ice cold'],
  ['sit', 'posture chair desk'],
  ['slouch', 'posture'],
  ['corset', 'belt'],
  ['brace', 'belt'],
  ['water', 'drinking'],
  ['cost', 'costs price insurance'],
  ['pay', 'costs insurance'],
  ['bupa', 'insurance'],
  ['insurance', 'insurer'],
  ['insured', 'insurer'],
  ['gp', 'doctor'],
  ['999', 'help now'],
  ['cure', 'how long'],
  ['recover', 'how long'],
  ['recovery', 'how long'],
]

/**
 * Ways to say that a back has gone into spasm, of which no word says so alone: "my back went". Only with the back named before:
 * somebody who "went back to work" means something else.
 */
const backWent =
  /\bback(?:['’]s)?\s+(?:(?:has|have|had|is|just)\s+)*(?:went|gone|goes|gave way|seized)\b(?:\s+up\b)?/giu

/** One word that many write as two, of which the first says nothing by itself here. */
const painKiller = /\bpain[\s-]+(?=killer)/giu

/** What was typed, with what it means where no word of it says so. */
export const inPlainWords = (typed: string): string => typed.replace(backWent, 'back spasm').replace(painKiller, 'pain')

/** The first words of brands that say nothing of what is in the packet. */
const notBrands = new Set(['max', 'own', 'maximum', 'strength', 'tablet', 'for', 'children', 'extra', 'plus', 'night'])

/** The brands by their first word, with what is in the packet: "nurofen" is ibuprofen. */
const brands: readonly (readonly [string, string])[] = products.flatMap((product) => {
  const inside = Object.keys(product.milligrams).join(' ')
  return [product.name, ...('alsoSoldAs' in product ? product.alsoSoldAs : [])].flatMap((name) => {
    const [first = ''] = wordsIn(name)
    return first.length < 3 || notBrands.has(first.toLowerCase()) ? [] : [[first, `${inside} painkiller`] as const]
  })
})
const brandsAbroad: readonly (readonly [string, string])[] = entriesOf<string, readonly string[]>(
  brandsElsewhere,
).flatMap(([inside, names]) => names.map((name) => [name, `${inside} painkiller`] as const))

const lookUp: ReadonlyMap<string, readonly string[]> = new Map(
  [...groupBy([...everyday, ...brands, ...brandsAbroad], ([typed]) => wordForm(wordsIn(typed)[0] ?? '') ?? '')].map(
    ([form, rows]) => [
      form,
      [...new Set(rows.flatMap(([, also]) => wordsIn(also).flatMap((word) => wordForm(word) ?? [])))].filter(
        (also) => also !== form,
      ),
    ],
  ),
)

/** The forms to look for beside this one; none for most. */
export const alsoLookFor = (form: string): readonly string[] => lookUp.get(form) ?? []
