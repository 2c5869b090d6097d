/**
 * Free times. One function, `searchTherapist`, both lists and accepts: `acceptSlot` is the same search narrowed to one
 * therapist, place and day, so whatever was listed is accepted while nothing has changed.
 */
import { dayNumber, isoDay } from './calendar-days.ts'
import { classSlots } from './classes.ts'
import { bestOfDays } from './gaps.ts'
import type { AvailabilityInput, Service, Slot, Therapist, Wish } from './input.ts'
import { type Opening, openingsOf } from './open-times.ts'
import { type Prepared, prepare, type Rig, rigsOf } from './prepare.ts'
import { indexAfter, isFree, type Ranges, rangesOf, without } from './ranges.ts'
import { startLimits } from './start-limits.ts'

const minuteMs = 60_000

/** Free times in order of start, and those that the rule about gaps keeps from sight (they are accepted all the same). */
export interface Listing {
  readonly slots: readonly Slot[]
  readonly hidden: readonly Slot[]
}

/** Every time of the input's days that can be had. An unknown service has none. */
export function listSlots(input: AvailabilityInput, wish: Wish): Listing {
  const prepared = prepare(input)
  const days = [dayNumber(input.firstDay), dayNumber(input.lastDay)] as const
  const slots: Slot[] = []
  const hidden: Slot[] = []
  for (const therapist of givers(input, wish)) {
    const found = bestOfDays(therapist, searchTherapist(prepared, wish, therapist, ...days), prepared)
    for (const slot of found.slots) slots.push(slot)
    for (const slot of found.hidden) hidden.push(slot)
  }
  return { slots: slots.sort(byStart), hidden: hidden.sort(byStart) }
}

/** So many days are looked at before the rest of the input is even sorted: most therapists have a time in them. */
const nearDays = 3

/**
 * The first free time that fits of each therapist that has one, by therapist: the first that fits of what `listSlots` lists.
 * Looks little further than the day on which it finds one.
 */
export function firstSlots(
  input: AvailabilityInput,
  wish: Wish,
  fits: (slot: Slot) => boolean = () => true,
): ReadonlyMap<string, Slot> {
  const [first, last] = [dayNumber(input.firstDay), dayNumber(input.lastDay)]
  const near = Math.min(last, first + nearDays - 1)
  const found = new Map<string, Slot>()
  // Visits two days later can touch nothing that is asked here, whatever the zone.
  const before = (near + 3) * 1440 * minuteMs
  const soon = { ...input, lastDay: isoDay(near), busy: input.busy.filter(({ from }) => from < before) }
  addFirst(prepare(soon), { wish, fits, firstDay: first, lastDay: near }, found)
  const isMissing = givers(input, wish).some(({ id }) => !found.has(id))
  if (isMissing && near < last) addFirst(prepare(input), { wish, fits, firstDay: near + 1, lastDay: last }, found)
  return found
}

interface FirstWish {
  readonly wish: Wish
  readonly fits: (slot: Slot) => boolean
  readonly firstDay: number
  readonly lastDay: number
}

/** Looks at one day, then at two, at four: most have a time soon, and to look at a day has a cost of its own. */
function addFirst(prepared: Prepared, { wish, fits, firstDay, lastDay }: FirstWish, found: Map<string, Slot>): void {
  for (const therapist of givers(prepared.input, wish)) {
    let [day, days] = [firstDay, 1]
    while (day <= lastDay && !found.has(therapist.id)) {
      const times = searchTherapist(prepared, wish, therapist, day, Math.min(lastDay, day + days - 1))
      const first = bestOfDays(therapist, times, prepared).slots.find(fits)
      if (first) found.set(therapist.id, first)
      day += days
      days *= 2
    }
  }
}

const byStart = (one: Slot, other: Slot) => one.start - other.start

/** Who gives a service and may be meant. */
const givers = (input: AvailabilityInput, { service, therapist }: Wish) =>
  input.therapists.filter(({ id, services }) => services.includes(service) && (therapist ?? id) === id)

/**
 * The one function: all free times of a therapist on some local days, in order, each once per location.
 * The visit and the pause after it lie inside the hours and outside closures and absences; the pause before may lie before
 * the opening. Starts are counted from the opening, and each free stretch begins with one, so an opening of exactly the
 * visit's length has one. The whole claim, pauses included, is free for the therapist, a room and a machine.
 */
export function searchTherapist(
  prepared: Prepared,
  wish: Wish,
  therapist: Therapist,
  firstDay: number,
  lastDay: number,
) {
  const service = prepared.services.get(wish.service)
  const slots: Slot[] = []
  if (!service) return slots
  if (service.places !== undefined) return classSlots(prepared, wish, service, therapist, { firstDay, lastDay })
  const places = new Set(therapist.hours.map(({ location }) => location))
  for (const location of places) {
    if ((wish.location ?? location) !== location) continue
    const found: Slot[] = []
    for (const rig of rigsOf(prepared, service, therapist, location))
      searchPlace(prepared, wish, { service, therapist, location, rig, firstDay, lastDay }, found)
    for (const slot of eachStartOnce(found)) slots.push(slot)
  }
  return places.size > 1 ? slots.sort(byStart) : slots
}

/** Openings may overlap and rigs may differ, and still a time is one time. The first way to have it stays. */
function eachStartOnce(found: Slot[]): readonly Slot[] {
  found.sort(byStart)
  return found.filter(({ start }, at) => found[at - 1]?.start !== start)
}

interface Search {
  readonly service: Service
  readonly therapist: Therapist
  readonly location: string
  readonly rig: Rig
  readonly firstDay: number
  readonly lastDay: number
}

function searchPlace(prepared: Prepared, wish: Wish, search: Search, found: Slot[]): void {
  const { therapist, location, service, firstDay } = search
  const days = prepared.daysOf(location)
  const limits = startLimits(prepared, service, location, wish.by ?? 'public')
  const lastDay = Math.min(search.lastDay, limits.lastDay)
  if (firstDay > lastDay) return
  const hours = therapist.hours.filter((row) => row.location === location)
  const openings = openingsOf(hours, days, firstDay, lastDay)
  if (openings.length === 0) return
  const off = joined(prepared.closedAt(location), prepared.awayOf(therapist, location))
  const bounds: Bounds = {
    earliest: Math.max(days.startOf(firstDay), limits.earliest),
    before: days.startOf(lastDay + 1),
    bookableFrom: limits.earliest,
    shortestMs: shortestVisitMs(prepared, therapist),
  }
  const busy = prepared.therapistBusy(therapist.id, location)
  for (const opening of openings) {
    const pieces = without(opening.from, opening.to, off)
    for (let at = 0; at < pieces.length; at += 2)
      searchPiece(prepared, search, opening, pieces[at] ?? 0, pieces[at + 1] ?? 0, busy, bounds, found)
  }
}

function joined(one: Ranges, other: Ranges): Ranges {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one
  const pairs: (readonly [number, number])[] = []
  for (const ranges of [one, other])
    for (let at = 0; at < ranges.length; at += 2) pairs.push([ranges[at] ?? 0, ranges[at + 1] ?? 0])
  return rangesOf(pairs)
}

/** The least time in which a therapist can give anything, pauses included. */
const shortestVisitMs = ({ services }: Prepared, therapist: Therapist) =>
  minuteMs *
  Math.min(
    ...therapist.services.map((id) => {
      const service = services.get(id)
      return service ? service.pauseBefore + service.minutes + service.pauseAfter : Infinity
    }),
  )

interface Bounds {
  /** No start before this, and none at or after `before`. */
  readonly earliest: number
  readonly before: number
  /** What lies before this is lost anyway: no time is blamed for the gap there. */
  readonly bookableFrom: number
  readonly shortestMs: number
}

/** One piece of open time: stretch by stretch between what is busy. */
function searchPiece(
  prepared: Prepared,
  search: Search,
  opening: Opening,
  from: number,
  to: number,
  busy: Ranges,
  bounds: Bounds,
  found: Slot[],
): void {
  const { rig, service } = search
  const lengthMs = service.minutes * minuteMs
  for (let next = indexAfter(busy, from); (busy[next - 1] ?? -Infinity) < to; next += 2) {
    const freeFrom = busy[next - 1] ?? -Infinity
    const freeTo = busy[next] ?? Infinity
    // A time is a whole minute, whatever a claim was made of.
    const lowest = Math.ceil(Math.max(from, freeFrom + rig.beforeMs) / minuteMs) * minuteMs
    const highest = Math.min(Math.min(to, freeTo) - rig.afterMs - lengthMs, bounds.before - 1)
    for (const start of startsBetween(opening, lowest, highest, bounds.earliest, service.stepMinutes * minuteMs)) {
      const fit = fitOf(start - rig.beforeMs, start + lengthMs + rig.afterMs, freeFrom, freeTo, from, to, bounds)
      const slot = slotAt(prepared, search, start, fit)
      if (slot) found.push(slot)
    }
    if (next >= busy.length) return
  }
}

/** Steps from the opening, or the fixed starts; and the lowest itself, where a free stretch begins off the steps. */
function startsBetween(
  { origins, starts }: Opening,
  lowest: number,
  highest: number,
  earliest: number,
  stepMs: number,
): readonly number[] {
  const low = Math.max(lowest, earliest)
  if (starts) return starts.filter((start) => start >= low && start <= highest)
  const moments: number[] = []
  for (const [at, origin] of origins.entries()) {
    const end = Math.min(highest, (origins[at + 1] ?? Infinity) - 1)
    const first = origin + Math.ceil((Math.max(low, origin) - origin) / stepMs) * stepMs
    for (let start = first; start <= end; start += stepMs) moments.push(start)
  }
  if (low === lowest && low <= highest && moments[0] !== low) moments.unshift(low)
  return moments
}

/** A visit at a moment, when a room and a machine can be found for it. The therapist is known to be free. */
function slotAt(
  { thingBusy }: Prepared,
  { service, therapist, location, rig }: Search,
  start: number,
  fit: Slot['fit'],
) {
  const end = start + service.minutes * minuteMs
  const claimFrom = start - rig.beforeMs
  const claimTo = end + rig.afterMs
  const resources = [therapist.id]
  for (const things of [rig.rooms, rig.machines]) {
    if (!things) continue
    const thing = things.find(({ id }) => isFree(thingBusy(id), claimFrom, claimTo))
    if (!thing) return undefined
    resources.push(thing.id)
  }
  return { service: service.id, therapist: therapist.id, location, start, end, claimFrom, claimTo, resources, fit }
}

function fitOf(
  claimFrom: number,
  claimTo: number,
  freeFrom: number,
  freeTo: number,
  openFrom: number,
  openTo: number,
  { bookableFrom, shortestMs }: Bounds,
): Slot['fit'] {
  const left = Math.max(openFrom, freeFrom)
  const gapBefore = left < bookableFrom ? 0 : claimFrom - left
  const gapAfter = Math.min(openTo, freeTo) - claimTo
  const useless = (gap: number) => gap > 0 && gap < shortestMs
  if (useless(gapBefore) || useless(gapAfter)) return 'leavesGap'
  return claimFrom === freeFrom || claimTo === freeTo ? 'beside' : 'open'
}
