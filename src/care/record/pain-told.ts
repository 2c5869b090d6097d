/**
 * One story of a person's pain: every number that they told, wherever they told it. The chart, the diary and the doctor's
 * page all stand on it, so that none of them says something else than another.
 * Pure. Never: counts a number twice, fills in a day of which nothing was told, or reads "not sure" as a number.
 */
import { type DiaryDay, daysOf, type PainTelling } from '../diary/days.ts'
import { type CountedEntry, type DiaryEvent, entries, inLivedOrder } from '../diary/entry.ts'
import { morningIdOf } from '../diary/entry-events.ts'
import type { Moment } from '../evidence/calendar.ts'
import { hourMs } from '../evidence/time.ts'
import { inOrder, type NotebookEvent } from './notebook.ts'

/** Where a number was told, other than in a diary entry. */
export type ToldIn = 'morning' | 'session' | 'checkIn' | 'check'

/** Pain that was told outside the diary. `painNow0to10` is the pain at that moment; in a session, before it. */
export interface PainTold extends PainTelling {
  readonly toldIn: ToldIn
  readonly at: NotebookEvent['at']
}

/**
 * Every number told outside the diary, in the order of the events. A morning that a diary entry wrote is that entry's number
 * and is left out: it counts, is put right and is taken back with the entry.
 */
function painToldBeside(events: readonly NotebookEvent[]): readonly PainTold[] {
  const ordered = inOrder(events)
  const ofEntries = new Set(ordered.flatMap(({ kind, id }) => (kind === 'diaryEntry' ? morningIdOf(id) : [])))
  // Going back in a check and changing an answer gives a further event of the same check: it is told once, at the end.
  const lastOfCheck = new Map(
    ordered.flatMap((event) => (event.kind === 'checkFinished' ? [[event.check, event.id]] : [])),
  )
  const putRight = new Set(ordered.flatMap((event) => (event.kind === 'checkInDone' ? (event.replaces ?? []) : [])))
  const told = (event: NotebookEvent) =>
    !ofEntries.has(event.id) &&
    !putRight.has(event.id) &&
    (event.kind !== 'checkFinished' || lastOfCheck.get(event.check) === event.id)
  return ordered.filter(told).flatMap((event) => painIn(event) ?? [])
}

function painIn(event: NotebookEvent): PainTold | null {
  const { id, at, order, offsetMinutes, dayNotKnown } = event
  const base = { id, at, order, offsetMinutes, ...(dayNotKnown && { dayNotKnown }) }
  switch (event.kind) {
    case 'morningNoted': {
      const usual = event.usual0to10 === undefined ? {} : { painAverage0to10: event.usual0to10 }
      return { ...base, toldIn: 'morning', day: event.day, painNow0to10: event.pain0to10, ...usual }
    }
    case 'checkInDone':
      return { ...base, toldIn: 'checkIn', day: event.day, painNow0to10: event.pain0to10 }
    case 'sessionDone': {
      if (event.painBefore0to10 === 'notSure') return null
      const peaks = event.movements.flatMap(({ peak0to10, done }) =>
        done === 'skipped' || peak0to10 === 'notSure' ? [] : peak0to10,
      )
      const worst = { painWorst0to10: Math.max(event.painBefore0to10, ...peaks) }
      return { ...base, toldIn: 'session', day: event.day, painNow0to10: event.painBefore0to10, ...worst }
    }
    case 'checkFinished': {
      const { painNow } = event.answers
      return typeof painNow === 'number' ? { ...base, toldIn: 'check', day: event.day, painNow0to10: painNow } : null
    }
    default:
      return null
  }
}

/** Entries of the diary and numbers told elsewhere as one list, in the order in which they were lived. */
export const allTold = (
  events: readonly NotebookEvent[],
  diary: readonly DiaryEvent[],
): readonly (CountedEntry | PainTold)[] =>
  inLivedOrder<CountedEntry | PainTold>([...entries(diary), ...painToldBeside(events)])

/** The days of which pain was told, in the diary or anywhere else, oldest first. A number whose day is not known is on none. */
export const painDays = (events: readonly NotebookEvent[], diary: readonly DiaryEvent[]): readonly DiaryDay[] =>
  daysOf(allTold(events, diary).filter(({ dayNotKnown }) => !dayNotKnown))

/** The last number told, and when; null before any. In a record of many devices: the last as it was lived. */
export function lastPainTold(
  events: readonly NotebookEvent[],
  diary: readonly DiaryEvent[],
): { readonly day: DiaryDay['day'] | undefined; readonly pain0to10: number } | null {
  const last = allTold(events, diary).at(-1)
  return last ? { day: last.dayNotKnown ? undefined : last.day, pain0to10: last.painNow0to10 } : null
}

/** For how long a number that was told is offered again before the question is asked anew: four hours. A design choice [C]. */
const stillSoMs = 4 * hourMs
/** For so long it stands chosen already; after that the person presses it themselves. A design choice [C]. */
const freshMs = hourMs

/** A number told so short a time ago that the person is asked "Still so?" before the whole question. */
export interface JustTold extends Pick<PainTold, 'at' | 'offsetMinutes'> {
  readonly pain0to10: number
  /** Less than an hour old: it may stand chosen. */
  readonly isFresh: boolean
}

/** The last number told today, if that was less than four hours ago. It answers nothing: the person still says so themselves. */
export function justTold(events: readonly NotebookEvent[], diary: readonly DiaryEvent[], now: Moment): JustTold | null {
  const last = allTold(events, diary).at(-1)
  if (!last || last.dayNotKnown || last.day !== now.day) return null
  const { at, offsetMinutes, painNow0to10: pain0to10 } = last
  const agoMs = now.at - at
  if (agoMs < 0 || agoMs >= stillSoMs) return null
  return { pain0to10, at, offsetMinutes, isFresh: agoMs < freshMs }
}
