/**
 * Whether a text names a medicine, and a count beside one: by the names of the medicine questions and of the search, with slips
 * of the pen forgiven as the check's own reader forgives them. Pure; the work is bounded by the length of the text.
 */
import { withNumbers } from '../../care/check/free-text/number-words.ts'
import { ordinaryWords } from '../../care/check/free-text/ordinary-words.ts'
import { vocabularyOf, wordsMeant } from '../../care/check/free-text/spelling.ts'
import { type Token, tokensOf } from '../../care/check/free-text/tokens.ts'
import { medicineNames } from '../../care/guide/search/medicine-names.ts'

/** What people call medicines without a name. */
const kinds: ReadonlySet<string> = new Set(
  (
    'steroid steroids cbd cannabis opioid opioids opiate opiates nsaid nsaids painkiller painkillers tablet tablets tab tabs pill pills ' +
    'capsule capsules dose doses dosage supplement supplements vitamin vitamins turmeric magnesium patch patches ' +
    'medicine medicines medication medications meds relaxant relaxants'
  ).split(' '),
)

/** Painkillers and muscle relaxants that people tell of and that no question names; sold here or abroad. */
const alsoTold = [
  'baclofen',
  'methocarbamol',
  'tizanidine',
  'cyclobenzaprine',
  'orphenadrine',
  'metamizole',
  'ketorolac',
]

/** A shorter name is taken only as it is spelled: "wort" is a letter from "word", "aleve" from "alive". */
const leastForSlip = 6

/** Plain words within a slip of a name, which the check's list of plain words does not hold. */
const plain = 'lyrics lyric lyrical program programs ability abilities artifact artifacts entrust imran coding'.split(
  ' ',
)

const names: ReadonlySet<string> = new Set([...medicineNames(), ...alsoTold])
const vocabulary = vocabularyOf(
  new Set([...ordinaryWords, ...plain, ...names, ...kinds]),
  new Set([...names].filter((name) => name.length >= leastForSlip)),
)

const isMedicine = ({ kind, word }: Token): boolean =>
  kind === 'word' &&
  (kinds.has(word) ||
    names.has(word) ||
    names.has(word.replace(/s$/, '')) ||
    wordsMeant(word, vocabulary).some((meant) => names.has(meant)))

/** Words that count without a figure. "A few", "half a", "another". */
const counts: ReadonlySet<string> = new Set(
  'one once twice thrice half few several handful both another double triple extra packet packets pack strip box'.split(
    ' ',
  ),
)
/** What a number counts that stands before one of these: time, not tablets. */
const times: ReadonlySet<string> = new Set(
  'day days night nights week weeks month months year years hour hours hrs minute minutes min mins oclock am pm mile miles'.split(
    ' ',
  ),
)

/** How many words may stand between a medicine and its count: "four of those little brufen", "brufen, so six". */
const reach = 4

/** What was found. */
export interface MedicinesTold {
  readonly named: boolean
  /** A count stands beside one. */
  readonly counted: boolean
}

/** Reads the text once. */
export function medicinesTold(text: string): MedicinesTold {
  const tokens = withNumbers(tokensOf(text))
  const medicines = tokens.flatMap((token, at) => (isMedicine(token) ? [at] : []))
  return { named: medicines.length > 0, counted: medicines.some((at) => hasCountBeside(tokens, at)) }
}

function hasCountBeside(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens.slice(Math.max(0, at - reach), at), tokens.slice(at + 1, at + 1 + reach)]
  const lastStop = before.findLastIndex(({ kind }) => kind === 'stop')
  const nextStop = after.findIndex(({ kind }) => kind === 'stop')
  const near = [
    ...before
      .slice(lastStop + 1)
      .keys()
      .map((each) => at - before.length + lastStop + 1 + each),
    ...(nextStop < 0 ? after : after.slice(0, nextStop)).keys().map((each) => at + 1 + each),
  ]
  return near.some((place) => isCount(tokens[place], tokens[place + 1]))
}

const isCount = (token: Token | undefined, next: Token | undefined): boolean =>
  token?.kind === 'number' ? !(next && times.has(next.word)) : token?.kind === 'word' && counts.has(token.word)
