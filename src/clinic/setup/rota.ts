/**
 * Weekly hours of one therapist: rotas, each at one place every so many weeks, and what a new one does to what stands.
 * Pure. Times are minutes of the day, 0 to 1440; days are ISO days of the place.
 */
import { dayNumber, isoDay, weekdayOf } from '../availability/calendar-days.ts'
import type { Hours } from '../availability/input.ts'
import { openingsOf } from '../availability/open-times.ts'
import { weekdayNames } from '../availability/wall-clock.ts'
import { localDay, zoneDays } from '../availability/zone-days.ts'
import type { HoursRow } from './picture.ts'

/** A stretch of one weekday. */
export interface Stretch {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly from: number
  readonly to: number
}

/** Hours that go together. */
export interface Rota {
  readonly locationId: string
  readonly everyWeeks: number
  /** The week of this day is the first. */
  readonly validFrom: string
  /** The last day, itself included. */
  readonly validUntil: string | null
  readonly stretches: readonly Stretch[]
}

/** "08:30" of 510; the end of the day is "24:00". */
export const wallOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** 510 of "08:30". */
const minuteOf = (wall: string): number => {
  const [hour = 0, minute = 0] = wall.split(':').map(Number)
  return hour * 60 + minute
}

/** "8", "8.30", "0830", "8:30", "8am", "8.30 pm", "noon", "24:00" as minutes of the day; `undefined` for what is no time. */
export function readWall(typed: string): number | undefined {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '')
  if (text === 'noon' || text === 'midday') return 720
  if (text === 'midnight') return 1440
  const [, hours = '', minutes = '0', half] = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?$/.exec(text) ?? []
  if (hours === '' || Number(minutes) > 59) return undefined
  const hour = Number(hours)
  if (half) return hour < 1 || hour > 12 ? undefined : ((hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(minutes)
  const minute = hour * 60 + Number(minutes)
  return minute <= 1440 ? minute : undefined
}

/** What is wrong with the stretches, weekday by weekday; empty when nothing is. */
export function rotaFaults(
  stretches: readonly Stretch[],
): readonly { readonly weekday: number; readonly says: string }[] {
  const byDay = Map.groupBy(stretches, ({ weekday }) => weekday)
  return [...byDay].flatMap(([weekday, day]) => {
    if (day.some(({ from, to }) => to <= from))
      return { weekday, says: `${weekdayNames[weekday - 1]}: the end must be after the start.` }
    const sorted = day.toSorted((a, b) => a.from - b.from)
    const overlap = sorted.some(({ from }, at) => at > 0 && from < (sorted[at - 1]?.to ?? 0))
    return overlap ? { weekday, says: `${weekdayNames[weekday - 1]}: the two times of this day overlap.` } : []
  })
}

/** Rows as rotas: those of one place, rhythm and span together, the earliest first. */
export function rotasOf(rows: readonly HoursRow[]): readonly Rota[] {
  const groups = Map.groupBy(rows, rotaKey)
  return [...groups.values()].map((group) => {
    // A group holds one at least.
    const [{ locationId, everyWeeks, validFrom, validUntil }] = group as [HoursRow, ...HoursRow[]]
    const stretches = group.map(({ weekday, from, to }) => ({ weekday, from: minuteOf(from), to: minuteOf(to) }))
    return { locationId, everyWeeks, validFrom, validUntil, stretches }
  })
}

/** What tells a rota apart from the others of the same therapist. */
export const rotaKey = ({ locationId, everyWeeks, validFrom, validUntil }: Omit<HoursRow, 'id'> | Rota): string =>
  `${locationId}.${everyWeeks}.${validFrom}.${validUntil ?? ''}`

/** How a day's stretch reads: "08:00–13:00". */
export const stretchWords = ({ from, to }: Pick<Stretch, 'from' | 'to'>): string => `${wallOf(from)}–${wallOf(to)}`

/**
 * A rota's start, moved to a later day without losing the step of its weeks: a rota of every second week that is cut on
 * some Monday goes on in the weeks that it would have had.
 */
export function startKeepingStep(
  { validFrom, everyWeeks }: Pick<Rota, 'validFrom' | 'everyWeeks'>,
  day: string,
): string {
  const monday = (number: number) => number + 1 - weekdayOf(number)
  const [first, from] = [monday(dayNumber(validFrom)), dayNumber(day)]
  const weeks = Math.floor((monday(from) - first) / 7)
  const behind = ((weeks % everyWeeks) + everyWeeks) % everyWeeks
  return behind === 0 ? day : isoDay(monday(from) + (everyWeeks - behind) * 7)
}

/** How far ahead two rotas are laid over each other: every rhythm of up to eight weeks has met every other by then. */
const weeksLaidOver = 60

/** Where somebody would be at two places at once: the weekday of the new rota, and the other place. */
export function placeClash(
  rota: Rota,
  others: readonly Rota[],
): { readonly weekday: number; readonly locationId: string } | undefined {
  const first = dayNumber(rota.validFrom)
  const days = zoneDays('UTC', first - 1, first + weeksLaidOver * 7 + 1)
  const openings = (hours: readonly Hours[]) => openingsOf(hours, days, first, first + weeksLaidOver * 7)
  for (const other of others.filter(({ locationId }) => locationId !== rota.locationId)) {
    const theirs = openings(hoursOf(other))
    for (const stretch of rota.stretches) {
      const ours = openings(hoursOf({ ...rota, stretches: [stretch] }))
      if (ours.some((one) => theirs.some(({ from, to }) => one.from < to && from < one.to)))
        return { weekday: stretch.weekday, locationId: other.locationId }
    }
  }
  return undefined
}

/** What a visit must lie in, to lie in hours. */
interface Visit {
  readonly from: number
  readonly to: number
  readonly locationId: string
  readonly zone: string
}

/** The visits that these hours do not hold, in their order. Closures and absences are not looked at. */
export function visitsOutside<Each extends Visit>(hours: readonly Rota[], visits: readonly Each[]): readonly Each[] {
  const byPlace = Map.groupBy(visits, ({ locationId, zone }) => `${locationId} ${zone}`)
  const outside = new Set<Each>()
  for (const group of byPlace.values()) {
    // A group holds one at least.
    const [{ locationId, zone }] = group as [Each, ...Each[]]
    const first = localDay(Math.min(...group.map(({ from }) => from)), zone)
    const last = localDay(Math.max(...group.map(({ to }) => to)), zone)
    const rows = hours.filter((rota) => rota.locationId === locationId).flatMap(hoursOf)
    const openings = openingsOf(rows, zoneDays(zone, first - 1, last + 1), first, last)
    for (const visit of group)
      if (!openings.some(({ from, to }) => from <= visit.from && visit.to <= to)) outside.add(visit)
  }
  return visits.filter((visit) => outside.has(visit))
}

const hoursOf = (rota: Rota): readonly Hours[] =>
  rota.stretches.map(({ weekday, from, to }) => ({
    ...{ location: rota.locationId, weekday, from, to, everyWeeks: rota.everyWeeks, validFrom: rota.validFrom },
    ...(rota.validUntil !== null && { validTo: rota.validUntil }),
  }))
