/** What these pages say for values: money, languages, days. Pure. */
import { monthNames, wallClockSentence, wallDay, wallTime, weekdayNames } from '../../clinic/availability/wall-clock.ts'

/** "£62", "£62.50", "Free". */
export function moneyWords(pence: number): string {
  if (pence === 0) return 'Free'
  return `£${pence % 100 === 0 ? pence / 100 : (pence / 100).toFixed(2)}`
}

/** Languages that the platform has no name for. */
const otherLanguages: Readonly<Record<string, string>> = {
  ...{ bfi: 'British Sign Language', isg: 'Irish Sign Language', ase: 'American Sign Language', tw: 'Twi' },
}
const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' })

/** "Polish" of "pl". A code that is none is said as it is. */
export function languageWords(code: string): string {
  const known = Object.hasOwn(otherLanguages, code) ? otherLanguages[code] : undefined
  if (known) return known
  try {
    return languageNames.of(code) ?? code
  } catch {
    return code
  }
}

/** "English, Polish". */
export const languagesWords = (codes: readonly string[]): string => codes.map(languageWords).join(', ')

/** Two letters for a face: "IQ" of "Ines Quillfeather". */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}

/** A time in a few letters and in full. */
export interface TimeWords {
  /** "Today", "Fri 27": the day where the time alone would not say it. */
  readonly day: string
  readonly time: string
  /** "Friday 27 November, 08:20 (London time)". */
  readonly full: string
}

/** The words of a moment at a place. @param start milliseconds since 1970 */
export function timeWords(start: number, zone: string, now: Temporal.Instant): TimeWords {
  const instant = Temporal.Instant.fromEpochMilliseconds(start)
  return {
    day: shortDay(instant, zone, now),
    time: wallTime(instant, zone),
    full: wallClockSentence(instant, zone, now),
  }
}

/** "Today, Friday 27 November" or "Friday 27 November". */
export function dayHeading(start: number, zone: string, now: Temporal.Instant): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(start)
  const day = wallDay(instant, zone, now)
  return dayOf(instant, zone).equals(dayOf(now, zone)) ? `Today, ${day}` : day
}

const dayOf = (instant: Temporal.Instant, zone: string) => instant.toZonedDateTimeISO(zone).toPlainDate()

function shortDay(instant: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  if (dayOf(instant, zone).equals(dayOf(now, zone))) return 'Today'
  const [weekday = '', number = ''] = wallDay(instant, zone, now).split(' ')
  return `${weekday.slice(0, 3)} ${number}`
}

/** A day in pieces for a narrow column, and whole. */
export interface DayWords {
  /** "Today", "Fri". */
  readonly short: string
  /** "27". */
  readonly number: string
  /** "Friday 27 November", with the year where it is not this one; "Today, Friday 27 November". */
  readonly full: string
  /** "Fri 27 November", "today": within a sentence. */
  readonly brief: string
}

/** The words of an ISO day; `today` is one too. */
export function isoDayWords(day: string, today: string): DayWords {
  const { dayOfWeek, day: number, month, year } = Temporal.PlainDate.from(day)
  const weekday = weekdayNames[dayOfWeek - 1] ?? ''
  const isToday = day === today
  const withYear = year === Temporal.PlainDate.from(today).year ? '' : ` ${year}`
  const date = `${number} ${monthNames[month - 1] ?? ''}${withYear}`
  return {
    short: isToday ? 'Today' : weekday.slice(0, 3),
    number: String(number),
    full: `${isToday ? 'Today, ' : ''}${weekday} ${date}`,
    brief: isToday ? 'today' : `${weekday.slice(0, 3)} ${date}`,
  }
}

/** "27 Nov to 3 Dec", with the year of each end that is not this one: ISO days. */
export function weekWords(first: string, last: string, today: string): string {
  const [from, to] = [first, last].map((day) => {
    const [year, month, number] = day.split('-').map(Number)
    const withYear = today.startsWith(`${year}-`) ? '' : ` ${year}`
    return `${number} ${(monthNames[Number(month) - 1] ?? '').slice(0, 3)}${withYear}`
  })
  return `${from} to ${to}`
}

/** "2 November 2026" of an ISO day. */
export function dayWords(day: string): string {
  const [year = '', month = '1', number = ''] = day.split('-')
  return `${Number(number)} ${monthNames[Number(month) - 1] ?? ''} ${year}`
}
