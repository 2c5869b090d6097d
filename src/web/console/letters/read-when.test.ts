/** The time that a letter gets, where the clocks change. */
import { expect, test } from 'vitest'
import { readWhen } from './read-when.ts'

const now = Temporal.Instant.from('2026-11-28T10:00:00Z')
const read = (day: string, time: string) => readWhen(day, time, 'Europe/London', now)

test('an hour that the clocks skip is refused in words, not moved; those beside it and one that comes twice are taken', () => {
  for (const time of ['01:00', '01:30', '01:59'])
    expect(read('2027-03-28', time)).toMatchObject({
      ok: false,
      problem: { field: 'time', text: expect.stringContaining(`no ${time}`) },
    })
  const iso = (day: string, time: string) => {
    const when = read(day, time)
    return when.ok && new Date(when.at).toISOString()
  }
  expect(iso('2027-03-28', '00:59')).toBe('2027-03-28T00:59:00.000Z')
  expect(iso('2027-03-28', '02:00')).toBe('2027-03-28T01:00:00.000Z')
  expect(iso('2027-10-31', '01:30')).toBe('2027-10-31T00:30:00.000Z')
})
