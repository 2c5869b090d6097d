/** The free times of everybody whom a search of the directory could mean, and which of them fit what was asked. */
import { asPublic, type Database } from '../db/connection.ts'
import type { Candidate } from '../directory/find-candidates.ts'
import type { AvailabilityInput, Slot } from './input.ts'
import { type AvailabilityQuestion, loadAvailabilityOfMany } from './load-availability.ts'
import { evening } from './part-of-day.ts'
import { firstSlots, listSlots } from './slots.ts'

/** How far ahead a search looks for free times, in days. A therapist's own page looks further. */
export const daysLookedAt = 14

/** Which times are asked for. Nothing: any. */
export interface TimeWish {
  /** Only times that start at 17:00 or later, or on Saturday or Sunday, of the place's clock. Both: either will do. */
  readonly evenings?: boolean | undefined
  readonly weekends?: boolean | undefined
  /** The first free time within so many days, today counted as none. */
  readonly withinDays?: number | undefined
}

/** Are certain times asked for? */
export const asksTimes = ({ evenings, weekends, withinDays }: TimeWish): boolean =>
  Boolean(evenings || weekends || withinDays !== undefined)

/** A wish, and who could be meant by it. */
export interface WishedFrom {
  readonly wish: TimeWish
  readonly candidates: readonly Candidate[]
}

/** What is shown of the times of one therapist. */
export interface Times {
  /** The first that fit, at most three. */
  readonly times: readonly Slot[]
  /** How many more there are in the days looked at. */
  readonly more: number
}

/** What is free with a candidate, of the times that fit. */
export interface FreeTimes {
  /** The first; absent where there is none. */
  readonly first?: Slot | undefined
  /** All of them, worked out when they are asked for: of hundreds who are found a page shows some. */
  readonly list: () => Times
}

type Fits = (slot: Slot, zone: string) => boolean

/**
 * The times that fit of each candidate of each wish. What decides about them is read once for all wishes and clinics, by the
 * statement that a booking is held against.
 */
export async function freeTimes(
  app: Database,
  wishes: readonly WishedFrom[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Candidate, FreeTimes>> {
  const question = daysOf(wishes, now)
  const all = wishes.flatMap(({ candidates }) => candidates)
  if (all.length === 0) return new Map()
  const clinics = [...new Set(all.map(({ clinicId }) => clinicId))]
  const therapists = [...new Set(all.map(({ therapistId }) => therapistId))]
  const read = (some: readonly string[]) =>
    asPublic(app, (trx) => loadAvailabilityOfMany(trx, some, { ...question, therapists }))
  const inputs = new Map((await Promise.all(halves(clinics).map(read))).flatMap((some) => [...some]))
  return new Map(
    wishes.flatMap(({ wish, candidates }) => {
      const fits = fitting(wish, now)
      const byClinic = Map.groupBy(candidates, ({ clinicId }) => clinicId)
      return [...byClinic].flatMap(([clinic, here]) => {
        const input = inputs.get(clinic)
        return input ? timesIn(input, here, fits) : []
      })
    }),
  )
}

/** So many clinics and more are read on two connections at once, so that nobody waits for one process of the database alone. */
const many = 8

/** Every second one of many: the nearest, who may be the busiest, fall on both. */
function halves(clinics: readonly string[]): readonly (readonly string[])[] {
  if (clinics.length < many) return [clinics]
  return [0, 1].map((half) => clinics.filter((_, at) => at % 2 === half))
}

/** From yesterday, which is still today somewhere, to the last day that can fit any of the wishes. */
function daysOf(wishes: readonly WishedFrom[], now: Temporal.Instant): AvailabilityQuestion {
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const day = (days: number) => today.add({ days }).toString()
  const furthest = Math.max(0, ...wishes.map(({ wish: { withinDays = daysLookedAt } }) => withinDays + 1))
  return { firstDay: day(-1), lastDay: day(Math.min(daysLookedAt, furthest)), now }
}

/** The times of one clinic's candidates. Those who give one service in one place are looked at together. */
function timesIn(
  input: AvailabilityInput,
  candidates: readonly Candidate[],
  fits: Fits,
): readonly (readonly [Candidate, FreeTimes])[] {
  const alike = Map.groupBy(candidates, ({ serviceId, locationId, zone, byVideo }) =>
    byVideo ? `${serviceId} ${zone}` : `${serviceId} ${locationId}`,
  )
  return [...alike.values()].flatMap((together) => {
    const [one] = together
    if (!one) return []
    const wish = { service: one.serviceId, ...(!one.byVideo && { location: one.locationId }) }
    const fitsHere = (slot: Slot) => fits(slot, one.zone)
    const first = firstSlots(input, wish, fitsHere)
    return together.map((candidate): readonly [Candidate, FreeTimes] => {
      const therapist = candidate.therapistId
      const list = () => shownOf(listSlots(input, { ...wish, therapist }).slots.filter(fitsHere))
      return [candidate, { first: first.get(therapist), list }]
    })
  })
}

const shownOf = (free: readonly Slot[]): Times => ({ times: free.slice(0, 3), more: Math.max(0, free.length - 3) })

/**
 * Whether a time fits the wish. Many therapists are free at the same moments, and to ask a clock of the place is dear: each
 * moment is asked once for each zone.
 */
function fitting(wish: TimeWish, now: Temporal.Instant): Fits {
  if (!asksTimes(wish)) return () => true
  const known = new Map<string, Map<number, boolean>>()
  return ({ start }, zone) => {
    const inZone = known.get(zone) ?? new Map<number, boolean>()
    known.set(zone, inZone)
    const fits = inZone.get(start) ?? fitsAt(start, zone, wish, now)
    inZone.set(start, fits)
    return fits
  }
}

function fitsAt(start: number, zone: string, wish: TimeWish, now: Temporal.Instant): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  if (wish.withinDays !== undefined) {
    const last = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: wish.withinDays })
    if (Temporal.PlainDate.compare(local.toPlainDate(), last) > 0) return false
  }
  if (!wish.evenings && !wish.weekends) return true
  return Boolean((wish.evenings && local.hour >= evening) || (wish.weekends && local.dayOfWeek >= 6))
}
