/** A visit of a course and those after it: cancel them all with what it costs, or look at where each would go, then move them. */
import { costOf, type LaterCost, type LaterVisit } from '../../../clinic/booking/course-later.ts'
import type { CheckedDate } from '../../../clinic/booking/move-course.ts'
import type { StaffVisit } from '../../../clinic/booking/staff-visit.ts'
import { onceMoved } from '../../find/booking/course-later-form.ts'
import { CostFields } from '../../find/booking/cost-fields.tsx'
import { costWords, DateChoice, PricesOnceMoved, SeenFields } from '../../find/booking/course-later-page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { TextField } from '../../ui/typed-fields.tsx'
import { WhenField } from '../calendar/time-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { MessagePage } from '../message-pages.tsx'
import { isWho, longestReason, whoOptions } from './cancel-page.tsx'

interface Props {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: StaffVisit
}

interface LaterPageProps extends Props {
  readonly later: readonly LaterVisit[]
  readonly typed?: { readonly reason: string; readonly who: string; readonly tooLong: boolean }
  /** What is wrong with the day or the time that a move was asked for. */
  readonly wrong?: { readonly field: 'day' | 'time'; readonly text: string }
}

export function LaterPage({ home, here, visit, later, typed, wrong }: LaterPageProps) {
  const errors = errorsOf(typed, wrong)
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.text
  const title = `This and later visits: ${later.length}`
  const cost = costOf(later)
  const { zone } = visit.place
  return (
    <ConsolePage home={home} here={here} title={errors.length > 0 ? `Error: ${title}` : title}>
      <h1 tabindex={-1} {...(errors.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <ErrorSummary problems={errors} />
      <p>
        <bdi>{visit.person}</bdi>, {visit.service.name}. All of them are changed, or none. {toldWords(visit)}
      </p>
      <ol>
        {later.map((one) => (
          <li key={one.appointmentId}>
            <a href={consolePaths.visit(one.appointmentId)}>{momentOf(one.startsAt, zone, visit.now)}</a>
            {one.terms.kind === 'late' && `: cancelling now costs ${costWords(costOf([one]))}`}
          </li>
        ))}
      </ol>
      <h2>Move them</h2>
      <p>Give the first its new day and time. The others move as far.</p>
      <form method="get" action={consolePaths.moveLater(visit.appointmentId)}>
        <WhenField name="day" legend="New day of the first" kind="date" value={undefined} error={errorOf('day')} />
        <WhenField name="time" legend="New time" kind="time" value={undefined} error={errorOf('time')} />
        <Button>Look at the dates</Button>
      </form>
      <h2>Cancel them</h2>
      <form method="post" action={consolePaths.cancelLater(visit.appointmentId)}>
        <SeenFields later={later} />
        <CostFields cost={cost} />
        <RadioGroup
          name="who"
          legend="Who cancels?"
          options={whoOptions(cost)}
          chosen={typed?.who}
          error={errorOf('who')}
        />
        <TextField
          name="reason"
          legend="Why?"
          hint="For the clinic. The person is not sent this."
          limit={longestReason}
          typed={typed?.reason}
          error={errorOf('reason')}
        />
        <div class="actions">
          <ButtonLink href={consolePaths.visit(visit.appointmentId)}>Keep them</ButtonLink>
          <Button look="go">Cancel all {later.length}</Button>
        </div>
      </form>
    </ConsolePage>
  )
}

function errorsOf(typed: LaterPageProps['typed'], wrong: LaterPageProps['wrong']) {
  const reason = typed?.tooLong
    ? `Make the reason shorter: ${longestReason} letters at most.`
    : typed && !typed.reason && 'Say why, in a few words.'
  return [
    ...(wrong ? [{ field: wrong.field, text: wrong.text }] : []),
    ...(typed && !isWho(typed.who) ? [{ field: 'who', text: 'Choose who cancels.' }] : []),
    ...(reason ? [{ field: 'reason', text: reason }] : []),
  ]
}

const toldWords = ({ contact }: StaffVisit): string =>
  contact.email === null ? 'They gave no email, so ring them.' : 'They are told of each by mail.'

interface LaterMoveProps extends Props {
  readonly later: readonly LaterVisit[]
  readonly dates: readonly CheckedDate[]
  /** Nothing was moved when the button was pressed, and why. */
  readonly problem?: string
}

/** Said where one of the dates went. */
export const lostDate = 'A date is not free. Nothing was moved.'

export function LaterMovePage({ home, here, visit, later, dates, problem }: LaterMoveProps) {
  const missing = dates.filter(({ why }) => why !== null).length
  const title = `Move these ${later.length} visits?`
  return (
    <ConsolePage home={home} here={here} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <p>
        <bdi>{visit.person}</bdi>.{' '}
        <strong>
          {missing === 0
            ? 'Every new date is free.'
            : `${missing} of the ${dates.length} new dates ${missing === 1 ? 'is' : 'are'} not free. Choose others.`}
        </strong>{' '}
        All of them are moved, or none. {toldWords(visit)}
      </p>
      <PricesOnceMoved later={later} />
      <form method="post" action={consolePaths.moveLater(visit.appointmentId)}>
        <SeenFields later={later} />
        <input type="hidden" name="price" value={onceMoved(later)} />
        {later.map((one, index) => (
          <DateChoice
            key={one.appointmentId}
            {...{ visit: one, index, now: visit.now }}
            date={dates.find(({ appointmentId }) => appointmentId === one.appointmentId)}
          />
        ))}
        <div class="actions">
          <ButtonLink href={consolePaths.later(visit.appointmentId)}>Other dates</ButtonLink>
          <Button look="go">Move all {later.length}</Button>
        </div>
      </form>
    </ConsolePage>
  )
}

interface LaterMessageProps extends Props {
  readonly why: 'stale' | 'gone' | 'fee' | 'late'
  /** What cancelling them costs now. */
  readonly cost?: LaterCost
}

/** Nothing was done, and why. */
export function LaterMessagePage({ home, here, visit, why, cost = { feePence: 0, usedUp: 0 } }: LaterMessageProps) {
  const says = {
    stale: 'One of them was changed since that page was shown.',
    gone: 'There is no later visit of a course here that can be changed.',
    late: 'The first of them is too near.',
    fee: `Cancelling them costs ${costWords(cost)} now, not what that page said.`,
  }
  return (
    <MessagePage home={home} here={here} title="Nothing was changed">
      <p>{says[why]}</p>
      <p>
        <a
          class="button go"
          href={why === 'gone' ? consolePaths.visit(visit.appointmentId) : consolePaths.later(visit.appointmentId)}
        >
          See how they stand
        </a>
      </p>
    </MessagePage>
  )
}
