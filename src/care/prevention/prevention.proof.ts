/** Walks and days, told one at a time, beside a programme's story. */
import fc from 'fast-check'
import { type MovementProfile, nothingKnown } from '../movement/profile.ts'
import { moment } from '../programme/story.proof.ts'
import type { PreventionEvent, WalkFelt } from './events.ts'

type Without<T> = T extends unknown ? Omit<T, 'v' | 'id' | 'at' | 'day'> : never

/** A record of prevention that grows. Day 0 as in the programme's story. */
export function habits() {
  const events: PreventionEvent[] = []
  const write = (day: number, hour: number, what: Without<PreventionEvent>) => {
    events.push({
      v: 1,
      id: `p${String(events.length).padStart(4, '0')}`,
      ...moment(day, hour),
      ...what,
    } as PreventionEvent)
    return told
  }
  const told = {
    events,
    write,
    start: (day: number, minutesNow: number, daysNow: number) =>
      write(day, 9, { kind: 'walkingStarted', minutesNow, daysNow }),
    walk: (day: number, minutes: number, felt: WalkFelt = 'fine') =>
      write(day, 15, { kind: 'walkDone', minutes, felt }),
    /** A whole week of such walks, on these days of it. */
    week: (from: number, minutes: number, on: readonly number[], felt: WalkFelt = 'fine') => {
      for (const day of on) told.walk(from + day, minutes, felt)
      return told
    },
  }
  return told
}

/** Anybody at all, for properties. */
export const anybody = fc.record(
  Object.fromEntries((Object.keys(nothingKnown) as (keyof MovementProfile)[]).map((key) => [key, fact(key)])),
) as unknown as fc.Arbitrary<MovementProfile>

function fact(key: keyof MovementProfile): fc.Arbitrary<unknown> {
  switch (key) {
    case 'pattern':
      return fc.constantFrom('PT0', 'PT1', 'PT2', 'PT3', 'PT4', 'PT5', 'PT6', 'PT7')
    case 'radicularSide':
      return fc.constantFrom('none', 'left', 'right', 'both', 'notSure')
    case 'painNow0to10':
      return fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 10 }) }, fc.constant('notSure'))
    case 'pregnancyWeeks':
    case 'weeksAfterBirth':
      return fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 41 }), fc.constant('notSure'))
    case 'floorTransfer':
    case 'canSit':
    case 'canStand':
    case 'hasChair':
    case 'hasBed':
      return mostly('yes', 'no')
    default:
      return mostly('no', 'yes')
  }
}

/** Mostly one answer, or hardly anybody would be left who may do anything. */
function mostly(usual: string, other: string): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constant(other) },
    { weight: 1, arbitrary: fc.constant('notSure') },
  )
}
