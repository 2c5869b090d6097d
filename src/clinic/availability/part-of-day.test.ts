/** Where the parts of a day begin, by the clock of the place. */
import { expect, test } from 'vitest'
import { partOfDay } from './part-of-day.ts'

const at = (wall: string, zone: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds

test.each([
  ['2026-12-01T00:00', 'morning'],
  ['2026-12-01T11:59', 'morning'],
  ['2026-12-01T12:00', 'afternoon'],
  ['2026-12-01T16:59', 'afternoon'],
  ['2026-12-01T17:00', 'evening'],
  ['2026-07-01T16:59', 'afternoon'],
  ['2026-07-01T17:00', 'evening'],
])('%s belongs to the %s, in London and in New York', (wall, part) => {
  for (const zone of ['Europe/London', 'America/New_York']) expect(partOfDay(at(wall, zone), zone)).toBe(part)
})
