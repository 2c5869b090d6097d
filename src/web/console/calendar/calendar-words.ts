/** What the calendar says of times, of rules that stand in the way, and of what was done. One wording each. */
import type { Refusal } from '../../../clinic/availability/accept-slot.ts'
import {
  wallClockRange,
  wallClockSentence,
  wallDay,
  wallTime,
  wallTimes,
} from '../../../clinic/availability/wall-clock.ts'
import type { Filled } from '../../../clinic/calendar/class-list.ts'
import type { CalendarVisit } from '../../../clinic/calendar/load-calendar.ts'
import type { Command } from '../../../clinic/calendar/commands.ts'
import type { InTheWay } from '../../../clinic/calendar/in-the-way.ts'
import type { Undone } from '../../../clinic/calendar/undo.ts'

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

/** "09:30". Moments are milliseconds since 1970. */
export const timeWords = (ms: number, zone: string): string => wallTime(instant(ms), zone)
/** "09:30 to 10:15". */
export const timesWords = (from: number, to: number, zone: string): string =>
  wallTimes(instant(from), instant(to), zone)
/** "Friday 27 November, 09:30 to 10:15 (London time)". */
export const whenWords = (from: number, to: number, zone: string, now: number): string =>
  wallClockRange(instant(from), instant(to), zone, instant(now))
/** "Friday 27 November, 09:30 (London time)". */
export const momentAt = (ms: number, zone: string, now: number): string =>
  wallClockSentence(instant(ms), zone, instant(now))

/** "Friday 27 November" of an ISO day. */
export const dayWords = (day: string, now: number): string =>
  wallDay(Temporal.PlainDate.from(day).toZonedDateTime('UTC').toInstant(), 'UTC', instant(now))
/** "23 to 29 November", "28 December to 3 January": the days of a week. Both are ISO days. */
export function weekWords(first: string, last: string, now: number): string {
  const [from, to] = [dayWords(first, now), dayWords(last, now)].map((words) => words.split(' ').slice(1).join(' '))
  return first.slice(0, 7) === last.slice(0, 7) ? `${Number(first.slice(8))} to ${to}` : `${from} to ${to}`
}

/** "Fri 27". */
export const shortDay = (day: string): string => `${dayWords(day, 0).slice(0, 3)} ${Number(day.slice(8))}`

/** The ISO day of a moment on a clock. */
export const dayOf = (ms: number, zone: string): string => instant(ms).toZonedDateTimeISO(zone).toPlainDate().toString()

/** What stands in the way, as a sentence. @param name the therapist's @param ofClass a place in a class was wanted */
export const refusalWords = (why: Refusal, name: string, ofClass = false): string =>
  ({
    unknown: `${name} does not give this visit there.`,
    notLoaded: 'That day is too far off.',
    past: 'That time is past.',
    insideNotice: 'That is sooner than people may book for themselves.',
    beyondWindow: 'That is further ahead than people may book for themselves.',
    outsideHours: `${name} does not work then, or the visit would not end in time.`,
    closed: 'The place is shut then.',
    away: `${name} is away then.`,
    taken: ofClass ? 'The class is full.' : `${name} is not free then.`,
    noRoom: 'No room or machine for it is free then.',
    notAStart: 'Visits do not begin at that minute. A class has its own times.',
  })[why]

/** The rule that was bent, in few words. */
export const bentWords = (rule: string): string =>
  ({
    insideNotice: 'Booked at short notice',
    beyondWindow: 'Booked far ahead',
    outsideHours: 'Outside hours',
    closed: 'While the place is shut',
    away: 'While the therapist is away',
    taken: 'Overlaps on purpose',
    noRoom: 'Without a room of its own',
    notAStart: 'At an odd minute',
  })[rule] ?? 'A rule was bent'

/** "Nadia Fleet, 10:00 to 10:45", with how long ago it came where that was just now. */
export function inTheWayWords(one: InTheWay, zone: string, now: number): string {
  const what = {
    visit: one.person ?? 'A visit',
    hold: 'Somebody who is booking online right now',
    offer: 'Kept for somebody on the waiting list',
    class: 'A class',
    block: [one.reason ?? 'Blocked time', one.by && `blocked by ${one.by}`].filter(Boolean).join(', '),
  }[one.kind]
  const seconds = Math.max(0, Math.round((now - one.since) / 1000))
  const justNow = seconds < 120 ? `, taken ${seconds} seconds ago` : ''
  return `${what}, ${timesWords(one.from, one.to, zone)}${justNow}`
}

/** How full a class is, and of each place without a name why: "3 of 8 places taken, 1 of them kept for the waiting list". */
export function fullWords({ taken, places, kept, held }: Filled): string {
  const full = taken >= places ? `full, ${places} of ${places}` : `${taken} of ${places} places taken`
  const nameless = [kept > 0 && `${kept} of them kept for the waiting list`, held > 0 && beingBooked(held, kept === 0)]
  return [full, ...nameless].filter(Boolean).join(', ')
}
const beingBooked = (held: number, isFirst: boolean) => `${held} ${isFirst ? 'of them ' : ''}being booked`

/** Why time is held: for minutes, or until somebody on the waiting list has answered. Who it is stands on that list. */
export const heldWords = ({ isOffered }: { readonly isOffered: boolean }): string =>
  isOffered ? 'Kept for somebody on the waiting list' : 'On hold: somebody is booking it'

/** Said of a visit whose person was told not to come then, and has not answered. */
export const askedWords = 'asked to choose another time'

/** How a visit stands. */
export const stateWords = (state: CalendarVisit['state']): string =>
  ({
    held: 'held, somebody is booking it',
    confirmed: 'booked',
    arrived: 'arrived',
    finished: 'finished',
    'no-show': 'did not come',
    cancelled: 'cancelled',
    'late-cancelled': 'cancelled late',
  })[state]

/** What was done last, as the line that offers to take it back. */
export const doneWords = (what: Command['what']): string =>
  ({
    book: 'booked a visit',
    move: 'moved a visit or changed it',
    cancel: 'cancelled a visit',
    block: 'blocked time',
    unblock: 'opened blocked time',
    absence: 'marked somebody away',
    closure: 'closed a day',
  })[what]

/** Why it cannot be taken back. @param zone of the place or clinic, for an offer's end @param now milliseconds since 1970 */
export function notUndoneWords(not: Extract<Undone, { readonly ok: false }>, zone: string, now: number): string {
  if (not.why === 'offered') return offeredWords(not, zone, now)
  if ('ofClass' in not && not.ofClass) return noPlaceWords[not.why]
  return notUndone[not.why]
}

/** An hour to take it back, and mostly longer to answer an offer: nobody is told to come back when it is too late. */
function offeredWords(
  { answerUntil, putBackUntil, what, ofClass }: Extract<Undone, { readonly why: 'offered' }>,
  zone: string,
  now: number,
): string {
  const offered = `Its ${what === 'move' ? 'old ' : ''}${ofClass ? 'place in the class' : 'time'} is offered to somebody who waits. They may answer until ${momentAt(answerUntil, zone, now)}.`
  return answerUntil < putBackUntil
    ? `${offered} If they do not take it, try again then.`
    : `${offered} If they say no before ${timeWords(putBackUntil, zone)}, try again. After that it cannot be put back: ${what === 'move' ? 'move it anew' : 'book them anew'}.`
}

const noPlaceWords = {
  taken: 'The class is full now. It stays as it is.',
  held: 'Somebody is booking the last place in the class at this moment. Try again in a few minutes.',
}

const notUndone: Readonly<Record<Exclude<Extract<Undone, { readonly ok: false }>['why'], 'offered'>, string>> = {
  changed: 'It was changed since. Look at it as it stands now, and change that.',
  taken: 'The old time, or its room, has gone to somebody else. It stays as it is now.',
  over: 'The old time is past, or they have arrived. It stays as it is.',
  nothing: 'It was taken back already, or it is more than an hour ago.',
  held: 'Somebody is booking its time at this moment. Try again in a few minutes.',
  theirs: 'They have another visit at that time now. Cancel that one first.',
  left: 'Its therapist is not with you any more.',
  calledOff: 'Its class was called off.',
  grant: 'It was paid from a grant, and that has no visit left now.',
  code: 'It was booked with a code, and that has no use left now, or they have used it for another visit.',
}

/** "45 minutes", "3 hours", "2 h 15 min". */
export function minutesWords(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 60) return `${minutes} minutes`
  const hours = Math.floor(minutes / 60)
  if (minutes % 60 === 0) return hours === 1 ? '1 hour' : `${hours} hours`
  return `${hours} h ${minutes % 60} min`
}
