/**
 * What the diary was told of danger since the last whole check, as answers for the next one, wherever that is begun: a check
 * that never heard of it would find nothing, and settle it unasked (evidence.md §2.4; hazard H-04).
 * Pure. Never: answers anything with "no", tells again what was taken back or put right, or what is private.
 */
import { withoutPrivate } from '../check/private.ts'
import type { Answers } from '../check/types.ts'
import { type DiaryEvent, entries } from '../diary/entry.ts'
import { raisedBy } from '../diary/entry-dangers.ts'
import type { ProgrammeState } from '../programme/state.ts'

/** Most letters of the check's own field for words (`worry`); of several notes the latest that fit. */
const mostLetters = 500

/**
 * The signs that were ticked, as "yes", and the notes that may mean danger, under `worry`: of the entries that count and that
 * no whole check came after. Empty where no whole check is due.
 */
export function toldSince(
  diary: readonly DiaryEvent[],
  { fullDue, lastFull }: Pick<ProgrammeState, 'fullDue' | 'lastFull'>,
): Answers {
  if (fullDue === null) return {}
  return entries(diary)
    .filter(({ at }) => at >= (lastFull?.at ?? 0))
    .map((entry) => raisedBy(entry, []))
    .filter(({ keepNotePrivate }) => !keepNotePrivate)
    .reduce<Answers>((told, { answers }) => alsoTold(answers, told), {})
}

/** What is told now beside what was told before. Words stand one under the other, the new ones first. */
export function alsoTold(now: Answers, before: Answers): Answers {
  const words = new Set([now.worry, before.worry].filter((text) => typeof text === 'string'))
  const told = { ...withoutPrivate(before), ...now }
  return words.size === 0 ? told : { ...told, worry: oneUnderTheOther([...words]) }
}

/** As many of the texts as fit, the first of them always. */
const oneUnderTheOther = ([first = '', ...more]: readonly string[]): string =>
  more.reduce((all, text) => (all.length + text.length < mostLetters ? `${all}\n${text}` : all), first)
