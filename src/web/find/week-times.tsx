/**
 * A week of free times: a strip of its days to jump from, and each day's times by part of the day. On a desk the days stand
 * beside one another. By keyboard, without a script.
 */
import type { Slot } from '../../clinic/availability/input.ts'
import { partOfDay, partsOfDay } from '../../clinic/availability/part-of-day.ts'
import { DayTimes } from './times.tsx'
import { Icon } from '../ui/icons.tsx'
import { type DayOfTimes, daysOf, isoDayOf, type Week } from './week.ts'
import { isoDayWords, timeWords, weekWords } from './words.ts'

interface WeekTimesProps {
  readonly hrefOf: (slot: Slot) => string
  readonly days: readonly DayOfTimes[]
  readonly zoneOf: (slot: Slot) => string
  readonly placeOf: (slot: Slot) => string
  readonly now: Temporal.Instant
  /** ISO day. */
  readonly today: string
}

const partNames = { morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening' } as const

/** The days in a row: each says how many times are free, and leads to them. */
function WeekStrip({ days, today }: Pick<WeekTimesProps, 'days' | 'today'>) {
  return (
    <nav class="week-strip" aria-label="Days" id="days" tabindex={-1}>
      {days.map(({ day, times }) => {
        const { short, number, full } = isoDayWords(day, today)
        const many = times.length === 0 ? 'none' : `${times.length} free`
        const words = (
          <>
            <small>{short}</small> <b class="date">{number}</b> <small class="how-many">{many}</small>
          </>
        )
        return times.length === 0 ? (
          <span key={day}>{words}</span>
        ) : (
          <a key={day} href={`#day-${day}`} aria-label={`${short} ${number} ${many}: ${full}`}>
            {words}
          </a>
        )
      })}
    </nav>
  )
}

/** The times of each day. A day without any has a column on a desk only, where it would be missed. */
function WeekTimes({ days, ...rest }: WeekTimesProps) {
  return (
    <div class="week-times">
      {days.map(({ day, times }) => (
        <OneDay key={day} {...{ day, times }} {...rest} />
      ))}
    </div>
  )
}

function OneDay({ day, times, today, ...rest }: DayOfTimes & Omit<WeekTimesProps, 'days'>) {
  const { short, number, full } = isoDayWords(day, today)
  const parts = Map.groupBy(times, (slot) => partOfDay(slot.start, rest.zoneOf(slot)))
  return (
    <section class={times.length === 0 ? 'none' : undefined}>
      <h3 id={`day-${day}`} tabindex={-1} aria-label={full}>
        <span class="long-day">{full}</span>
        <span class="short-day">
          {short} <b>{number}</b>
        </span>
      </h3>
      {times.length === 0 && <p class="quiet small">None free</p>}
      {partsOfDay.map((part) => {
        const those = parts.get(part)
        return those ? (
          <div key={part}>
            <h4>{partNames[part]}</h4>
            <DayTimes times={those} {...rest} />
          </div>
        ) : null
      })}
      {times.length > 0 && (
        <a class="back-to-days" href="#days">
          Back to the days
        </a>
      )}
    </section>
  )
}

/** Said of a week that lies beyond what can be booked yet, or partly: an empty day there is not a day without free times. */
export function BookableUntil({ week: { until, firstDay }, today }: Pick<WeekHeadProps, 'week' | 'today'>) {
  if (until === undefined) return null
  const { full } = isoDayWords(until, today)
  return (
    <p>
      {until < firstDay
        ? `These days cannot be booked yet. You can book until ${full}.`
        : `You can book until ${full}.`}
    </p>
  )
}

/** Nothing of the week can be booked yet. */
export const isBeyond = ({ until, firstDay }: Week): boolean => until !== undefined && until < firstDay

/** The soonest, as one press, where this is the first week or an empty one: most people want no other. */
export function FirstFree({ week, times, later, hrefOf, zoneOf, now, today }: FirstFreeProps) {
  const soonest = week.before === undefined ? (times[0] ?? later) : later
  if (!soonest) return null
  const zone = zoneOf(soonest)
  const { time, full } = timeWords(soonest.start, zone, now)
  const { brief } = isoDayWords(isoDayOf(soonest, zone), today)
  const words = `${times.length === 0 ? 'Next' : 'First'} free: ${brief}, ${time}`
  return (
    <p>
      <a class="button go wide" href={hrefOf(soonest)} aria-label={`${words}: ${full}`}>
        {words}
      </a>
    </p>
  )
}

interface FirstFreeProps extends Pick<WeekTimesProps, 'hrefOf' | 'zoneOf' | 'now' | 'today'> {
  readonly week: Week
  readonly times: readonly Slot[]
  /** The first that is free after an empty week, as far as was looked. */
  readonly later: Slot | undefined
}

interface WeekOrNoneProps extends Omit<WeekTimesProps, 'days'> {
  readonly week: Week
  readonly times: readonly Slot[]
  /** The first that is free after an empty week, as far as was looked. */
  readonly later: Slot | undefined
  /** Nothing later than was looked at can be booked yet. */
  readonly isAll: boolean
  /** Where the first week is looked at. */
  readonly firstHref: string
  /** Whom to ring where nothing is free from today on. */
  readonly phone: string
}

/** Strip and columns of a week, or what there is in place of times. */
export function WeekOrNone(props: WeekOrNoneProps) {
  const { week, times, hrefOf, zoneOf, placeOf, now, today, firstHref } = props
  if (isBeyond(week))
    return (
      <p>
        <a href={firstHref}>Go to the first free time</a>
      </p>
    )
  if (times.length === 0) return <NoneFree {...props} />
  const days = daysOf(week, times, zoneOf)
  return (
    <>
      <h2 class="unseen">Times, day by day</h2>
      <WeekStrip {...{ days, today }} />
      <WeekTimes {...{ days, hrefOf, zoneOf, placeOf, now, today }} />
    </>
  )
}

/** An empty week: what is free after it, as far as was looked, and what to do where nothing is. */
function NoneFree({ week: { before }, later, isAll, firstHref, phone }: WeekOrNoneProps) {
  if (later) return <p>There is no free time in this week.</p>
  return (
    <p>
      There is no free time in this week,{' '}
      {isAll ? 'and none after it that can be booked yet' : 'nor in the four after it'}.{' '}
      {before === undefined ? `Ring ${phone}.` : <a href={firstHref}>Go to the first free time</a>}
    </p>
  )
}

interface WeekHeadProps {
  readonly week: Week
  /** ISO day of the place. */
  readonly today: string
  /** Where the week from this ISO day is looked at. */
  readonly hrefOf: (firstDay: string) => string
}

/** Which week it is, with the ways to those beside it. */
export function WeekHead({ week: { firstDay, lastDay, before, after }, today, hrefOf }: WeekHeadProps) {
  return (
    <nav class="week-head" aria-label="Weeks">
      {before ? (
        <a class="button slim" href={hrefOf(before)} aria-label="The week before">
          <Icon name="back" size={20} />
        </a>
      ) : (
        <span />
      )}
      <p>{weekWords(firstDay, lastDay, today)}</p>
      {after ? (
        <a class="button slim" href={hrefOf(after)} aria-label="The week after">
          <Icon name="on" size={20} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
