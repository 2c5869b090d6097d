/** The calendar of a day or a week. It decides nothing: what is free and what stands there comes from src/clinic. */
import type { Calendar, CalendarTherapist } from '../../../clinic/calendar/load-calendar.ts'
import { dayGrid } from '../../../clinic/calendar/day-grid.ts'
import type { LastCommand } from '../../../clinic/calendar/undo.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { calendarPaths, type CalendarView } from './calendar-paths.ts'
import { dayWords, doneWords, timeWords } from './calendar-words.ts'
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
  /** Today on the calendar's clock. */
  readonly today: string
}

export function CalendarPage(props: CalendarPageProps) {
  const { home, here, calendar, view } = props
  const days = daysOf(calendar)
  const title =
    days.length === 1
      ? dayWords(view.day, calendar.now)
      : `${dayWords(calendar.firstDay, calendar.now)} to ${dayWords(calendar.lastDay, calendar.now)}`
  const one = calendar.therapists.length === 1 ? calendar.therapists[0] : undefined
  const byDay = days.length > 1 && one !== undefined
  const caption = one ? `${title}, ${one.name}` : title
  return (
    <ConsolePage {...{ home, here }} title={`Calendar, ${title}`} islands={['calendar']}>
      <div class="cal-top">
        <h1 tabindex={-1} data-focus>
          {title}
        </h1>
        <Leaf {...props} />
        <Views {...props} />
      </div>
      <UndoBar last={props.last} zone={calendar.zone} />
      <div class="cal-acts">
        <ButtonLink href={calendarPaths.newVisitAt({})} look="go">
          New visit
        </ButtonLink>
        <ButtonLink href={calendarPaths.newBlock}>Block time</ButtonLink>
        <ButtonLink href={calendarPaths.classes}>Classes</ButtonLink>
        <ButtonLink href={calendarPaths.away}>Somebody is away</ButtonLink>
        <ButtonLink href={calendarPaths.closures}>Days we are shut</ButtonLink>
        <ButtonLink href={calendarPaths.bent}>Bent rules</ButtonLink>
        {here.member.therapistId !== null && <ButtonLink href={consolePaths.feed}>My calendar elsewhere</ButtonLink>}
      </div>
      <Who {...props} />
      {calendar.therapists.length === 0 && <p>Nobody works here yet.</p>}
      {view.view !== 'list' && calendar.therapists.length > 0 && (
        <div class="cal-wide">
          <GridTable grid={dayGrid(calendar)} zone={calendar.zone} now={calendar.now} {...{ caption, byDay }} />
          <p class="cal-keys quiet" data-keys hidden>
            Arrow keys walk. Enter opens. M moves the visit you are on. Or drag it; nothing is done until you say so.
          </p>
        </div>
      )}
      <div class={view.view === 'list' ? 'cal-list' : 'cal-list cal-narrow'}>
        <CalendarList calendar={calendar} days={days} />
      </div>
    </ConsolePage>
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
      <a href={at(-step)}>
        <span aria-hidden="true">‹</span>
        <span class="unseen">The {name} before</span>
      </a>
      <a href={calendarPaths.view({ ...view, day: today })}>Today</a>
      <a href={at(step)}>
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
function UndoBar({ last, zone }: { readonly last: LastCommand | undefined; readonly zone: string }) {
  if (!last) return null
  return (
    <form class="cal-undo" method="post" action={calendarPaths.undo}>
      <p>
        {doneWords(last.what)} at {timeWords(last.at, zone)}.
      </p>
      <input type="hidden" name="command" value={last.commandId} />
      <Button look="plain">Take it back</Button>
    </form>
  )
}
