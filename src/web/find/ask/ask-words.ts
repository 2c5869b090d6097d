/** How the pages of asking say a length of time, a day, and who signed. */
import { isProfessionId, professions } from '../../../clinic/directory/professions.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** "9 hours", never shorter than it is. @param seconds 0 or more */
export function durationWords(seconds: number): string {
  if (seconds <= 90 * minute) return counted(Math.max(1, Math.ceil(seconds / minute)), 'minute')
  if (seconds <= 48 * hour) return counted(Math.ceil(seconds / hour), 'hour')
  return counted(Math.ceil(seconds / day), 'day')
}

/** "25 November 2026" on London's calendar. @param ms since 1970 */
export const dayOf = (ms: number): string =>
  Temporal.Instant.fromEpochMilliseconds(ms)
    .toZonedDateTimeISO('Europe/London')
    .toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "physiotherapist". @param id of a profession */
export const professionWords = (id: string): string =>
  isProfessionId(id) ? professions[id].name.replace(/^./, (first) => first.toLowerCase()) : id
