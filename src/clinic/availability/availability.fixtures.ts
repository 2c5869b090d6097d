/** A small clinic for tests: one London location, one therapist at work on Tuesdays from nine to five. */
import type { AvailabilityInput, Hours, Service, Therapist } from './input.ts'

/** The moment of a wall time in London. @param wall "2026-03-03T10:00" */
export const london = (wall: string): number => at(wall, 'Europe/London')

/** The moment of a wall time anywhere. */
export const at = (wall: string, zone: string): number =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds

/** "10:00" of moments. */
export const clock = (ms: number, zone = 'Europe/London'): string =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })

export const physio: Service = {
  id: 'physio',
  minutes: 45,
  pauseBefore: 0,
  pauseAfter: 0,
  noticeMinutes: 0,
  windowDays: 365,
  stepMinutes: 15,
}

/** @param from minute of the day @param to minute of the day */
export const hours = (weekday: number, from: number, to: number, more: Partial<Hours> = {}): Hours => ({
  location: 'soho',
  weekday,
  from,
  to,
  everyWeeks: 1,
  validFrom: '2020-01-01',
  ...more,
})

export const therapist = (more: Partial<Therapist> = {}): Therapist => ({
  id: 'ana',
  services: ['physio'],
  hours: [hours(2, 540, 1020)],
  absences: [],
  avoidsGaps: false,
  pauseBefore: 0,
  pauseAfter: 0,
  ...more,
})

/** Tuesday 3 March 2026, seen from the Sunday before. */
export const clinic = (more: Partial<AvailabilityInput> = {}): AvailabilityInput => ({
  now: london('2026-03-01T12:00'),
  firstDay: '2026-03-03',
  lastDay: '2026-03-03',
  locations: [
    { id: 'soho', zone: 'Europe/London' },
    { id: 'bow', zone: 'Europe/London' },
  ],
  services: [physio],
  therapists: [therapist()],
  rooms: [],
  machines: [],
  closures: [],
  busy: [],
  meetings: [],
  travel: [],
  otherwiseTravelMinutes: 60,
  ...more,
})
