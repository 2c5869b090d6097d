/**
 * Texts as people and their enemies write them: sentences from a small grammar, typing errors, other alphabets, and forms
 * that make a careless pattern run for ever. Knows nothing of how the net is made.
 */
import type { Chance } from './chance.ts'

/** Signs that evidence.md §2.3 names, said so plainly that anybody hears them, and the question each belongs to. */
export const plainSigns: readonly (readonly [string, string])[] = [
  ['I am numb between my legs', 'A1'],
  ['I wet myself', 'A2'],
  ["I can't pee", 'A2'],
  ['I have lost control of my bowels', 'A3'],
  ['both my legs are numb', 'A5'],
  ['my foot drags when I walk', 'A6'],
  ['I have chest pain', 'C1'],
  ['I have black sticky poo', 'D2'],
  ['I want to die', 'I3'],
  ['I have a temperature of 39', 'B2'],
  ['my husband hits me', 'I4'],
]
/** Sentences that say nothing of danger, for before and after. */
export const harmless = ['Thank you', 'I work in an office', 'I like tea', 'It is Monday today', 'I live in Leeds']

const signs = [
  ...plainSigns.map(([sign]) => sign),
  ...['leaking poo', 'numb down below', 'saddle numbness', 'pins and needles in both legs', 'weak leg', 'foot drop'],
  ...['chest tightness', 'coughing blood', 'vomiting blood', 'a lump in my tummy', 'fever', 'shivering', 'confused'],
  ...['slurred speech', 'face droop', 'lost weight', 'cancer', 'overdose', '20 paracetamol', 'too many tablets'],
  ...['blood in my pee', 'waters broke', 'calf swollen', 'fell off a ladder', 'steroids', 'warfarin', 'kill myself'],
  ...['erection', 'cant feel wiping', 'unsteady', 'headache', 'rash', 'testicle pain', 'bleeding while pregnant'],
]
const parts = [
  'back',
  'leg',
  'legs',
  'foot',
  'bum',
  'private parts',
  'chest',
  'tummy',
  'arm',
  'neck',
  'bladder',
  'bowel',
]
const people = ['I', 'my nan', 'my husband', 'my wife', 'he', 'she', 'they', 'the doctor', 'my mate', 'our baby', 'we']
const words = [
  'have',
  'had',
  'get',
  'feel',
  'felt',
  'am',
  'is',
  'was',
  'think',
  'took',
  'lost',
  'cannot',
  'might',
  'keep',
]
const denials = [
  'no',
  'not',
  'never',
  "don't",
  'dont',
  'without',
  'nor',
  'denies',
  'no sign of',
  'free of',
  "haven't",
  '',
]
const times = [
  'now',
  'today',
  'last year',
  'since Monday',
  'for 3 weeks',
  'ten years ago',
  'when I was young',
  'again',
  '',
]
const joins = [' and ', ' but ', ', ', '. ', ' or ', '; ', ' because ', ' ', '\n', ' - ', '... ', '? ', ' nor ']

/** A sentence or several: a person, a denial or none, a sign or a part, a time. */
function madeByGrammar(chance: Chance): string {
  const one = () => {
    const said = chance.is(0.7) ? chance.one(signs) : `${chance.one(words)} ${chance.one(parts)}`
    return [chance.one(people), chance.one(words), chance.one(denials), said, chance.one(times)]
      .filter(Boolean)
      .join(' ')
  }
  let text = one()
  for (let more = chance.below(4); more > 0; more -= 1) text += chance.one(joins) + one()
  return text
}

/** The same text with slips of the finger. */
function mistyped(text: string, chance: Chance, share = 0.06): string {
  return [...text]
    .flatMap((letter, at, all) => {
      if (!chance.is(share)) return letter
      return chance.one([
        [],
        [letter, letter],
        [all[at + 1] ?? '', letter],
        [letter.toUpperCase()],
        ['x'],
        [letter, ' '],
      ])
    })
    .join('')
}

const oddLetters = [
  ...[
    '\u0000',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2066',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\ud83d',
    '\udc00',
    '😀',
    '👩‍👩‍👧',
  ],
  ...[
    'é',
    'ß',
    'İ',
    'ı',
    'ſ',
    'Ω',
    'ა',
    'ह',
    '漢',
    'ก',
    'ا',
    'ע',
    '\u0301',
    '\u0488',
    '’',
    '‘',
    '“',
    '…',
    '—',
    '½',
    '٣',
  ],
]
const anyLetter = (chance: Chance): string =>
  chance.is(0.3)
    ? chance.one(oddLetters)
    : String.fromCharCode(chance.is(0.7) ? 32 + chance.below(95) : chance.below(65536))

/** Letters of every kind, in no order. */
export function noise(chance: Chance, length: number): string {
  let text = ''
  while (text.length < length) text += anyLetter(chance)
  return text
}

/** Marks piled on every letter. */
const piled = (text: string, chance: Chance): string =>
  [...text].map((letter) => letter + '\u0301\u0323\u0488'.repeat(chance.below(4))).join('')

const pieces = [
  'no ',
  'not ',
  'a',
  'aa',
  ' ',
  '. ',
  ', ',
  'no, ',
  'numb ',
  'n',
  'I ',
  'pee ',
  '1',
  '20 ',
  'and ',
  "'",
  '(',
  '\\',
]

/** One thing again and again, with something else at its end: what makes a pattern try every way. */
function repeated(chance: Chance, length: number): string {
  const piece = chance.is(0.5) ? chance.one(pieces) : `${chance.one(signs)} `
  const end = chance.one(['', '!', 'x', 'overdose', ' no', chance.one(signs)])
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + end
}

/** Any text of the fuzz. Up to about 600 characters, now and then 4,000. */
export function anyText(chance: Chance): string {
  const kind = chance.below(100)
  if (kind < 45) return madeByGrammar(chance)
  if (kind < 70) return mistyped(madeByGrammar(chance), chance, 0.02 + chance.below(10) / 100)
  if (kind < 78) return noise(chance, chance.below(chance.is(0.02) ? 4000 : 120))
  if (kind < 86) return repeated(chance, chance.below(chance.is(0.02) ? 4000 : 300))
  if (kind < 91) return piled(madeByGrammar(chance), chance)
  if (kind < 95)
    return madeByGrammar(chance)
      .split(' ')
      .reverse()
      .join(chance.one(['', ' ', '\u202e', '\u200b', '-']))
  return noise(chance, 20) + madeByGrammar(chance) + noise(chance, 20)
}
