/**
 * Reminders as they stand: a fold of what was set and cancelled, with their times, words and days.
 * Pure.
 * Never: says on a locked screen, or in a calendar, anything about a back, pain or health.
 */
import { addDays, type IsoDate } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import {
  type ClockTime,
  type EveryMinutes,
  type PreventionEvent,
  type ReminderKind,
  reminderKinds,
  type ReminderSet,
  type ReminderWording,
  type Weekday,
  weekdayOf,
} from './events.ts'

/** One reminder that is on. */
export interface Reminder {
  readonly what: ReminderKind
  readonly days: readonly Weekday[]
  /** Every time of a day, early ones first. */
  readonly times: readonly ClockTime[]
  /** As it was set, where it was set by the minute. */
  readonly every: EveryMinutes | null
  readonly setOn: IsoDate
}

/** The reminders as the events leave them. */
export interface Reminders {
  readonly on: readonly Reminder[]
  readonly wording: ReminderWording['wording']
  /** Everything that a calendar may have been given: also what is off or has moved, so that it can be taken back. */
  readonly history: readonly ReminderHistory[]
}
/** One kind of reminder through the record. */
export interface ReminderHistory {
  readonly what: ReminderKind
  /** Id of its first event: the same for good. */
  readonly firstId: string
  /** Times it was set or cancelled: grows with each change. */
  readonly changes: number
  /** Times it once had and has no more, with when that was first set. */
  readonly gone: readonly { readonly time: ClockTime; readonly days: readonly Weekday[]; readonly setOn: IsoDate }[]
  readonly now: Reminder | null
}

/** How often a break may be asked for. §4.1: change position every 20 to 30 minutes; the longer ones are ours [C]. */
export const breakMinutes = [20, 30, 45, 60, 90] as const
/** The most notes a day of one kind. */
const mostTimes = 60

const titles: Readonly<Record<ReminderKind, string>> = {
  breaks: 'A short break',
  walk: 'Your walk',
  strength: 'Strength day',
  session: 'Your session',
  diary: 'Diary entry',
  miniCheck: 'The short check',
}
/** What the page calls it. Never on a locked screen. */
export const reminderTitle = (what: ReminderKind): string => titles[what]

/** What the script that shows notes needs to know of one reminder. */
export interface ReminderNote {
  /** All that a locked screen shows. */
  readonly title: string
  /** Where a press leads: one of our own addresses. */
  readonly href: string
  readonly days: readonly Weekday[]
  readonly times: readonly ClockTime[]
}

/** What a locked screen or a calendar shows. */
export function reminderWords(what: ReminderKind, wording: ReminderWording['wording']): string {
  if (wording === 'hidden') return 'Reminder'
  return what === 'diary' || what === 'miniCheck' ? 'Time for your note' : 'Time to move'
}

/** Minutes since midnight; null for what is no time. */
export function minutesOfDay(time: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
  return found ? Number(found[1]) * 60 + Number(found[2]) : null
}

/** Is this text a time of the day? */
export const isClockTime = (text: string): text is ClockTime => minutesOfDay(text) !== null

const clockTime = (minutes: number): ClockTime =>
  // Two digits of minutes: a number, but to the compiler only a text.
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as ClockTime

/** Every time of a day, sorted, each once. */
export function timesOf(times: ReminderSet['times']): readonly ClockTime[] {
  if (!('everyMinutes' in times)) return [...new Set(times)].sort()
  const [from, to] = [minutesOfDay(times.from), minutesOfDay(times.to)]
  if (from === null || to === null || times.everyMinutes < 1) return []
  const count = Math.min(mostTimes, Math.max(0, Math.floor((to - from) / times.everyMinutes) + 1))
  return Array.from({ length: count }, (_, index) => clockTime(from + index * times.everyMinutes))
}

/** What is on, what is said, and what a calendar may still hold. */
export function reminders(events: readonly PreventionEvent[]): Reminders {
  const history = reminderKinds.flatMap((what) => historyOf(what, events) ?? [])
  const wording = findLast(events, (event) => event.kind === 'reminderWording')
  return {
    on: history.flatMap(({ now }) => now ?? []),
    wording: wording?.kind === 'reminderWording' ? wording.wording : 'hidden',
    history,
  }
}

const historyOf = (what: ReminderKind, events: readonly PreventionEvent[]): ReminderHistory | null =>
  events.reduce<ReminderHistory | null>((history, event) => after(history, what, event), null)

/** The history of one reminder once this event is told; `null` until it is first set. */
function after(history: ReminderHistory | null, what: ReminderKind, event: PreventionEvent): ReminderHistory | null {
  if (event.kind === 'reminderSet' && event.what === what) {
    const now: Reminder = {
      what,
      days: [...new Set(event.days)].sort(),
      times: timesOf(event.times),
      every: 'everyMinutes' in event.times ? event.times : null,
      setOn: event.day,
    }
    return changed(history ?? { what, firstId: event.id, changes: 0, gone: [], now: null }, now)
  }
  if (!history) return null
  if (event.kind === 'reminderCancelled' && (event.what === what || event.what === 'all'))
    return history.now ? changed(history, null) : history
  // New words make every entry of a calendar a newer one.
  return event.kind === 'reminderWording' ? { ...history, changes: history.changes + 1 } : history
}

const longAgo: IsoDate = '1970-01-01'

/** The next state: times that are no longer asked for go to `gone`; a time that comes back leaves it. */
function changed(before: ReminderHistory, now: Reminder | null): ReminderHistory {
  const left = (before.now?.times ?? []).map((time) => ({
    time,
    days: before.now?.days ?? [],
    setOn: before.now?.setOn ?? longAgo,
  }))
  const all = new Map([...before.gone, ...left].map((one) => [one.time, one]))
  for (const time of now?.times ?? []) all.delete(time)
  return { ...before, changes: before.changes + 1, gone: [...all.values()], now }
}

/** The first day, from this one on, that is one of these weekdays. */
export function firstDayOf(days: readonly Weekday[], from: IsoDate): IsoDate {
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((shift) => days.includes(weekdayOf(addDays(from, shift))))
  return addDays(from, ahead ?? 0)
}
