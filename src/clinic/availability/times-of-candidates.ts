/** The free times of everybody whom a search of the directory could mean, and which of them fit what was asked. */
import { type ClinicTransaction, type Database, readInEachClinic } from '../db/connection.ts'
import type { Candidate } from '../directory/find-candidates.ts'
import type { AvailabilityInput, Slot } from './input.ts'
import { type AvailabilityQuestion, loadAvailability } from './load-availability.ts'
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

/** So many connections share the clinics of a search: to begin and end a transaction for each costs more than its reading. */
const lanes = 4

/**
 * The times that fit of each candidate of each wish. What decides about them is read clinic by clinic, once for all wishes, the
 * same that a booking is held against. The first time of each is worked out as soon as their clinic is read, while the database
 * reads the next.
 */
export async function freeTimes(
  app: Database,
  wishes: readonly WishedFrom[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<Candidate, FreeTimes>> {
  const question = daysOf(wishes, now)
  const asked = wishes.map(({ wish, candidates }) => ({
    fits: fitting(wish, now),
    byClinic: Map.groupBy(candidates, ({ clinicId }) => clinicId),
  }))
  const load = async (trx: ClinicTransaction, clinic: string) => {
    const meant = asked.map(({ fits, byClinic }) => ({ fits, candidates: byClinic.get(clinic) ?? [] }))
    const therapists = [...new Set(meant.flatMap(({ candidates }) => candidates.map(({ therapistId }) => therapistId)))]
    const input = await loadAvailability(trx, { ...question, therapists })
    return meant.flatMap(({ fits, candidates }) => timesIn(input, candidates, fits))
  }
  const clinics = new Set(asked.flatMap(({ byClinic }) => [...byClinic.keys()]))
  const laneOf = Map.groupBy([...clinics].entries(), ([at]) => at % lanes)
  const read = [...laneOf.values()].map((lane) =>
    readInEachClinic(
      app,
      lane.map(([, clinic]) => clinic),
      load,
    ),
  )
  return new Map((await Promise.all(read)).flat(2))
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
