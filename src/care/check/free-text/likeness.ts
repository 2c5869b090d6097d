/** What a danger is likened to explains nothing: "leaking like a tap", "it stays numb like from a long flight". */
import type { Reading } from './reading.ts'
import { wordAt } from './reading-at.ts'

const words = (row: string): ReadonlySet<string> => new Set(row.split(' '))

/** Between "like" and what something is likened to: "like from a tap", "like after the gym". */
const glue = words('a an the my some from in on at for of to by after')
/** Behind these "like" is no likeness: "I like tap water". */
const likes = words('i we you they he she who dont didnt doesnt would id wed youd really also')

/** Is what stands there only what something is like, and not what it is? Where "like" stands; otherwise nothing. */
export function likenedAt(reading: Reading, at: number): number | undefined {
  let before = at - 1
  while (glue.has(wordAt(reading, before)) && reading.line[before] === reading.line[at]) before--
  return wordAt(reading, before) === 'like' && !likes.has(wordAt(reading, before - 1)) ? before : undefined
}
