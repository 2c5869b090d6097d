/** When words of danger are told of somebody in a story: "a film about a man who can't feel his legs". In doubt they count. */
import { inStory, myself, stories, storyLinks, storyPeople, watches } from './denial-words.ts'
import type { Reading } from './reading.ts'
import { wordAt, kindAt } from './reading-at.ts'

/** How far before the words the person of the story stands; in tokens. */
const reach = 8

/** A person of a story stands before the words in the same thought, and the one who writes is nowhere near. */
export function isToldInStory(reading: Reading, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    if (kindAt(reading, at) !== 'word' || isMine(reading, at) || wordAt(reading, at) === 'and') return false
    if (storyPeople.has(wordAt(reading, at)) && (hasStoryBefore(reading, at) || isOfStory(reading, at, first)))
      return !saysMine(reading, first)
  }
  return false
}

/** "film about a [man]", "in the show a [woman]": nothing but small words between; or "watched a film and the [man]", "watching a film, a [man]". */
function hasStoryBefore(reading: Reading, person: number): boolean {
  let joined = false
  for (let at = person - 1; at >= Math.max(0, person - reach); at--) {
    if (isStory(reading, at)) return !joined || isWatched(reading, at)
    const isPause = kindAt(reading, at) === 'pause'
    if (isPause || (wordAt(reading, at) === 'and' && wordAt(reading, at + 1) === 'the')) joined = true
    else if (kindAt(reading, at) !== 'word' || !storyLinks.has(wordAt(reading, at))) return false
  }
  return false
}

const isStory = (reading: Reading, at: number): boolean =>
  stories.has(wordAt(reading, at))
    ? wordAt(reading, at) !== 'street' || wordAt(reading, at - 1) === 'coronation'
    : wordAt(reading, at) === 'casualty' && isWatched(reading, at)

/** "watched [casualty]", "saw a good [film]". */
const isWatched = (reading: Reading, story: number): boolean =>
  [story - 1, story - 2, story - 3].some((at) => watches.has(wordAt(reading, at)))

/** "the [man] in that film had". */
function isOfStory(reading: Reading, person: number, first: number): boolean {
  for (let at = person + 1; at < first && at < person + 5; at++) {
    if (isStory(reading, at)) return at > person + 1
    if (!inStory.has(wordAt(reading, at))) return false
  }
  return false
}

const isMine = (reading: Reading, at: number): boolean =>
  myself.has(wordAt(reading, at)) || ['my', 'mine', 'im'].includes(wordAt(reading, at))

/** "… just like me", "… and mine too": what is said there comes back to the one who writes. */
function saysMine(reading: Reading, first: number): boolean {
  for (let at = first; at < reading.tokens.length && at < first + 3 * reach; at++) if (isMine(reading, at)) return true
  return false
}
