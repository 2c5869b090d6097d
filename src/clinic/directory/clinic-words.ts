/**
 * Words that a clinic may not use of itself or of a treatment: nobody has shown them, or evidence.md §8 says otherwise.
 * Pure. Sees through case, accents, full-width and look-alike letters, marks without width, and letters set apart.
 *
 * Decided, so that nobody is told off for plain English:
 * - "best" of a person or a treatment is refused; "best to call", "do our best", "best wishes", "the best time to ring" are not.
 * - "instant" of relief is refused; "instantly recognisable" and "instant message" are not. "Secure" and "manicure" hold no "cure".
 * - "heal" and "fix" are refused where something does it to a back, to pain or to people ("massage that heals", "it fixes slipped
 *   discs"). "Help it heal", "most discs heal by themselves", "a fixed price" and "the heel" are not.
 * - "pain-free" is refused as a promise; of somebody who is it already ("once you are pain-free, walk further") it is not.
 * - An honest no may be said: "no cure", "we cannot guarantee", "not always pain-free". The no must stand right before it,
 *   so "no pain, guaranteed" is refused.
 */
import { plainLetter } from './folded.ts'

/** Where a word stands that may not be used. `start` and `end` count UTF-16 units of the text as it was given. */
export interface ClinicWord {
  readonly start: number
  readonly end: number
  /** The words as they were written. */
  readonly written: string
  /** Why they are refused, for the clinic to read. */
  readonly why: string
}

/** The longest text that is looked at, in UTF-16 units; a longer one is to be refused before. */
export const longestChecked = 10_000

interface Rule {
  /** The words, in small letters, as a pattern. */
  readonly words: string
  readonly why: string
  /** The same words, used fairly: patterns that hold them. */
  readonly fair?: readonly string[]
}

const no =
  '(?:no|not|not a|not the|never|cannot|can not|cant|dont|do not|does not|doesnt|wont|will not|no quick|not always|without a)'
const notProved = 'Nobody can promise this, so it may not be said of a treatment.'
const comparison = 'Nobody has shown who is better than all others, so it may not be said.'
const contradicted = 'What is known says otherwise, so it may not be said. See the guide.'

/** What somebody would be promised to have put right, with what may stand before it. */
const mended =
  '(?:(?!price|time|date|fee|cost|and |as |while |when )[a-z]+ ){0,2}(?:backs?|backaches?|pains?|aches?|spasms?|discs?|disks?|spines?|sciatica|necks?|hips?|shoulders?|knees?|' +
  'joints?|muscles?|nerves?|injur(?:y|ies)|postures?|bod(?:y|ies)|people|patients|clients|problems?|trouble)'
const someone = '(?:you|them|him|her|me|everyone|everybody|anyone|anything|everything|it(?! heal))'
/** Who or what does it. */
const treatment =
  '(?:that|which|who|we|i|can|will|massages?|treatments?|therap(?:y|ies|ists?)|methods?|touch|hands|needles?|acupuncture|clinic|osteopathy|' +
  'chiropractic|physio(?:therapy)?|pilates|exercises?|sessions?)'
const mends = '(?:heal(?:s|ed|ing)?|fix(?:es|ed|ing)?)'
/** Nobody and nothing does it; or it heals by itself, while something else goes on. */
const mendsFairly = [
  `${no} (?:be )?${mends}(?: [a-z]+){0,3}`,
  `(?:nothing|nobody|no [a-z]+|neither|none) (?:[a-z]+ )?${mends}(?: [a-z]+){0,3}`,
  '(?:(?:we|i|can|will|that|which|who) )?fix(?:ed|es|ing)? (?:a |the |your |our )?(?:next |first )?(?:price|time|date|day|fee|cost|rate|term|hour|start|slot|visit|appointment|chair|bike|point)s?(?: [a-z]+){0,2}',
  `(?:as|while|when|until|once|how|after|before|if) (?:it|they|(?:your|the|a|an|my|its) (?:(?!massage|treatment|therapy|clinic)[a-z]+ ){1,2})(?:has |have |is |are )?heal(?:s|ed|ing)?(?: [a-z]+){0,3}`,
  '(?:backs?|discs?|muscles?|ligaments?|tendons?|bones?|joints?|injur(?:y|ies)|wounds?|it|they|these|most|many) (?:can|will|often|usually|mostly|do|does) heal(?: (?:well|by|on|in|within|over|slowly|with|without|again)(?: [a-z]+){0,2})?',
  'that heals? (?:by|on|slowly|badly|well|in|within|over)(?: [a-z]+)?',
]

const rules: readonly Rule[] = [
  {
    words:
      `${mends} (?:${mended}|${someone})|${treatment} (?:heals?|fix(?:es)?|healed)|` +
      'healing (?:massages?|hands|touch|powers?|methods?|treatments?|therapy|sessions?|energy|clinic)|(?:spiritual |natural )?healers?|' +
      'heal(?:s|ed)? (?:for good|forever)|(?:quick|fast|sure|lasting) fix(?:es)?',
    why: notProved,
    fair: mendsFairly,
  },
  {
    words:
      '(?:gone|away|ends?|stops?|sorts?|sorted|rid of|relieves?|cleared) (?:[a-z]+ ){0,3}for good(?! (?:reason|measure|sleep))|once and for all|' +
      'works? (?:every time|for (?:everyone|everybody))|always works?|never fails?|(?:eliminat|banish|abolish)[a-z]* (?:[a-z]+ ){0,2}(?:pains?|aches?|spasms?|sciatica)',
    why: notProved,
    fair: [
      `${no} (?:always )?(?:works?|go(?:ne)?)(?: [a-z]+){0,3}`,
      '(?:nothing|no [a-z]+|none) (?:always )?works?(?: [a-z]+){0,2}',
    ],
  },
  {
    words: 'best',
    why: comparison,
    fair: [
      ...[
        'best (?:to|if|when|not|by|before|after|for you|for your)',
        '(?:your|our|their|my|his|her|its) best(?! [a-z])',
      ],
      ...[
        '(?:your|our|their|my|his|her) best (?:to|for|at|and)',
        'best (?:wishes|regards|before|practice|friends?|of luck)',
      ],
      ...[
        'best (?:time|day|way|place|number|address)s? (?:to|for) (?:call|ring|reach|phone|park|get|contact|enter|visit|us)',
      ],
      ...[
        '(?:what|which|how|where|who) (?:[a-z]+ ){0,3}best',
        'best (?:thing|position|advice|bet) (?:[a-z]+ )?(?:is|are|to|for)',
        'next best',
        'at best',
        '(?:works?|suits?|fits?) (?:[a-z]+ )?best',
      ],
    ],
  },
  {
    words: 'cur(?:e|es|ed|ing|ative|able)',
    why: notProved,
    fair: [
      `${no} (?:be )?cur[a-z]+`,
      '(?:nothing|nobody|no [a-z]+|none) (?:can |will )?cur[a-z]+',
      'cured (?:meat|ham|fish)',
    ],
  },
  {
    words: 'instant(?:ly|aneous|aneously)?',
    why: notProved,
    fair: [
      'instant (?:messag[a-z]+|coffee|access|booking|confirmation|reply)',
      'instantly (?:recogni[a-z]+|booked|confirmed)',
      `${no} instant[a-z]*`,
    ],
  },
  { words: 'guarantee(?:s|d|ing)?', why: notProved, fair: [`${no} guarantee[a-z]*`, `${no} be guaranteed`] },
  {
    words: 'pain ?free|free (?:of|from) (?:all )?pain|painless(?:ly)?',
    why: notProved,
    fair: [
      `${no} (?:be )?(?:pain ?free|painless)`,
      '(?:once|when|until|till|if|while) (?:you|it|this|that|your back) (?:is|are|feel|feels) (?:[a-z]+ )?pain ?free',
    ],
  },
  {
    words: 'mirac(?:le|les|ulous|ulously)|magic(?:al|ally)?|wonder cure',
    why: notProved,
    fair: [`${no} (?:mirac|magic)[a-z]*`, 'miracle road'],
  },
  {
    words:
      '(?:permanent|lasting|total|complete) (?:relief|fix|solution|recovery)|permanently (?:fix|heal|remove|solve)[a-z]*',
    why: notProved,
  },
  {
    words:
      '100 ?(?:percent|per cent)?(?: [a-z]+)? (?:effective|success|successful|safe|relief|recovery)|success guaranteed',
    why: notProved,
  },
  { words: '(?:no|zero|without|free of) (?:side ?effects?|risks?)|risk ?free|side ?effect ?free', why: notProved },
  { words: '(?:number|no|nr) ?(?:1|one) (?:physio|clinic|in|for|therap|osteo|chiro|choice)[a-z]*', why: comparison },
  {
    words:
      'world ?class|unbeatable|unrivall?ed|second to none|finest|the leading|top rated|top ?(?:physio|clinic|osteo|chiro)[a-z]*',
    why: comparison,
  },
  {
    words: '(?:re ?align|misalign)[a-z]*|(?:put|pop|click|slip)[a-z]* (?:[a-z]+ ){0,3}back (?:in|into) place',
    why: contradicted,
    fair: [`${no} (?:re ?|mis)align[a-z]*`],
  },
  {
    words: 'detox[a-z]*|(?:flush|remov|releas)[a-z]* (?:[a-z]+ )?toxins?',
    why: contradicted,
    fair: [`${no} (?:[a-z]+ )?(?:detox|toxin)[a-z]*`],
  },
  { words: '(?:prevent|stop)s? (?:[a-z]+ )?spasms?', why: contradicted, fair: [`${no} prevent (?:[a-z]+ )?spasms?`] },
]

interface Read {
  /** One letter, digit or space for each place. */
  readonly plain: string
  /** For each of them, where it came from. */
  readonly from: readonly number[]
}

/** Every word of the text that may not be used, in its order. Empty when all may. Work grows with the length, up to a bound. */
export function findClinicWords(text: string): readonly ClinicWord[] {
  const read = readPlainly(text.slice(0, longestChecked))
  return rules
    .flatMap((rule) => spansOf(rule, read).map(([from, to]) => wordAt(text, read, from, to, rule.why)))
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((each, at, sorted) => !sorted.slice(Math.max(0, at - 3), at).some(({ end }) => end >= each.end))
}

/** The text as the patterns see it: plain letters, digits and single spaces, and where each came from. */
function readPlainly(text: string): Read {
  const [letters, from]: [string[], number[]] = [[], []]
  const put = (letter: string, at: number) => {
    if (letter === ' ' && (letters.at(-1) ?? ' ') === ' ') return
    letters.push(letter)
    from.push(at)
  }
  let at = 0
  for (const sign of text) {
    for (const letter of plainLetter(sign)) put(letter, at)
    at += sign.length
  }
  return joined(unmasked(letters), from)
}

const isLetter = (letter: string | undefined) => letter !== undefined && /[a-z]/.test(letter)

/** Digits and signs that stand for a letter inside a word: "gu4rantee", "m1racle". */
const digits: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

function unmasked(letters: readonly string[]): readonly string[] {
  return letters.map((letter, at) =>
    isLetter(letters[at - 1]) && isLetter(letters[at + 1]) ? (digits[letter] ?? letter) : letter,
  )
}

/** Takes the spaces out of three or more single letters in a row. */
function joined(letters: readonly string[], from: readonly number[]): Read {
  const plain = letters.join('')
  const spaced = new Set<number>()
  for (const run of plain.matchAll(/(?<![^ ])[a-z](?: [a-z]){2,}(?![^ ])/g))
    for (let at = run.index + 1; at < run.index + run[0].length; at += 2) spaced.add(at)
  const kept = from.map((_, at) => at).filter((at) => !spaced.has(at))
  return { plain: kept.map((at) => plain[at]).join(''), from: kept.map((at) => from[at] ?? 0) }
}

function spansOf({ words, fair = [] }: Rule, { plain }: Read): readonly (readonly [number, number])[] {
  const fairSpans = fair.flatMap((pattern) => matches(pattern, plain))
  return matches(words, plain).filter(([from, to]) => !fairSpans.some(([start, end]) => start <= from && to <= end))
}

const matches = (pattern: string, plain: string) =>
  [...plain.matchAll(new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, 'g'))].map(
    ({ 0: { length }, index }) => [index, index + length] as const,
  )

function wordAt(text: string, { from }: Read, first: number, after: number, why: string): ClinicWord {
  const start = from[first] ?? 0
  const last = from[after - 1] ?? start
  const end = last + ([...text.slice(last, last + 2)][0]?.length ?? 1)
  return { start, end, written: text.slice(start, end), why }
}
