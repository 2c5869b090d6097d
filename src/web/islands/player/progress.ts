/**
 * What the person has made of the session so far: which movement fills each place, and how each went. Pure.
 *  Never: offers a movement that the page did not bring (all were allowed by the server side).
 */
import type { TimedItem } from '../../../care/player/timed-item.ts'
import { type Timeline, timelineOf } from '../../../care/player/timeline.ts'

/** A movement that may fill a place. The first is the programme's own. */
export interface Choice {
  readonly movement: string
  readonly timed: TimedItem
}
export type Outcome = 'all' | 'part' | 'tooSore' | 'skipped'

/** One place of the session, as it stands. */
export interface Place {
  /** Which choice is played; null: left out. */
  readonly choice: number | null
  /** How the movement played now went; null: not yet. */
  readonly done: Outcome | null
  /** Movements that were here before, and how they went. */
  readonly told: readonly { readonly movement: string; readonly done: Outcome }[]
}
export interface Progress {
  readonly elapsedMs: number
  readonly places: readonly Place[]
  /** The playing is over; what is left is to say how it went. */
  readonly over: boolean
}

export interface Line extends Timeline {
  /** The place of each item. */
  readonly placeOf: readonly number[]
}

export const fresh = (slots: readonly (readonly Choice[])[]): Progress => ({
  elapsedMs: 0,
  places: slots.map((choices) => ({ choice: choices.length > 0 ? 0 : null, done: null, told: [] })),
  over: false,
})

/** The timeline of what is to be played, those left out without a gap. */
export function lineOf(slots: readonly (readonly Choice[])[], { places }: Progress): Line {
  const items: TimedItem[] = []
  const placeOf: number[] = []
  places.forEach(({ choice }, place) => {
    const timed = choice === null ? undefined : slots[place]?.[choice]?.timed
    if (!timed) return
    items.push(timed)
    placeOf.push(place)
  })
  return { ...timelineOf(items), placeOf }
}

/** Has any of the item's own work begun at this moment? */
function hasBegun({ steps }: Line, item: number, elapsedMs: number): boolean {
  const first = steps.find((step) => step.item === item && !['settle', 'ready'].includes(step.kind))
  return first !== undefined && elapsedMs > first.startMs
}

const withPlace = (progress: Progress, at: number, to: (place: Place) => Place): Progress => ({
  ...progress,
  places: progress.places.map((place, index) => (index === at ? to(place) : place)),
})

/** What was passed by without a word was done whole. */
export function passed(line: Line, progress: Progress, elapsedMs: number): Progress {
  let next: Progress = { ...progress, elapsedMs }
  line.placeOf.forEach((place, item) => {
    const endMs = line.borders[item + 1] ?? line.totalMs
    if (endMs <= elapsedMs && next.places[place]?.done == null)
      next = withPlace(next, place, (one) => ({ ...one, done: 'all' }))
  })
  return next
}

/** Left before its end: part of it, or nothing when its work had not begun. What is done already stays done. */
export function left(line: Line, progress: Progress, item: number, elapsedMs: number): Progress {
  const place = line.placeOf[item]
  if (place === undefined) return progress
  const done = hasBegun(line, item, elapsedMs) ? 'part' : 'skipped'
  return withPlace(progress, place, (one) => ({
    ...one,
    done: one.done === 'all' || (one.done === 'part' && done === 'skipped') ? one.done : done,
  }))
}

/**
 * Another movement takes this place, or none. The clock goes to where the place begins.
 * @param why `tooSore`: it hurt. `swap`: another one was wanted
 * @param choice which one now; null: none
 */
export function replaced(
  line: Line,
  progress: Progress,
  item: number,
  elapsedMs: number,
  why: 'tooSore' | 'swap',
  choice: number | null,
  slots: readonly (readonly Choice[])[],
): Progress {
  const place = line.placeOf[item]
  if (place === undefined) return progress
  const begun = hasBegun(line, item, elapsedMs)
  const next = withPlace(progress, place, (one) => {
    const movement = slots[place]?.[one.choice ?? 0]?.movement ?? ''
    const done: Outcome = why === 'tooSore' ? 'tooSore' : begun ? 'part' : 'skipped'
    return { choice, done: null, told: [...one.told, { movement, done }] }
  })
  return { ...next, elapsedMs: line.borders[item] ?? 0 }
}

/** Told in the rest after it: the one before was too sore. There is nothing left of it to replace. */
export function soreAfter(line: Line, progress: Progress, item: number): Progress {
  const place = line.placeOf[item]
  return place === undefined ? progress : withPlace(progress, place, (one) => ({ ...one, done: 'tooSore' }))
}

/** The end, wherever it is: what was not come to is skipped. */
export function ended(line: Line, progress: Progress, elapsedMs: number): Progress {
  const so = passed(line, progress, elapsedMs)
  let next = so
  line.placeOf.forEach((_, item) => {
    const place = line.placeOf[item]
    if (place !== undefined && next.places[place]?.done == null) next = left(line, next, item, elapsedMs)
  })
  return { ...next, over: true }
}

/** Every movement that was met in one place, and how it went. */
export function toldOf(progress: Progress, place: number, choices: readonly Choice[]): Place['told'] {
  const one = progress.places[place]
  if (!one) return []
  const now = one.choice === null ? undefined : choices[one.choice]
  return now ? [...one.told, { movement: now.movement, done: one.done ?? 'skipped' }] : one.told
}

/** The progress as text, and back; a text that is damaged or of another session is a fresh start. */
export const written = (progress: Progress): string => JSON.stringify(progress)
export function read(text: string | null, slots: readonly (readonly Choice[])[]): Progress {
  try {
    // Whatever it is, what it must hold is looked at below; what has no places to look at throws.
    const data = JSON.parse(text ?? '') as Progress
    const fits =
      data.elapsedMs >= 0 &&
      data.places.length === slots.length &&
      data.places.every(
        ({ choice, told }, place) => Array.isArray(told) && (choice === null || slots[place]?.[choice] !== undefined),
      )
    return fits ? { ...data, over: data.over === true } : fresh(slots)
  } catch {
    return fresh(slots)
  }
}
