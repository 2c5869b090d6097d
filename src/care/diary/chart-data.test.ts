import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chartData, mostGap, type PhaseMark } from './chart-data.ts'
import { days, march } from './diary.fixtures.ts'
import type { LineStart } from './outlook.ts'

const start: LineStart = { day: march(0), painAge: 'acute' }
const chart = (diary: readonly (number | null)[], phases: readonly PhaseMark[] = [], today = diary.length - 1) =>
  chartData(days(...diary), start, phases, march(Math.max(0, today)))

describe('the chart', () => {
  test('shows every noted day, the bad ones too', () => {
    expect(chart([5, null, 9]).points).toEqual([
      { day: 0, date: march(0), pain: 5, worst: 5 },
      { day: 2, date: march(2), pain: 9, worst: 9 },
    ])
  })

  test('says which days were told after they were over, and of how many', () => {
    const told = (...late: readonly number[]) =>
      chartData(
        days(5, 4, 6).map((day, index) => ({ ...day, ...(late.includes(index) && { toldLate: true as const }) })),
        start,
        [],
        march(2),
      )
    expect(told(1).table.map(({ toldLate }) => toldLate)).toEqual([undefined, true, undefined])
    expect(told(1).words).toContain('One day was told later, from memory.')
    expect(told(0, 2).words).toContain('2 days were told later, from memory.')
    expect(told().words.join(' ')).not.toContain('told later')
  })

  test('leaves out days before the line began', () => {
    const late = chartData(days(8, 8, 4), { day: march(2), painAge: 'acute' }, [], march(2))
    expect(late.points).toHaveLength(1)
    expect(late.points[0]).toMatchObject({ day: 0, pain: 4 })
  })

  test('is 2 weeks wide at first, then 6, then whole weeks', () => {
    expect(chart([5]).days).toEqual([0, 14])
    expect(chart([5], [], 14).days).toEqual([0, 14])
    expect(chart([5], [], 15).days).toEqual([0, 42])
    expect(chart([5], [], 42).days).toEqual([0, 42])
    expect(chart([5], [], 43).days).toEqual([0, 49])
  })

  test('marks the days on which a danger was told, each once, in their order and within the chart', () => {
    const marked = chartData(days(5, 4, 4), start, [], march(2), [march(2), march(0), march(2), march(20)])
    expect(marked.dangers).toEqual([
      { day: 0, date: march(0) },
      { day: 2, date: march(2) },
    ])
    expect(marked.dangerWords).toBe('A danger was told of 2 days. A triangle marks each.')
    expect(chart([5, 4, 4])).toMatchObject({ dangers: [], dangerWords: undefined })
  })

  test('joins days over a gap of 3 and not of 4', () => {
    expect(mostGap).toBe(3)
    expect(chart([5, null, null, null, 4]).runs).toEqual([
      [
        [0, 5],
        [4, 4],
      ],
    ])
    expect(chart([5, null, null, null, null, 4]).runs).toEqual([[[0, 5]], [[5, 4]]])
  })

  test('has a band that closes round the line', () => {
    const { band, line } = chart([5])
    expect(band).toHaveLength(2 * line.length)
    expect(band[0]).toEqual([0, 7.9])
    expect(band.at(-1)).toEqual([0, 3.3])
    for (const [index, [x, y]] of line.entries()) {
      const [above, below] = [band[index], band[band.length - 1 - index]]
      expect([above?.[0], below?.[0]]).toEqual([x, x])
      expect((above?.[1] ?? 0) >= y && y >= (below?.[1] ?? 0)).toBe(true)
    }
  })

  test('marks the published points and no other', () => {
    expect(chart([5], [], 42).known).toEqual([
      [0, 5.6],
      [42, 2.6],
    ])
  })

  test('ends band and line after a year, and says so', () => {
    const long = chartData(days(5), start, [], '2027-04-01')
    expect(long.line.at(-1)?.[0]).toBe(364)
    expect(long.words).toContain('The line ends after a year. We do not know more.')
    expect(chart([5]).words.join(' ')).not.toContain('after a year')
  })

  test('does not start the line again at a flare', () => {
    const calm = chart([5, 4, 3, 3, 3, 3])
    const flared = chart([5, 4, 3, 3, 3, 9])
    expect(flared.line).toEqual(calm.line)
    expect(flared.band).toEqual(calm.band)
    expect(flared.flares).toEqual([{ from: 5, to: 5, label: 'A flare' }])
  })

  test('shows each phase up to the day before the next, whatever the order', () => {
    const phases = [
      { phase: 2, name: 'Restore', from: march(4) },
      { phase: 1, name: 'Calm', from: march(0) },
    ] as const
    expect(chart([5, 5, 5, 5, 4, 4], phases).phases).toEqual([
      { from: 0, to: 3, label: '1 Calm' },
      { from: 4, to: 5, label: '2 Restore' },
    ])
  })

  test('keeps everything within its own axes, whatever the diary', () => {
    const pain = fc.option(fc.double({ min: 0, max: 10, noNaN: true }), { freq: 4 })
    fc.assert(
      fc.property(fc.array(pain, { minLength: 1, maxLength: 60 }), (pains) => {
        const { days: axis, points, band, line, flares, runs, table, ticks } = chart(pains)
        const drawn = [...band, ...line, ...runs.flat(), ...points.map(({ day, pain: y }) => [day, y] as const)]
        for (const [x, y] of drawn) expect(x >= 0 && x <= axis[1] && y >= 0 && y <= 10).toBe(true)
        for (const { from, to } of flares) expect(from >= 0 && from <= to && to <= axis[1]).toBe(true)
        expect(runs.flat()).toHaveLength(points.length)
        expect(table).toHaveLength(points.length)
        expect(ticks.x.length).toBeLessThanOrEqual(9)
        expect(ticks.x.every(({ day }) => day <= axis[1])).toBe(true)
      }),
    )
  })
})

describe('the words of the chart', () => {
  test('begin with the words that it is no promise, whatever the diary', () => {
    for (const diary of [[], [3], [9, 9, 9, 9], [1, 1, 1]])
      expect(chart(diary).words[0]).toBe('You may be above or below. The line is other people, not a promise.')
  })

  test('tell all that is drawn', () => {
    expect(chart([7, 6, 6, 4, 3, 2, 2, 7]).words).toEqual([
      'You may be above or below. The line is other people, not a promise.',
      'On the last day that you told us about, it was 7 out of 10. At that point most people are between 2.7 and 7.3.',
      'Your pain goes up and down. No clear change yet.',
      'One flare is marked.',
      'The wide band is where most people are.',
      'The line is the average of other people. It is from a review of 95 studies.',
      'Marked points come from the studies. The line from one of them to the next is estimated.',
      'The width of the band comes from one point in time, early on, in one trial. We use it all along.',
    ])
  })

  test('offer help above the band at 2 weeks', () => {
    const two = Array.from({ length: 15 }, () => 9)
    expect(chart(two).words.join(' ')).toContain('Book a physio or GP')
  })

  test('give the table newest first, with the band of the day', () => {
    expect(chart([7, 6]).table).toEqual([
      { date: march(1), pain: '6', others: expect.stringMatching(/^\d(\.\d)? to \d(\.\d)?$/) },
      { date: march(0), pain: '7', others: '3.3 to 7.9' },
    ])
  })
})
