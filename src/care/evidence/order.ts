/**
 * In which order things happened: the order in which they were written down, not the one in which a clock dates them.
 * A clock may be wrong and be put right; what was told after that must still come after what was told before (H-28).
 * Pure.
 */
import { asEpochMs, type EpochMs } from './time.ts'

/** What every event carries of its making. */
export interface Made {
  /** UUID. Two records are merged by it. */
  readonly id: string
  /** When it was written down, by the device's clock: right or wrong. */
  readonly at: EpochMs
  /**
   * Its place, later than that of everything the record held when it was made. Missing: `at`, which is so whenever the
   * clock has only gone forward (a hybrid logical clock: Kulkarni and others, 2014).
   */
  readonly order?: EpochMs | undefined
  /** How many minutes the person's clock was ahead of UTC then; behind: below 0. Missing: not known. */
  readonly offsetMinutes?: number | undefined
  /**
   * Made under a clock that was ahead, and what was told before and after leaves more than one day for it: its `day` is the
   * last of them (record/notebook-clock.ts). Never written, never in a file.
   */
  readonly dayNotKnown?: true | undefined
}

/** Where an event stands in the order. */
export const placeOf = ({ at, order }: Pick<Made, 'at' | 'order'>): EpochMs => order ?? at

/** For sorting, oldest first; at the same place by id, so that two devices show the same order. */
export const byOrder = (a: Made, b: Made): number => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Oldest first. The same list, when it is in order already. */
export function sortedByOrder<Event extends Made>(events: readonly Event[]): readonly Event[] {
  // The store gives them in order already, and every fold asks again.
  const ordered = events.every((event, index) => index === 0 || byOrder(events[index - 1] ?? event, event) <= 0)
  return ordered ? events : [...events].sort(byOrder)
}

/** Oldest first, each id once: the last that came with it. */
export function onceInOrder<Event extends Made>(events: readonly Event[]): readonly Event[] {
  const once = new Map(events.map((event) => [event.id, event]))
  return once.size === events.length ? sortedByOrder(events) : [...once.values()].sort(byOrder)
}

/** The last place of a record; nothing for an empty one. */
export const lastPlace = (events: readonly Made[]): EpochMs | null =>
  events.length === 0 ? null : asEpochMs(events.reduce((last, event) => Math.max(last, placeOf(event)), 0))

/**
 * New events with their places: one after another, and after all that the record holds.
 * @param last the last place of the record, by `lastPlace`
 */
export function placed<Event extends Made>(fresh: readonly Event[], last: EpochMs | null): readonly Event[] {
  let place = last
  return fresh.map((event) => {
    const { order: _own, ...told } = event
    const next = place === null || event.at > place ? event.at : asEpochMs(place + 1)
    place = next
    // The same event with another place: TypeScript cannot put a rest and its missing part together again.
    return (next === event.at ? told : { ...told, order: next }) as Event
  })
}
