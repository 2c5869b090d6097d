/**
 * Every word of the net by itself. From each line of the signs, each way in it, and each way of each meaning of the lexicon,
 * comes one short sentence, and it must be heard (`one-by-one.txt` beside this test keeps them). The sentences stay when a
 * line or a word goes: whoever takes one out must take out what nobody hears any more, and say why. What is harmless is said
 * there too, and must raise nothing. `WRITE_OUTLINES=1` adds the sentences of what is new, and takes none away.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect, test } from 'vitest'
import { aboutAnswers } from './danger-signs/about-answers.ts'
import { dangerSigns } from './danger-signs/all.ts'
import type { DangerSign } from './danger-signs/sign.ts'
import { findSigns } from './find-signs.ts'
import { lexicon } from './lexicon.ts'
import { otherSenses } from './other-senses.ts'
import { patternOf } from './pattern.ts'
import { shortForms } from './short-forms.ts'

const file = new URL('./one-by-one.txt', import.meta.url)
const signs: readonly DangerSign[] = [...dangerSigns, ...aboutAnswers]
const silence = 'nothing'

/** A number that each name of a number means. */
const numbers: Readonly<Record<string, string>> = {
  ...{ n2: '3', n4: '5', n5: '6', n7: '8', n8: '8', n9: '9', n65: '70', nle3: '2' },
  ...{ nC: '39', nCd: '38.5', nF: '102', nMg: '5000', nOk: '37', nEarly: '8', nLate: '30' },
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

/** What a sentence raises: the question, and the answer that the words state plainly. */
const raisedBy = (text: string): readonly string[] => {
  const asked = findSigns(text).found.flatMap(({ sign, means }) => [
    sign.question,
    ...means.map((value) => `${sign.question} = ${value}`),
  ])
  return asked.length > 0 ? asked : [silence]
}
/** The heading under which the sentences of a line stand. */
const headingOf = ({ question }: DangerSign, means: string | null) =>
  means === null ? question : `${question} = ${means}`

type Said = readonly (readonly [heading: string, sentence: string])[]
const lines = signs.flatMap((sign) =>
  sign.lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ sign, line: line.trim(), pattern: patternOf(line) })),
)

/** Of one line, a sentence for each way that stands in it; the other parts are said in their first way. */
function ofLine({ sign, pattern }: (typeof lines)[number]): Said {
  const names = pattern.parts.map(({ meanings }) => [...meanings])
  const base = names.map(([name = '']) => firstOf(name))
  return names.flatMap((part, at) =>
    part.map((name) => [headingOf(sign, pattern.means), base.with(at, firstOf(name)).join(' ')] as const),
  )
}

/** Of each meaning, a sentence for each of its ways, in the first line that holds it and hears its first way. */
function ofLexicon(): Said {
  return Object.keys(rows).flatMap((name): Said => {
    for (const { sign, pattern } of lines) {
      const at = pattern.parts.findIndex(({ meanings }) => meanings.has(name))
      if (at < 0) continue
      const base = pattern.parts.map(({ meanings }) => firstOf([...meanings][0] ?? ''))
      const heading = headingOf(sign, pattern.means)
      if (!raisedBy(base.with(at, firstOf(name)).join(' ')).includes(heading)) continue
      return waysOf(name).map((way) => [heading, base.with(at, way).join(' ')] as const)
    }
    return []
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

const isHeard = ([heading, sentence]: Said[number]) => raisedBy(sentence).includes(heading)

function kept(): Said {
  let heading = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Said => {
      if (line.startsWith('# ')) heading = line.slice(2)
      return line === '' || line.startsWith('# ') ? [] : [[heading, line]]
    })
}

const plainly: Said = [...lines.flatMap(ofLine), ...ofLexicon()]
const made: Said = [
  ...plainly,
  ...ofShortForms(plainly.filter(isHeard)).filter(isHeard),
  ...otherSenses.map((way) => [silence, plain(way)] as const).filter(isHeard),
]

if (env.WRITE_OUTLINES) {
  const all = [...kept(), ...made.filter(isHeard)]
  const headings = [...new Set([...signs.flatMap(({ question }) => [question]), ...all.map(([heading]) => heading)])]
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

/** Each is heard in a whole sentence: with a place, a "was" or an "it" between. */
const tooShort: readonly string[] = [
  'A10: arm like a light switch weak',
  'A1: numb seat',
  'A3: faecal opened never',
  'C1: arm tingle',
  'C1: chest press',
  'E6: lump disc',
  'F3: whatever position never',
  'I2: paracetamol over what it says',
  'I3 = acted: od d last night',
]

test('no line is deaf to its own words, but for those that read as something else when said so short', () => {
  const deaf = new Set(made.filter((said) => !isHeard(said)).map((said) => said.join(': ')))
  expect([...deaf].toSorted()).toEqual([...tooShort].toSorted())
})
