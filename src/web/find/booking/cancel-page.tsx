/** Cancelling: what it costs now stands before the button, and what was done after it. */
import type { Grant } from '../../../clinic/booking/grants.ts'
import type { LastChange } from '../../../clinic/booking/last-change.ts'
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import { type CancelCost, type CancelTerms, cancelTerms } from '../../../clinic/booking/cancel-terms.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, tabTitle } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/typed-fields.tsx'
import { FindPage } from '../frame.tsx'
import type { BookingHome } from '../find-home.ts'
import { moneyWords } from '../words.ts'
import { bookingPaths } from './booking-paths.ts'
import { momentWords, offWords, usedUpWords, visitWhen } from './booking-words.ts'
import { cancelledWords } from './change-words.ts'
import { CostFields } from './cost-fields.tsx'
import { notAllHeard } from '../not-all-heard.ts'
import { MessagePage } from './message-pages.tsx'

/** Longest reason for cancelling, in characters. */
export const longestReason = 500

const reasonTooLong = (typed: string) =>
  `Nothing was cancelled yet. Use ${longestReason} characters or fewer, or leave it empty.${notAllHeard(typed)}`

interface CancelPageProps {
  readonly home: BookingHome
  readonly path: string
  readonly token: string
  readonly visit: VisitView
  readonly now: number
  /** What pays for it, where a grant or a package does. */
  readonly grant?: Grant | undefined
  /** What last happened to it. */
  readonly change?: LastChange | undefined
  /** The reason as it was typed, where it is longer than is kept: nothing was cancelled. */
  readonly tooLong?: string | undefined
  /** It costs more than the page said that was posted: nothing was cancelled. The reason as it was typed. */
  readonly dearer?: string | undefined
}

export function CancelPage({ home, path, token, visit, now, change, grant, tooLong, dearer }: CancelPageProps) {
  const terms = cancelTerms(visit, now)
  if (terms.kind === 'over') return <TooLateToCancelPage {...{ home, path, token, visit, now, change }} />
  const title = `Cancel ${visitWhen(visit, now)}?`
  const tooLongWords = tooLong === undefined ? undefined : reasonTooLong(tooLong)
  const problems = tooLongWords === undefined ? [] : [{ field: 'reason', text: tooLongWords }]
  return (
    <FindPage frame={home.frame} title={tabTitle(title, problems)} path={path}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {dearer !== undefined && (
        <p class="error" role="alert">
          The cost has changed. Nothing was cancelled.
        </p>
      )}
      {visit.off && <p class="callout">{offWords(visit)}</p>}
      <p class="big-line">{costNow(visit, terms, now)}</p>
      {grant?.lateCancelUses && !visit.off && <p>{usedUpWords(grant)}</p>}
      {visit.sharedAt !== null && <p>What you shared of your check is deleted.</p>}
      <form method="post" action={path}>
        <input type="hidden" name="version" value={visit.version} />
        <input type="hidden" name="key" value={crypto.randomUUID()} />
        <CostFields cost={costOfTerms(terms, grant)} />
        <TextField
          name="reason"
          legend="Why? If you like."
          limit={longestReason}
          error={tooLongWords}
          typed={tooLong ?? dearer}
        />
        <div class="actions">
          <ButtonLink href={bookingPaths.visit(token)}>Keep it</ButtonLink>
          {terms.kind === 'free' && <ButtonLink href={bookingPaths.move(token)}>Move it</ButtonLink>}
          <Button look="go">Cancel my visit</Button>
        </div>
      </form>
    </FindPage>
  )
}

const costOfTerms = (terms: CancelTerms, grant: Grant | undefined): CancelCost =>
  terms.kind === 'late'
    ? { feePence: terms.feePence, usedUp: grant?.lateCancelUses ? 1 : 0 }
    : { feePence: 0, usedUp: 0 }

function costNow(visit: VisitView, terms: CancelTerms, now: number): string {
  if (visit.off) return 'It costs nothing.'
  if (terms.kind === 'late')
    return terms.feePence > 0 ? `It now costs ${moneyWords(terms.feePence)}.` : 'There is no fee.'
  const until = momentWords(visit.freeUntil, visit.place.zone, now)
  const later = visit.lateFeePence > 0 ? `, and ${moneyWords(visit.lateFeePence)} after that` : ''
  return `It costs nothing until ${until}${later}.`
}

/** It was changed since the page was made. What they wanted is one press away. */
export function StaleCancelPage({ home, path, token, visit, now }: CancelPageProps) {
  return (
    <MessagePage home={home} path={path} title="Your visit was changed since you opened that page">
      <p>It is not cancelled. It stands: {visitWhen(visit, now)}.</p>
      <div class="actions">
        <ButtonLink href={bookingPaths.cancel(token)}>Cancel it all the same</ButtonLink>
        <ButtonLink href={bookingPaths.visit(token)}>Keep it</ButtonLink>
      </div>
    </MessagePage>
  )
}

/** It is cancelled already, has begun, or is over: only the clinic can change it. */
export function TooLateToCancelPage({
  home,
  path,
  token,
  visit,
  now,
  change,
}: Pick<CancelPageProps, 'home' | 'path' | 'token' | 'visit' | 'now' | 'change'>) {
  if (visit.state === 'cancelled' || visit.state === 'late-cancelled')
    return (
      <MessagePage home={home} path={path} title="This visit is cancelled already">
        <p>
          {cancelledWords(visit, change, now)} Nothing was done now, and you need do nothing more. Questions? Ring{' '}
          {visit.clinic.name}: {visit.clinic.phone}.
        </p>
        <ButtonLink href={bookingPaths.visit(token)}>See the visit</ButtonLink>
      </MessagePage>
    )
  return (
    <MessagePage home={home} path={path} title="This visit cannot be changed here any more">
      <p>
        Please ring {visit.clinic.name}: {visit.clinic.phone}.
      </p>
    </MessagePage>
  )
}
