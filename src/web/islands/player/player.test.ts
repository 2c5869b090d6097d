/** The pure parts of the player's island: its clock, and what the person made of the session. */
import { describe, expect, test } from 'vitest'
import type { TimedItem } from '../../../care/player/timed-item.ts'
import { timelineOf } from '../../../care/player/timeline.ts'
import { type Clocks, elapsedAt, looked, paused, standing, started } from './player-clock.ts'
import { ended, fresh, left, lineOf, passed, read, replaced, soreAfter, toldOf, written } from './progress.ts'

const clocks = (ms: number, sound: number | null = null): Clocks => ({ wall: 1_000_000 + ms, steady: 500 + ms, sound })

describe('the clock', () => {
  test('goes by what has elapsed, however seldom it is looked at, as long as nothing was missed', () => {
    const run = started(standing(1000), clocks(0))
    expect(elapsedAt(looked(run, clocks(3900)).run, clocks(3900))).toBe(4900)
  })
  test('a gap of 4 seconds is fine; a longer one stops it where it was last seen', () => {
    const run = looked(started(standing(0), clocks(0)), clocks(1000)).run
    expect(looked(run, clocks(5000)).gap).toBe(false)
    const gone = looked(run, clocks(5001))
    expect(gone).toEqual({ gap: true, run: standing(1000) })
  })
  test('while the sound goes on nothing is missed: a tab woken once a minute does not stop', () => {
    const run = started(standing(0), clocks(0, 0))
    expect(looked(run, clocks(60_000, 59_900)).gap).toBe(false)
    expect(elapsedAt(looked(run, clocks(60_000, 59_900)).run, clocks(60_000))).toBe(60_000)
  })
  test('when the sound stood still as well, as in a call, it stops', () => {
    const run = started(standing(0), clocks(0, 0))
    expect(looked(run, clocks(60_000, 200)).gap).toBe(true)
  })
  test('a device that stops its steady clock while it sleeps is found out by the wall clock', () => {
    const run = started(standing(0), clocks(0))
    const asleep: Clocks = { ...clocks(100), wall: clocks(600_000).wall }
    expect(looked(run, asleep)).toEqual({ gap: true, run: standing(0) })
  })
  test('standing it does not move', () => {
    const run = paused(started(standing(0), clocks(0)), clocks(2000))
    expect(elapsedAt(run, clocks(90_000))).toBe(2000)
    expect(looked(run, clocks(90_000)).gap).toBe(false)
  })
})

const item = (title: string): TimedItem => ({
  ...{
    title,
    start: '',
    breathe: '',
    place: 'floor',
    sets: 1,
    restMs: 10_000,
    sides: [],
    mirroredFor: [],
    captions: [],
  },
  work: { kind: 'time', ms: 60_000, fromMs: null },
})
const choice = (movement: string) => ({ movement, timed: item(movement) })
const slots = [[choice('a'), choice('a-easy')], [choice('b')], [choice('c')]]
const begin = () => {
  const progress = fresh(slots)
  return { progress, line: lineOf(slots, progress) }
}

describe('what the person made of the session', () => {
  test('what was passed is done whole, and nothing else', () => {
    const { progress, line } = begin()
    const next = passed(line, progress, (line.borders[1] ?? 0) + 1)
    expect(next.places.map(({ done }) => done)).toEqual(['all', null, null])
  })
  test('skipped before its work began it was left out; after, it was part; what was done stays done', () => {
    const { progress, line } = begin()
    expect(left(line, progress, 0, 5000).places[0]?.done).toBe('skipped')
    const part = left(line, progress, 0, 5001)
    expect(part.places[0]?.done).toBe('part')
    expect(left(line, part, 0, 0).places[0]?.done).toBe('part')
    const all = passed(line, progress, line.borders[1] ?? 0)
    expect(left(line, all, 0, 100).places[0]?.done).toBe('all')
  })
  test('too sore is told, the other one takes its place, and the clock goes to where the place begins', () => {
    const { progress, line } = begin()
    const next = replaced(line, passed(line, progress, 70_000), 0, 30_000, 'tooSore', 1, slots)
    expect(next.elapsedMs).toBe(0)
    expect(toldOf(next, 0, slots[0] ?? [])).toEqual([
      { movement: 'a', done: 'tooSore' },
      { movement: 'a-easy', done: 'skipped' },
    ])
    expect(lineOf(slots, next).items[0]?.title).toBe('a-easy')
  })
  test('told in the rest after it, the one before was too sore, and the next one is untouched', () => {
    const { progress, line } = begin()
    const next = soreAfter(line, passed(line, progress, line.borders[1] ?? 0), 0)
    expect(next.places.map(({ done }) => done)).toEqual(['tooSore', null, null])
    expect(lineOf(slots, next).items).toHaveLength(3)
  })
  test('too sore without another leaves it out, and the next one begins at once', () => {
    const { progress, line } = begin()
    const next = replaced(line, progress, 1, 80_000, 'tooSore', null, slots)
    const shorter = lineOf(slots, next)
    expect(shorter.items.map(({ title }) => title)).toEqual(['a', 'c'])
    expect(shorter.placeOf).toEqual([0, 2])
    expect(next.elapsedMs).toBe(shorter.borders[1])
  })
  test('the end, wherever it is, leaves no place untold', () => {
    const { progress, line } = begin()
    const over = ended(line, progress, (line.borders[1] ?? 0) + 20_000)
    expect(over.places.map(({ done }) => done)).toEqual(['all', 'part', 'skipped'])
    expect(over.over).toBe(true)
  })
  test('a place with nothing to play is left out from the start', () => {
    const some = [[], ...slots]
    expect(lineOf(some, fresh(some)).placeOf).toEqual([1, 2, 3])
    expect(read(written(fresh(some)), some)).toEqual(fresh(some))
  })
  test('its text comes back as it was; a damaged one, or one of another session, is a fresh start', () => {
    const { progress, line } = begin()
    const next = replaced(line, progress, 0, 30_000, 'swap', 1, slots)
    expect(read(written(next), slots)).toEqual(next)
    for (const text of [null, '', '{', '[]', '{"elapsedMs":-1,"places":[]}', written(fresh(slots.slice(1)))])
      expect(read(text, slots)).toEqual(fresh(slots))
    expect(timelineOf([]).totalMs).toBe(0)
  })
})
