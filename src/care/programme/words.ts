/**
 * Small words and numbers as a person reads them. Pure.
 */
const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const

/** "two", "ten"; digits from 11 on, and for numbers that are not whole. */
export const inWords = (count: number): string => small[count] ?? String(count)

/** "1 day", "2 days". */
export const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

/** "Cat-cow, bridge and walk": names in one line, the first with a capital as it stands. */
export function list(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** The first letter large: words that begin a sentence. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** The first letter small: a title inside a sentence. */
export const inSentence = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`
