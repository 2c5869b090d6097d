import { expect, test } from 'vitest'
import { keptUntil } from './retention.ts'

test('an adult is kept eight years in England and six in Scotland after the last visit, and elsewhere as long as the longer', () => {
  expect(keptUntil('2026-03-03', 'england', null)).toBe('2034-03-03')
  expect(keptUntil('2026-03-03', 'scotland', null)).toBe('2032-03-03')
  expect(keptUntil('2026-03-03', 'wales', null)).toBe('2034-03-03')
  expect(keptUntil('2026-03-03', 'northern-ireland', '1980-01-01')).toBe('2034-03-03')
})

test('a child is kept to the 25th birthday, and never shorter than an adult would be', () => {
  expect(keptUntil('2026-03-03', 'england', '2016-05-06')).toBe('2041-05-06')
  expect(keptUntil('2026-03-03', 'scotland', '2008-03-04')).toBe('2033-03-04')
  expect(keptUntil('2026-03-03', 'england', '2008-03-04')).toBe('2034-03-03')
})

test('on the 18th birthday somebody is an adult, and on the day before a child', () => {
  expect(keptUntil('2026-03-03', 'scotland', '2008-03-03')).toBe('2032-03-03')
  expect(keptUntil('2026-03-02', 'scotland', '2008-03-03')).toBe('2033-03-03')
})

test('a leap day ends on the last of February', () => {
  expect(keptUntil('2028-02-29', 'scotland', null)).toBe('2034-02-28')
})
