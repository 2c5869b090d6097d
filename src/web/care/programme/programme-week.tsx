/**
 * The week as a list: three days back, today, three ahead. A dot for each session done; the pain is a number in words, since
 * a longer bar on a worse day looked like more progress. Read aloud it is words only.
 * Draws what care/programme/today.ts made. Never: marks a past day as missed.
 */
import { dayNumber, daysBetween, type IsoDate } from '../../../care/evidence/calendar.ts'
import { dayMs } from '../../../care/evidence/time.ts'
import type { WeekDay } from '../../../care/programme/today.ts'
import { counted, dayWords } from './programme-parts.tsx'

const moves: Partial<Record<WeekDay['decisions'][number], string>> = {
  advance: 'went on',
  hold: 'the same again',
  regress: 'stepped back',
  stop: 'stopped',
  restart: 'came back',
  phaseUp: 'new phase',
  phaseBack: 'back a phase',
}
const sorts: Partial<Record<WeekDay['sort'], string>> = {
  strength: 'a strength day',
  today: 'a gentle day: walk',
  gentle: 'a gentle day: walk',
}

/** Seven days. `begun`: the day on which the programme was started. */
export function Week({ week, begun }: { week: readonly WeekDay[]; begun: IsoDate }) {
  return (
    <ol class="week">
      {week.map((day) => (
        <li key={day.day} aria-current={day.fromToday === 0 ? 'date' : undefined}>
          <strong class="week-day">{day.fromToday === 0 ? 'Today' : dayWords(day.day, 'short')}</strong>{' '}
          <span class="week-words">{wordsOf(day, begun)}</span>
          {day.sessionsDone > 0 && (
            <svg class="week-dots" viewBox={`0 0 ${day.sessionsDone * 16} 12`} height="12" aria-hidden="true">
              {Array.from({ length: Math.min(day.sessionsDone, mostDots) }, (_, index) => (
                <circle key={index} class="on" cx={6 + index * 16} cy="6" r="5.5" />
              ))}
            </svg>
          )}
        </li>
      ))}
    </ol>
  )
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

/**
 * The same seven days as a strip beside today's task: a cell for each session done, and the pain that was told. Read aloud
 * it is the words of the list.
 */
export function WeekStrip({ week, begun }: { week: readonly WeekDay[]; begun: IsoDate }) {
  return (
    <ol class="week-strip">
      {week.map((day) => (
        <li key={day.day} aria-current={day.fromToday === 0 ? 'date' : undefined}>
          <span class="unseen">
            {dayWords(day.day)}: {wordsOf(day, begun)}
          </span>
          <StripDay day={day} toDo={Math.max(0, (day.sessionsPlanned ?? 0) - day.sessionsDone)} />
        </li>
      ))}
    </ol>
  )
}

function StripDay({ day: { day, sessionsDone, morningPain }, toDo }: { day: WeekDay; toDo: number }) {
  const cells = [...Array<string>(sessionsDone).fill('on'), ...Array<string>(toDo).fill('off')].slice(0, mostCells)
  return (
    <span class="strip-day" aria-hidden="true">
      <b>{weekday.format(dayNumber(day) * dayMs)}</b>
      <span class="quiet">{Number(day.slice(8))}</span>
      <svg width="30" height="44" viewBox="0 0 30 44" aria-hidden="true">
        {cells.map((look, index) => (
          <rect key={index} class={look} x="1" y={31 - index * 15} width="28" height="12" rx="4" />
        ))}
      </svg>
      {morningPain !== null ? (
        <span class="quiet">
          pain <b>{morningPain}</b>
        </span>
      ) : (
        toDo > 0 && (
          <span class="quiet">
            to do <b>{toDo}</b>
          </span>
        )
      )}
    </span>
  )
}

/** More sessions than this on one day are said in words alone. */
const mostDots = 8

/** As many as a day of any phase asks for. */
const mostCells = 3

function wordsOf(day: WeekDay, begun: IsoDate): string {
  const decided = [...new Set(day.decisions)].flatMap((kind) => moves[kind] ?? [])
  const planned = day.sessionsPlanned
  const parts = [
    day.morningPain !== null && `morning pain ${day.morningPain}`,
    day.sessionsDone > 0 && `${counted(day.sessionsDone, 'session')} done`,
    day.fromToday >= 0 && planned !== null && planned > day.sessionsDone && plannedWords(day, planned),
    day.fromToday >= 0 && planned === 0 && sorts[day.sort],
    decided.length > 0 && decided.join(', '),
    day.fullCheckDue && 'full check',
  ].filter((part) => part !== false && part !== undefined)
  if (parts.length === 0) return emptyWords(day, begun)
  const words = parts.join(' · ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Of a day of which there is nothing to say. A day ahead without a plan is one that nobody knows of yet: no advice to rest. */
function emptyWords({ day, fromToday }: WeekDay, begun: IsoDate): string {
  if (fromToday >= 0) return fromToday === 0 ? 'Nothing yet' : 'Not known yet'
  return daysBetween(begun, day) < 0 ? 'Before you began' : 'Nothing noted'
}

const plannedWords = ({ sort, sessionsDone }: WeekDay, planned: number): string =>
  sort === 'strength' ? 'a strength day' : `${counted(planned - sessionsDone, 'session')} ahead`
