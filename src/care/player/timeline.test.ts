import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { often } from '../../../scripts/short-form.ts'
import { movementIds, movements } from '../movement/movements.ts'
import { timedItem } from './timed.ts'
import { momentAt, backFrom, skipFrom } from './moment.ts'
import type { TimedItem } from './timed-item.ts'
import { changePlaceMs, readyMs, timelineOf } from './timeline.ts'

const dose = fc.record(
  {
    reps: fc.integer({ min: 1, max: 12 }),
    holdSeconds: fc.integer({ min: 1, max: 40 }),
    minutes: fc.integer({ min: 1, max: 30 }),
    sets: fc.integer({ min: 1, max: 3 }),
    sides: fc.constantFrom<readonly ('left' | 'right')[]>([], ['left'], ['right'], ['left', 'right']),
    restSeconds: fc.constantFrom(10, 30),
    loadKg: fc.constant(0),
  },
  { requiredKeys: ['sets', 'sides', 'restSeconds', 'loadKg'] },
)
const item = fc.tuple(fc.constantFrom(...movementIds), dose).map(([id, own]) => timedItem(id, own))
const runs = { numRuns: often(100, 30) }
const session = fc.array(item, { minLength: 1, maxLength: 8 })
const plain = (own: Partial<TimedItem>): TimedItem => ({
  title: 'Tilt',
  start: 'Lie down.',
  breathe: 'Breathe out.',
  place: 'floor',
  sets: 1,
  restMs: 10_000,
  sides: [],
  mirroredFor: [],
  work: { kind: 'reps', count: 3, outMs: 4000, holdMs: 0, backMs: 0, fromMs: [0], drawnHoldMs: 0 },
  captions: [[0, 'Go.']],
  ...own,
})

describe('the timeline', () => {
  test('is the sum of its steps, with no gap and no overlap, and nothing negative', () => {
    fc.assert(
      fc.property(session, (items) => {
        const { steps, totalMs } = timelineOf(items)
        let nowMs = 0
        for (const { startMs, lengthMs } of steps) {
          expect(startMs).toBeCloseTo(nowMs, 6)
          expect(lengthMs).toBeGreaterThanOrEqual(0)
          nowMs += lengthMs
        }
        expect(totalMs).toBeCloseTo(nowMs, 6)
      }),
      runs,
    )
  })

  test('holds every item, set, side and repeat exactly once', () => {
    fc.assert(
      fc.property(session, (items) => {
        const { steps } = timelineOf(items)
        items.forEach((one, index) => {
          const mine = steps.filter((step) => step.item === index)
          const sides = one.sides.length > 0 ? one.sides : [null]
          for (let set = 1; set <= one.sets; set += 1)
            for (const side of sides) {
              const here = mine.filter((step) => step.set === set && step.side === side)
              expect(here.filter(({ kind }) => kind === 'ready' || kind === 'other')).toHaveLength(1)
              if (one.work.kind === 'reps')
                expect(here.filter(({ kind }) => kind === 'out').map(({ rep }) => rep)).toEqual(
                  Array.from({ length: one.work.count }, (_, rep) => rep + 1),
                )
              else expect(here.filter(({ kind }) => kind === one.work.kind)).toHaveLength(1)
            }
          expect(mine.filter(({ kind }) => kind === 'rest')).toHaveLength(one.sets - 1)
        })
      }),
      runs,
    )
  })

  test('says half way and counts the last three seconds of every hold of 10 seconds or more, and of no shorter one', () => {
    fc.assert(
      fc.property(session, (items) => {
        const { steps, cues } = timelineOf(items)
        const has = (kind: string, atMs: number) =>
          cues.some((cue) => cue.kind === kind && Math.abs(cue.atMs - atMs) < 1)
        for (const { startMs, lengthMs } of steps.filter(({ kind }) => kind === 'hold' || kind === 'time')) {
          expect(has('half', startMs + lengthMs / 2)).toBe(lengthMs >= 10_000)
          // Of a hold of a second or two, three seconds before its end is before it.
          for (const left of [1, 2, 3].filter((seconds) => seconds * 1000 <= lengthMs))
            expect(has('count', startMs + lengthMs - left * 1000)).toBe(lengthMs >= 10_000)
        }
      }),
      runs,
    )
  })

  test('gives cues in order, all within it', () => {
    fc.assert(
      fc.property(session, (items) => {
        const { cues, totalMs } = timelineOf(items)
        cues.forEach(({ atMs }, index) => {
          expect(atMs).toBeGreaterThanOrEqual(cues[index - 1]?.atMs ?? 0)
          expect(atMs).toBeLessThanOrEqual(totalMs)
        })
        expect(cues.at(-1)?.kind).toBe('done')
      }),
      runs,
    )
  })

  test('skip and back land on the borders of items, skip always forward and back never forward', () => {
    fc.assert(
      fc.property(session, fc.double({ min: 0, max: 1, noNaN: true }), (items, part) => {
        const line = timelineOf(items)
        const here = part * line.totalMs
        const on = skipFrom(line, here)
        expect([...line.borders, line.totalMs]).toContain(on)
        if (here < line.totalMs) expect(on).toBeGreaterThan(here)
        const back = backFrom(line, here)
        expect(line.borders).toContain(back)
        expect(back).toBeLessThanOrEqual(here)
      }),
      runs,
    )
  })

  test('can be read at every moment: a number and words until it is done', () => {
    fc.assert(
      fc.property(session, fc.double({ min: -1, max: 1.2, noNaN: true }), (items, part) => {
        const line = timelineOf(items)
        const shown = momentAt(line, part * line.totalMs)
        expect(shown.done).toBe(part * line.totalMs >= line.totalMs)
        expect(shown.caption).not.toBe('')
        if (!shown.done) expect(shown.number).toMatch(/^(\d+|\d+:\d\d)$/)
      }),
      runs,
    )
  })
})

describe('a session read aloud', () => {
  const two = timelineOf([
    plain({
      sides: ['left', 'right'],
      work: { kind: 'reps', count: 2, outMs: 2000, holdMs: 10_000, backMs: 2000, fromMs: [0, 5000], drawnHoldMs: 0 },
    }),
    plain({ title: 'Walk', place: 'standing', work: { kind: 'time', ms: 240_000, fromMs: null } }),
  ])

  test('gets ready for 5 seconds, then counts each side apart', () => {
    expect(momentAt(two, 0)).toMatchObject({ number: '5', caption: 'Get ready. Left side. Lie down.' })
    expect(momentAt(two, readyMs)).toMatchObject({ number: '1', unit: 'of 2', next: '1 more' })
    expect(momentAt(two, readyMs + 2000)).toMatchObject({ number: '10', caption: 'Left side. Hold. Keep breathing.' })
    expect(momentAt(two, readyMs + 28_000)).toMatchObject({ caption: 'Other side. Right side. ', figureMs: 5000 })
  })

  test('gives time to get from the floor to standing, and names what is next', () => {
    const border = two.borders[1] ?? 0
    expect(momentAt(two, border)).toMatchObject({ number: String(changePlaceMs / 1000), item: 1 })
    expect(momentAt(two, border).caption).toContain('Next: Walk')
    expect(two.cues.find(({ kind }) => kind === 'settle')?.say).toBe('Rest. Next: Walk. Breathe out.')
  })

  test('is done at its end and not a millisecond before', () => {
    expect(momentAt(two, two.totalMs - 1).done).toBe(false)
    expect(momentAt(two, two.totalMs).done).toBe(true)
  })

  test('back goes to the start of this one; within three seconds of it, to the one before', () => {
    const border = two.borders[1] ?? 0
    expect(backFrom(two, border + 3001)).toBe(border)
    expect(backFrom(two, border + 3000)).toBe(0)
  })

  test('breathing shows in and out, 4 seconds and 6', () => {
    const line = timelineOf([timedItem('breathing', { minutes: 5, sets: 1, sides: [], restSeconds: 10, loadKg: 0 })])
    expect(momentAt(line, readyMs)).toMatchObject({ breath: 'in', number: '4' })
    expect(momentAt(line, readyMs + 3999)).toMatchObject({ breath: 'in', number: '1' })
    expect(momentAt(line, readyMs + 4000)).toMatchObject({ breath: 'out', number: '6' })
    expect(line.totalMs).toBe(readyMs + 300_000)
  })
})

describe('a movement in step with its figure', () => {
  test('a repeat with a hold goes there, stays, and comes back to where the loop ends', () => {
    for (const id of movementIds) {
      const { dose: own, motion } = movements[id]
      for (const one of [own.calm, own.restore, own.strength]) {
        if (!one?.reps) continue
        const sides = one.eachSide ? (['left', 'right'] as const) : []
        const hold = one.holdSeconds?.[0]
        const { work } = timedItem(id, {
          reps: one.reps[0],
          ...(hold !== undefined && { holdSeconds: hold }),
          sets: 1,
          sides,
          restSeconds: 10,
          loadKg: 0,
        })
        if (work.kind !== 'reps') throw new Error(`${id} is not counted`)
        const loopMs = motion.loop.reduce((sum, step) => sum + (step.seconds + (step.holdSeconds ?? 0)) * 1000, 0)
        const ways = work.fromMs.length
        expect([id, Math.round(work.outMs + work.drawnHoldMs + work.backMs)]).toEqual([id, Math.round(loopMs / ways)])
        expect(work.outMs).toBeGreaterThan(0)
      }
    }
  })

  test('a position of ease whose card names no time is given five minutes', () => {
    const { work } = timedItem('M17b', { sets: 1, sides: [], restSeconds: 10, loadKg: 0 })
    expect(work).toMatchObject({ kind: 'time', ms: 300_000 })
  })
})

describe('a movement that is done on each side', () => {
  const dose = (sides: readonly ('left' | 'right')[]) => ({ reps: 5, sets: 1, sides, restSeconds: 10, loadKg: 0 })

  test('is shown on the side that is told: drawn with the near knee, the other one works for the other side', () => {
    expect(timedItem('M01', dose(['left', 'right'])).mirroredFor).toEqual(['right'])
    expect(timedItem('M07-sitting', dose(['left', 'right'])).mirroredFor).toEqual(['left'])
    expect(timedItem('M21', dose(['left', 'right'])).mirroredFor).toEqual(['left'])
  })

  test('drawn from the front with a left limb, it is turned round for the right', () => {
    expect(timedItem('M13-knees', dose(['left', 'right'])).mirroredFor).toEqual(['right'])
    expect(timedItem('M20-side', dose(['left', 'right'])).mirroredFor).toEqual(['right'])
  })

  test('whose loop begins with the other side is turned round as a whole', () => {
    expect(timedItem('M12', dose(['left', 'right'])).mirroredFor).toEqual(['left', 'right'])
    expect(timedItem('M14', dose(['left', 'right'])).mirroredFor).toEqual([])
    expect(timedItem('M14', dose(['right', 'left'])).mirroredFor).toEqual(['left', 'right'])
    expect(timedItem('M09', dose(['right', 'left'])).mirroredFor).toEqual([])
    expect(timedItem('M09', dose(['right', 'left'])).work).toMatchObject({ fromMs: [0, expect.any(Number)] })
  })

  test('has the name of the limb of each side written on it', () => {
    const both = (id: Parameters<typeof timedItem>[0]) => timedItem(id, dose(['left', 'right'])).limbs
    expect(both('M01')).toEqual({ left: 'Left leg', right: 'Right leg' })
    expect(both('M07-sitting')).toEqual({ left: 'Left leg', right: 'Right leg' })
    expect(both('M12')).toEqual({ left: 'Left leg, right arm', right: 'Right leg, left arm' })
    expect(both('M14')).toEqual({ left: 'Left leg, right arm', right: 'Right leg, left arm' })
    expect(both('M09')).toEqual({ left: '', right: '' })
    expect(timedItem('M01', dose([])).limbs).toBeUndefined()
  })

  test('with no sides nothing is turned round', () => {
    expect(timedItem('M08', dose([])).mirroredFor).toEqual([])
    expect(timedItem('M12', dose([])).mirroredFor).toEqual([])
  })
})
