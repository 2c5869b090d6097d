/** One visit of a course and those after it: what each costs to cancel, or where each would go, before the one button. */
import { costOf, type LaterCost, type LaterVisit } from '../../../clinic/booking/course-later.ts'
import type { CheckedDate } from '../../../clinic/booking/move-course.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { FieldNotes } from '../../ui/form-parts.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { moneyWords } from '../words.ts'
import { bookingPaths } from './booking-paths.ts'
import { findAnother, momentWords, visitWhen } from './booking-words.ts'
import { CostFields } from './cost-fields.tsx'
import { onceMoved } from './course-later-form.ts'
import { whyWords } from './course-page.tsx'
import { MessagePage } from './message-pages.tsx'

interface LaterPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly token: string
  readonly visit: VisitView
  readonly now: number
}

interface ListedProps extends LaterPageProps {
  readonly later: readonly LaterVisit[]
  /** Nothing was done, and why in a sentence. */
  readonly problem?: string | undefined
}

function Problem({ problem }: Pick<ListedProps, 'problem'>) {
  return problem ? (
    <p class="error" role="alert">
      {problem}
    </p>
  ) : null
}

/** What the form carries of each visit, so that nothing is changed that the page did not show. */
export const SeenFields = ({ later }: Pick<ListedProps, 'later'>) => (
  <>
    {later.map(({ appointmentId, version }) => (
      <input key={appointmentId} type="hidden" name="seen" value={`${appointmentId}.${version}`} />
    ))}
  </>
)

/** Of visits that would not cost what was agreed once they are moved: what each of them would. */
export function PricesOnceMoved({ later }: Pick<ListedProps, 'later'>) {
  const words = later
    .filter(({ pricePence, onceMovedPence }) => pricePence !== onceMovedPence)
    .map(({ pricePence, onceMovedPence }) => `${moneyWords(onceMovedPence)} and not ${moneyWords(pricePence)}`)
  if (words.length === 0) return null
  return (
    <p class="callout">
      The price has changed since the booking. Each visit that moves costs {[...new Set(words)].join(', or ')}.
    </p>
  )
}

const isFree = ({ feePence, usedUp }: LaterCost) => feePence === 0 && usedUp === 0

/** "£30 and 1 visit paid ahead or granted"; "nothing" where it is free. */
export function costWords(cost: LaterCost): string {
  const { feePence, usedUp } = cost
  if (isFree(cost)) return 'nothing'
  return [
    ...(feePence > 0 ? [moneyWords(feePence)] : []),
    ...(usedUp > 0 ? [`${usedUp} ${usedUp === 1 ? 'visit' : 'visits'} paid ahead or granted`] : []),
  ].join(' and ')
}

export function LaterCancelPage({ home, path, token, visit, later, problem, now }: ListedProps) {
  const cost = costOf(later)
  const title = later.length === 1 ? 'Cancel this visit?' : `Cancel these ${later.length} visits?`
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <Problem problem={problem} />
      <p class="big-line">{isFree(cost) ? 'It costs nothing now.' : `It costs ${costWords(cost)} in all.`}</p>
      <ol>
        {later.map((one) => (
          <li key={one.appointmentId}>
            {momentWords(one.startsAt, one.zone, now)}: {isFree(costOf([one])) ? 'free' : costWords(costOf([one]))}
            {laterOffWords(one)}
          </li>
        ))}
      </ol>
      {later.some(({ off }) => off) && (
        <p class="callout">What the clinic cannot keep costs nothing. {findAnother(visit)}</p>
      )}
      <p>All of them are cancelled, or none. What you shared of your check for them is deleted.</p>
      <form method="post" action={path}>
        <SeenFields later={later} />
        <CostFields cost={cost} />
        <div class="actions">
          <ButtonLink href={bookingPaths.visit(token)}>Keep them</ButtonLink>
          <Button look="go">Cancel {later.length === 1 ? 'it' : `all ${later.length}`}</Button>
        </div>
      </form>
    </FindPage>
  )
}

function laterOffWords({ off }: LaterVisit): string {
  if (off === undefined) return ''
  return off === 'away' ? '. The therapist is away then.' : '. The place is shut then.'
}

export function LaterMovePage(props: ListedProps & { readonly dates: readonly CheckedDate[] }) {
  const { home, path, token, later, dates, problem, now } = props
  const missing = dates.filter(({ why }) => why !== null).length
  const title = later.length === 1 ? 'Move this visit?' : `Move these ${later.length} visits?`
  return (
    <FindPage frame={home.frame} title={title} path={path}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <Problem problem={problem} />
      <p class="big-line">
        {missing === 0
          ? 'Every new date is free.'
          : `${missing} of the ${dates.length} new dates ${missing === 1 ? 'is' : 'are'} not free. Choose others.`}
      </p>
      <p>All of them are moved, or none. Until then your old times stay yours.</p>
      <PricesOnceMoved later={later} />
      <form method="post" action={bookingPaths.moveLaterPattern.replace(':token', token)}>
        <SeenFields later={later} />
        <input type="hidden" name="price" value={onceMoved(later)} />
        {later.map((visit, index) => (
          <DateChoice
            key={visit.appointmentId}
            {...{ visit, index, now }}
            date={dates.find(({ appointmentId }) => appointmentId === visit.appointmentId)}
          />
        ))}
        <div class="actions">
          <ButtonLink href={bookingPaths.visit(token)}>Keep them</ButtonLink>
          <Button look="go">Move {later.length === 1 ? 'it' : `all ${later.length}`}</Button>
        </div>
      </form>
    </FindPage>
  )
}

interface DateChoiceProps {
  readonly visit: LaterVisit
  readonly date: CheckedDate | undefined
  readonly index: number
  readonly now: number
}

/** Where one of them goes: as far as the first, to a time near that, or nowhere. */
export function DateChoice({ visit: { startsAt, zone }, date, index, now }: DateChoiceProps) {
  const { start = startsAt, why = null, near = [] } = date ?? {}
  const name = `date${index + 1}`
  const hint = why
    ? `${momentWords(start, zone, now)} ${whyWords[why]}.${near.length === 0 ? ' Nothing near it is free.' : ''}`
    : undefined
  const times = [...(why || start === startsAt ? [] : [start]), ...near]
  return (
    <div class="question">
      <label class="ask" for={name}>
        {momentWords(startsAt, zone, now)} goes to
      </label>
      <FieldNotes name={name} hint={hint} />
      <select class="field" id={name} name="start" aria-describedby={hint && `${name}-hint`}>
        {times.map((time) => (
          <option key={time} value={time}>
            {momentWords(time, zone, now)}
          </option>
        ))}
        <option value={startsAt}>Leave this one where it is</option>
      </select>
    </div>
  )
}

/** They were changed since the page was made. Nothing was done. */
export function LaterChangedPage({ home, path, token, visit, now }: LaterPageProps) {
  return (
    <MessagePage home={home} path={path} title="Your visits were changed since you opened that page">
      <p>Nothing was done now. This one: {visitWhen(visit, now)}.</p>
      <ButtonLink href={bookingPaths.visit(token)}>See the visits</ButtonLink>
    </MessagePage>
  )
}

/** It belongs to no course, or none of it is ahead. */
export function NoLaterPage({ home, path, token }: LaterPageProps) {
  return (
    <MessagePage home={home} path={path} title="There is nothing to change here any more">
      <p>These visits are over, are cancelled, or stand alone.</p>
      <ButtonLink href={bookingPaths.visit(token)}>See the visit</ButtonLink>
    </MessagePage>
  )
}
