/** The input sorted once for a search: what is busy where, which zones and rooms there are. Decides nothing. */
import { dayNumber } from './calendar-days.ts'
import type { AvailabilityInput, Busy, Pauses, PlaceOfWork, Service, Therapist, Thing } from './input.ts'
import { offRanges } from './open-times.ts'
import { type Ranges, rangesOf } from './ranges.ts'
import { localDay, type ZoneDays, zoneDays } from './zone-days.ts'

const minuteMs = 60_000

export interface Prepared {
  readonly input: AvailabilityInput
  readonly services: ReadonlyMap<string, Service>
  readonly locations: ReadonlyMap<string, PlaceOfWork>
  readonly daysOf: (location: string) => ZoneDays
  /** Today's day number at a location. */
  readonly todayAt: (location: string) => number
  /** When a room or machine is taken. */
  readonly thingBusy: (thing: string) => Ranges
  /** When a therapist cannot be at a location: visits, and the way from and to those elsewhere. */
  readonly therapistBusy: (therapist: string, location: string) => Ranges
  readonly closedAt: (location: string) => Ranges
  readonly awayOf: (therapist: Therapist, location: string) => Ranges
}

/** A function that works each answer out once. */
function once<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const value = work(key)
    known.set(key, value)
    return value
  }
}

/** @throws RangeError for a location that a row names and the input does not hold, or a day that is none */
export function prepare(input: AvailabilityInput): Prepared {
  const locations = new Map(input.locations.map((location) => [location.id, location]))
  const [first, last] = [dayNumber(input.firstDay), dayNumber(input.lastDay)]
  const zone = once((name: string) => zoneDays(name, first, last))
  const today = once((name: string) => localDay(input.now, name))
  const zoneAt = (location: string) => {
    const place = locations.get(location)
    if (!place) throw new RangeError(`no location ${location}`)
    return place.zone
  }
  const busyOf = Map.groupBy(input.busy, ({ resource }) => resource)
  const way = new Map(input.travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]))
  const travelMs = (from: string | undefined, to: string) =>
    from === undefined || from === to ? 0 : (way.get(`${from} ${to}`) ?? input.otherwiseTravelMinutes) * minuteMs
  const padded = ({ from, to, location }: Busy, here: string) =>
    [
      from - (location === undefined || location === here ? 0 : travelMs(here, location)),
      to + travelMs(location, here),
    ] as const
  const closed = once((location: string) =>
    offRanges(
      input.closures.filter((closure) => closure.location === undefined || closure.location === location),
      zone(zoneAt(location)),
    ),
  )
  return {
    input,
    locations,
    services: new Map(input.services.map((service) => [service.id, service])),
    daysOf: (location) => zone(zoneAt(location)),
    todayAt: (location) => today(zoneAt(location)),
    thingBusy: once((thing: string) => rangesOf((busyOf.get(thing) ?? []).map(({ from, to }) => [from, to] as const))),
    therapistBusy: (therapist, location) =>
      rangesOf((busyOf.get(therapist) ?? []).map((busy) => padded(busy, location))),
    closedAt: closed,
    awayOf: ({ absences }, location) => (absences.length === 0 ? [] : offRanges(absences, zone(zoneAt(location)))),
  }
}

/** A way to equip a visit: rooms and machines that leave it the same pauses. Any one of each will do. */
export interface Rig {
  readonly beforeMs: number
  readonly afterMs: number
  readonly rooms: readonly Thing[] | undefined
  readonly machines: readonly Thing[] | undefined
}

/** Every rig of a visit. None when the location has no room or machine of the kind. Longest pause wins. */
export function rigsOf(input: AvailabilityInput, service: Service, therapist: Therapist, location: string): Rig[] {
  const rooms = likeWithLike(input.rooms, service.roomKind, location)
  const machines = likeWithLike(input.machines, service.machineKind, location)
  return rooms.flatMap((room) =>
    machines.map((machine) => {
      const all: readonly Pauses[] = [service, therapist, ...(room?.slice(0, 1) ?? []), ...(machine?.slice(0, 1) ?? [])]
      return {
        beforeMs: Math.max(...all.map(({ pauseBefore }) => pauseBefore)) * minuteMs,
        afterMs: Math.max(...all.map(({ pauseAfter }) => pauseAfter)) * minuteMs,
        rooms: room,
        machines: machine,
      }
    }),
  )
}

/** Things of a kind at a location, those of equal pauses together; one `undefined` when none is needed. */
function likeWithLike(
  things: readonly Thing[],
  kind: string | undefined,
  location: string,
): (readonly Thing[] | undefined)[] {
  if (kind === undefined) return [undefined]
  const fitting = things.filter((thing) => thing.kind === kind && thing.location === location)
  return [...Map.groupBy(fitting, ({ pauseBefore, pauseAfter }) => `${pauseBefore} ${pauseAfter}`).values()]
}
