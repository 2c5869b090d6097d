/** The input sorted once for a search: what is busy where, which zones and rooms there are. Decides nothing. */
import { dayNumber } from './calendar-days.ts'
import type { AvailabilityInput, Pauses, PlaceOfWork, Service, Therapist, Thing } from './input.ts'
import { offRanges } from './open-times.ts'
import { busyRanges, type Ranges } from './ranges.ts'
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
  /** Things of a kind at a location, those of equal pauses together. */
  readonly roomsOf: (kind: string, location: string) => readonly (readonly Thing[])[]
  readonly machinesOf: (kind: string, location: string) => readonly (readonly Thing[])[]
}

const none = () => 0

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

/** The same for two texts. */
function oncePerPair<Value>(work: (one: string, other: string) => Value): (one: string, other: string) => Value {
  const byOther = once((other: string) => once((one: string) => work(one, other)))
  return (one, other) => byOther(other)(one)
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
  const roomsAt = Map.groupBy(input.rooms, ({ location }) => location)
  const machinesAt = Map.groupBy(input.machines, ({ location }) => location)
  const way = new Map(input.travel.map(({ from, to, minutes }) => [`${from} ${to}`, minutes]))
  const travelMs = (from: string | undefined, to: string) =>
    from === undefined || from === to ? 0 : (way.get(`${from} ${to}`) ?? input.otherwiseTravelMinutes) * minuteMs
  const away = once((name: string) => once(({ absences }: Therapist) => offRanges(absences, zone(name))))
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
    thingBusy: once((thing: string) => busyRanges(busyOf.get(thing) ?? [], none, none)),
    therapistBusy: oncePerPair((therapist, location) =>
      busyRanges(
        busyOf.get(therapist) ?? [],
        (busy) => (busy.location === undefined ? 0 : travelMs(location, busy.location)),
        (busy) => travelMs(busy.location, location),
      ),
    ),
    closedAt: closed,
    awayOf: (therapist, location) => away(zoneAt(location))(therapist),
    roomsOf: oncePerPair((kind, location) => likeWithLike(roomsAt.get(location) ?? [], kind)),
    machinesOf: oncePerPair((kind, location) => likeWithLike(machinesAt.get(location) ?? [], kind)),
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
export function rigsOf(prepared: Prepared, service: Service, therapist: Therapist, location: string): Rig[] {
  const { roomKind, machineKind } = service
  const rooms = roomKind === undefined ? [undefined] : prepared.roomsOf(roomKind, location)
  const machines = machineKind === undefined ? [undefined] : prepared.machinesOf(machineKind, location)
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

const likeWithLike = (things: readonly Thing[], kind: string): readonly (readonly Thing[])[] => [
  ...Map.groupBy(
    things.filter((thing) => thing.kind === kind),
    ({ pauseBefore, pauseAfter }) => `${pauseBefore} ${pauseAfter}`,
  ).values(),
]
