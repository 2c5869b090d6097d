/**
 * The days of the diary: all that was told of each, as one. Read by the chart, the outlook and what is found in them.
 * Pure. Never: fills in what the person left out.
 */
import { dayNumber, type IsoDate } from '../evidence/calendar.ts'
import { findLast, groupBy } from '../evidence/lists.ts'
import {
  entries,
  type DiaryEvent,
  type EntryFields,
  type Lifting,
  type Lived,
  type Sleep,
  type Stress,
} from './entry.ts'

/** One day of the diary: all its entries as one. */
export interface DiaryDay {
  readonly day: IsoDate
  /** Whole days since 1970-01-01, for arithmetic. */
  readonly number: number
  /** The day's pain: the last average told on it, else the mean of each pain now. 0–10. */
  readonly pain0to10: number
  /** The worst pain told on it, in any field. */
  readonly worst0to10: number
  /** Something of it was told after it was over. */
  readonly toldLate?: true
  /** Where its last entry stands among those of the diary; missing: in the order of the days. */
  readonly place?: number
  /** The last that was told on this day of each; missing when none was. */
  readonly sleep?: Sleep
  readonly stress?: Stress
  readonly sittingHours?: number
  readonly lifting?: Lifting
}

/**
 * The days as they were lived: in the order of their last entries. Who flies west over midnight has an
 * earlier date after a later one; what is first and last, better and worse must not turn round by it.
 */
export function asLived(days: readonly DiaryDay[]): readonly DiaryDay[] {
  const places = days.map(({ place }) => place)
  return places.includes(undefined) ? days : [...days].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
}

/** Every day that has an entry about it, oldest first. An entry whose day is not known is on none. */
export const diaryDays = (events: readonly DiaryEvent[]): readonly DiaryDay[] =>
  daysOf(entries(events).filter(({ dayNotKnown }) => !dayNotKnown))

/** Pain that was told of a day, in the diary or elsewhere. */
export type PainTelling = Lived & EntryFields

/** The days that something was told of, oldest first. @param all in the order in which they were lived */
export function daysOf(all: readonly PainTelling[]): readonly DiaryDay[] {
  const places = new Map(all.map(({ day }, place) => [day, place]))
  return [...groupBy(all, ({ day }) => day)]
    .map(([day, made]) => dayOf(day, made, places.get(day) ?? 0))
    .sort((a, b) => a.number - b.number)
}

function dayOf(day: IsoDate, made: readonly PainTelling[], place: number): DiaryDay {
  const last = <Field extends keyof EntryFields>(field: Field) =>
    findLast(made, (entry) => entry[field] !== undefined)?.[field]
  const sleep = last('sleep')
  const stress = last('stress')
  const sittingHours = last('sittingHours')
  const lifting = last('lifting')
  const now = made.map(({ painNow0to10 }) => painNow0to10)
  const told = made.flatMap(({ painWorst0to10, painAverage0to10 }) => [painWorst0to10 ?? 0, painAverage0to10 ?? 0])
  return {
    day,
    number: dayNumber(day),
    place,
    pain0to10: last('painAverage0to10') ?? now.reduce((sum, pain) => sum + pain, 0) / now.length,
    worst0to10: Math.max(...now, ...told),
    ...(made.some(({ toldLate }) => toldLate) && { toldLate: true }),
    ...(sleep !== undefined && { sleep }),
    ...(stress !== undefined && { stress }),
    ...(sittingHours !== undefined && { sittingHours }),
    ...(lifting !== undefined && { lifting }),
  }
}
