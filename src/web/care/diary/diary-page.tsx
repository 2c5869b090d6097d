/**
 * The diary as a list. Draws what the folds say.
 * Never: praises, blames or counts days in a row.
 */
import { MayBeCleared } from '../record/may-be-cleared.tsx'
import { painChangeOf } from '../../../care/diary/change.ts'
import { groupBy } from '../../../care/evidence/lists.ts'
import { type CountedEntry, inLivedOrder } from '../../../care/diary/entry.ts'
import { type DangerToldOn, dangerTold } from '../../../care/record/danger-told.ts'
import { allTold, type PainTold, painDays, type ToldIn } from '../../../care/record/pain-told.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CarePage } from '../care-page.tsx'
import { ChartCard } from './diary-chart-card.tsx'
import { dayWords, timeWords, weekOf, whenToldWords } from './diary-words.ts'
import { StillOpen } from '../programme/today-warnings.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import type { RecordNow } from '../record/record-now.ts'
import { RecordTroubles } from '../record/record-trouble.tsx'

type Told = CountedEntry | PainTold | DangerToldOn

/** Weeks on one page, so that a year's diary opens as quickly as a week's. */
const weeksOnPage = 6

/**
 * What was written down, newest first, by week.
 * @param page 1 for the latest weeks; a number past the last page shows the last
 */
export function DiaryPage({ record, page = 1 }: { record: RecordNow; page?: number }) {
  const { home, now, diary, events } = record
  const made = [...inLivedOrder<Told>([...allTold(events, diary), ...dangerTold(events, record.state)])].reverse()
  const noDay = made.filter(({ dayNotKnown }) => dayNotKnown)
  const dated = made.filter(({ dayNotKnown }) => !dayNotKnown)
  const today = dated.filter(({ day }) => day === now.day)
  const before = dated.filter(({ day }) => day !== now.day)
  const weeks = [...groupBy(before, ({ day }) => weekOf(day))]
  const pages = Math.max(1, Math.ceil(weeks.length / weeksOnPage))
  const shown = Math.min(page, pages)
  const change = painChangeOf(painDays(events, diary))
  return (
    <CarePage home={home} title="My diary" wide islands={['record', 'told-elsewhere']}>
      <div class="side-by-side">
        <div>
          <h1>My diary</h1>
          <StillOpen record={record} />
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
          {shown === 1 && <NoDay home={home} made={noDay} />}
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
          <MayBeCleared record={record} on="diary" />
        </div>
        <ChartCard record={record} title="My chart" />
      </div>
    </CarePage>
  )
}

/** What was told under a clock that was ahead, on a day that nobody can say: it is under none. */
function NoDay({ home, made }: { home: CareHome; made: readonly Told[] }) {
  if (made.length === 0) return null
  return (
    <>
      <h2>Day not known</h2>
      <p class="quiet small">Your clock was ahead when you told us this. So we cannot say on which day it was.</p>
      <EntryList home={home} made={made} />
    </>
  )
}

function weekWords(week: number, thisWeek: number, made: readonly Told[]): string {
  if (week === thisWeek) return 'This week'
  if (week === thisWeek - 1) return 'Last week'
  const last = made.at(-1)
  return last ? `Week of ${dayWords(last.day)}` : ''
}

function EntryList(props: { home: CareHome; made: readonly Told[]; withDay?: boolean }) {
  const { home, made, withDay } = props
  return (
    <ul class="entries">
      {made.map((one) => (
        <li key={one.id}>
          {'words' in one ? (
            <DangerLine {...{ home, withDay }} told={one} />
          ) : 'toldIn' in one ? (
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
  const when = told.dayNotKnown ? 'day not known' : timeWords(told, home)
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

/** A sign that was told, or what a check found: beside the pain of its day, and no entry to open. */
function DangerLine({ home, told, withDay }: { home: CareHome; told: DangerToldOn; withDay: boolean | undefined }) {
  const when = told.dayNotKnown ? 'day not known' : told.toldLate ? 'told later' : timeWords(told, home)
  return (
    <div class="entry-link">
      <strong aria-hidden="true">{told.isOpen ? '!' : '·'}</strong>
      <span>
        {told.words}
        <small>{withDay ? `${dayWords(told.day)}, ${when}` : when}</small>
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
