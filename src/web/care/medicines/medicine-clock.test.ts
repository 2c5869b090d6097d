import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asEpochMs, hourMs } from '../../../care/evidence/time.ts'
import { agoWords, clock, lastTimeShown, momentWords, readTime } from './medicine-clock.ts'

const uk = { kind: 'server' } as const
const at = (text: string) => asEpochMs(Date.parse(text))

test('a typed time is the last time the clock showed it: today up to now, else yesterday', () => {
  const now = at('2026-11-23T02:10:30Z')
  expect(lastTimeShown('02:10', now, uk)).toBe(at('2026-11-23T02:10:00Z'))
  expect(lastTimeShown('02:11', now, uk)).toBe(at('2026-11-22T02:11:00Z'))
  expect(lastTimeShown('22:30', now, uk)).toBe(at('2026-11-22T22:30:00Z'))
})

test('in the hour that the autumn change repeats, the later one counts: no gap is cut short', () => {
  const now = at('2026-10-25T06:00:00Z')
  expect(lastTimeShown('01:30', now, uk)).toBe(at('2026-10-25T01:30:00Z'))
  expect(lastTimeShown('06:30', at('2026-10-25T06:10:00Z'), uk)).toBe(at('2026-10-24T05:30:00Z'))
})

test('in summer the clock is an hour ahead, and the hour that spring skips is taken from the day before', () => {
  expect(lastTimeShown('09:00', at('2026-07-01T08:30:00Z'), uk)).toBe(at('2026-07-01T08:00:00Z'))
  expect(lastTimeShown('01:30', at('2026-03-29T01:10:00Z'), uk)).toBe(at('2026-03-28T01:30:00Z'))
})

test('a time that spring skipped, from a clock that nobody has put forward, is that moment, all day long', () => {
  for (const now of ['2026-03-29T06:00:00Z', '2026-03-29T20:00:00Z', '2026-03-29T23:30:00Z'])
    expect(lastTimeShown('01:20', at(now), uk)).toBe(at('2026-03-29T01:20:00Z'))
})

test.each(['', '24:00', '7', '12:60', 'noon', '-1:00'])('%s is no time', (typed) => {
  expect(lastTimeShown(typed, at('2026-11-23T02:10:00Z'), uk)).toBeUndefined()
})

test('a moment is said with its day', () => {
  const now = at('2026-11-23T02:10:00Z')
  expect(momentWords(at('2026-11-23T01:05:00Z'), now, uk)).toBe('01:05 today')
  expect(momentWords(at('2026-11-22T23:40:00Z'), now, uk)).toBe('23:40 yesterday')
  expect(momentWords(at('2026-11-24T00:00:00Z'), now, uk)).toBe('00:00 tomorrow')
  expect(momentWords(at('2026-11-20T08:00:00Z'), now, uk)).toContain('20 November')
})

describe('a time typed without a date', () => {
  const device = { kind: 'device' } as const
  const minuteMs = 60_000
  const noon = at('2026-11-23T12:00:30Z')
  /** As the clock of this device shows it, whatever zone the machine of the test has. */
  const shown = (moment: number) => clock(asEpochMs(moment), device)
  /** The middle of this device's own day, so that hours before it are of the same day. */
  const midday = asEpochMs(noon + new Date(noon).getTimezoneOffset() * minuteMs)
  const own = (moment: number, now = midday) => readTime(shown(moment), now, device, 'Europe/London').kind

  test('is sure while it is of today and not ahead of the clock, on a device that knows its zone', () => {
    expect(own(midday)).toBe('sure')
    expect(own(midday - 5 * minuteMs)).toBe('sure')
    expect(own(midday - 11 * hourMs)).toBe('sure')
  })
  test('is asked about when it is ahead of the clock by less than four hours, and is else of the evening before', () => {
    expect(own(midday + minuteMs)).toBe('unsure')
    expect(own(midday + 3 * hourMs)).toBe('unsure')
    expect(own(midday + 4 * hourMs - minuteMs)).toBe('unsure')
    const evening = asEpochMs(midday - 13 * hourMs)
    expect(readTime(shown(evening), midday, device, 'Europe/London')).toEqual({
      kind: 'sure',
      at: Math.floor(evening / minuteMs) * minuteMs,
    })
  })
  test('is sure across midnight: some minutes ago was yesterday', () => {
    const pastMidnight = asEpochMs(midday - 12 * hourMs + 10 * minuteMs)
    expect(own(pastMidnight - 20 * minuteMs, pastMidnight)).toBe('sure')
  })
  test('is asked about when it is more than 20 hours ago, and not at 20', () => {
    const late = asEpochMs(midday + 11 * hourMs)
    expect(own(late - 20 * hourMs, late)).toBe('sure')
    expect(own(late - 20 * hourMs - minuteMs, late)).toBe('unsure')
  })
  test('is always asked about on the server, and where the browser hides the zone, but for this very minute', () => {
    const typed = (zone: string, minutes: number) =>
      readTime(shown(midday - minutes * minuteMs), midday, device, zone).kind
    for (const zone of ['', 'UTC', 'Etc/UTC', 'GMT', 'Atlantic/Reykjavik']) {
      expect(typed(zone, 1)).toBe('unsure')
      expect(typed(zone, 0)).toBe('sure')
    }
    expect(readTime('11:59', noon, uk, 'Europe/London').kind).toBe('unsure')
    expect(readTime('12:00', noon, uk, 'Europe/London').kind).toBe('sure')
  })
  test.each(['', '25:00', 'noon', '12'])('%s is no time', (typed) => {
    expect(readTime(typed, noon, uk, '')).toEqual({ kind: 'none' })
  })
  test('may be typed in other digits', () => {
    expect(lastTimeShown('١١:٣٠', noon, uk)).toBe(at('2026-11-23T11:30:00Z'))
  })

  /** The moment that counts: the one that was typed where it is sure, else now. */
  const counted = (typed: string, now: number, kind: 'server' | 'device', zone: string): number => {
    const read = readTime(typed, asEpochMs(now), { kind }, zone)
    if (read.kind === 'none') throw new Error(`no time: ${typed}`)
    return read.kind === 'sure' ? read.at : now
  }
  const year = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) })
  const minutesAgo = fc.integer({ min: 0, max: 24 * 60 - 1 })
  /** A wall clock anywhere on earth. */
  const anywhere = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15 * minuteMs)
  const wall = (moment: number, offsetMs: number) => new Date(moment + offsetMs).toISOString().slice(11, 16)
  const toTheMinute = (moment: number) => Math.floor(moment / minuteMs) * minuteMs

  test('never counts as older than it was, on the person’s own clock', () => {
    fc.assert(
      fc.property(year, minutesAgo, (now, minutes) => {
        const taken = now - minutes * minuteMs
        expect(counted(shown(taken), now, 'device', 'Europe/London')).toBeGreaterThanOrEqual(toTheMinute(taken))
      }),
      { numRuns: 300 },
    )
  })
  test('never counts as older than it was, on whatever wall clock: on the server, and where the zone is hidden', () => {
    fc.assert(
      fc.property(year, minutesAgo, anywhere, (now, minutes, offsetMs) => {
        const taken = now - minutes * minuteMs
        const typed = wall(taken, offsetMs)
        expect(counted(typed, now, 'server', 'Europe/London')).toBeGreaterThanOrEqual(toTheMinute(taken))
        expect(counted(typed, now, 'device', 'UTC')).toBeGreaterThanOrEqual(toTheMinute(taken))
      }),
      { numRuns: 300 },
    )
  })
  test('a clock that is behind by less than 4 hours never makes a dose of the last minutes old', () => {
    const behind = fc.integer({ min: 11, max: 4 * 60 - 1 })
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 10 }), behind, (now, minutes, behindBy) => {
        // The wall clock is right, this device's is not; all that it knows is its own time.
        const typed = shown(now - minutes * minuteMs)
        expect(counted(typed, now - behindBy * minuteMs, 'device', 'Europe/London')).toBe(now - behindBy * minuteMs)
      }),
      { numRuns: 300 },
    )
  })
})

test('how long ago is said so that a wrong clock is noticed', () => {
  const now = at('2026-11-23T12:00:00Z')
  const ago = (minutes: number) => agoWords(asEpochMs(now - minutes * 60_000), now)
  expect([ago(0), ago(4), ago(5), ago(89), ago(90), ago(24 * 60)]).toEqual([
    'just now',
    'just now',
    'about 5 minutes ago',
    'about 89 minutes ago',
    'about 2 hours ago',
    'about 24 hours ago',
  ])
})
