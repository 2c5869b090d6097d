/**
 * Several texts of one person as one that fits the check's own field for words: what was told of danger in one is not lost
 * for another (evidence.md §2.3; hazard H-03). Pure. Never: drops a danger while any letter that means none is kept.
 */
import { findLast } from '../../evidence/lists.ts'
import { dangerPhrases } from './danger-phrases.ts'

/** Most letters of the check's own field for words (`worry`). */
const worryLetters = 500
/** Letters; of a longer sentence only the words around each danger are kept, so that several fit. */
const longestSentence = 160

/**
 * The texts one under the other, each once. Where that is longer than the field: their dangerous sentences; where even those
 * are, the words around each danger.
 * @param mostLetters of the field, in characters
 */
export function textsTogether(texts: readonly string[], mostLetters = worryLetters): string {
  const told = [...new Set(texts)].filter(
    (text, _, all) => !all.some((other) => other !== text && other.includes(text)),
  )
  const ways = [told, unique(told.flatMap(dangerousSentences)), unique(told.flatMap(quotesOf))].map((parts) =>
    parts.join('\n'),
  )
  const fits = ways.find((text) => text !== '' && text.length <= mostLetters)
  return fits ?? (findLast(ways, (text) => text !== '') ?? '').slice(0, mostLetters)
}

const unique = (parts: readonly string[]) => [...new Set(parts)]

const quotesOf = (words: string): readonly string[] => dangerPhrases(words).map(({ quote }) => quote)

/** The sentences of a text that may mean danger; where only several of them together do, the words around it. */
function dangerousSentences(text: string): readonly string[] {
  const sentences = text.match(/[^.!?\n]+[.!?\n]*/g) ?? []
  // Whoever is frightened may write it all in one sentence.
  const dangerous = sentences.flatMap((sentence) => {
    const quotes = quotesOf(sentence)
    return quotes.length === 0 || sentence.length > longestSentence ? quotes : [sentence.trim()]
  })
  return dangerous.length > 0 ? dangerous : quotesOf(text)
}
