/** When words of danger are told of somebody in a story: "a film about a man who can't feel his legs". In doubt they count. */
import { myself, stories, storyLinks, storyPeople } from './denial-words.ts'
import type { Reading } from './reading.ts'
import { wordAt, kindAt } from './reading-at.ts'

/** How far before the words the person of the story stands; in tokens. */
const reach = 8

/** A person of a story stands before the words in the same thought, and the one who writes is nowhere near. */
export function isToldInStory(reading: Reading, first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    if (kindAt(reading, at) !== 'word' || isMine(reading, at) || wordAt(reading, at) === 'and') return false
    if (storyPeople.has(wordAt(reading, at)) && hasStoryBefore(reading, at)) return !saysMine(reading, first)
  }
  return false
}

/** "film about a [man]", "in the show a [woman]": nothing but small words between. */
function hasStoryBefore(reading: Reading, person: number): boolean {
  for (let at = person - 1; at >= Math.max(0, person - reach) && kindAt(reading, at) === 'word'; at--) {
    if (stories.has(wordAt(reading, at))) return true
    if (!storyLinks.has(wordAt(reading, at))) return false
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
