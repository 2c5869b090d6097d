/**
 * A person's reminders as an iCalendar file (RFC 5545), and the file that takes them back. A map and nothing more: what is on is decided by care/prevention/reminders.ts.
 * Never: a word about backs or health, an address, or a time zone. Times are floating: 09:00 stays 09:00 wherever the person is.
 */
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventStatus,
  ICalEventTransparency,
  ICalWeekday,
} from 'ical-generator'
import type { IsoDate } from '../care/evidence/calendar.ts'
import type { EpochMs } from '../care/evidence/time.ts'
import type { ClockTime, Weekday } from '../care/prevention/events.ts'
import {
  firstDayOf,
  minutesOfDay,
  type ReminderHistory,
  type Reminders,
  reminderWords,
} from '../care/prevention/reminders.ts'

const byDay = {
  1: ICalWeekday.MO,
  2: ICalWeekday.TU,
  3: ICalWeekday.WE,
  4: ICalWeekday.TH,
  5: ICalWeekday.FR,
  6: ICalWeekday.SA,
  7: ICalWeekday.SU,
} as const satisfies Record<Weekday, ICalWeekday>

/** How long an entry is, minutes: long enough to be seen in a calendar. */
const entryMinutes = 5

/**
 * Every reminder that is on; and those that were in an earlier file and are off now, as cancelled. Importing a newer file
 * over an older one brings a calendar up to date: the UID of an entry stays, its SEQUENCE grows.
 */
export const calendarFile = (reminders: Reminders, at: EpochMs): string =>
  written(ICalCalendarMethod.PUBLISH, reminders, at, (history) => [
    ...entriesOf(history, ICalEventStatus.CONFIRMED),
    ...removedEntries(history),
  ])

/** Takes back every entry that a file ever held. */
export const cancelFile = (reminders: Reminders, at: EpochMs): string =>
  written(ICalCalendarMethod.CANCEL, reminders, at, (history) => [
    ...entriesOf(history, ICalEventStatus.CANCELLED),
    ...removedEntries(history),
  ])

interface Entry {
  readonly time: ClockTime
  readonly days: readonly Weekday[]
  readonly setOn: IsoDate
  readonly status: ICalEventStatus
}

const entriesOf = ({ now }: ReminderHistory, status: ICalEventStatus): readonly Entry[] =>
  now ? now.times.map((time) => ({ time, days: now.days, setOn: now.setOn, status })) : []
const removedEntries = ({ gone }: ReminderHistory): readonly Entry[] =>
  gone.map((one) => ({ ...one, status: ICalEventStatus.CANCELLED }))

function written(
  method: ICalCalendarMethod,
  { history, wording }: Reminders,
  at: EpochMs,
  entries: (history: ReminderHistory) => readonly Entry[],
): string {
  const calendar = ical({ prodId: '//Unclench//Reminders//EN', method })
  for (const one of history)
    for (const { time, days, setOn, status } of entries(one)) {
      const start = floating(firstDayOf(days, setOn), time)
      const summary = reminderWords(one.what, wording)
      const cancelled = status === ICalEventStatus.CANCELLED
      const event = calendar.createEvent({
        id: `${one.firstId}-${time.replace(':', '')}`,
        // Taking back is always newer than the setting it takes back, also when nothing was cancelled in between.
        sequence: one.changes * 2 + (cancelled ? 1 : 0),
        stamp: new Date(at),
        start,
        end: new Date(start.getTime() + entryMinutes * 60_000),
        floating: true,
        summary,
        // Only a cancelled entry says so. RFC 5545 §3.6.1 wants properties before alarms, and the library puts this one behind them.
        ...(cancelled && { status }),
        transparency: ICalEventTransparency.TRANSPARENT,
        repeating: { freq: ICalEventRepeatingFreq.WEEKLY, byDay: days.map((day) => byDay[day]) },
      })
      if (!cancelled) event.createAlarm({ type: ICalAlarmType.display, trigger: 0, description: summary })
    }
  // The library leaves out the line end after the last line; RFC 5545 §3.1 wants one after each.
  return `${calendar.toString()}\r\n`
}

/** A wall-clock time as the library wants a floating one: it reads the UTC parts. */
function floating(day: IsoDate, time: ClockTime): Date {
  const minutes = minutesOfDay(time)
  if (minutes === null) throw new Error(`not a time: ${time}`)
  return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)
}
