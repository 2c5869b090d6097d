/** The table of the staff's calendar: each half hour has its own moment, also on the days the clocks change. */
import { describe, expect, test } from 'vitest'
import { dayGrid, dayLines, startInGap } from './day-grid.ts'
import type { Calendar, CalendarBlock, CalendarTherapist, CalendarVisit } from './load-calendar.ts'

const ms = (wall: string, zone = 'Europe/London') =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).epochMilliseconds
const visit = (from: string, to: string, more: Partial<CalendarVisit> = {}): CalendarVisit => ({
  ...{ kind: 'visit', id: from, state: 'confirmed', version: 0, therapistId: 'amara', locationId: 'e2', place: 'E2' },
  ...{ service: 'First visit', person: 'Nadia Fleet', personId: 'p', isOffered: false, isAsked: false, bent: null },
  ...{ from: ms(from), to: ms(to), claimFrom: ms(from), claimTo: ms(to) },
  ...more,
})
const block = (from: string, to: string): CalendarBlock => ({
  ...{ kind: 'block', id: from, resourceId: 'amara', reason: null },
  ...{ from: ms(from), to: ms(to) },
})
const amara = (more: Partial<CalendarTherapist> = {}): CalendarTherapist => ({
  ...{ id: 'amara', name: 'Amara Larch', isRegistered: true, open: [], off: [], visits: [], classes: [], blocks: [] },
  ...more,
})
const calendar = (firstDay: string, lastDay: string, ...therapists: CalendarTherapist[]): Calendar => ({
  ...{ zone: 'Europe/London', now: ms(`${firstDay}T00:00`), firstDay, lastDay, therapists },
})
const wall = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

describe('rows', () => {
  test('are the usual day where nothing lies outside it, and grow with what does', () => {
    const quiet = dayGrid(calendar('2026-11-27', '2026-11-27', amara()))
    expect([quiet.rows[0], quiet.rows.at(-1)].map((row) => wall(row?.minute ?? 0))).toEqual(['8:00', '17:30'])
    const late = dayGrid(
      calendar('2026-11-27', '2026-11-27', amara({ visits: [visit('2026-11-27T20:15', '2026-11-27T21:00')] })),
    )
    expect(wall(late.rows.at(-1)?.minute ?? 0)).toBe('20:30')
  })

  test('leave out the hour that the clocks skip', () => {
    const open = [ms('2027-03-28T00:00'), ms('2027-03-28T05:00')]
    const { rows, columns } = dayGrid(calendar('2027-03-28', '2027-03-28', amara({ open })))
    expect(rows.slice(0, 6).map(({ minute }) => wall(minute))).toEqual(['0:00', '0:30', '2:00', '2:30', '3:00', '3:30'])
    const [column] = columns
    expect(column?.cells[2]?.from).toBe(column?.cells[1]?.to)
    expect(column?.cells[2]?.from).toBe(Date.parse('2027-03-28T01:00Z'))
  })

  test('show the hour that comes again twice, each with its own moment', () => {
    const open = [ms('2026-10-25T00:00'), ms('2026-10-25T05:00')]
    const { rows, columns } = dayGrid(calendar('2026-10-25', '2026-10-25', amara({ open })))
    expect(rows.slice(0, 7).map(({ minute, again }) => `${wall(minute)}${again ? ' again' : ''}`)).toEqual([
      ...['0:00', '0:30', '1:00', '1:30', '1:00 again', '1:30 again', '2:00'],
    ])
    const starts = columns[0]?.cells.slice(0, 7).map((cell) => new Date(cell?.from ?? 0).toISOString().slice(11, 16))
    expect(starts).toEqual(['23:00', '23:30', '00:00', '00:30', '01:00', '01:30', '02:00'])
  })

  test('of a week with a change have no cell on the days whose clock does not show them', () => {
    const open = [ms('2026-10-25T00:00'), ms('2026-10-25T05:00')]
    const { rows, columns } = dayGrid(calendar('2026-10-19', '2026-10-25', amara({ open })))
    const again = rows.findIndex((row) => row.again)
    expect(columns.map(({ cells }) => cells[again] === null)).toEqual([true, true, true, true, true, true, false])
    const forward = dayGrid(
      calendar('2027-03-22', '2027-03-28', amara({ open: [ms('2027-03-28T00:00'), ms('2027-03-28T05:00')] })),
    )
    const skipped = forward.rows.findIndex(({ minute }) => minute === 60)
    expect(forward.columns.map(({ cells }) => cells[skipped] === null)).toEqual([
      ...[false, false, false, false, false, false, true],
    ])
  })

  test.each(['2027-03-28', '2026-10-25', '2026-11-27'])('of %s cover the whole day without a gap', (day) => {
    const end = Temporal.PlainDate.from(day).add({ days: 1 }).toString()
    const { columns } = dayGrid(calendar(day, day, amara({ open: [ms(`${day}T00:00`), ms(`${end}T00:00`)] })))
    const cells = columns[0]?.cells ?? []
    expect(cells[0]?.from).toBe(ms(`${day}T00:00`))
    expect(cells.at(-1)?.to).toBe(ms(`${end}T00:00`))
    for (const [at, cell] of cells.entries()) if (at > 0) expect(cell?.from).toBe(cells[at - 1]?.to)
  })
})

describe('what stands in a cell', () => {
  const day = '2026-11-27'
  const cellsOf = (therapist: CalendarTherapist) => dayGrid(calendar(day, day, therapist)).columns[0]?.cells ?? []

  test('begins to five minutes where it begins, and is as long as it is', () => {
    const cells = cellsOf(amara({ visits: [visit(`${day}T09:20`, `${day}T10:05`)] }))
    expect(cells[2]?.items).toMatchObject([{ offset: 20, length: 45, lane: 1, lanes: 1 }])
    expect(cells.flatMap((cell) => cell?.items ?? [])).toHaveLength(1)
  })

  test('stands side by side where it overlaps, and alone again afterwards', () => {
    const visits = [
      visit(`${day}T09:00`, `${day}T10:00`),
      visit(`${day}T09:30`, `${day}T10:30`),
      visit(`${day}T10:00`, `${day}T10:30`),
      visit(`${day}T10:30`, `${day}T11:00`),
    ]
    const items = cellsOf(amara({ visits })).flatMap((cell) => cell?.items ?? [])
    expect(items.map(({ lane, lanes }) => `${lane} of ${lanes}`)).toEqual(['1 of 2', '2 of 2', '1 of 2', '1 of 1'])
  })

  test('is free up to a visit’s pause and after it, and says from when', () => {
    const open = [ms(`${day}T09:00`), ms(`${day}T12:00`)]
    const pause = { claimFrom: ms(`${day}T09:40`), claimTo: ms(`${day}T10:45`) }
    const cells = cellsOf(amara({ open, visits: [visit(`${day}T09:45`, `${day}T10:30`, pause)] }))
    expect(cells[3]?.free).toEqual({ from: ms(`${day}T09:30`), to: ms(`${day}T09:40`) })
    expect(cells[4]?.free).toBeNull()
    expect(cells[5]?.free).toEqual({ from: ms(`${day}T10:45`), to: ms(`${day}T11:00`) })
    expect(cells[8]).toMatchObject({ ground: 'outside', free: null })
  })

  test('that runs over midnight is on both days, from where each day begins', () => {
    const night = visit('2026-11-27T23:30', '2026-11-28T00:30')
    const { columns, rows } = dayGrid(calendar('2026-11-27', '2026-11-28', amara({ visits: [night] })))
    const items = columns.map(({ cells }) =>
      cells.flatMap((cell, at) => (cell?.items ?? []).map((item) => [at, item.length])),
    )
    expect(items).toEqual([[[rows.length - 1, 30]], [[0, 30]]])
  })

  test('blocked for longer than eight hours goes on in a second piece', () => {
    const cells = cellsOf(amara({ blocks: [block(`${day}T08:00`, `${day}T18:00`)] }))
    expect(cells.flatMap((cell) => (cell?.items ?? []).map(({ length }) => length))).toEqual([480, 120])
  })

  test('is away or shut where it would be open', () => {
    const off = [{ kind: 'off', why: 'away', from: ms(`${day}T13:00`), to: ms(`${day}T14:00`) }] as const
    expect(cellsOf(amara({ open: [], off }))[10]).toMatchObject({ ground: 'away', free: null })
  })
})

test('a booking begins where a free time begins, and in one that has begun at the next quarter of an hour', () => {
  const [ten, now] = [ms('2026-11-27T10:00'), ms('2026-11-27T09:52')]
  expect(startInGap(ten, now)).toBe(ten)
  expect(startInGap(now, now)).toBe(ten)
  expect(startInGap(ten, ten)).toBe(ten)
})

test('the plain list says what the table says: visits, blocks, what is free and what is off, in order', () => {
  const day = '2026-11-27'
  const therapist = amara({
    open: [ms(`${day}T09:00`), ms(`${day}T12:00`)],
    off: [{ kind: 'off', why: 'closed', from: ms(`${day}T12:00`), to: ms(`${day}T13:00`) }],
    visits: [visit(`${day}T09:30`, `${day}T10:15`)],
    blocks: [block(`${day}T10:15`, `${day}T11:00`)],
  })
  const lines = dayLines(calendar(day, day, therapist), therapist, day)
  expect(lines.map(({ kind, from }) => `${new Date(from).toISOString().slice(11, 16)} ${kind}`)).toEqual([
    ...['09:00 free', '09:30 visit', '10:15 block', '11:00 free', '12:00 off'],
  ])
})
