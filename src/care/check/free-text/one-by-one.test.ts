/**
 * Every word of the net by itself. From each line of the signs, each way in it, and each way of each meaning of the lexicon,
 * comes one short sentence, and it must be heard (`one-by-one.txt` beside this test keeps them). The sentences stay when a
 * line or a word goes: whoever takes one out must take out what nobody hears any more, and say why. What is harmless is said
 * there too, and must raise nothing. Each line has a sentence that no other line hears. `WRITE_OUTLINES=1` adds the sentences
 * of what is new, and takes none away.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect, test } from 'vitest'
import { aboutAnswers } from './danger-signs/about-answers.ts'
import { dangerSigns } from './danger-signs/all.ts'
import type { DangerSign } from './danger-signs/sign.ts'
import { formsOf } from './endings.ts'
import { findSigns, linesThatHear } from './find-signs.ts'
import { lexicon } from './lexicon.ts'
import { ordinaryWords } from './ordinary-words.ts'
import { otherSenses } from './other-senses.ts'
import { type Pattern, patternOf } from './pattern.ts'
import { shortForms } from './short-forms.ts'
import { slipsBetween, slipsIn } from './spelling.ts'

const file = new URL('./one-by-one.txt', import.meta.url)
const signs: readonly DangerSign[] = [...dangerSigns, ...aboutAnswers]
const silence = 'nothing'
/** Nothing either: what would be heard in these stands in a way of speaking in another sense. */
const hidden = 'taken in another sense'
/** Nor in these, where an ordinary word stands that is a slip away from one of danger. */
const ordinary = 'an ordinary word'
/** Nor in these, which say besides what it is instead. */
const explained = 'explained away'
const silent: readonly string[] = [silence, hidden, ordinary, explained]

/** A number that each name of a number means. */
const numbers: Readonly<Record<string, string>> = {
  ...{ n2: '3', n4: '5', n5: '6', n7: '8', n8: '8', n9: '9', n65: '70', nle3: '2' },
  ...{ nC: '39', nCd: '38.5', nF: '102', nMg: '5000', nOk: '37', nEarly: '8', nLate: '30', nPower: '3/5' },
}
const rows: Readonly<Record<string, string>> = lexicon
const plain = (way: string) =>
  way
    .trim()
    .replace(/[\s|]+/g, ' ')
    .replaceAll('*', '')
/** The ways of one name in a line: of a meaning all, of a word itself. */
const waysOf = (name: string): readonly string[] => {
  const number = numbers[name]
  if (number !== undefined) return [number]
  return rows[name]?.split(',').map(plain) ?? [plain(name.replaceAll('_', ' '))]
}
const firstOf = (name: string) => waysOf(name)[0] ?? ''

/** What is only listened for beside some answers stands by itself. */
const asked = (sign: DangerSign) => (dangerSigns.includes(sign) ? sign.question : `${sign.question} beside an answer`)
/** The heading under which the sentences of a line stand. */
const headingOf = (sign: DangerSign, means: string | null) =>
  means === null ? asked(sign) : `${asked(sign)} = ${means}`
/** Many a sentence is asked about more than once. */
const asOnce = new Map<string, readonly string[]>()
/** What a sentence raises: the question, and the answer that the words state plainly. */
function raisedBy(text: string): readonly string[] {
  const known = asOnce.get(text) ?? raisedIn(text)
  asOnce.set(text, known)
  return known
}
const raisedIn = (text: string): readonly string[] => {
  const raised = findSigns(text).found.flatMap(({ sign, means }) =>
    [null, ...means].map((value) => headingOf(sign, value)),
  )
  return raised.length > 0 ? raised : [silence]
}

type Said = readonly (readonly [heading: string, sentence: string])[]
interface Line {
  readonly sign: DangerSign
  readonly pattern: Pattern
}
const lines: readonly Line[] = signs.flatMap((sign) =>
  sign.lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ sign, pattern: patternOf(line) })),
)
const isHeard = ([heading, sentence]: Said[number]) =>
  raisedBy(sentence).includes(silent.includes(heading) ? silence : heading)
const headingOfLine = ({ sign, pattern }: Line) => headingOf(sign, pattern.means)

/** The parts of a line, each said in its first way. */
const shortest = ({ pattern }: Line): readonly string[] =>
  pattern.parts.map(({ meanings: [name = ''] }) => firstOf(name))

/** Of one line, a sentence for each way that stands in it; the other parts are said in their first way. */
function ofLine(line: Line): Said {
  const base = shortest(line)
  return line.pattern.parts.flatMap(({ meanings }, at) =>
    [...meanings].map((name) => [headingOfLine(line), base.with(at, firstOf(name)).join(' ')] as const),
  )
}

/** The lines that say the same of this sentence; one that is asked of an answer says it beside that answer alone. */
const saySame = ({ sign, pattern }: Line, sentence: string): readonly Line[] =>
  linesThatHear(sentence).filter(
    (one) =>
      one.sign.question === sign.question &&
      (one.sign === sign || dangerSigns.includes(one.sign)) &&
      (pattern.means === null || one.pattern.means === pattern.means),
  )
const hearsAlone = (line: Line, sentence: string): boolean => {
  const [first, ...others] = saySame(line, sentence)
  return first?.pattern.line === line.pattern.line && first.sign === line.sign && others.length === 0
}

/** Says nothing by itself, and counts as a word between. */
const between = 'green'
/**
 * A line in every way of each of its parts; as far apart as it may be said; turned round; with what silences others like it
 * behind; and in two other ways at once.
 */
function* saidOf(line: Line): Generator<string, void> {
  const { parts } = line.pattern
  const base = shortest(line)
  const inWays = parts.map(({ meanings }) => [...meanings].flatMap(waysOf))
  const said = inWays.flatMap((ways, at) => ways.map((way) => base.with(at, way)))
  for (const words of said) yield words.join(' ')
  for (const words of said) {
    for (const [at, { join }] of parts.entries())
      if (join) yield words.with(at, `${`${between} `.repeat(join.gap)}${words[at]}`).join(' ')
    if (parts[1]?.join?.eitherOrder) yield [words[1], words[0], ...words.slice(2)].join(' ')
  }
  const others = [...new Set(said.flatMap((words) => saySame(line, words.join(' '))))]
  for (const { pattern } of others)
    for (const name of pattern.unless) for (const words of said) yield `${words.join(' ')} ${firstOf(name)}`
  // An illness by its name is quiet where it is only asked about, or somebody else's; the others are not.
  for (const words of said) yield `is it ${words.join(' ')}`
  for (const [at, ways] of inWays.entries())
    for (const [to, others] of inWays.entries())
      if (to > at)
        for (const way of ways) for (const other of others) yield base.with(at, way).with(to, other).join(' ')
}

/** A sentence that this line hears and no other, so that it is missed when the line goes; undefined where there is none. */
function heardAlone(line: Line): string | undefined {
  for (const [, sentence] of ofLine(line)) if (hearsAlone(line, sentence)) return sentence
  for (const sentence of saidOf(line)) if (hearsAlone(line, sentence)) return sentence
  return undefined
}

/** The lines that hold each meaning, with its place in each, the first ones. */
const holders = new Map<string, (Line & { readonly at: number })[]>()
for (const line of lines)
  for (const [at, { meanings }] of line.pattern.parts.entries())
    for (const name of meanings) holders.set(name, [...(holders.get(name) ?? []), { ...line, at }])

/** Of each meaning, a sentence for each of its ways: in the first line that hears it, and is deaf without it. */
function ofLexicon(): Said {
  return Object.keys(rows).flatMap((name): Said => {
    const holding = (holders.get(name) ?? []).map((line) => {
      const base = shortest(line)
      const say = (way: string) => [headingOfLine(line), base.with(line.at, way).join(' ').trim()] as const
      return { say, isDeafWithout: !isHeard(say('')) }
    })
    const hearing = holding.filter(({ say }) => isHeard(say(firstOf(name))))
    const [first] = hearing
    const needing = hearing.filter(({ isDeafWithout }) => isDeafWithout)
    return waysOf(name).flatMap((way): Said => {
      const found = needing.find(({ say }) => isHeard(say(way))) ?? first
      return found ? [found.say(way)] : []
    })
  })
}

/** Of each short form, the first sentence with the words that it stands for, written with it. */
function ofShortForms(said: Said): Said {
  return [...shortForms].flatMap(([short, long]): Said => {
    const words = ` ${long.join(' ')} `
    const found = said.find(([, sentence]) => ` ${sentence} `.includes(words))
    return found ? [[found[0], ` ${found[1]} `.replace(words, ` ${short} `).trim()]] : []
  })
}

/** Where the code itself asks for a meaning: what is silent by each of its ways, in the place of the star. */
const turned: Readonly<Record<string, string>> = {
  ...{ RELATIVE: 'my * had cancer', PET: 'my * collapsed', FAMILY: 'cancer *', JOB: 'i am a * cancer' },
  ...{ YEARSAGO: 'fever *', MOVEWORD: 'cant * to pee' },
}
/** Of each way that explains a line away, or turns it, a sentence that raises nothing, and would without it. */
function ofTurns(): Said {
  const silenced = (heard: string, sentence: string): boolean =>
    !isHeard([silence, heard]) && isHeard([silence, sentence])
  const done = new Set<string>()
  const byLines = lines.flatMap((line) =>
    [...line.pattern.unless].flatMap((name) =>
      waysOf(name).flatMap((way): Said => {
        const base = shortest(line).join(' ')
        if ((name in rows && done.has(way)) || !silenced(base, `${base} ${way}`)) return []
        done.add(way)
        return [[explained, `${base} ${way}`]]
      }),
    ),
  )
  const byCode = Object.entries(turned).flatMap(([name, frame]) =>
    waysOf(name)
      .map((way) => frame.replace('*', way))
      .filter((sentence) => silenced(frame.replace(/(my )?\* ?/, ''), sentence))
      .map((sentence) => [explained, sentence] as const),
  )
  return [...byLines, ...byCode, ...waysOf('ANSWERFOR').map((way) => ['F1', `${way} my mum had cancer`] as const)]
}

/** The meanings and the words of lines that begin with each word of a way, with the words of that way. */
const waysFrom = new Map<string, { readonly name: string; readonly words: readonly string[] }[]>()
for (const name of holders.keys())
  for (const way of rows[name]?.split(',') ?? [name.replaceAll('_', ' ')]) {
    const [first = '', ...rest] = way.trim().split(/\s+/)
    for (const form of formsOf(first))
      waysFrom.set(form, [...(waysFrom.get(form) ?? []), { name, words: [form, ...rest.map(plain)] }])
  }
/** What a way of speaking in another sense would mean if it were not one. */
const wouldMean = (sense: readonly string[]): ReadonlySet<string> =>
  new Set(
    sense.flatMap((word, at) =>
      (waysFrom.get(word) ?? [])
        .filter(({ words }) => words.every((one, ahead) => sense[at + ahead] === one))
        .map(({ name }) => name),
    ),
  )
/** With a break of line within, no other sense is heard, and every meaning still is. */
const broken = (sense: readonly string[]): readonly string[] =>
  sense.slice(1).map((_, at) => [sense.slice(0, at + 1).join(' '), sense.slice(at + 1).join(' ')].join('\n'))

/** Of a way of speaking in another sense, a sentence that raises nothing, and would if it were meant as it is written. */
function hiddenBy(way: string): string | undefined {
  const sense = plain(way).split(' ')
  for (const name of wouldMean(sense))
    for (const line of (holders.get(name) ?? []).slice(0, mostLines)) {
      const say = (words: string) => shortest(line).with(line.at, words).join(' ')
      const sentence = say(sense.join(' '))
      if (!isHeard([silence, sentence])) continue
      if (broken(sense).some((words) => !isHeard([silence, say(words)]))) return sentence
    }
  return undefined
}
/** A meaning that stands in many lines is tried in so many. */
const mostLines = 20

/** Of an ordinary word, a sentence with it in the place of a word of danger that it could be a slip of. */
function besideOrdinary(word: string): string | undefined {
  for (const [telling, names] of waysFrom) {
    const most = Math.min(slipsIn(telling.length), slipsIn(word.length + 1))
    if (telling[0] !== word[0] || telling === word || slipsBetween(word, telling, most) > most) continue
    for (const { name, words } of names)
      for (const line of words.length === 1 ? (holders.get(name) ?? []).slice(0, mostLines) : []) {
        const say = (said: string) => [headingOfLine(line), shortest(line).with(line.at, said).join(' ')] as const
        if (isHeard(say(telling)) && isHeard([silence, say(word)[1]])) return say(word)[1]
      }
  }
  return undefined
}

function kept(): Said {
  let heading = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Said => {
      if (line.startsWith('# ')) heading = line.slice(2)
      return line === '' || line.startsWith('# ') ? [] : [[heading, line]]
    })
}

const senses = otherSenses.map((way) => ({ way, sentence: hiddenBy(way) }))
/** Each line with a sentence that it alone hears. */
const alone = lines.map((line) => ({ line, sentence: heardAlone(line) }))
const plainly: Said = [
  ...lines.flatMap(ofLine),
  ...alone.flatMap(({ line, sentence }): Said => (sentence === undefined ? [] : [[headingOfLine(line), sentence]])),
  ...ofLexicon(),
]
const made: Said = [
  ...plainly,
  ...ofShortForms(plainly.filter(isHeard)).filter(isHeard),
  ...otherSenses.map((way) => [silence, plain(way)] as const).filter(isHeard),
  ...ofTurns().filter(isHeard),
  ...ordinaryWords.flatMap((word): Said => {
    const sentence = besideOrdinary(word)
    return sentence === undefined ? [] : [[ordinary, sentence]]
  }),
  ...senses.flatMap(({ sentence }): Said => (sentence === undefined ? [] : [[hidden, sentence]])),
]

if (env.WRITE_OUTLINES) {
  const all = [...kept(), ...made.filter(isHeard)]
  const headings = [...new Set(all.map(([heading]) => heading))]
  const parts = headings
    .toSorted((one, other) => (one < other ? -1 : 1))
    .flatMap((heading) => {
      const said = [...new Set(all.filter(([of]) => of === heading).map(([, sentence]) => sentence))]
      return said.length > 0 ? [[`# ${heading}`, ...said.toSorted()].join('\n')] : []
    })
  writeFileSync(file, `${parts.join('\n\n')}\n`)
}

test('what is kept is still heard, as the question and the answer that it was', () => {
  const all = kept()
  expect(all.length).toBeGreaterThan(8000)
  expect(all.filter((said) => !isHeard(said))).toEqual([])
})

test('each line has a sentence there, and each way of each meaning', () => {
  const known = new Set(kept().map(([heading, sentence]) => `${heading}: ${sentence}`))
  const missing = made.filter((said) => isHeard(said) && !known.has(said.join(': '))).map((said) => said.join(': '))
  expect(missing, 'WRITE_OUTLINES=1 adds them: read what it adds').toEqual([])
})

test('each line hears what no other line hears: one that does not can go', () => {
  expect(alone.flatMap(({ line, sentence }) => (sentence === undefined ? [line.pattern.line] : []))).toEqual([])
})

/** Known words, never guessed at; or their words mean no danger that this test can say. */
const hidesNothing: readonly string[] =
  `backstroke, basketball, battery died, bitty, breaststroke, breathtaking, bullshit, cancer charity, cancer research, cancerian,
    cheeky, deadlift, deadlifting, deadlifts, faintest, football, footstool, hayfever, heat or cold, mind numbingly,
    my runs, overkill, privately, seaside, stroking, sunstroke, the spot`.split(/,\s+/)

test('each way of speaking in another sense hides what would be heard, but for a few', () => {
  const idle = senses.flatMap(({ way, sentence }) => (sentence === undefined ? [way] : []))
  expect(idle.toSorted()).toEqual(hidesNothing)
})

/** Each is heard in a whole sentence: with a place, a "was" or an "it" between. */
const tooShort: readonly string[] = [
  'A3: faecal opened never',
  'C1: chest press',
  'F3: whatever position never',
  'I3 beside an answer = acted: od d last night',
]

test('no line is deaf to its own words, but for those that read as something else when said so short', () => {
  const deaf = new Set(made.filter((said) => !isHeard(said)).map((said) => said.join(': ')))
  expect([...deaf].toSorted()).toEqual([...tooShort].toSorted())
})
