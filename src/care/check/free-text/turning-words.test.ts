/**
 * Each entry of each list of words that turn what is heard round: that deny, end a denial, take it back, or make a thing feared,
 * past or somebody else's, or tell that a text is of somebody at home. Each has a sentence in `turning-words.txt` beside this test that is heard otherwise when that entry
 * alone is taken out. An entry that no sentence needs can go. `WRITE_OUTLINES=1` looks for the sentence of a new entry among
 * those of its list; where none of them will do, write one by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { env } from 'node:process'
import { expect, test } from 'vitest'
import { dangerPhrases, phrasesAbout } from './danger-phrases.ts'
import * as denialMeanings from './denial-meanings.ts'
import * as denialWords from './denial-words.ts'
import { homeWords, maySpeakOfHome } from './home-words.ts'
import { cantWords } from './plain-cants.ts'
import * as readingWords from './reading-words.ts'
import * as smallWords from './small-words.ts'

const file = new URL('./turning-words.txt', import.meta.url)

/** What is asked because of a text, and the answers that it states. */
const asked = (text: string): string =>
  phrasesAbout(text, () => true)
    .map(({ question, means }) => question + (means === undefined ? '' : ` (${String(means)})`))
    .join(' ') || 'nothing'
/** Whether it may be of somebody at home, so that it stays with the person alone. */
const placed = (text: string): string =>
  maySpeakOfHome(text, (sentence) => dangerPhrases(sentence).length > 0) ? 'of home' : 'not of home'

/** A list whose entries can be taken out one at a time, and are put back. */
interface List {
  readonly heard: (text: string) => string
  readonly entries: readonly string[]
  readonly without: <T>(entry: string, look: () => T) => T
}

const setList = (set: Set<string>, heard = asked): List => {
  const entries = [...set]
  return {
    heard,
    entries,
    without: (entry, look) => {
      set.delete(entry)
      try {
        return look()
      } finally {
        // In the order they had: other tests of this worker read the same lists.
        set.clear()
        for (const one of entries) set.add(one)
      }
    },
  }
}
const rowList = (rows: (readonly string[])[]): List => ({
  heard: asked,
  entries: rows.map((row) => row.join(' ')),
  without: (entry, look) => {
    const at = rows.findIndex((row) => row.join(' ') === entry)
    const gone = rows.splice(at, 1)
    try {
      return look()
    } finally {
      rows.splice(at, 0, ...gone)
    }
  },
})

// The dictionary is made of these two once: without an entry it would have to be made again.
const { articles: _articles, knownSmallWords: _known, afterAll, ...small } = smallWords
const { knownTurns: _turns, ...turns } = denialWords
const lists: ReadonlyMap<string, List> = new Map([
  // Cast: a list is written in here, and as it was again before anybody else looks at it.
  ['afterAll', rowList(afterAll as unknown as (readonly string[])[])],
  ...Object.entries({
    ...{ ...small, ...turns, ...denialMeanings, ...readingWords },
    ...Object.fromEntries(Object.entries(cantWords).map(([name, list]) => [`cant ${name}`, list])),
  }).map(
    // Cast: as above.
    ([name, list]) => [name, setList(list as Set<string>)] as const,
  ),
  // Cast: as above.
  ...Object.entries(homeWords).map(([name, list]) => [`home ${name}`, setList(list as Set<string>, placed)] as const),
])

interface Kept {
  readonly list: string
  readonly entry: string
  readonly sentence: string
  readonly heard: string
  readonly without: string
}

function kept(): readonly Kept[] {
  let list = ''
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Kept[] => {
      if (line.startsWith('# ')) list = line.slice(2)
      const [, entry = '', sentence = '', said = '', without = ''] =
        /^(.+?) \| (.+) \| (.+), without it (.+)$/.exec(line) ?? []
      return entry === '' ? [] : [{ list, entry, sentence: sentence.replaceAll('\\n', '\n'), heard: said, without }]
    })
}

function now(name: string, entry: string, sentence: string): Kept {
  const list = lists.get(name)
  if (list === undefined) return { list: name, entry, sentence, heard: 'no such list', without: 'no such list' }
  const without = list.without(entry, () => list.heard(sentence))
  return { list: name, entry, sentence, heard: list.heard(sentence), without }
}

/** The sentence of an entry: the kept one, or that of another of its list with this entry in the place of that one. */
function sentenceOf(list: string, entry: string, all: readonly Kept[]): readonly Kept[] {
  const own = all.find((one) => one.list === list && one.entry === entry)
  const others = all.filter((one) => one.list === list && one !== own)
  const tried = [
    ...(own ? [own.sentence] : []),
    ...others.map((one) => ` ${one.sentence} `.replace(` ${one.entry} `, ` ${entry} `).trim()),
  ].map((sentence) => now(list, entry, sentence))
  return tried.filter((one) => one.heard !== one.without).slice(0, 1)
}

if (env.WRITE_OUTLINES) {
  const all = kept()
  const parts = [...lists].map(([list, { entries }]) => {
    const rows = entries.toSorted().flatMap((entry) => sentenceOf(list, entry, all))
    const said = rows.map(
      (row) => `${row.entry} | ${row.sentence.replaceAll('\n', '\\n')} | ${row.heard}, without it ${row.without}`,
    )
    return [`# ${list}`, ...said].join('\n')
  })
  writeFileSync(file, `${parts.join('\n\n')}\n`)
}

test('each sentence is heard as it was, and otherwise without its word', () => {
  const all = kept()
  expect(all.length).toBeGreaterThan(1000)
  expect(all.map(({ list, entry, sentence }) => now(list, entry, sentence))).toEqual(all)
  expect(all.filter((one) => one.heard === one.without)).toEqual([])
})

test('each entry of each list has such a sentence: one that does not can go', () => {
  const known = new Set(kept().map(({ list, entry }) => `${list}: ${entry}`))
  const all = [...lists].flatMap(([list, { entries }]) => entries.map((entry) => `${list}: ${entry}`))
  expect(all.filter((one) => !known.has(one))).toEqual([])
  expect([...known].filter((one) => !all.includes(one))).toEqual([])
})
