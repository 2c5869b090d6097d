/**
 * The record as it can have happened: in the order in which it was made, with nothing dated after now (H-28).
 * Every page and the table of the diary read the record through `correctClocks`; its own file and "my record" show the moments as they
 * were written.
 * Pure. Never: lets a check or a short check of unknown age count as fresh, moves a stop behind a check that was made
 * after it, or drops a dose.
 */
import { addDays, daysBetween, type IsoDate, type Moment } from '../evidence/calendar.ts'
import { findLast } from '../evidence/lists.ts'
import { placeOf } from '../evidence/order.ts'
import { asEpochMs, dayMs, type EpochMs, hourMs } from '../evidence/time.ts'
import { canOpen } from './notebook-closes.ts'
import { type DoseTaken, inOrder, type NotebookEvent } from './notebook.ts'

/** A clock is put right by so much without anybody having set it wrong, in milliseconds: 10 minutes. */
export const clockSlackMs = 600_000

/**
 * The events, oldest first. One that is dated after now was made under a clock that was ahead: it is brought to just before
 * the one made next, or to now. A check from such a clock, or from before a clock was put back, is of unknown age: it
 * keeps what it closes, settles nothing and counts as a day old. What can open something and has not happened yet is left
 * out. A dose from a clock that was behind counts as late as it can have been. The same list, when no clock was wrong.
 */
export function correctClocks(events: readonly NotebookEvent[], now: Moment): readonly NotebookEvent[] {
  const all = inOrder(events)
  const notYet = new Set(stillToCome(all, now))
  const ordered = notYet.size === 0 ? all : all.filter((event) => !notYet.has(event))
  if (ordered.every((event, index) => event.at <= now.at && event.at >= (ordered[index - 1]?.at ?? 0))) return ordered
  const before = highestBefore(ordered, now.at)
  const earliest = earliestDays(ordered, now.at)
  const made: NotebookEvent[] = []
  /** The moment and day of the event made next, and the earliest moment that any later one is dated. */
  let next: Moment & { readonly least: EpochMs } = { ...now, at: asEpochMs(now.at + 1), least: now.at }
  /** The latest moment at which a dose can have been taken that was told before: a clock that was far behind says nothing. */
  let doseBy = now.at
  let behind: BehindBy | null = null
  for (let index = ordered.length - 1; index >= 0; index -= 1) {
    const event = ordered[index]
    if (!event) continue
    const isAhead = event.at > now.at
    behind = isAhead ? null : behindBy(event, before[index], behind, asEpochMs(Math.min(now.at, next.at - 1)))
    const at = isAhead ? asEpochMs(Math.max(before[index] ?? 0, Math.min(now.at, next.at - 1))) : event.at
    const doubtful = event.at > asEpochMs(Math.min(now.at, next.least) + clockSlackMs)
    if (isAhead && event.kind === 'doseTaken') made.push(movedDose(event, at, asEpochMs(Math.max(at, doseBy))))
    else if (behind && event.kind === 'doseTaken') made.push(laterDose(event, behind.ms))
    else if (isAhead) made.push(onDay(moved(event, at, next.day, doubtful), earliest[index]))
    else {
      const same = doubtful ? moved(event, at, undefined, doubtful) : event
      made.push(standsOut(ordered, index, before[index]) ? onDay(same, earliest[index]) : same)
    }
    if (!isAhead && doseBy - event.at <= bestGapMs) doseBy = asEpochMs(event.at - 1)
    // One whose clock was behind says nothing of those before it.
    const tells = at >= (before[index] ?? 0)
    next = {
      at: tells ? at : next.at,
      day: isAhead || !tells || !('day' in event) ? next.day : event.day,
      least: asEpochMs(Math.min(next.least, event.at)),
    }
  }
  return made.reverse()
}

/** Is something dated so far after now that the clock must have been wrong when it was told? The first such event. */
export const madeAhead = (events: readonly NotebookEvent[], now: EpochMs): NotebookEvent | undefined =>
  events.find((event) => event.at > now + clockSlackMs)

/**
 * Events that can open something and cannot have happened yet: such as a visit that is dated after now, after its own
 * telling, or after what was told both before and after it. They count for nothing until they are told anew; oldest first.
 */
function stillToCome(events: readonly NotebookEvent[], now: Moment): readonly NotebookEvent[] {
  const ordered = inOrder(events)
  let latest = 0
  return ordered.filter((event, index) => {
    const before = latest
    latest = Math.max(latest, event.at)
    if (!canOpen(event)) return false
    const days = [...('day' in event ? [event.day] : []), ...('seenOn' in event && event.seenOn ? [event.seenOn] : [])]
    const isLater = (than: IsoDate) => days.some((day) => daysBetween(than, day) > 0)
    if (event.at > now.at + clockSlackMs || isLater(now.day) || isLater(lastDayAt(event.at))) return true
    return standsOut(ordered, index, asEpochMs(before))
  })
}

/** Is it dated after something that was told later, whose clock agrees with what was told before both? Then its own was ahead. */
function standsOut(ordered: readonly NotebookEvent[], index: number, before: EpochMs = asEpochMs(0)): boolean {
  const [at, next] = [ordered[index]?.at ?? before, ordered[index + 1]?.at]
  if (next === undefined || at <= next) return false
  return ordered.slice(index + 1).some((later) => later.at >= before && later.at < at - clockSlackMs)
}

/** The last visit among them: whoever told of it must know that it opens nothing yet. */
export const visitToCome = (events: readonly NotebookEvent[], now: Moment): NotebookEvent | undefined =>
  findLast(stillToCome(events, now), ({ kind }) => kind === 'clinicianCleared')

/** The latest day that it can be anywhere at this moment: 14 hours ahead of UTC. */
const lastDayAt = (at: EpochMs): IsoDate => addDays('1970-01-01', Math.floor((at + 14 * hourMs) / dayMs))

/** For each event the latest moment, not after now, that any event made before it is dated. */
function highestBefore(ordered: readonly NotebookEvent[], now: EpochMs): readonly EpochMs[] {
  let highest = asEpochMs(0)
  return ordered.map(({ at }) => {
    const before = highest
    if (at <= now) highest = asEpochMs(Math.max(highest, at))
    return before
  })
}

/** For each event the last day that anything told before it was told on, by a clock that was not ahead; undefined before any. */
function earliestDays(ordered: readonly NotebookEvent[], now: EpochMs): readonly (IsoDate | undefined)[] {
  let last: IsoDate | undefined
  return ordered.map((event) => {
    const before = last
    if (event.at <= now && 'day' in event && (!last || daysBetween(last, event.day) > 0)) last = event.day
    return before
  })
}

/** The event with a mark where more than one day is left for it: those who list days must not say that it was on the last. */
function onDay(event: NotebookEvent, earliest: IsoDate | undefined): NotebookEvent {
  if (!('day' in event) || (earliest !== undefined && daysBetween(earliest, event.day) <= 0)) return event
  return { ...event, dayNotKnown: true }
}

/**
 * The longest time between two events, or between the last one and now, by which the first is still taken to be dated right,
 * ms: 7 days. Our choice [C]. Past it the first may come from a clock that was behind.
 */
const bestGapMs = 7 * dayMs

/** By how much a clock was behind at the least, as its next event shows, in milliseconds; and when that event says it was. */
interface BehindBy {
  readonly ms: number
  readonly at: EpochMs
}

/**
 * By how much the clock may have been behind that dated this event: something told before it is dated later, so one of the two
 * is wrong, and the later moment counts. All that one clock dated moves together: doses stay as far apart as they were, and a
 * clock that was ahead days ago and is no longer makes one moment of none of those taken since.
 * @param before the latest moment that anything told before it is dated
 * @param next of the event made next
 * @param told the latest moment at which it can have been told
 */
function behindBy(
  { at }: NotebookEvent,
  before: EpochMs | undefined,
  next: BehindBy | null,
  told: EpochMs,
): BehindBy | null {
  if (before === undefined || at >= before - clockSlackMs) return null
  if (next === null) return { ms: told - at, at }
  return { ms: at <= next.at ? next.ms : Math.max(0, next.at + next.ms - 1 - at), at }
}

/** A dose from a clock that was behind, as late as it can have been. */
const laterDose = (event: DoseTaken, ms: number): DoseTaken => ({
  ...event,
  order: placeOf(event),
  takenAt: asEpochMs(event.takenAt + ms),
  clockSaid: event.takenAt,
})

/** A clock was put forward, or its device slept: nobody can tell the two apart. */
export interface ClockJump {
  /** What is dated from here to `before` was written down by the clock as it stood before the jump. */
  readonly from: EpochMs
  /** The clock just before it. */
  readonly before: EpochMs
  /** In milliseconds. */
  readonly byMs: number
}

/** The dose as late as it can have been, if its clock was behind and was put forward since: until the person has said when it was. */
export function afterJumps(dose: DoseTaken, jumps: readonly ClockJump[], now: EpochMs): DoseTaken {
  if (dose.clockSaid !== undefined) return dose
  const byMs = jumps.reduce((sum, one) => (dose.at >= one.from && dose.at <= one.before ? sum + one.byMs : sum), 0)
  return byMs === 0 ? dose : laterDose(dose, Math.min(byMs, Math.max(0, now - dose.takenAt)))
}

/** A dose from a clock that was ahead, told at this moment at the latest, so that it stays in the tally until it is sure. */
function movedDose(event: DoseTaken, at: EpochMs, toldBy: EpochMs): DoseTaken {
  const takenAt = asEpochMs(Math.min(event.takenAt - (event.at - toldBy), toldBy))
  return { ...event, order: placeOf(event), at, takenAt }
}

/** The same event at another moment, in the same place. */
function moved(event: NotebookEvent, at: EpochMs, latestDay: IsoDate | undefined, doubtful: boolean): NotebookEvent {
  const ofUnknownAge = doubtful && (event.kind === 'checkFinished' || event.kind === 'miniCheckDone')
  const same = {
    ...event,
    order: placeOf(event),
    at: ofUnknownAge ? asEpochMs(at - dayMs) : at,
    ...(ofUnknownAge && { unknownAge: true as const }),
  }
  if (same.kind === 'doseTaken') {
    const taken = Math.min(same.takenAt - (event.at - at), at)
    return { ...same, takenAt: asEpochMs(taken) }
  }
  if (latestDay === undefined || !('day' in same) || daysBetween(latestDay, same.day) <= 0) return same
  if (same.kind === 'diaryEntry' && same.about !== undefined)
    return { ...same, day: latestDay, about: aboutWhich(same.about, same.day, latestDay) }
  return { ...same, day: latestDay }
}

/**
 * As many days back as it was told. From a page that was opened before the clock was set thousands of years ahead, that would be
 * before all days: it stays about the day that it names.
 */
function aboutWhich(about: IsoDate, day: IsoDate, latestDay: IsoDate): IsoDate {
  const later = daysBetween(day, latestDay)
  if (daysBetween('1970-01-01', about) + later >= 0) return addDays(about, later)
  return daysBetween(about, latestDay) >= 0 ? about : latestDay
}
