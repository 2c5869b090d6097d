import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepById } from '../../../care/relief/steps.ts'
import { clock, courseSeconds, momentAt, readySeconds } from './timer-moments.ts'
import { faceOf, freshIfAnswered, restedAtEnd } from './timer-face.ts'
import { elapsedMs, paused, read, started, stopped, written } from './stopwatch.ts'

const heat = { kind: 'heat', seconds: 900, skinCheckEverySeconds: 300 } as const
const breath = { kind: 'breath', seconds: 300, inhaleSeconds: 4, exhaleSeconds: 6 } as const

describe('heat and cold', () => {
  test('ask for a look at the skin at exactly five minutes, not a second earlier', () => {
    expect(momentAt(heat, 299.9).skinLooks).toBe(0)
    expect(momentAt(heat, 300)).toMatchObject({ skinLooks: 1, cue: 'Look at your skin now.', digits: '10:00' })
    expect(momentAt(heat, 600).skinLooks).toBe(2)
  })
  test('end on time and say to take it off, however late the page looks', () => {
    expect(momentAt(heat, 899.9).done).toBe(false)
    for (const late of [900, 901, 90_000])
      expect(momentAt(heat, late)).toMatchObject({
        done: true,
        skinLooks: 3,
        cue: 'Time is up. Take the warmth off now.',
      })
  })
  test('the end asks once more even when the last look falls just before it', () => {
    const cold = { kind: 'cold', seconds: 610, skinCheckEverySeconds: 300 } as const
    expect(momentAt(cold, 609).skinLooks).toBe(2)
    expect(momentAt(cold, 610).skinLooks).toBe(3)
  })
  test('no heat step goes past 20 minutes and no cold step past 15, with a look every five', () => {
    const timers = [...stepById.values()].flatMap(({ timer }) => timer ?? [])
    const skin = timers.flatMap((timer) => (timer.kind === 'heat' || timer.kind === 'cold' ? timer : []))
    expect(skin.length).toBeGreaterThan(3)
    for (const timer of skin) {
      expect(timer.seconds).toBeLessThanOrEqual(timer.kind === 'heat' ? 1200 : 900)
      expect(timer.skinCheckEverySeconds).toBe(300)
    }
  })
})

test('breathing goes in for four and out for six, and counts each down', () => {
  expect(momentAt(breath, 0)).toMatchObject({ cue: 'Breathe in', digits: '4', breath: { way: 'in', seconds: 4 } })
  expect(momentAt(breath, 3.9).digits).toBe('1')
  expect(momentAt(breath, 4)).toMatchObject({ cue: 'Breathe out', digits: '6' })
  expect(momentAt(breath, 10).cue).toBe('Breathe in')
})

test('repeats count to the end, then the other side', () => {
  const reps = { kind: 'reps', reps: 3, secondsEach: 5, sides: 2 } as const
  expect(momentAt(reps, 0).cue).toBe('Get ready. Go slowly.')
  expect(momentAt(reps, readySeconds)).toMatchObject({ digits: '1', cue: '1 of 3' })
  expect(momentAt(reps, readySeconds + 15).cue).toBe('Other side. 1 of 3')
  expect(courseSeconds(reps)).toBe(35)
  expect(momentAt(reps, 35)).toMatchObject({ done: true, digits: '3' })
})

test('relaxing names each part in turn', () => {
  const relax = { kind: 'relax', seconds: 100, tenseSeconds: 5, restSeconds: 20, parts: ['feet', 'calves'] } as const
  expect(momentAt(relax, 0).cue).toBe('Tense your feet gently')
  expect(momentAt(relax, 5).cue).toBe('Let your feet go soft')
  expect(momentAt(relax, 25).cue).toBe('Tense your calves gently')
  expect(momentAt({ ...relax, tenseSeconds: 0 }, 0).cue).toBe('Let your feet go soft')
})

test('a clock reads minutes and seconds', () => {
  expect([clock(0), clock(59), clock(60), clock(605)]).toEqual(['0', '59', '1:00', '10:05'])
})

describe('the watch', () => {
  const at = (wall: number, steady = wall) => ({ wall, steady })
  test('counts a sleep that only the wall clock saw, and a wall clock set back does not make time shorter', () => {
    const running = started(stopped, at(1000, 10))
    expect(elapsedMs(running, at(601_000, 5010))).toBe(600_000)
    expect(elapsedMs(running, at(-3_600_000, 300_010))).toBe(300_000)
  })
  test('a pause keeps what was counted and stands still', () => {
    const standing = paused(started(stopped, at(0)), at(5000))
    expect(elapsedMs(standing, at(99_000))).toBe(5000)
    expect(elapsedMs(started(standing, at(99_000)), at(100_000))).toBe(6000)
  })
  test('a reload loses no time: what passed while the page was away counts', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.nat(10_000_000), (before, away, after) => {
        const kept = written(started(stopped, at(0)), at(before))
        const again = read(kept, at(before + away, 0))
        expect(elapsedMs(again, at(before + away + after, after))).toBe(before + away + after)
      }),
    )
  })
  test('a damaged text is a stopped watch', () => {
    for (const text of [null, '', '{', '{"elapsedMs":-1,"looked":0}', '{"elapsedMs":"5","looked":0}', '[]'])
      expect(read(text, at(0))).toEqual(stopped)
  })
  test('looks at the skin that were answered are kept over a reload', () => {
    expect(read(written({ ...stopped, looked: 2 }, at(0)), at(0)).looked).toBe(2)
  })
})

describe('the face of a timer', () => {
  const now = (seconds: number) => ({ wall: 9_000_000 + seconds * 1000, steady: 400 + seconds * 1000 })
  const warmed = (looked = 0) => ({ ...started(stopped, now(0)), looked })
  const hold = { kind: 'hold', seconds: 60 } as const
  /** As the page shows it: what has come to its end stands still. */
  const seen = (spec: Parameters<typeof faceOf>[0], watch: Parameters<typeof faceOf>[1], seconds: number) =>
    faceOf(spec, restedAtEnd(spec, watch, now(seconds)), now(seconds))

  test('asks for a look at the skin until it is answered, and then goes on', () => {
    expect(seen(heat, warmed(), 299).looking).toBe(false)
    expect(seen(heat, warmed(), 300)).toMatchObject({
      looking: true,
      say: { words: 'Look at your skin now.', loud: true },
    })
    expect(seen(heat, warmed(1), 300)).toMatchObject({ looking: false, say: { words: 'Going on. Stay awake.' } })
    expect(seen(heat, warmed(1), 600).looking).toBe(true)
  })
  test('cannot pause warmth, and starts no second round of it; a hold may pause and start again', () => {
    expect(seen(heat, warmed(), 10)).toMatchObject({
      go: { hidden: true },
      stop: { says: 'I have taken it off', hidden: false },
    })
    expect(seen(heat, warmed(3), 901)).toMatchObject({ go: { hidden: true }, say: { words: 'Leave it off for now.' } })
    expect(seen(hold, warmed(), 10).go).toEqual({ says: 'Pause', hidden: false })
    expect(seen(hold, warmed(), 61).go).toEqual({ says: 'Start again', hidden: false })
  })
  test('at its end it stands still, and warmth still asks until it is taken off', () => {
    const over = restedAtEnd(heat, warmed(2), now(950))
    expect([over.since, faceOf(heat, over, now(2000)).looking]).toEqual([null, true])
    expect(faceOf(heat, over, now(2000))).toMatchObject({ fine: 'I have taken it off', say: { loud: true } })
  })
  test('once taken off, a page that is opened anew may start the next round; not before', () => {
    const over = restedAtEnd(heat, warmed(2), now(950))
    expect(freshIfAnswered(heat, over, now(2000))).toBe(over)
    expect(freshIfAnswered(heat, { ...over, looked: 3 }, now(2000))).toEqual(stopped)
  })
})
