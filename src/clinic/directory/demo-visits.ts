/** The booked visits of the demonstration: which times of each therapist's days are taken. Pure; the same seed gives the same. */
import type { DemoClinic, DemoHours } from './demo-clinics.ts'

export interface DemoVisit {
  /** Indexes of the clinic's therapists, services and locations, and of the rooms of the service's kind at the location. */
  readonly therapist: number
  readonly service: number
  readonly at: number
  readonly room: number
  /** Milliseconds since 1970. */
  readonly start: number
  readonly end: number
  readonly name: string
}

const daysBooked = 24
/** How much of a day is taken, at most: nearer days are fuller. */
const fullest = 0.75

const firstNames = [
  'Ada',
  'Bilal',
  'Carys',
  'Dmitri',
  'Eilidh',
  'Farah',
  'Goran',
  'Hina',
  'Iwan',
  'Joy',
  'Kofi',
  'Lena',
]
const lastNames = [
  'Applewhite',
  'Brambleby',
  'Cloudesley',
  'Dewhollow',
  'Elmstead',
  'Fairlight',
  'Goldhanger',
  'Hazelrigg',
]

/** The ISO day so many days later (before, when negative). */
export const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** Visits of the next days, in hours, outside absences and closures, each on the quarter hour, none over another. @param shut ISO days of no clinic */
export function demoVisits(
  clinic: DemoClinic,
  today: string,
  seed: number,
  shut: ReadonlySet<string>,
): readonly DemoVisit[] {
  const random = randomFrom(seed)
  const visits: DemoVisit[] = []
  for (let ahead = 0; ahead < daysBooked; ahead += 1) {
    if (isIn(clinic.closed, ahead)) continue
    const day = Temporal.PlainDate.from(today).add({ days: ahead })
    if (shut.has(day.toString())) continue
    const share = fullest * (1 - ahead / (daysBooked * 1.3))
    for (const [therapist, person] of clinic.therapists.entries()) {
      // Nobody books whom the public does not see.
      if (isIn(person.away, ahead) || (person.registeredForDays ?? -1) < 0) continue
      for (const hours of person.hours.filter((row) => worksOn(row, day, ahead)))
        visits.push(...visitsOfDay(clinic, therapist, hours, day, share, random))
    }
  }
  return visits
}

const isIn = (days: readonly [number, number] | undefined, day: number) =>
  days !== undefined && day >= days[0] && day <= days[1]

/** Every second week counts from the first such weekday, as the search for free times counts it. */
const worksOn = ({ weekdays, everyWeeks = 1 }: DemoHours, day: Temporal.PlainDate, ahead: number) =>
  weekdays.includes(day.dayOfWeek) && Math.floor(ahead / 7) % everyWeeks === 0

function visitsOfDay(
  clinic: DemoClinic,
  therapist: number,
  { at, from, to }: DemoHours,
  day: Temporal.PlainDate,
  share: number,
  random: () => number,
): DemoVisit[] {
  const visits: DemoVisit[] = []
  const gives = clinic.therapists[therapist]?.gives ?? []
  const moment = (time: string) =>
    day.toZonedDateTime({ timeZone: 'Europe/London', plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  const closes = moment(to)
  for (let start = moment(from); start < closes; ) {
    const service = gives[Math.floor(random() * gives.length)] ?? 0
    const minutes = clinic.services[service]?.minutes ?? 30
    const kind = clinic.services[service]?.room
    const end = start + minutes * 60_000
    const taken = random() < share
    // In one room each, so that nobody needs what another has; a studio is one, and only one person uses it here.
    if (taken && end + 300_000 <= closes && kind !== 'studio') {
      const name = `${firstNames[Math.floor(random() * firstNames.length)]} ${lastNames[Math.floor(random() * lastNames.length)]}`
      visits.push({ therapist, service, at, room: roomOf(clinic, therapist, at), start, end, name })
    }
    start += Math.ceil((minutes + 5) / 15) * 900_000
  }
  return visits
}

/** Each therapist of a location has a room of their own there. */
function roomOf(clinic: DemoClinic, therapist: number, at: number): number {
  const here = [...clinic.therapists.keys()].filter((index) =>
    clinic.therapists[index]?.hours.some((hours) => hours.at === at),
  )
  return here.indexOf(therapist) % (clinic.locations[at]?.rooms ?? 1)
}

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
