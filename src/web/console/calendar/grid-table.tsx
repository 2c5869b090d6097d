/** The calendar as a real table: rows are half hours, columns are therapists or their days. Everything in it is a link. */
import type { DayGrid, GridCell, GridColumn, GridItem, GridRow } from '../../../clinic/calendar/day-grid.ts'
import type { CalendarVisit } from '../../../clinic/calendar/load-calendar.ts'
import { consolePaths } from '../console-paths.ts'
import { chooses, type Choosing } from '../visit/choosing.ts'
import { calendarPaths } from './calendar-paths.ts'
import {
  askedWords,
  bentWords,
  dayWords,
  fullWords,
  heldWords,
  shortDay,
  stateWords,
  timesWords,
  timeWords,
} from './calendar-words.ts'

interface GridTableProps {
  readonly grid: DayGrid
  readonly zone: string
  readonly now: number
  readonly caption: string
  /** Each column is a day of one therapist. */
  readonly byDay: boolean
  /** Left out where no visit is shown beside the table. */
  readonly choosing?: Choosing | undefined
}

export function GridTable({ grid, zone, now, caption, byDay, choosing }: GridTableProps) {
  const days = [...Map.groupBy(grid.columns, ({ day }) => day)]
  const isWide = days.length > 1 && !byDay
  return (
    // A part that scrolls must be reached by keyboard.
    <section class="cal-scroll" aria-label={caption} tabindex={0}>
      <table class={isWide ? 'cal cal-many' : 'cal'} data-calendar data-own-keys="ArrowUp">
        <caption class="unseen">{caption}</caption>
        <thead>
          {isWide && (
            <tr>
              <td />
              {days.map(([day, columns]) => (
                <th key={day} scope="colgroup" colspan={columns.length}>
                  {shortDay(day)}
                </th>
              ))}
            </tr>
          )}
          <tr>
            <th scope="col">
              <span class="unseen">Time</span>
            </th>
            {grid.columns.map((column) => (
              <ColumnHead key={`${column.day} ${column.therapist.id}`} {...{ column, byDay, isWide }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row, at) => (
            <tr key={`${row.minute} ${row.again}`}>
              <th scope="row">{rowWords(row)}</th>
              {grid.columns.map((column) => (
                <Cell
                  key={`${column.day} ${column.therapist.id}`}
                  cell={column.cells[at] ?? null}
                  {...{ column, zone, now, choosing }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ColumnHead(props: { readonly column: GridColumn; readonly byDay: boolean; readonly isWide: boolean }) {
  const { column, byDay, isWide } = props
  const { name, isRegistered } = column.therapist
  return (
    <th scope="col" class={byDay || isWide ? undefined : 'cal-name'}>
      {byDay ? shortDay(column.day) : isWide ? <abbr title={name}>{shortName(name)}</abbr> : name}
      {!isRegistered && <small class="cal-warn">cannot be booked: look at the register</small>}
    </th>
  )
}

/** "AL" of "Amara Larch". */
const shortName = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 3)

const rowWords = ({ minute, again }: GridRow) => {
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return again ? (
    <>
      {time} <small>again</small>
    </>
  ) : (
    time
  )
}

interface CellProps {
  readonly cell: GridCell | null
  readonly column: GridColumn
  readonly zone: string
  readonly now: number
  readonly choosing: Choosing | undefined
}

const grounds = { open: '', outside: 'Not working', closed: 'Shut', away: 'Away' } as const

function Cell({ cell, column, zone, now, choosing }: CellProps) {
  if (!cell)
    return (
      <td class="cal-none">
        <span class="unseen">The clock does not show this time that day</span>
      </td>
    )
  const { from, to, items, free, ground } = cell
  const isNow = now >= from && now < to
  return (
    <td
      class={['cal-cell', ground, isNow && 'cal-now'].filter(Boolean).join(' ')}
      data-from={from}
      data-who={column.therapist.id}
    >
      {ground !== 'open' && items.length === 0 && <span class="cal-ground">{grounds[ground]}</span>}
      {free && <Free {...{ free, cell, column, zone, now }} />}
      {items.map((item) => (
        <Item key={item.of.id} {...{ item, column, zone, now, choosing }} />
      ))}
    </td>
  )
}

const minuteMs = 60_000

function Free(
  props: Omit<CellProps, 'choosing'> & {
    readonly free: { readonly from: number; readonly to: number }
    readonly cell: GridCell
  },
) {
  const { free, cell, column, zone, now } = props
  if (free.from < now && free.to <= now) return null
  const { therapist, day } = column
  const offset = Math.min(25, Math.round((free.from - cell.from) / (5 * minuteMs)) * 5)
  const length = Math.max(5, Math.round((free.to - free.from) / (5 * minuteMs)) * 5)
  return (
    <a
      class={`cal-free at-${offset} for-${length}`}
      href={calendarPaths.newVisitAt({ start: free.from, therapist: therapist.id })}
    >
      <span class="unseen">
        {dayWords(day, now)}, {timeWords(free.from, zone)}, {therapist.name}:{' '}
      </span>
      <span>free</span>
    </a>
  )
}

function Item(props: {
  readonly item: GridItem
  readonly column: GridColumn
  readonly zone: string
  readonly now: number
  readonly choosing: Choosing | undefined
}) {
  const { item, column, zone, now, choosing } = props
  const { of, offset, length, lane, lanes } = item
  const place = `at-${offset} for-${length} lane-${Math.min(lane, 3)} of-${Math.min(lanes, 3)}`
  const day = <span class="unseen">{dayWords(column.day, now)}, </span>
  const with_ = <span class="unseen">, with {column.therapist.name}</span>
  const time = <Times from={of.from} to={of.to} zone={zone} />
  if (of.kind === 'block')
    return (
      <a class={`cal-item block ${place}`} href={calendarPaths.block(of.id)}>
        {day}
        {time} <bdi>{of.reason ?? 'Blocked'}</bdi>
        <span class="unseen">, blocked</span>
        {with_}
      </a>
    )
  if (of.kind === 'class')
    return (
      <a class={`cal-item class ${place}`} href={calendarPaths.class(of.id)}>
        {day}
        {time}{' '}
        <strong>
          <bdi>{of.service}</bdi>
        </strong>{' '}
        <span>{fullWords(of)}</span>
        {with_}
      </a>
    )
  if (of.state === 'held')
    return (
      <span class={`cal-item held ${place}`}>
        {day}
        {time} {heldWords(of)}
        {with_}
      </span>
    )
  return (
    <a class={`cal-item ${of.state} ${of.bent ? 'bent' : ''} ${place}`} {...linkOf(of)} {...chooses(choosing, of.id)}>
      {day}
      {time}{' '}
      <strong>
        <bdi>{of.person}</bdi>
      </strong>{' '}
      <span>{of.service}</span>
      {with_}
      <span class="unseen">, {stateWords(of.state)}</span>
      {of.isAsked && <em> {askedWords}</em>}
      {of.bent && <em> {bentWords(of.bent.rule)}</em>}
    </a>
  )
}

/** "09:30 to 10:15", in two parts: a narrow column shows the first. */
function Times({ from, to, zone }: { readonly from: number; readonly to: number; readonly zone: string }) {
  const [start, both] = [timeWords(from, zone), timesWords(from, to, zone)]
  return (
    <b>
      {start}
      <span class="cal-to">{both.slice(start.length)}</span>
    </b>
  )
}

/** Where a visit leads, and where it can be moved: known to the island that drags it. */
const linkOf = (visit: CalendarVisit) => ({
  href: consolePaths.visit(visit.id),
  ...(visit.state === 'confirmed' && { 'data-move-href': calendarPaths.move(visit.id) }),
})
