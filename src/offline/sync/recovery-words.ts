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
