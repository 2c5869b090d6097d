/**
 * What was told of danger since the last whole check, in the diary, in the short check or as a stop sign, as answers for the next one, wherever
 * that is begun: a check that never heard of it would find nothing, and settle it unasked (evidence.md §2.4; hazard H-04).
 * Pure. Never: answers anything with "no", tells again what was taken back or put right, or what is private.
 */
import { textsTogether } from '../check/free-text/texts-together.ts'
import { withoutPrivate } from '../check/private.ts'
import type { Answers } from '../check/types.ts'
import { entries, versionsOf } from '../diary/entry.ts'
import { stopIdOf } from '../diary/entry-events.ts'
import { raisedBy } from '../diary/entry-dangers.ts'
import type { MiniCheckDone, Stopped } from '../programme/events.ts'
import { miniQuestions } from '../programme/screening.ts'
import type { ProgrammeState } from '../programme/state.ts'
import type { NotebookEvent } from './notebook.ts'
import { diaryEvents } from './person.ts'

/**
 * The signs that were ticked or pressed, as "yes", what the short check was told, and the notes that may mean danger, under
 * `worry`: of the entries that count, the stops and the short checks, where no whole check came after. Empty where none is due.
 */
export function toldSince(
  events: readonly NotebookEvent[],
  { fullDue, lastFull }: Pick<ProgrammeState, 'fullDue' | 'lastFull'>,
): Answers {
  if (fullDue === null) return {}
  const isSince = ({ at }: { readonly at: number }) => at >= (lastFull?.at ?? 0)
  const pressed = stopsSince(events, { fullDue, lastFull }).map(pressedIn)
  const shortly = events.flatMap((event) => (event.kind === 'miniCheckDone' && isSince(event) ? event.answers : []))
  const answered = (['notSure', 'yes'] as const).map((answer) => toldAs(answer, shortly))
  const written = entries(diaryEvents(events))
    .filter(isSince)
    .map((entry) => raisedBy(entry, []))
    .filter(({ keepNotePrivate }) => !keepNotePrivate)
    .map(({ answers }) => answers)
  return [...answered, ...pressed, ...written].reduce<Answers>((told, answers) => alsoTold(answers, told), {})
}

/** The stops after which no whole check came; none where no whole check is due. */
export function stopsSince(
  events: readonly NotebookEvent[],
  { fullDue, lastFull }: Pick<ProgrammeState, 'fullDue' | 'lastFull'>,
): readonly Stopped[] {
  if (fullDue === null) return []
  return events.flatMap((event) => (event.kind === 'stopped' && event.at >= (lastFull?.at ?? 0) ? event : []))
}

/** Those of them that the entry with this id told of, as it stands or as it stood before it was put right or taken back. */
export function stopsOfEntry(
  events: readonly NotebookEvent[],
  state: Pick<ProgrammeState, 'fullDue' | 'lastFull'>,
  entry: string,
): readonly Stopped[] {
  const own = new Set(versionsOf(diaryEvents(events), entry).map(stopIdOf))
  return stopsSince(events, state).filter(({ id }) => own.has(id))
}

/** What was ticked or pressed; of older events, where the sign is one question. Else nobody is told that they said one. */
const pressedIn = ({ sign, questions }: Stopped): Answers =>
  questions ? Object.fromEntries(questions.map((question) => [question, 'yes'])) : (questionOf[sign] ?? {})

const questionOf: Partial<Readonly<Record<Stopped['sign'], Answers>>> = { chest: { C1: 'yes' }, fever: { B2: 'yes' } }

/** The questions of the whole check that short ones were answered so; "not sure" is told as that. */
const toldAs = (answer: 'yes' | 'notSure', shortly: readonly MiniCheckDone['answers'][]): Answers =>
  Object.fromEntries(
    shortly.flatMap((answers) =>
      miniQuestions.flatMap((question) =>
        question !== 'anythingNew' && answers[question] === answer ? [[question, answer]] : [],
      ),
    ),
  )

/** What is told now beside what was told before. Words stand one under the other, the new ones first. */
export function alsoTold(now: Answers, before: Answers): Answers {
  const words = new Set([now.worry, before.worry].filter((text) => typeof text === 'string'))
  const told = { ...withoutPrivate(before), ...now }
  return words.size === 0 ? told : { ...told, worry: textsTogether([...words]) }
}
