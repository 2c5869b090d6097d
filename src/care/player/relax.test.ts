import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockedReasons } from '../movement/block-list.ts'
import { nothingKnown } from '../movement/profile.ts'
import { well } from '../programme/story.proof.ts'
import { coursesFor, relaxCourses } from './relax.ts'
import { readyMs, timelineOf } from './timeline.ts'

const idsFor = (own: Partial<Parameters<typeof coursesFor>[0]>) =>
  coursesFor({ lock: 'open', profile: well, noTensing: false, ...own }).map(({ id }) => id)

describe('courses of relaxing', () => {
  test('last as long as they say', () => {
    for (const { id, item, minutes } of relaxCourses)
      expect([id, timelineOf([item]).totalMs]).toEqual([id, readyMs + minutes * 60_000])
  })
  test('tensing and letting go takes the 10 minutes of the brief: 5 seconds of gentle tension, 20 of letting go, never the back', () => {
    const course = relaxCourses.find(({ id }) => id === 'muscles')
    expect(course?.minutes).toBe(10)
    expect(relaxCourses.find(({ id }) => id === 'let-go')?.minutes).toBe(10)
    const { work } = course?.item ?? {}
    if (work?.kind !== 'parts') throw new Error('no parts')
    expect(new Set(work.parts.map(({ ms }) => ms))).toEqual(new Set([5000, 20_000]))
    expect(work.parts.some(({ words }) => /back/.test(words))).toBe(false)
  })
  test('are named once each', () => {
    expect(new Set(relaxCourses.map(({ id }) => id)).size).toBe(relaxCourses.length)
  })
})

describe('who may have which', () => {
  test('nothing while the check says to be seen at once', () => {
    expect(idsFor({ lock: 'locked' })).toEqual([])
  })
  test('only breathing and positions of ease while only gentle things are open', () => {
    expect(idsFor({ lock: 'gentle' }).every((id) => /^(breathe|ease)-/.test(id))).toBe(true)
    expect(idsFor({ lock: 'open' })).toEqual(expect.arrayContaining(['muscles', 'body-scan']))
  })
  test('letting go stands in where tensing is ruled out', () => {
    expect(idsFor({ noTensing: true })).toContain('let-go')
    expect(idsFor({ noTensing: true })).not.toContain('muscles')
    expect(idsFor({ noTensing: false })).not.toContain('let-go')
  })
  test('no position of ease that the block list rules out, and breathing for everybody who is not locked', () => {
    const profiles = fc.record({
      pregnancyWeeks: fc.constantFrom<number | 'notSure' | null>(null, 15, 16, 'notSure'),
      breathingTrouble: fc.constantFrom('yes' as const, 'no' as const, 'notSure' as const),
      floorTransfer: fc.constantFrom('yes' as const, 'no' as const, 'notSure' as const),
      canSit: fc.constantFrom('yes' as const, 'no' as const),
    })
    fc.assert(
      fc.property(profiles, fc.constantFrom('open' as const, 'gentle' as const), (own, lock) => {
        const profile = { ...well, ...own }
        const courses = coursesFor({ lock, profile, noTensing: false })
        for (const { kind, movement } of courses)
          if (kind === 'ease') expect(blockedReasons(movement, profile)).toEqual([])
        expect(courses.some(({ kind }) => kind === 'breath')).toBe(true)
      }),
    )
    expect(coursesFor({ lock: 'open', profile: nothingKnown, noTensing: true }).length).toBeGreaterThan(3)
  })
})
