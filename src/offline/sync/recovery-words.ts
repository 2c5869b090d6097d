/**
 * The twelve words that open a person's locked copy: 128 random bits as words of BIP 39, with its checksum. Whoever has them
 * can read the copy; nobody else can, and nobody can find them again.
 */
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'

/** How many words, and the random bytes that they stand for. */
const wordCount = 12
export const secretBytes = 16

/** What was typed, as the bytes it stands for. `unknown`: words that are not in the list, as typed, at most twelve. */
export type ReadWords =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly why: 'count'; readonly count: number }
  | { readonly ok: false; readonly why: 'unknown'; readonly words: readonly string[] }
  | { readonly ok: false; readonly why: 'order' }

/** @param secret `secretBytes` random bytes @returns twelve words with a space between each */
export const recoveryWords = (secret: Uint8Array): string => entropyToMnemonic(secret, wordlist)

/** The places, from 1, of the words that are asked back from what was written down: spread over them. */
export const askedWords: readonly number[] = [3, 7, 12]
/** The name of the field for the word of that place. */
export const askedWordName = (place: number): string => `word${place}`
/** Which of the asked words are not what was typed for them, by their places. */
export function otherWords(words: string, typed: ReadonlyMap<number, string>): readonly number[] {
  const all = words.split(' ')
  const plain = (place: number) => (typed.get(place) ?? '').toLowerCase().replace(/[^a-z]/g, '')
  return askedWords.filter((place) => plain(place) !== all[place - 1])
}

const known = new Set(wordlist)
/** Longest text that is looked at: twelve words with numbers and line ends take less. */
const longest = 1000

/** Reads words as people type them: in capitals, numbered, one to a line. Never throws. */
export function readRecoveryWords(typed: string): ReadWords {
  const words = typed
    .slice(0, longest)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  if (words.length !== wordCount) return { ok: false, why: 'count', count: words.length }
  const strange = words.filter((word) => !known.has(word))
  if (strange.length > 0) return { ok: false, why: 'unknown', words: strange }
  try {
    return { ok: true, secret: mnemonicToEntropy(words.join(' '), wordlist) }
  } catch {
    return { ok: false, why: 'order' }
  }
}
