/**
 * The calendar as a table of half hours. Pure. Rows follow the clock on the wall; on the day the clocks go forward some of
 * them do not exist, and on the day they go back some come twice, each with its own moment.
 */
import { dayNumber } from '../availability/calendar-days.ts'
import { type Ranges, rangesOf, without } from '../availability/ranges.ts'
import { zoneDays } from '../availability/zone-days.ts'
import type {
  Calendar,
  CalendarBlock,
  CalendarClass,
  CalendarOff,
  CalendarTherapist,
  CalendarVisit,
} from './load-calendar.ts'

/** Where a booking in a free time is begun: where it begins, or at the next quarter of an hour. Moments are milliseconds since 1970. */
export const startInGap = (from: number, now: number): number => Math.max(from, Math.ceil(now / quarterMs) * quarterMs)

/** What takes up room in a column. */
type Drawn = CalendarVisit | CalendarClass | CalendarBlock

const minuteMs = 60_000
const halfHourMs = 30 * minuteMs
const quarterMs = 15 * minuteMs
/** Shown whatever happens, in minutes of the day: from eight to six. */
const usualFrom = 480
const usualTo = 1080
/** The longest that one thing is drawn in one piece, in minutes. */
const longest = 480

/** A row. `again`: the clock shows this time for the second time that day. */
export interface GridRow {
  readonly minute: number
  readonly again: boolean
}

/** A visit or block where it begins in a cell, or goes on in one after eight hours. */
export interface GridItem {
  readonly of: Drawn
  /** Minutes after the cell's start, and how long it is drawn, both in steps of five. */
  readonly offset: number
  readonly length: number
  /** Side by side with others at the same time: which, counted from 1, of how many. */
  readonly lane: number
  readonly lanes: number
}

/** A half hour of one therapist on one day. */
export interface GridCell {
  readonly from: number
  readonly to: number
  readonly items: readonly GridItem[]
  /** The first stretch of five minutes or more in which a visit could begin. */
  readonly free: { readonly from: number; readonly to: number } | null
  /** What fills most of it. `outside`: they do not work then. */
  readonly ground: 'open' | 'outside' | 'closed' | 'away'
}

/** A column; `cells` by row, with a null where that day's clock does not show the row's time. */
export interface GridColumn {
  readonly therapist: CalendarTherapist
  readonly day: string
  readonly cells: readonly (GridCell | null)[]
}

/** The whole table. */
export interface DayGrid {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
}

/** The table of a calendar: its days in order, and within a day its therapists. */
export function dayGrid(calendar: Calendar): DayGrid {
  const [first, last] = [dayNumber(calendar.firstDay), dayNumber(calendar.lastDay)]
  const days = zoneDays(calendar.zone, first, last)
  const steps = Array.from({ length: last - first + 1 }, (_, at) =>
    stepsOf(calendar.zone, days.startOf(first + at), days.startOf(first + at + 1)),
  )
  const rows = shownRows(steps, calendar.therapists)
  const columns = steps.flatMap((day, at) =>
    calendar.therapists.map((therapist) => columnOf(therapist, isoOf(calendar.firstDay, at), day, rows)),
  )
  return { rows, columns }
}

const isoOf = (firstDay: string, later: number) => Temporal.PlainDate.from(firstDay).add({ days: later }).toString()

interface Step extends GridRow {
  readonly from: number
  readonly to: number
}

/** The half hours of one day as they come, 46 or 50 where the clocks change by an hour. */
function stepsOf(zone: string, start: number, end: number): readonly Step[] {
  const steps: Step[] = []
  const seen = new Set<number>()
  for (let from = start; from < end; from += halfHourMs) {
    const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
    const wall = hour * 60 + minute
    steps.push({ from, to: Math.min(end, from + halfHourMs), minute: wall, again: seen.has(wall) })
    seen.add(wall)
  }
  return steps
}

/** Rows from the first to the last half hour in which anything is, or the usual day. */
function shownRows(days: readonly (readonly Step[])[], therapists: readonly CalendarTherapist[]): readonly GridRow[] {
  const busy = therapists.flatMap(({ open, off, visits, classes, blocks }) => [
    ...pairsOf(open),
    ...[...off, ...visits, ...classes, ...blocks].map(({ from, to }) => [from, to] as const),
  ])
  const all = rowsInOrder(days)
  const isUsed = (row: GridRow) =>
    (row.minute >= usualFrom && row.minute < usualTo) ||
    days.some((steps) => {
      const step = steps.find((one) => isSame(one, row))
      return step !== undefined && busy.some(([from, to]) => from < step.to && to > step.from)
    })
  const first = all.findIndex(isUsed)
  return all.slice(Math.max(0, first), all.findLastIndex(isUsed) + 1)
}

const isSame = (one: GridRow, other: GridRow) => one.minute === other.minute && one.again === other.again
const pairsOf = (ranges: Ranges) =>
  ranges.flatMap((from, at) => (at % 2 === 0 ? [[from, ranges[at + 1] ?? from] as const] : []))

/** Each row once. Times that come again stand after the last of those that come again. */
function rowsInOrder(days: readonly (readonly Step[])[]): readonly GridRow[] {
  const rows = new Map<string, GridRow>()
  for (const { minute, again } of days.flat()) rows.set(`${minute} ${again}`, { minute, again })
  const all = [...rows.values()]
  const lastAgain = Math.max(...all.filter(({ again }) => again).map(({ minute }) => minute))
  const place = ({ minute, again }: GridRow) => (again ? lastAgain + 1 + minute / 1440 : minute)
  return all.toSorted((one, other) => place(one) - place(other))
}

function columnOf(
  therapist: CalendarTherapist,
  day: string,
  steps: readonly Step[],
  rows: readonly GridRow[],
): GridColumn {
  const shown = steps.filter((step) => rows.some((row) => isSame(row, step)))
  const [start, end] = [shown[0]?.from ?? 0, shown.at(-1)?.to ?? 0]
  const drawn = inLanes(piecesOf([...therapist.visits, ...therapist.classes, ...therapist.blocks], start, end))
  const busy = rangesOf([
    ...[...therapist.visits, ...therapist.classes].map(({ claimFrom, claimTo }) => [claimFrom, claimTo] as const),
    ...therapist.blocks.map(({ from, to }) => [from, to] as const),
  ])
  const cells = rows.map((row) => {
    const step = shown.find((one) => isSame(one, row))
    return step ? cellOf(therapist, step, drawn, busy) : null
  })
  return { therapist, day, cells }
}

interface PieceOf {
  readonly of: Drawn
  readonly from: number
  readonly to: number
}

/** Each thing cut to the day, and a long one into pieces. */
function piecesOf(things: readonly Drawn[], start: number, end: number): readonly PieceOf[] {
  return things.flatMap((of) => {
    const pieces: PieceOf[] = []
    const to = Math.min(of.to, end)
    for (let from = Math.max(of.from, start); from < to; from += longest * minuteMs)
      pieces.push({ of, from, to: Math.min(to, from + longest * minuteMs) })
    return pieces
  })
}

interface Laned extends PieceOf {
  readonly lane: number
  readonly lanes: number
}

/** Those that overlap stand side by side: each in the first lane that is free, all of one heap equally wide. */
function inLanes(pieces: readonly PieceOf[]): readonly Laned[] {
  const done: Laned[] = []
  let heap: (PieceOf & { readonly lane: number })[] = []
  let heapEnd = -Infinity
  const close = () => {
    const lanes = Math.max(0, ...heap.map(({ lane }) => lane))
    done.push(...heap.map((piece) => ({ ...piece, lanes })))
    heap = []
  }
  for (const piece of pieces.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if (piece.from >= heapEnd) close()
    const taken = new Set(heap.filter(({ to }) => to > piece.from).map(({ lane }) => lane))
    let lane = 1
    while (taken.has(lane)) lane += 1
    heap.push({ ...piece, lane })
    heapEnd = Math.max(heapEnd, piece.to)
  }
  close()
  return done
}

function cellOf(therapist: CalendarTherapist, { from, to }: Step, drawn: readonly Laned[], busy: Ranges): GridCell {
  const fives = (ms: number) => Math.round(ms / (5 * minuteMs)) * 5
  const items = drawn
    .filter((piece) => piece.from >= from && piece.from < to)
    .map(({ of, lane, lanes, ...piece }) => ({
      ...{ of, lane, lanes, offset: Math.min(25, fives(piece.from - from)) },
      length: Math.max(5, fives(piece.to - piece.from)),
    }))
  return { from, to, items, free: freeIn(therapist.open, busy, from, to), ground: groundOf(therapist, from, to) }
}

function freeIn(open: Ranges, busy: Ranges, from: number, to: number): GridCell['free'] {
  const free = pairsOf(open)
    .map(([a, b]) => [Math.max(a, from), Math.min(b, to)] as const)
    .filter(([a, b]) => a < b)
    .flatMap(([a, b]) => pairsOf(without(a, b, busy)))
    .find(([a, b]) => b - a >= 5 * minuteMs)
  return free ? { from: free[0], to: free[1] } : null
}

function groundOf({ open, off }: CalendarTherapist, from: number, to: number): GridCell['ground'] {
  const touches = (a: number, b: number) => a < to && b > from
  if (pairsOf(open).some(([a, b]) => touches(a, b))) return 'open'
  const found: CalendarOff | undefined = off.find((one) => touches(one.from, one.to))
  return found?.why ?? 'outside'
}

/** One line of the plain list: what happens, or a stretch in which a visit could be. In order. */
export type ListLine =
  | CalendarVisit
  | CalendarClass
  | CalendarBlock
  | CalendarOff
  | { readonly kind: 'free'; readonly from: number; readonly to: number }

/** A therapist's day as a list that says the same as the table: nothing of it is left out. */
export function dayLines(calendar: Calendar, therapist: CalendarTherapist, day: string): readonly ListLine[] {
  const number = dayNumber(day)
  const days = zoneDays(calendar.zone, number, number)
  const [start, end] = [days.startOf(number), days.startOf(number + 1)]
  const { open, off, visits, classes, blocks } = therapist
  const busy = rangesOf([
    ...[...visits, ...classes].map(({ claimFrom, claimTo }) => [claimFrom, claimTo] as const),
    ...blocks.map(({ from, to }) => [from, to] as const),
  ])
  const free = pairsOf(open)
    .map(([from, to]) => [Math.max(from, start), Math.min(to, end)] as const)
    .filter(([from, to]) => from < to)
    .flatMap(([from, to]) => pairsOf(without(from, to, busy)))
    .filter(([from, to]) => to - from >= 5 * minuteMs)
    .map(([from, to]) => ({ kind: 'free', from, to }) as const)
  return [...visits, ...classes, ...blocks, ...off, ...free]
    .filter(({ from, to }) => from < end && to > start)
    .toSorted((one, other) => one.from - other.from || one.to - other.to)
}
