/** When a therapist is at work and nobody has the time: the gaps of a day, for whoever fills them. */
import { dayNumber } from './calendar-days.ts'
import type { AvailabilityInput } from './input.ts'
import { openingsOf } from './open-times.ts'
import { prepare } from './prepare.ts'
import { rangesOf, without } from './ranges.ts'

/** Shorter ones are pauses, not gaps: the shortest visit that is offered takes this long. */
const shortestMs = 15 * 60_000

/** Moments in milliseconds since 1970. */
export interface Gap {
  readonly location: string
  readonly from: number
  readonly to: number
}

/**
 * The gaps of a therapist on the days of the input, from now on, in order. What is busy holds its pauses already.
 * @param now nothing before it counts; a gap that has begun begins now
 */
export function gapsOf(input: AvailabilityInput, therapistId: string): readonly Gap[] {
  const therapist = input.therapists.find(({ id }) => id === therapistId)
  if (!therapist) return []
  const prepared = prepare(input)
  const [first, last] = [dayNumber(input.firstDay), dayNumber(input.lastDay)]
  const gaps = input.locations.flatMap(({ id: location }) => {
    const days = prepared.daysOf(location)
    const [begin, end] = [Math.max(days.startOf(first), input.now), days.startOf(last + 1)]
    const hours = therapist.hours.filter((row) => row.location === location)
    const taken = pairsOf(
      prepared.therapistBusy(therapistId, location),
      prepared.closedAt(location),
      prepared.awayOf(therapist, location),
    )
    return openingsOf(hours, days, first, last).flatMap((opening) => {
      const [from, to] = [Math.max(opening.from, begin), Math.min(opening.to, end)]
      if (from >= to) return []
      return pairs(without(from, to, rangesOf(taken))).map(([start, stop]) => ({ location, from: start, to: stop }))
    })
  })
  return gaps.filter(({ from, to }) => to - from >= shortestMs).sort((one, other) => one.from - other.from)
}

const pairsOf = (...sets: readonly (readonly number[])[]) => sets.flatMap(pairs)

function pairs(ranges: readonly number[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  for (let at = 0; at < ranges.length; at += 2) found.push([ranges[at] ?? 0, ranges[at + 1] ?? 0])
  return found
}
