/**
 * Small diaries for the tests of this room. Never used by the product.
 */
import { asEpochMs, dayMs, hourMs } from '../evidence/time.ts'
import { dayNumber, type IsoDate } from '../evidence/calendar.ts'
import type { DiaryDay } from './days.ts'
import type { DiaryEntry, EntryFields } from './entry.ts'

/** The date so many days after 1 March 2026: 0 to 60. */
export const march = (day: number): IsoDate => {
  const two = (date: number) => String(date).padStart(2, '0')
  return (day < 31 ? `2026-03-${two(day + 1)}` : `2026-04-${two(day - 30)}`) as IsoDate
}

/** An entry on a day, at 8 in the morning or at the hour given. */
export function entry(day: number, fields: EntryFields, hour = 8): DiaryEntry {
  const date = march(day)
  const at = asEpochMs(dayNumber(date) * dayMs + hour * hourMs)
  return { v: 2, id: `${date}-${hour}`, at, day: date, kind: 'diaryEntry', ...fields }
}

/** Days with these pains, one after another from 1 March 2026; null: nothing noted. */
export const days = (...pains: readonly (number | null)[]): readonly DiaryDay[] =>
  pains.flatMap((pain, index) =>
    pain === null
      ? []
      : [{ day: march(index), number: dayNumber(march(0)) + index, pain0to10: pain, worst0to10: pain }],
  )
