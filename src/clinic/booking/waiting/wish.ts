/** What somebody on the waiting list would take, and whether a time suits. Pure. */
import type { Slot } from '../../availability/input.ts'

/** Days are ISO days and minutes those of the day, both on the clock of the place. */
export interface WaitingWish {
  /** `null` for any place of the clinic. */
  readonly location: string | null
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: readonly number[]
  /** The whole visit lies between these two. */
  readonly fromMinute: number
  readonly toMinute: number
  readonly firstDay: string
  readonly lastDay: string
}

/** Does this time suit? @param zone of the time's place */
export function suits(wish: WaitingWish, { location, start, end }: Slot, zone: string): boolean {
  const [from, to] = [local(start, zone), local(end, zone)]
  const day = from.toPlainDate()
  return (
    (wish.location ?? location) === location &&
    wish.weekdays.includes(day.dayOfWeek) &&
    day.toString() >= wish.firstDay &&
    day.toString() <= wish.lastDay &&
    minuteOf(from) >= wish.fromMinute &&
    // A visit over midnight ends on a day that was not asked for.
    to.toPlainDate().equals(day) &&
    minuteOf(to) <= wish.toMinute
  )
}

/** A second visit that follows the first with no more between them than this is one way to the clinic for both. [C] */
const mostBetweenMs = 15 * 60_000

/** Pairs of times one after the other at one place, with one therapist: in order of the first. */
export function pairsOf(slots: readonly Slot[]): readonly (readonly [Slot, Slot])[] {
  return slots.flatMap((first) => {
    const next = slots
      .filter(
        (slot) =>
          slot.location === first.location &&
          slot.therapist === first.therapist &&
          slot.claimFrom >= first.claimTo &&
          slot.claimFrom - first.claimTo < mostBetweenMs,
      )
      .sort((one, other) => one.start - other.start)[0]
    return next ? [[first, next] as const] : []
  })
}

const local = (ms: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
const minuteOf = ({ hour, minute }: Temporal.ZonedDateTime) => hour * 60 + minute
