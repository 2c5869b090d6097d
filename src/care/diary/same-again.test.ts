import { expect, test } from 'vitest'
import { dayNumber } from '../evidence/calendar.ts'
import { asEpochMs, dayMs } from '../evidence/time.ts'
import { entry, march } from './diary.fixtures.ts'
import { entries, type EntryFields } from './entry.ts'
import { sameAgain } from './same-again.ts'

const now = { at: asEpochMs(dayNumber(march(9)) * dayMs), day: march(9) }
const after = (...told: readonly EntryFields[]) =>
  sameAgain(entries(told.map((fields, day) => entry(day, fields))), now)
const low = { painNow0to10: 4, places: ['lowBack-left'] } as const

test('fills in the places of the last entry that has any', () => {
  expect(after(low, { painNow0to10: 3 })).toEqual({ day: march(0), places: ['lowBack-left'] })
  expect(after(low, { painNow0to10: 3, places: ['neck-left'] })).toMatchObject({ day: march(1), places: ['neck-left'] })
  expect(after({ painNow0to10: 3 })).toBeNull()
})

test('a leg that had moved is now the same, no leg pain stays none, and not sure is asked again', () => {
  expect(after({ ...low, leg: 'further' })?.leg).toBe('same')
  expect(after({ ...low, leg: 'nearer' })?.leg).toBe('same')
  expect(after({ ...low, leg: 'none' })?.leg).toBe('none')
  expect(after({ ...low, leg: 'notSure' })?.leg).toBeUndefined()
})

test('is nothing where the places call for a check: between the legs, or both legs', () => {
  expect(after({ painNow0to10: 4, places: ['saddleBack'] })).toBeNull()
  expect(after({ painNow0to10: 4, places: ['calf-left', 'calf-right'] })).toBeNull()
  expect(after({ painNow0to10: 4, places: ['calf-left'] })).not.toBeNull()
})

test('brings no pain, sign or note of that day', () => {
  const filled = after({ ...low, signs: ['fever'], note: 'a note', sleep: 'bad' })
  expect(Object.keys(filled ?? {}).sort()).toEqual(['day', 'places'])
})
