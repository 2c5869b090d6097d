/** The calendar of a day or a week. It decides nothing: what is free and what stands there comes from src/clinic. */
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import type { Calendar, CalendarTherapist } from '../../../clinic/calendar/load-calendar.ts'
import { dayGrid } from '../../../clinic/calendar/day-grid.ts'
import type { LastCommand } from '../../../clinic/calendar/undo.ts'
import { Button } from '../../ui/button.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { DayChanged, type ShownDays } from '../day-changed.tsx'
import type { KeySaid } from '../key-bar.tsx'
import type { Choosing } from '../visit/choosing.ts'
import { VisitBeside } from '../visit/visit-beside.tsx'
import { calendarPaths, type CalendarView } from './calendar-paths.ts'
import { dayWords, doneWords, momentAt, timeWords, weekWords } from './calendar-words.ts'
import { CalendarList } from './day-lines.tsx'
import { GridTable } from './grid-table.tsx'

interface CalendarPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly calendar: Calendar
  /** Everybody who can be chosen, though the calendar holds one alone. */
  readonly everybody: readonly Pick<CalendarTherapist, 'id' | 'name'>[]
  readonly view: CalendarView
  readonly last: LastCommand | undefined
  /** The visit that is shown beside it. */
  readonly chosen: StaffVisit | undefined
  /** Today on the calendar's clock. */
  readonly today: string
  /** Its days as they stood when they were asked for. */
  readonly days: ShownDays
}

export function CalendarPage(props: CalendarPageProps) {
  const { home, here, calendar, view } = props
  const days = daysOf(calendar)
  const title =
    days.length === 1 ? dayWords(view.day, calendar.now) : weekWords(calendar.firstDay, calendar.lastDay, calendar.now)
  const one = calendar.therapists.length === 1 ? calendar.therapists[0] : undefined
  const byDay = days.length > 1 && one !== undefined
  const caption = one ? `${title}, ${one.name}` : title
  return (
    <ConsolePage
      {...{ home, here }}
      title={`Calendar, ${title}`}
      islands={['calendar', 'beside', 'day-changed']}
      keys={keys}
    >
      <DayChanged days={props.days} />
      <div class="cal-top">
        <h1 tabindex={-1} {...(!props.chosen && { 'data-focus': true })}>
          {title}
        </h1>
        <Leaf {...props} />
        <Views {...props} />
      </div>
      <UndoBar last={props.last} clock={calendar} />
      <div class="cal-bar">
        <Who {...props} />
        <Doings here={here} />
      </div>
      {calendar.therapists.length === 0 && <p>Nobody works here yet.</p>}
      <div class="cal-with">
        <div>
          {view.view !== 'list' && calendar.therapists.length > 0 && (
            <div class="cal-wide">
              <GridTable
                grid={dayGrid(calendar)}
                zone={calendar.zone}
                now={calendar.now}
                choosing={choosingOf(props)}
                {...{ caption, byDay }}
              />
              <p class="quiet" data-drags hidden>
                A visit can be dragged too. Nothing is done until you say so.
              </p>
            </div>
          )}
          <div class={view.view === 'list' ? 'cal-list' : 'cal-list cal-narrow'}>
            <CalendarList calendar={calendar} days={days} />
          </div>
        </div>
        <Beside {...props} />
      </div>
    </ConsolePage>
  )
}

/** Keys of the calendar. The table answers the arrows itself. */
const keys: readonly KeySaid[] = [
  { keys: ['ArrowUp'], text: 'walk' },
  { keys: ['m'], text: 'move' },
  { keys: ['o'], text: 'open' },
  { keys: ['n'], text: 'new' },
  { keys: ['b'], text: 'block' },
  { keys: ['t'], text: 'today' },
  { keys: ['[', ']'], text: 'before, after' },
  { keys: ['d', 'w', 'l'], text: 'view' },
]

const choosingOf = ({ view, chosen }: CalendarPageProps): Choosing => ({
  addressOf: (visit) => calendarPaths.beside(view, visit),
  chosen: chosen?.appointmentId,
})

function Beside({ view, chosen }: CalendarPageProps) {
  return (
    <div class="beside-place" data-beside-place>
      {chosen && (
        <VisitBeside
          visit={chosen}
          back={calendarPaths.beside(view, chosen.appointmentId)}
          close={calendarPaths.view(view)}
        />
      )}
    </div>
  )
}

/** What can be done here: what is done all day stands open, the rest is one press away. */
function Doings({ here }: Pick<CalendarPageProps, 'here'>) {
  return (
    <div class="cal-acts">
      <a class="button" href={calendarPaths.newVisitAt({})} aria-keyshortcuts="n">
        New visit
      </a>
      <a class="button" href={calendarPaths.newBlock} aria-keyshortcuts="b">
        Block time
      </a>
      <details class="cal-more">
        <summary class="button">More</summary>
        <div>
          <a href={calendarPaths.classes}>Classes</a>
          <a href={calendarPaths.away}>Somebody is away</a>
          <a href={calendarPaths.closures}>Days we are shut</a>
          <a href={calendarPaths.bent}>Bent rules</a>
          {here.member.therapistId !== null && <a href={consolePaths.feed}>My calendar elsewhere</a>}
        </div>
      </details>
    </div>
  )
}
/** The ISO days of a calendar. */
function daysOf({ firstDay, lastDay }: Calendar): readonly string[] {
  const first = Temporal.PlainDate.from(firstDay)
  const count = first.until(Temporal.PlainDate.from(lastDay)).days + 1
  return Array.from({ length: count }, (_, at) => first.add({ days: at }).toString())
}

function Leaf({ view, today }: CalendarPageProps) {
  const step = view.view === 'week' ? 7 : 1
  const name = view.view === 'week' ? 'week' : 'day'
  const at = (days: number) =>
    calendarPaths.view({ ...view, day: Temporal.PlainDate.from(view.day).add({ days }).toString() })
  return (
    <nav class="cal-leaf" aria-label="Other days">
      <a href={at(-step)} aria-keyshortcuts="[">
        <span aria-hidden="true">‹</span>
        <span class="unseen">The {name} before</span>
      </a>
      <a href={calendarPaths.view({ ...view, day: today })} aria-keyshortcuts="t">
        Today
      </a>
      <a href={at(step)} aria-keyshortcuts="]">
        <span aria-hidden="true">›</span>
        <span class="unseen">The {name} after</span>
      </a>
    </nav>
  )
}

const views = [
  { view: 'day', text: 'Day' },
  { view: 'week', text: 'Week' },
  { view: 'list', text: 'List' },
] as const

function Views({ view }: CalendarPageProps) {
  return (
    <nav class="cal-views" aria-label="How it is shown">
      {views.map((one) => (
        <a
          key={one.view}
          href={calendarPaths.view({ ...view, view: one.view })}
          aria-current={one.view === view.view ? 'page' : undefined}
          aria-keyshortcuts={one.view.slice(0, 1)}
        >
          {one.text}
        </a>
      ))}
    </nav>
  )
}

function Who({ view, everybody }: CalendarPageProps) {
  if (everybody.length < 2) return null
  return (
    <nav class="cal-views" aria-label="Whose calendar">
      {[{ id: 'all', name: 'Everybody' }, ...everybody].map(({ id, name }) => (
        <a key={id} href={calendarPaths.view({ ...view, who: id })} aria-current={id === view.who ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}

/** What was done last, and the button that takes it back. */
interface UndoBarProps extends Pick<CalendarPageProps, 'last'> {
  readonly clock: Pick<Calendar, 'zone' | 'now'>
}

function UndoBar({ last, clock: { zone, now } }: UndoBarProps) {
  if (!last) return null
  const { what, at, visit } = last
  return (
    <form class="cal-undo" method="post" action={calendarPaths.undo}>
      <p>
        At {timeWords(at, zone)} you {doneWords(what)}
        {visit && (
          <>
            : <bdi>{visit.person}</bdi>, {momentAt(visit.startsAt, visit.zone, now)}
          </>
        )}
        .
      </p>
      <input type="hidden" name="command" value={last.commandId} />
      <Button look="plain">Take it back</Button>
    </form>
  )
}
