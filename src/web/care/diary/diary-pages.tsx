/**
 * The diary as a list, one entry, and the tasks that matter. Draws what the folds say.
 * Never: praises, blames or counts days in a row.
 */
import { groupBy } from '../../../care/evidence/lists.ts'
import { placeOf } from '../../../care/evidence/order.ts'
import { painChangeOf } from '../../../care/diary/change.ts'
import { type CountedEntry, entries, mostTasks, type Task, tasks } from '../../../care/diary/entry.ts'
import { raisedBy } from '../../../care/diary/entry-dangers.ts'
import { cannotRead } from '../../../care/check/free-text/danger-phrases.ts'
import { doses } from '../../../care/record/notebook.ts'
import { allTold, type PainTold, painDays, type ToldIn } from '../../../care/record/pain-told.ts'
import { uk } from '../../../care/region.ts'
import { BodyPicture } from '../../ui/body-map.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { CallButton } from '../../ui/call-button.tsx'
import { SummaryList } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { OtherRoutes } from '../check/help-routes.tsx'
import { ChartCard } from './diary-chart-card.tsx'
import { helpNowWords } from './diary-raised.tsx'
import { aboutWords, dayWords, entryRows, timeWords, weekOf, whenToldWords } from './diary-words.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { RecordNow } from '../record/record-now.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'

/** Weeks on one page, so that a year's diary opens as quickly as a week's. */
const weeksOnPage = 6

/**
 * What was written down, newest first, by week.
 * @param page 1 for the latest weeks; a number past the last page shows the last
 */
export function DiaryPage({ record, page = 1 }: { record: RecordNow; page?: number }) {
  const { home, now, diary, events } = record
  const made = [...allTold(events, diary)].reverse()
  const today = made.filter(({ day }) => day === now.day)
  const before = made.filter(({ day }) => day !== now.day)
  const weeks = [...groupBy(before, ({ day }) => weekOf(day))]
  const pages = Math.max(1, Math.ceil(weeks.length / weeksOnPage))
  const shown = Math.min(page, pages)
  const change = painChangeOf(painDays(events, diary))
  return (
    <CarePage home={home} title="My diary" wide>
      <div class="side-by-side">
        <div>
          <h1>My diary</h1>
          <RecordTroubles home={home} trouble={record.trouble} />
          {change && <p>{change.words}</p>}
          <h2>Today</h2>
          {today.length === 0 ? <p class="quiet">Nothing told today.</p> : <EntryList home={home} made={today} />}
          <ButtonLink href={paths.diaryEntry} look="go">
            Add an entry
          </ButtonLink>
          <div class="actions">
            <ButtonLink href={paths.diaryChart}>My chart</ButtonLink>
            <ButtonLink href={paths.diaryTriggers}>What goes with bad days</ButtonLink>
            <ButtonLink href={paths.diaryTasks}>My tasks</ButtonLink>
            <ButtonLink href={paths.record}>My record</ButtonLink>
          </div>
          {weeks.slice((shown - 1) * weeksOnPage, shown * weeksOnPage).map(([week, list]) => (
            <section key={week}>
              <h2>{weekWords(week, weekOf(now.day), list)}</h2>
              <EntryList home={home} made={list} withDay />
            </section>
          ))}
          {pages > 1 && (
            <nav class="actions" aria-label="Weeks">
              {shown > 1 && <ButtonLink href={paths.diaryPage(shown - 1)}>Newer weeks</ButtonLink>}
              {shown < pages && <ButtonLink href={paths.diaryPage(shown + 1)}>Older weeks</ButtonLink>}
            </nav>
          )}
        </div>
        <ChartCard record={record} title="My chart" />
      </div>
    </CarePage>
  )
}

function weekWords(week: number, thisWeek: number, made: readonly (CountedEntry | PainTold)[]): string {
  if (week === thisWeek) return 'This week'
  if (week === thisWeek - 1) return 'Last week'
  const last = made.at(-1)
  return last ? `Week of ${dayWords(last.day)}` : ''
}

function EntryList(props: { home: CareHome; made: readonly (CountedEntry | PainTold)[]; withDay?: boolean }) {
  const { home, made, withDay } = props
  return (
    <ul class="entries">
      {made.map((one) => (
        <li key={one.id}>
          {'toldIn' in one ? (
            <ToldLine {...{ home, withDay }} told={one} />
          ) : (
            <EntryLine {...{ home, withDay }} entry={one} />
          )}
        </li>
      ))}
    </ul>
  )
}

function EntryLine({ home, entry, withDay }: { home: CareHome; entry: CountedEntry; withDay: boolean | undefined }) {
  return (
    <a class="entry-link" href={paths.diaryEntryMade(entry.id)}>
      <strong>
        <span class="unseen">Pain </span>
        {entry.painNow0to10}
      </strong>
      <span>
        {withDay ? dayWords(entry.day) : whenToldWords(entry, home)}
        <small>{withDay ? `${whenToldWords(entry, home)}${more(entry)}` : more(entry).replace(/^ · /, '')}</small>
      </span>
    </a>
  )
}

/** A number told elsewhere: it counts in the chart, so it stands in the list. It is no entry to open. */
function ToldLine({ home, told, withDay }: { home: CareHome; told: PainTold; withDay: boolean | undefined }) {
  const when = timeWords(told, home)
  return (
    <div class="entry-link">
      <strong>
        <span class="unseen">Pain </span>
        {told.painNow0to10}
      </strong>
      <span>
        {withDay ? dayWords(told.day) : when}
        <small>{withDay ? `${when} · ${toldInWords[told.toldIn]}` : toldInWords[told.toldIn]}</small>
      </span>
    </div>
  )
}

const toldInWords: Readonly<Record<ToldIn, string>> = {
  morning: 'in the morning questions',
  session: 'before a session',
  checkIn: 'in the look back',
  check: 'in the full check',
}

/** What else an entry holds, in a few words. */
function more({ places = [], signs = [], note, medicine }: CountedEntry): string {
  const parts = [
    signs.length > 0 && 'something new or worse',
    places.length > 0 && (places.length === 1 ? '1 place' : `${places.length} places`),
    medicine?.taken && 'medicine',
    note !== undefined && 'a note',
  ].filter((part) => part !== false && part !== undefined)
  return parts.map((part) => ` · ${part}`).join('')
}

export interface EntryMadePageProps {
  readonly record: RecordNow
  readonly entry: CountedEntry
  readonly notTakenBack?: boolean
  /** The address is that of an entry that this one has put right. */
  readonly isNewer?: boolean
}

/** One entry, to read, to put right and to take back. */
export function EntryMadePage({ record, entry, notTakenBack = false, isNewer = false }: EntryMadePageProps) {
  const { home, diary, events, state, now } = record
  const change = entry.id === entries(diary).at(-1)?.id ? painChangeOf(painDays(events, diary)) : null
  const red = state.started ? null : redWithoutCheck(record, entry)
  return (
    <CarePage home={home} title="Your entry">
      <h1 tabindex={-1} data-focus>
        Your entry
      </h1>
      <p>{aboutWords(entry, now.day, home)} It is kept on this device.</p>
      <EntryNotices {...{ entry, notTakenBack, isNewer, red }} />
      {change && <p>{change.words}</p>}
      <SummaryList rows={entryRows(entry, tasks(diary), dosesOf(entry, events))} />
      {entry.places && <BodyPicture marked={entry.places} />}
      <EntryActions {...{ entry, red }} started={state.started !== null} />
      <p class="quiet small">
        If you take an entry back, it no longer counts. If you correct it, only the new version counts. A check it asked
        for still has to be done, and doses stay in your list.
      </p>
    </CarePage>
  )
}

/** The doses that an entry told of, as lines. */
function dosesOf(entry: CountedEntry, events: RecordNow['events']): readonly string[] {
  const taken = new Set(entry.medicine?.doses ?? [])
  return doses(events)
    .filter(({ id }) => taken.has(id))
    .map(({ milligrams, ingredient }) => `${ingredient} ${milligrams} mg`)
}

interface EntryNoticesProps extends Pick<EntryMadePageProps, 'entry' | 'notTakenBack' | 'isNewer'> {
  /** Why it calls for a check; null: it does not. */
  readonly red: string | null
}

/** What has become of the entry, and what it calls for. */
function EntryNotices({ entry, notTakenBack, isNewer, red }: EntryNoticesProps) {
  return (
    <>
      {isNewer && (
        <p class="callout" role="status">
          You have put this entry right since. This is how it stands now.
        </p>
      )}
      {notTakenBack && (
        <p class="callout" role="alert">
          We could not take it back on this device. It may be full. Try again later.
        </p>
      )}
      {red !== null && (
        <div class="callout warn">
          <p>{red}</p>
          <ButtonLink href={paths.check} look="go">
            Do the check
          </ButtonLink>
        </div>
      )}
      {cannotRead(entry.note ?? '') && (
        <p class="callout">
          We could not look through your note, as we only read English. If anything in it worries you, do the check.
        </p>
      )}
    </>
  )
}

function EntryActions({ entry, started, red }: Pick<EntryNoticesProps, 'entry' | 'red'> & { started: boolean }) {
  return (
    <div class="actions">
      {started ? (
        <ButtonLink href={paths.today} look="go">
          What to do today
        </ButtonLink>
      ) : (
        <ButtonLink href={paths.diaryChart} {...(red === null && { look: 'go' })} wide>
          My chart
        </ButtonLink>
      )}
      {entry.medicine?.taken && (
        <ButtonLink href={paths.medicineTally} wide>
          My list of doses, and what is left
        </ButtonLink>
      )}
      <ButtonLink href={paths.diary} wide>
        My diary
      </ButtonLink>
      <ButtonLink href={paths.diaryEntryPutRight(entry.id)} wide>
        Put this entry right
      </ButtonLink>
      <form method="post" action={paths.diaryEntryMade(entry.id)}>
        <Button name="do" value="undo">
          Take this entry back
        </Button>
      </form>
    </div>
  )
}

/** Why this last entry still calls for a check, for somebody without a programme to ask them; null when it does not. */
function redWithoutCheck({ diary, events }: RecordNow, entry: CountedEntry): string | null {
  const counted = entries(diary)
  const checked = events.some((event) => event.kind === 'checkFinished' && placeOf(event) >= placeOf(entry))
  const later = counted.filter((one) => placeOf(one) > placeOf(entry))
  if (checked || (entry.id !== counted.at(-1)?.id && later.length > 0)) return null
  const { day, writtenOn } = entry
  const told = { ...entry, day: writtenOn ?? day, ...(writtenOn && { about: day }) }
  const earlier = counted.filter((one) => one.id !== entry.id && !later.includes(one))
  return raisedBy(told, earlier).raises[0]?.because ?? null
}

/** An entry that does not count, or that is not there. */
export function EntryGonePage({ home, withdrawn }: { home: CareHome; withdrawn: boolean }) {
  const title = withdrawn ? 'You took this entry back' : 'We cannot find that entry'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        {withdrawn
          ? 'It is out of your diary and your chart. If it stopped your movements, they wait until a new check is clear.'
          : 'It may be on another device. Nothing is lost.'}
      </p>
      <div class="actions">
        <ButtonLink href={paths.diary} look="go">
          My diary
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** A task's name that may mean danger: help first where it may be an emergency, and the check. */
function DangerInName({ how }: { how: 'now' | 'check' }) {
  return (
    <div class="callout warn">
      {how === 'now' && (
        <p>
          <strong>{helpNowWords}</strong>
        </p>
      )}
      <p>You wrote something that may be a danger sign. Do the check before you move more.</p>
      <div class="actions">
        {/* What the words say to do at once is what stands out. */}
        {how === 'now' && <CallButton number={uk.emergencyNumber} look="go" />}
        <ButtonLink href={paths.check} {...(how === 'now' ? { wide: true } : { look: 'go' })}>
          Do the check
        </ButtonLink>
      </div>
    </div>
  )
}

export interface TasksPageProps {
  readonly home: CareHome
  readonly chosen: readonly Task[]
  /** What was typed, by field name, when something was wrong. */
  readonly typed?: ReadonlyMap<string, string>
  readonly problems?: readonly Problem[]
  readonly saved?: boolean
  /** A name holds words that may mean danger; `now`: one that may be an emergency. */
  readonly danger?: false | 'now' | 'check'
  /** A line that speaks of a danger at home was answered, and not kept. */
  readonly leftOut?: boolean
}

/** Longest name of a task, in letters. */
export const taskNameLimit = 80

/** Up to three tasks in the person's own words. */
export function TasksPage({ home, chosen, typed = new Map(), problems = [], saved, danger, leftOut }: TasksPageProps) {
  const free = Array.from({ length: mostTasks - chosen.length }, (_, index) => `new.${index + 1}`)
  const fields = [
    ...chosen.map(({ id, name }) => ({ name: `task.${id}`, value: name })),
    ...free.map((name) => ({ name, value: '' })),
  ]
  return (
    <CarePage home={home} title={problems.length > 0 ? 'Error: My tasks' : 'My tasks'}>
      {leftOut && (
        <>
          <OtherRoutes routes={['999', 'domestic-abuse']} title="Who to call" first />
          <p class="callout">We did not keep one of your lines, since other people may see this phone.</p>
        </>
      )}
      {danger && <DangerInName how={danger} />}
      <ErrorSummary problems={problems} />
      <h1>My tasks</h1>
      {saved && (
        <p class="callout" role="status">
          Kept.
        </p>
      )}
      <p>
        Choose up to three things that your back makes hard, and that matter to you. Such as putting on socks, sitting
        through a meal, or lifting a child. In your diary you say how each one goes, 0 to 10.
      </p>
      <form method="post" action={paths.diaryTasks} novalidate>
        {fields.map(({ name, value }, index) => (
          <div class={errorOf(name, problems) ? 'question wrong' : 'question'} key={name}>
            <label class="ask" for={name}>
              Task {index + 1}
            </label>
            {errorOf(name, problems) && (
              <p class="error" id={`${name}-error`}>
                {errorOf(name, problems)}
              </p>
            )}
            <input
              class="field"
              id={name}
              name={name}
              autocomplete="off"
              value={typed.get(name) ?? value}
              aria-describedby={errorOf(name, problems) ? `${name}-error` : undefined}
              aria-invalid={errorOf(name, problems) ? 'true' : undefined}
            />
          </div>
        ))}
        <p class="hint">Empty a line to drop a task. What you said about it before stays in your record.</p>
        <div class="actions">
          <Button look="go">Keep these</Button>
          <ButtonLink href={paths.diary} wide>
            My diary
          </ButtonLink>
        </div>
      </form>
    </CarePage>
  )
}
