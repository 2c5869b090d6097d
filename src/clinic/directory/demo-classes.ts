/** The classes of the demonstration: two days each week for each who gives one, beside the visits. Pure. */
import type { DemoClinic } from './demo-clinics.ts'
import { daysAfter, type DemoVisit } from './demo-visits.ts'

/** One meeting, and who comes. Indexes as in `DemoVisit`. */
export interface DemoClass {
  readonly therapist: number
  readonly service: number
  readonly at: number
  readonly places: number
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
  readonly names: readonly string[]
}

const weeks = 8
const quarterMs = 15 * 60_000
const pauseMs = 5 * 60_000
/** Who comes: the nearest class is full, the next have places left, later ones have nobody yet. */
const names = [
  'Maud Ferring',
  'Tunde Oxley',
  'Priya Marsden',
  'Leo Quarry',
  'Wren Hollis',
  'Ines Fathom',
  'Abel Stokes',
]
const comeTo = (nth: number, places: number) => [places, Math.floor(places / 2), 2][nth] ?? 0

/** @param visits those of the demonstration, which a class never overlaps @param shut ISO days of no clinic */
export function demoClasses(
  clinic: DemoClinic,
  today: string,
  visits: readonly DemoVisit[],
  shut: ReadonlySet<string>,
): readonly DemoClass[] {
  return clinic.services.flatMap(({ places, minutes }, service) => {
    if (places === undefined) return []
    const therapist = clinic.therapists.findIndex(
      ({ gives, registeredForDays }) => gives.includes(service) && (registeredForDays ?? -1) > weeks * 7 + 7,
    )
    const hours = clinic.therapists[therapist]?.hours.find(({ everyWeeks = 1 }) => everyWeeks === 1)
    if (!hours) return []
    return daysOf(today, hours.weekdays.slice(0, 2))
      .filter((day) => !shut.has(day) && !isClosed(clinic, therapist, today, day))
      .flatMap((day, nth): readonly DemoClass[] => {
        const taken = visits.filter((visit) => visit.therapist === therapist)
        const start = latestFree(Temporal.PlainDate.from(day), hours, minutes, taken)
        if (start === undefined) return []
        const end = start + minutes * 60_000
        const come = Array.from({ length: comeTo(nth, places) }, (_, at) => names[at] ?? `Guest ${at + 1}`)
        return [{ therapist, service, at: hours.at, places, start, end, names: come }]
      })
  })
}

/** The next weeks' days of these weekdays, from tomorrow, in order. */
const daysOf = (today: string, weekdays: readonly number[]): readonly string[] =>
  Array.from({ length: weeks }, (_, week) => week).flatMap((week) =>
    weekdays.map((weekday) => daysAfter(firstOn(daysAfter(today, 1), weekday), 7 * week)).toSorted(),
  )

function firstOn(day: string, weekday: number): string {
  const date = Temporal.PlainDate.from(day)
  return date.add({ days: (weekday - date.dayOfWeek + 7) % 7 }).toString()
}

function isClosed({ closed, therapists }: DemoClinic, therapist: number, today: string, day: string): boolean {
  const ahead = Temporal.PlainDate.from(today).until(day).days
  return [closed, therapists[therapist]?.away].some((days) => days && ahead >= days[0] && ahead <= days[1])
}

/** The latest quarter hour of the day at which the class and its pause fit between the visits. */
function latestFree(
  day: Temporal.PlainDate,
  { from, to }: { readonly from: string; readonly to: string },
  minutes: number,
  taken: readonly DemoVisit[],
): number | undefined {
  const moment = (time: string) =>
    day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  const lengthMs = minutes * 60_000 + pauseMs
  const opens = moment(from)
  const last = opens + Math.floor((moment(to) - lengthMs - opens) / quarterMs) * quarterMs
  for (let start = last; start >= opens; start -= quarterMs)
    if (taken.every((visit) => visit.end + pauseMs <= start || start + lengthMs <= visit.start)) return start
  return undefined
}
