/**
 * The recovery chart and what may go with bad days. Draws what chart-data.ts and triggers.ts
 * say, with their words; decides nothing. Never: shows the band without the words that it is no promise, or a link as a cause.
 */
import { findLast } from '../../../care/evidence/lists.ts'
import { globalChange, tasksChange } from '../../../care/diary/change.ts'
import type { ChartData } from '../../../care/diary/chart-data.ts'
import { entries, inLivedOrder, tasks } from '../../../care/diary/entry.ts'
import { flareWords } from '../../../care/diary/flare-days.ts'
import {
  type AboveBand,
  type OutlookFact,
  outlookKnownBy,
  outlookWords,
  recoveryFacts,
  returnFacts,
  spreadKnownBy,
} from '../../../care/diary/outlook.ts'
import { type TriggerAnswer, diaryFactors } from '../../../care/diary/triggers.ts'
import { dangerTold } from '../../../care/record/danger-told.ts'
import { sources } from '../../../care/evidence/sources.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ChartKey, RecoveryChart } from '../../ui/recovery-chart.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { dayWords, shortDay } from './diary-words.ts'
import { StillOpen, StillOpenApart } from '../programme/today-warnings.tsx'
import { paths } from '../paths.ts'
import { notOnChart } from '../record/record-chart.ts'
import type { RecordNow } from '../record/record-now.ts'

export interface ChartPageProps {
  readonly record: RecordNow
  readonly data: ChartData
  /** Weeks at which the pain was above the band: help is offered, never blame. */
  readonly above: readonly AboveBand[]
}

/** Pain over time, among other people's. */
export function ChartPage({ record, data, above }: ChartPageProps) {
  const { home, diary } = record
  const [promise, ...rest] = data.words
  const studies = new Set<string>(Object.values(outlookWords))
  const own = rest.filter((words) => !studies.has(words))
  return (
    <CarePage home={home} title="My chart" wide islands={['chart', 'told-elsewhere']}>
      <h1>How it is going</h1>
      <p class="lead">
        <strong>{own[0]}</strong>
      </p>
      <p class="quiet">{promise}</p>
      <div class="side-by-side">
        <div>
          <StillOpenApart record={record} />
          <RecoveryChart data={data} pointWords={pointWords(data)} />
          <ChartKey data={data} />
          {above.map(({ week, words }) => (
            <Callout key={week} title="More help is worth having" look="warn">
              <p>{words}</p>
            </Callout>
          ))}
          <InWords diary={diary} own={own} above={above} />
          <DangerDays record={record} />
          <Details summary="What the band and the line are">
            <ul>
              {rest
                .filter((words) => studies.has(words))
                .map((words) => (
                  <li key={words}>{words}</li>
                ))}
            </ul>
          </Details>
          {data.table.length > 0 && <AsTable rows={data.table} />}
          {data.flares.length > 0 && (
            <>
              <h2>Flares</h2>
              <p>{flareWords.text}</p>
            </>
          )}
        </div>
        <div>
          <h2>If it comes back</h2>
          <Facts facts={returnFacts} />
          <h2>How others got on</h2>
          <Facts facts={recoveryFacts} />
          <WhereFrom />
        </div>
      </div>
      <DiaryLinks />
    </CarePage>
  )
}

/** What is said of each noted day, when it is read off the chart. */
function pointWords(data: ChartData): readonly string[] {
  return data.points.map(({ date, pain }, index) => {
    const row = data.table[data.table.length - 1 - index]
    const danger = data.dangers.some((mark) => mark.date === date) ? ' A danger was told.' : ''
    const late = row?.toldLate ? ', told later' : ''
    return `${dayWords(date)}: pain ${row?.pain ?? pain}${late}. Most people: ${row?.others ?? 'not known'}.${danger}`
  })
}

/** What the chart says of this person, with what they said themselves. What stands in a callout is not said twice. */
function InWords(props: { diary: RecordNow['diary']; own: readonly string[]; above: readonly AboveBand[] }) {
  const { diary, own, above } = props
  const change = tasksChange(tasks(diary))
  const word = findLast(entries(diary), (entry) => entry.globalChange !== undefined)?.globalChange
  return (
    <>
      <h2>In words</h2>
      <ul>
        {own
          .filter((words) => !above.some((one) => one.words === words))
          .map((words) => (
            <li key={words}>{words}</li>
          ))}
        {change && <li>{change.words}</li>}
        {word !== undefined && <li>{globalChange(word).words}</li>}
      </ul>
    </>
  )
}

function AsTable({ rows }: { rows: ChartData['table'] }) {
  return (
    <Details summary="The same as a table">
      <div class="table-wrap">
        <table>
          <caption class="unseen">Your pain on each day, and that of most people</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Your pain</th>
              <th scope="col">Most people</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ date, pain, others, toldLate }) => (
              <tr key={date}>
                <th scope="row">{shortDay(date)}</th>
                <td>
                  {pain}
                  {toldLate && ' (told later)'}
                </td>
                <td>{others}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Details>
  )
}

function WhereFrom() {
  return (
    <Details summary="Where this comes from">
      <ul>
        <Told text="The line of other people." {...outlookKnownBy} />
        <Told text="The width of the band." {...spreadKnownBy} />
        {[...returnFacts, ...recoveryFacts].map((fact) => (
          <Told key={fact.id} {...fact} />
        ))}
      </ul>
    </Details>
  )
}

/** A fact with the papers that it is from. Ours carry no paper: they are a choice of this project. */
function Told({ text, sources: from, tag }: Pick<OutlookFact, 'text' | 'sources' | 'tag'>) {
  return (
    <li>
      {text}
      {from.map((id) => (
        <span key={id}>
          <br />
          {sources[id].title} [{tag}]
        </span>
      ))}
    </li>
  )
}

function Facts({ facts }: { facts: readonly { readonly id: string; readonly text: string }[] }) {
  return (
    <ul>
      {facts.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  )
}

/** With no entries there is nothing to draw: what other people's pain does says little alone. */
export function NoChartPage({ record }: { record: RecordNow }) {
  return (
    <CarePage home={record.home} title="My chart" islands={['told-elsewhere']}>
      <h1>How it is going</h1>
      <StillOpen record={record} />
      <p>
        {notOnChart(record) ?? 'You have told us no pain yet.'} Once a day is enough. Each time takes a few seconds.
      </p>
      <div class="actions">
        <ButtonLink href={paths.diaryEntry} look="go">
          Add an entry
        </ButtonLink>
        <ButtonLink href={paths.diary} wide>
          My diary
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** What was told of danger while the chart runs, by its day: the picture holds the pain alone. */
function DangerDays({ record: { events, state } }: { record: RecordNow }) {
  const told = dangerTold(events, state)
  if (told.length === 0) return null
  return (
    <>
      <h2>Danger told, and who saw you</h2>
      <ul>
        {[...inLivedOrder(told)]
          .reverse()
          .slice(0, 20)
          .map(({ id, day, dayNotKnown, words, toldLate }) => (
            <li key={id}>
              {dayNotKnown ? 'Day not known' : dayWords(day)}: {words}
              {toldLate && ' You told us later.'}
            </li>
          ))}
      </ul>
    </>
  )
}

function DiaryLinks() {
  return (
    <div class="actions">
      <ButtonLink href={paths.diaryEntry} look="go">
        Add an entry
      </ButtonLink>
      <ButtonLink href={paths.diary} wide>
        My diary
      </ButtonLink>
    </div>
  )
}

/** What may go with bad days. */
export function TriggersPage({ record, answer }: { record: RecordNow; answer: TriggerAnswer }) {
  return (
    <CarePage home={record.home} title="What goes with bad days" islands={['told-elsewhere']}>
      <h1>What goes with bad days</h1>
      <StillOpen record={record} />
      <Answer answer={answer} />
      <h2>How we look</h2>
      <p>
        We look at {inWords(diaryFactors.map(({ short }) => short))}. For each, we ask if worse days came after more of
        it. Then we shuffle your days many times to see how often chance alone looks as strong.
      </p>
      <p>We only tell you about a link if it is unlikely to be luck. Most diaries show none, and that is fine.</p>
      <DiaryLinks />
    </CarePage>
  )
}

function Answer({ answer }: { answer: TriggerAnswer }) {
  switch (answer.kind) {
    case 'tooFewDays': {
      const left = answer.daysNeeded - answer.daysNow
      return (
        <>
          <p>{answer.words}</p>
          <p>
            <strong>{left === 1 ? '1 more day is needed.' : `${left} more days are needed.`}</strong> A day counts when
            the day before it has an entry too.
          </p>
          <progress value={answer.daysNow} max={answer.daysNeeded} aria-label="Days that count so far" />
        </>
      )
    }
    case 'tooAlike':
      return <p>{answer.words}</p>
    case 'looked':
      return (
        <>
          <p>
            <strong>{answer.words}</strong>
          </p>
          {answer.links.map(({ factor, words }) => (
            <p class="card" key={factor}>
              {words}
            </p>
          ))}
          <p>{answer.caution}</p>
          <p class="quiet">
            We read {answer.daysRead} days, and looked at {inWords(answer.lookedAt)}.
            {answer.leftOut.length > 0 && ` You have not noted enough about ${inWords(answer.leftOut)} yet.`}
            {answer.nextLookAt !== null && ` We will look again at ${answer.nextLookAt} days.`}
          </p>
        </>
      )
    default:
      throw new Error(`unhandled ${answer satisfies never}`)
  }
}

const inWords = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? 'nothing') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
