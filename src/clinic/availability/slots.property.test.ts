/**
 * The search against a slow one that is written otherwise: minute by minute, with what Intl says the clock shows, and no
 * ranges. Both changes of the clock lie in the days that are drawn.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { acceptSlot } from './accept-slot.ts'
import { timesWithAnybody } from './any-therapist.ts'
import { clinic, hours, physio, therapist } from './availability.fixtures.ts'
import type { AvailabilityInput, DayPart, TimeOff } from './input.ts'
import { firstSlots, listSlots } from './slots.ts'
import { clockReadings } from './zone-reference.fixtures.ts'

const minuteMs = 60_000
const dayMs = 1440 * minuteMs
const zone = 'Europe/London'
const wish = { service: 'physio' }
/** A Saturday to Monday about each change, and one in summer without. */
const weekends = ['2026-03-28', '2026-10-24', '2026-06-06'] as const
const clocks = new Map(
  weekends.map((day) => {
    const start = Date.parse(`${day}T00:00:00Z`)
    return [day, { start, ...clockReadings(zone, start - dayMs, start + 5 * dayMs) }] as const
  }),
)

const part = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1440 }))
  .map(([from, to]): DayPart => ({ from, to }))
/** Near the night of the change more often than elsewhere. */
const somePart = fc.oneof(
  part,
  fc.tuple(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 30, max: 300 })).map(([from, to]) => ({ from, to })),
)
const dayIndex = fc.integer({ min: 0, max: 2 })
const pauses = fc.record({ pauseBefore: fc.integer({ min: 0, max: 20 }), pauseAfter: fc.integer({ min: 0, max: 20 }) })
const drawn = fc.record({
  weekend: fc.constantFrom(...weekends),
  nowMinute: fc.integer({ min: -600, max: 3000 }),
  service: fc.record({
    minutes: fc.integer({ min: 5, max: 240 }),
    stepMinutes: fc.constantFrom(5, 15, 20, 60),
    noticeMinutes: fc.constantFrom(0, 90),
  }),
  pauses: fc.tuple(pauses, pauses, pauses),
  hours: fc.array(fc.tuple(dayIndex, somePart), { minLength: 1, maxLength: 4 }),
  absences: fc.array(fc.tuple(dayIndex, fc.option(somePart)), { maxLength: 2 }),
  closures: fc.array(fc.tuple(dayIndex, somePart), { maxLength: 1 }),
  busy: fc.array(
    fc.tuple(
      fc.constantFrom('ana', 'r1', 'r2'),
      fc.integer({ min: -300, max: 4300 }),
      fc.integer({ min: 5, max: 300 }),
      fc.constantFrom('soho', 'bow'),
    ),
    { maxLength: 12 },
  ),
  travelMinutes: fc.integer({ min: 0, max: 60 }),
  avoidsGaps: fc.boolean(),
})
type Drawn = typeof drawn extends fc.Arbitrary<infer Value> ? Value : never

/** Away from one evening to the next: of the day after that, asked for alone, it is what lies before the first times. */
const awayFromTheDayBefore: Drawn = {
  ...{ weekend: '2026-03-28', nowMinute: 0, service: { minutes: 5, stepMinutes: 5, noticeMinutes: 0 } },
  pauses: [
    { pauseBefore: 0, pauseAfter: 0 },
    { pauseBefore: 0, pauseAfter: 0 },
    { pauseBefore: 3, pauseAfter: 0 },
  ],
  hours: [
    [1, { from: 11, to: 11 }],
    [0, { from: 0, to: 0 }],
  ],
  absences: [[0, { from: 1434, to: 1434 }]],
  ...{ closures: [], busy: [], travelMinutes: 0, avoidsGaps: false },
}

const isoAfter = (day: string, more: number) => new Date(Date.parse(day) + more * dayMs).toISOString().slice(0, 10)

function inputOf(one: Drawn): AvailabilityInput {
  const start = Date.parse(`${one.weekend}T00:00:00Z`)
  const off = (index: number, some: DayPart | null): TimeOff => ({
    firstDay: isoAfter(one.weekend, index),
    ...(some && { part: some }),
  })
  const [ofService, ofTherapist, ofRoom] = one.pauses
  return clinic({
    now: start + one.nowMinute * minuteMs,
    firstDay: one.weekend,
    lastDay: isoAfter(one.weekend, 2),
    services: [{ ...physio, ...one.service, ...ofService, roomKind: 'couch' }],
    therapists: [
      therapist({
        ...ofTherapist,
        avoidsGaps: one.avoidsGaps,
        hours: one.hours.map(([index, { from, to }]) => hours(((index + 5) % 7) + 1, from, to)),
        absences: one.absences.map(([index, some]) => off(index, some)),
      }),
    ],
    rooms: ['r1', 'r2'].map((id) => ({ id, location: 'soho', kind: 'couch', ...ofRoom })),
    closures: one.closures.map(([index, some]) => off(index, some)),
    busy: one.busy.map(([resource, from, length, location]) => ({
      resource,
      from: start + from * minuteMs,
      to: start + (from + length) * minuteMs,
      location,
    })),
    otherwiseTravelMinutes: one.travelMinutes,
  })
}

/** Every start, the slow way. Minutes are counted from the day before the weekend. */
function slowStarts(one: Drawn): number[] {
  const clock = clocks.get(one.weekend)
  if (!clock) throw new Error('no such weekend')
  const zero = clock.start - dayMs
  const size = 6 * 1440
  const mark = (at: Uint8Array, from: number, to: number) =>
    at.fill(1, Math.max(0, (from - zero) / minuteMs), Math.max(0, (to - zero) / minuteMs))
  const wall = (index: number, minute: number) => clock.start + index * dayMs + minute * minuteMs
  const end = ({ from, to }: DayPart) => (to <= from ? to + 1440 : to)
  const open = new Uint8Array(size)
  const begins = new Set<number>()
  // The drawn weekdays come back after a week only: the evening before the first day has none.
  for (const [index, some] of one.hours) {
    const [from, to] = [clock.first(wall(index, some.from)), clock.first(wall(index, end(some)))]
    mark(open, from, to)
    if (from < to) begins.add((from - zero) / minuteMs)
  }
  const off = new Uint8Array(size)
  for (const [index, some] of [...one.absences, ...one.closures])
    if (some) mark(off, clock.first(wall(index, some.from)), clock.last(wall(index, end(some))))
    else mark(off, clock.first(wall(index, 0)), clock.first(wall(index + 1, 0)))
  const taken = { ana: new Uint8Array(size), r1: new Uint8Array(size), r2: new Uint8Array(size) }
  for (const [resource, from, length, location] of one.busy) {
    const way = resource === 'ana' && location !== 'soho' ? one.travelMinutes : 0
    const start = clock.start + (from - way) * minuteMs
    mark(taken[resource as keyof typeof taken], start, start + (length + 2 * way) * minuteMs)
  }
  const before = Math.max(...one.pauses.map(({ pauseBefore }) => pauseBefore))
  const after = Math.max(...one.pauses.map(({ pauseAfter }) => pauseAfter))
  const none = (set: Uint8Array, from: number, to: number) => !set.subarray(Math.max(0, from), to).includes(1)
  const earliest = (clock.start - zero) / minuteMs + one.nowMinute + one.service.noticeMinutes
  const [first, last] = [clock.first(wall(0, 0)), clock.first(wall(3, 0))].map((ms) => (ms - zero) / minuteMs)
  const starts: number[] = []
  let opening = 0
  for (let at = 0; at < size; at += 1) {
    if (begins.has(at)) opening = at
    if (at < (first ?? 0) || at >= (last ?? 0) || at < earliest) continue
    const done = at + one.service.minutes + after
    if (open.subarray(at, done).includes(0) || !none(off, at, done) || !none(taken.ana, at - before, done)) continue
    if (!none(taken.r1, at - before, done) && !none(taken.r2, at - before, done)) continue
    const isFirst = !open[at - 1] || off[at - 1] || taken.ana[at - before - 1]
    if (isFirst || (at - opening) % one.service.stepMinutes === 0) starts.push(zero + at * minuteMs)
  }
  return starts
}

test('the list is what a slow search, minute by minute, finds', () => {
  let listed = 0
  fc.assert(
    fc.property(drawn, (one) => {
      const { slots, hidden } = listSlots(inputOf(one), wish)
      const starts = [...slots, ...hidden].map(({ start }) => start).sort((a, b) => a - b)
      listed += starts.length
      expect(starts).toEqual(slowStarts(one))
    }),
    { numRuns: often(1500, 400) },
  )
  expect(listed).toBeGreaterThan(5000)
})

test('whatever is listed is accepted, as the very same slot, and once taken it is gone', () => {
  fc.assert(
    fc.property(drawn, fc.nat(), (one, pick) => {
      const input = inputOf(one)
      const { slots } = listSlots(input, wish)
      const slot = slots[pick % Math.max(1, slots.length)]
      if (!slot) return
      expect(acceptSlot(input, slot)).toEqual({ ok: true, slot })
      const claims = slot.resources.map((resource) => ({ resource, from: slot.claimFrom, to: slot.claimTo }))
      const later = { ...input, busy: [...input.busy, ...claims] }
      expect(acceptSlot(later, slot)).toMatchObject({ ok: false, why: 'taken' })
      // The longest pause may be the new visit's own, so nothing that remains may touch the claims.
      for (const { claimFrom, claimTo } of listSlots(later, wish).slots)
        expect(claimTo <= slot.claimFrom || claimFrom >= slot.claimTo).toBe(true)
    }),
    { numRuns: often(600, 150) },
  )
})

test('whatever is asked for and not listed or hidden is refused', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: -300, max: 4500 }), (one, minute) => {
      const input = inputOf(one)
      const start = Date.parse(one.weekend) + minute * minuteMs
      const { slots, hidden } = listSlots(input, wish)
      const isListed = [...slots, ...hidden].some((slot) => slot.start === start)
      expect(acceptSlot(input, { ...wish, therapist: 'ana', location: 'soho', start }).ok).toBe(isListed)
    }),
    { numRuns: often(600, 150) },
  )
})

test('the first free time is the first of the list, a day hides nothing unless it has better, and two days are one and one', () => {
  fc.assert(
    fc.property(drawn, (one) => {
      const input = inputOf(one)
      const { slots, hidden } = listSlots(input, wish)
      expect(firstSlots(input, wish).get('ana')).toEqual(slots[0])
      const afterNoon = ({ start }: { readonly start: number }) => new Date(start).getUTCHours() >= 12
      expect(firstSlots(input, wish, afterNoon).get('ana')).toEqual(slots.find(afterNoon))
      if (slots.length === 0) expect(hidden).toEqual([])
      const single = [0, 1, 2].flatMap((index) => {
        const day = isoAfter(one.weekend, index)
        return listSlots({ ...input, firstDay: day, lastDay: day }, wish).slots
      })
      expect(single).toEqual(slots)
    }),
    { numRuns: often(400, 100), examples: [[awayFromTheDayBefore]] },
  )
})

test('as many people as a time has places can be booked one after the other, and then it is gone or has none', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 1, max: 4 }), fc.nat(), (one, team, pick) => {
      const base = inputOf(one)
      const therapists = Array.from({ length: team }, (_, at) => ({
        ...therapist(),
        ...base.therapists[0],
        id: at === 0 ? 'ana' : `t${at}`,
      }))
      let input: AvailabilityInput = { ...base, therapists }
      const all = timesWithAnybody(input, listSlots(input, wish).slots)
      const time = all[pick % Math.max(1, all.length)]
      if (!time) return
      expect(new Set(all.map(({ start }) => start)).size).toBe(all.length)
      let booked = 0
      for (const id of time.therapists) {
        const answer = acceptSlot(input, { ...wish, therapist: id, location: time.location, start: time.start })
        if (!answer.ok) continue
        booked += 1
        const { resources, claimFrom, claimTo } = answer.slot
        const claims = resources.map((resource) => ({ resource, from: claimFrom, to: claimTo }))
        input = { ...input, busy: [...input.busy, ...claims] }
      }
      expect(booked).toBe(time.places)
    }),
    { numRuns: often(300, 80) },
  )
})
