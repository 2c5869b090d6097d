/**
 * When the door of a place is open, as its clinic says: weekly hours, days that differ, and closures. Pure. Times are "08:00"
 * to "24:00" on the clock of the place, days are ISO days.
 * Never: says what can be booked. That is the hours of the therapists alone (slots.ts).
 */
import { dayNumber, isoDay, weekdayOf } from './calendar-days.ts'
import { monthNames, weekdayNames } from './wall-clock.ts'

/** A stretch of one day. */
export interface OpenSpan {
  readonly from: string
  readonly to: string
}

/** What a clinic says of one place. */
export interface Opening {
  /** 1 Monday to 7 Sunday. */
  readonly week: readonly (OpenSpan & { readonly weekday: number })[]
  /** Days with hours of their own, in place of those of the week. */
  readonly days: readonly (OpenSpan & { readonly day: string })[]
  /** Days, first and last included, on which it is shut; or a part of each of them. */
  readonly shut: readonly { readonly firstDay: string; readonly lastDay: string; readonly part?: OpenSpan }[]
}

const sorted = <Each extends OpenSpan>(spans: readonly Each[]) => spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))
const bare = ({ from, to }: OpenSpan): OpenSpan => ({ from, to })

/** Has anything been said of when it is open? */
export const isTold = ({ week }: Opening): boolean => week.length > 0

/** The open stretches of a weekday, in order. @param weekday 1 Monday to 7 Sunday */
export const spansOfWeekday = ({ week }: Pick<Opening, 'week'>, weekday: number): readonly OpenSpan[] =>
  sorted(week.filter((span) => span.weekday === weekday)).map(bare)

/** When it is open on a day; none where it is shut. @returns `undefined` where nothing was said of when it is open */
export function openOn(opening: Opening, day: string): readonly OpenSpan[] | undefined {
  if (!isTold(opening)) return undefined
  const own = sorted(opening.days.filter((one) => one.day === day)).map(bare)
  const asARule = own.length > 0 ? own : spansOfWeekday(opening, weekdayOf(dayNumber(day)))
  const shut = opening.shut.filter(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)
  return shut.reduce((left, { part }) => (part ? left.flatMap((span) => without(span, part)) : []), asARule)
}

/** What is left of a stretch. */
const without = (span: OpenSpan, part: OpenSpan): readonly OpenSpan[] =>
  part.to <= span.from || span.to <= part.from
    ? [span]
    : [
        { from: span.from, to: part.from },
        { from: part.to, to: span.to },
      ].filter(({ from, to }) => from < to)

/** "08:00–18:00", "08:00–13:00 and 14:00–18:00", "shut". */
export function spansWords(spans: readonly OpenSpan[]): string {
  const each = spans.map(({ from, to }) => `${from}–${to}`)
  if (each.length < 2) return each[0] ?? 'shut'
  return `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`
}

/** The week in lines, days that follow each other and are alike in one: "Monday to Friday: 08:00–18:00". */
export function weekLines(opening: Pick<Opening, 'week'>): readonly string[] {
  const days = weekdayNames.map((name, at) => ({ name, says: spansWords(spansOfWeekday(opening, at + 1)) }))
  return runsOf(days).map(({ first, last, many, says }) => `${runName(first, last, many)}: ${says}`)
}

/** "Wednesday", "Wednesday and Thursday", "Wednesday to Friday". */
const runName = (first: string, last: string, many: number) =>
  many === 1 ? first : `${first} ${many === 2 ? 'and' : 'to'} ${last}`

interface Run {
  readonly first: string
  last: string
  many: number
  readonly says: string
}

function lengthen(run: Run, last: string): void {
  run.last = last
  run.many += 1
}

/** Neighbours that say the same, as one. */
function runsOf(days: readonly { readonly name: string; readonly says: string }[]) {
  const runs: Run[] = []
  for (const { name, says } of days) {
    const before = runs.at(-1)
    if (before?.says === says) lengthen(before, name)
    else runs.push({ first: name, last: name, many: 1, says })
  }
  return runs
}

/** A day, and what it is beside its week. */
export interface DifferentDay {
  readonly day: string
  readonly spans: readonly OpenSpan[]
}

/** The days on which it is open otherwise than in any other week. @param from ISO day @param count how many days are looked at */
export function differentDays(opening: Opening, from: string, count: number): readonly DifferentDay[] {
  const first = dayNumber(from)
  return Array.from({ length: isTold(opening) ? count : 0 }, (_, at) => isoDay(first + at)).flatMap((day) => {
    const spans = openOn(opening, day) ?? []
    return spansWords(spans) === spansWords(spansOfWeekday(opening, weekdayOf(dayNumber(day)))) ? [] : [{ day, spans }]
  })
}

/** "Thursday 24 December: 08:00–12:00", and days that follow each other and are alike in one line. */
export function differentLines(days: readonly DifferentDay[]): readonly string[] {
  const runs: Run[] = []
  for (const { day, spans } of days) {
    const [before, says] = [runs.at(-1), spansWords(spans)]
    if (before?.says === says && dayNumber(before.last) + 1 === dayNumber(day)) lengthen(before, day)
    else runs.push({ first: day, last: day, many: 1, says })
  }
  return runs.map(({ first, last, many, says }) => `${runName(dayName(first), dayName(last), many)}: ${says}`)
}

/** "Thursday 24 December". @param iso day */
export const dayName = (iso: string): string => {
  const [, month = 1, day = 1] = iso.split('-').map(Number)
  return `${weekdayNames[weekdayOf(dayNumber(iso)) - 1]} ${day} ${monthNames[month - 1]}`
}

/** Do these stretches, those that touch taken together, hold all of this one? */
export function covers(spans: readonly OpenSpan[], { from, to }: OpenSpan): boolean {
  let reached = from
  for (const span of sorted(spans)) if (span.from <= reached && span.to > reached) reached = span.to
  return reached >= to
}

/** A visit as far as the door of its place concerns it. Moments are milliseconds since 1970. */
interface AtTheDoor {
  readonly startsAt: number
  readonly endsAt: number
  readonly clinic: { readonly name: string; readonly phone: string }
  readonly place: {
    /** When the door is open on the day of the visit; left out where the clinic has not said so. */
    readonly open?: readonly OpenSpan[] | undefined
    readonly zone: string
  }
}

/** When the door is open; where that is not the whole visit, whom to ring before a shut one. */
export function doorLines({ startsAt, endsAt, clinic, place: { open, zone } }: AtTheDoor): readonly string[] {
  if (!open) return []
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const isOneDay = at(startsAt).toPlainDate().equals(at(endsAt).toPlainDate())
  const wall = (ms: number) => at(ms).toPlainTime().toString({ smallestUnit: 'minute' })
  const visit = { from: wall(startsAt), to: isOneDay ? wall(endsAt) : '24:00' }
  if (covers(open, visit)) return [`The door is open ${spansWords(open)}.`]
  const hours = open.length > 0 ? `open ${spansWords(open)} that day` : 'as a rule shut that day'
  return [`The door is ${hours}. If you find it shut, ring ${clinic.name}: ${clinic.phone}.`]
}
