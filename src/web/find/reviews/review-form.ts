/** What the form of a review posts, read once: the mark, the words, who it is shown as, and what the words may tell of danger. */
import { dangerPhrases, type HeardSign, mostHeard } from '../../../care/check/free-text/danger-phrases.ts'
import { longestReview, type ReviewWish } from '../../../clinic/reviews/write-review.ts'
import type { Problem } from '../../ui/error-summary.tsx'
import { notOfTheBackIn } from '../danger-first.tsx'
import { notAllHeard } from '../not-all-heard.ts'

/** The fields as typed. */
export interface TypedReview {
  readonly mark?: string | undefined
  readonly words?: string | undefined
  /** `short` for the short name; anything else is "a patient". */
  readonly name?: string | undefined
}

/** A review as it was read. Danger is heard whatever else is wrong with it. */
export interface ReadTypedReview {
  readonly words: string
  readonly heard: readonly HeardSign[]
  /** The words may tell of danger, of the back or not: the clinic reads it before anybody else. */
  readonly isHeard: boolean
  /** Sentences for its fields; while there is one, `wish` is not to be written. */
  readonly problems: readonly Problem[]
  readonly wish: ReviewWish
}

/** Reads it. */
export function readTypedReview({ mark = '', words: typed = '', name }: TypedReview): ReadTypedReview {
  const words = typed.normalize('NFC').trim()
  const heard = dangerPhrases(words.slice(0, mostHeard))
  const isHeard = heard.length > 0 || notOfTheBackIn(words) !== undefined
  const problems = [
    ...(/^[1-5]$/.test(mark) ? [] : [{ field: 'mark', text: 'Choose a mark from 1 to 5.' }]),
    ...([...words].length <= longestReview
      ? []
      : [{ field: 'words', text: `Use ${longestReview} characters or fewer.${notAllHeard(words)}` }]),
  ]
  return {
    ...{ words, heard, isHeard, problems },
    wish: { mark: Number(mark), words, isNamed: name === 'short', isDanger: isHeard },
  }
}
