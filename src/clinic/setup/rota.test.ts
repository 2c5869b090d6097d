/** Hours as people write them, rotas of several weeks, and which visits would lie outside. */
import { describe, expect, test } from 'vitest'
import { placeClash, readWall, type Rota, rotaFaults, startKeepingStep, visitsOutside, wallOf } from './rota.ts'

describe('a time as it is typed', () => {
  test.each([
    ['8', 480],
    ['8:30', 510],
    ['8.30', 510],
    ['0830', 510],
    ['8am', 480],
    ['12am', 0],
    ['12pm', 720],
    ['8.30 PM', 1230],
    ['noon', 720],
    ['24:00', 1440],
    ['00:00', 0],
  ])('“%s” is minute %i of the day', (typed, minute) => {
    expect(readWall(typed)).toBe(minute)
  })

  test.each(['', '25', '24:01', '8:60', '13pm', '0am', 'late', '8:3', '-1', '830000'])('“%s” is none', (typed) => {
    expect(readWall(typed)).toBeUndefined()
  })

  test('is written with two digits each, and the end of the day as 24:00', () => {
    expect([0, 510, 1440].map(wallOf)).toEqual(['00:00', '08:30', '24:00'])
  })
})

describe('the stretches of a day', () => {
  const monday = (from: number, to: number) => ({ weekday: 1, from, to })

  test('may touch, and may not overlap', () => {
    expect(rotaFaults([monday(480, 720), monday(720, 900)])).toEqual([])
    expect(rotaFaults([monday(721, 900), monday(480, 722)])).toMatchObject([{ weekday: 1 }])
  })

  test('end after they start', () => {
    expect(rotaFaults([monday(480, 480)])).toMatchObject([{ weekday: 1 }])
    expect(rotaFaults([monday(480, 481)])).toEqual([])
  })
})

const rota = (more: Partial<Rota> = {}): Rota => ({
  ...{ locationId: 'here', everyWeeks: 1, validFrom: '2026-11-23', validUntil: null },
  stretches: [{ weekday: 1, from: 540, to: 720 }],
  ...more,
})

describe('a rota of every other week', () => {
  const everyOther = { validFrom: '2026-11-23', everyWeeks: 2 }

  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-29'],
    ['2026-11-30', '2026-12-07'],
    ['2026-12-06', '2026-12-07'],
    ['2026-12-07', '2026-12-07'],
    // Before its own first week, too.
    ['2026-11-16', '2026-11-23'],
  ])('cut on %s goes on from %s, in the weeks it would have had', (day, from) => {
    expect(startKeepingStep(everyOther, day)).toBe(from)
  })

  test('cut on any day of a year never changes its weeks', () => {
    for (let weeks = 1; weeks <= 8; weeks += 1)
      for (let day = Temporal.PlainDate.from('2026-11-23'); day.year < 2028; day = day.add({ days: 1 })) {
        const from = Temporal.PlainDate.from(
          startKeepingStep({ validFrom: '2026-11-25', everyWeeks: weeks }, day.toString()),
        )
        const between =
          Temporal.PlainDate.from('2026-11-23').until(from.subtract({ days: from.dayOfWeek - 1 })).days / 7
        expect(between % weeks, `${weeks} weeks, ${day}`).toBe(0)
        expect(Temporal.PlainDate.compare(from, day)).toBeGreaterThanOrEqual(0)
      }
  })
})

describe('two places at once', () => {
  test('is seen where the weeks meet, and not where they never do', () => {
    const one = rota({ everyWeeks: 2 })
    expect(placeClash(one, [rota({ locationId: 'there', everyWeeks: 2 })])).toEqual({ weekday: 1, locationId: 'there' })
    expect(placeClash(one, [rota({ locationId: 'there', everyWeeks: 2, validFrom: '2026-11-30' })])).toBeUndefined()
    expect(placeClash(one, [rota({ locationId: 'there', everyWeeks: 3, validFrom: '2026-11-30' })])).toBeDefined()
  })

  test('is no clash when one ends as the other begins, on the clock or in the calendar', () => {
    const after = rota({ locationId: 'there', stretches: [{ weekday: 1, from: 720, to: 900 }] })
    expect(placeClash(rota(), [after])).toBeUndefined()
    const ended = rota({ locationId: 'there', validUntil: '2026-11-29' })
    expect(placeClash(rota({ validFrom: '2026-11-30' }), [ended])).toBeUndefined()
    expect(placeClash(rota(), [ended])).toBeDefined()
  })
})

describe('a visit', () => {
  const visit = (from: string, minutes = 45) => {
    const start = Temporal.ZonedDateTime.from(`${from}[Europe/London]`).epochMilliseconds
    return { from: start, to: start + minutes * 60_000, locationId: 'here', zone: 'Europe/London' }
  }

  test('lies in the hours to the last minute of them, and not a minute longer', () => {
    const fits = visit('2026-11-30T11:15')
    const over = visit('2026-11-30T11:16')
    expect(visitsOutside([rota()], [fits, over])).toEqual([over])
  })

  test('at another place, before the hours begin or after they end, lies outside', () => {
    const there = { ...visit('2026-11-30T09:00'), locationId: 'there' }
    const before = visit('2026-11-16T09:00')
    const after = visit('2026-12-07T09:00')
    const inside = visit('2026-11-30T09:00')
    const hours = [rota({ validUntil: '2026-11-30' })]
    expect(visitsOutside(hours, [before, inside, after, there])).toEqual([before, after, there])
  })

  test('is looked at by the clock of the place, also after the clocks have changed', () => {
    const winter = visit('2027-03-22T09:00')
    const summer = visit('2027-03-29T09:00')
    const early = visit('2027-03-29T08:59')
    expect(visitsOutside([rota()], [winter, summer, early])).toEqual([early])
  })
})
