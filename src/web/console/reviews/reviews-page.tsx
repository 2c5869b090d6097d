/**
 * The reviews of a clinic for those who may moderate: what wants a look first, then what is shown, then what is kept back.
 * Never: a way to choose among marks; a low one is no reason.
 */
import { wallClockSentence } from '../../../clinic/availability/wall-clock.ts'
import { hideReasons } from '../../../clinic/directory/ratings.ts'
import {
  longestReply,
  type ReviewEvent,
  type ReviewList,
  type StaffReview,
  type StaffReviews,
} from '../../../clinic/reviews/moderate-reviews.ts'
import { writerWords } from '../../../clinic/reviews/shown-name.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { TextField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'

const lists: Readonly<Record<ReviewList, string>> = { waiting: 'Waiting', shown: 'Shown', hidden: 'Kept back' }
const listIds: readonly ReviewList[] = ['waiting', 'shown', 'hidden']

/** Where a list is. */
export const listPath = (list: ReviewList) =>
  list === 'waiting' ? consolePaths.reviews : `${consolePaths.reviews}?list=${list}`

/** Which list an address asks for; what is none is the first. */
export const readList = (text: string | undefined): ReviewList =>
  text === 'shown' || text === 'hidden' ? text : 'waiting'

interface ReviewsPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly list: ReviewList
  readonly found: StaffReviews
  /** What became of the last button, in words. */
  readonly said?: string | undefined
  /** An answer that was not taken, as it was typed. */
  readonly typed?: TypedReply | undefined
}

/** An answer to one review. */
export interface TypedReply {
  readonly review: string
  readonly words: string
}

export function ReviewsPage({ home, here, list, found, said, typed }: ReviewsPageProps) {
  return (
    <ConsolePage home={home} here={here} title="Reviews">
      <div class="line">
        <h1 tabindex={-1} data-focus>
          Reviews
        </h1>
        <nav class="review-lists" aria-label="Lists of reviews">
          {listIds.map((id) => (
            <a key={id} class="chip" href={listPath(id)} aria-current={id === list ? 'page' : undefined}>
              {lists[id]} {found.counts[id]}
            </a>
          ))}
        </nav>
      </div>
      <p class="link-alone">
        <a href={consolePaths.moderation}>Comments under the guide</a>
        {here.commentsWaiting > 0 && `: ${here.commentsWaiting} waiting`}
      </p>
      {said && (
        <p class="callout" role="status">
          {said}
        </p>
      )}
      {found.reviews.length === 0 && <p>{emptyWords[list]}</p>}
      <div class="reviews-desk">
        <ol class="reviews-staff">
          {found.reviews.map((review) => (
            <li key={review.id}>
              <StaffCard {...{ review, list, typed }} now={home.now()} />
            </li>
          ))}
        </ol>
        <aside class="card">
          <h2>Why something may be kept back</h2>
          <ul>
            {Object.values(hideReasons).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <p>
            You must choose one. The writer is told which, and everybody can read how many are kept back and why. A low
            mark is never a reason.
          </p>
        </aside>
      </div>
      {found.counts[list] > found.reviews.length && (
        <p class="quiet">
          These are {found.reviews.length} of {found.counts[list]}, the newest.
        </p>
      )}
    </ConsolePage>
  )
}

const emptyWords: Readonly<Record<ReviewList, string>> = {
  waiting: 'Nothing waits for you.',
  shown: 'No review is shown yet. People are asked a day after their visit.',
  hidden: 'None is kept back.',
}

interface CardProps {
  readonly review: StaffReview
  readonly list: ReviewList
  readonly typed: TypedReply | undefined
  readonly now: Temporal.Instant
}

function StaffCard({ review, list, typed, now }: CardProps) {
  const { id, mark, words, name, therapist, visitAt, zone, isDanger, reply, replyIsOlder } = review
  const at = (ms: number) => wallClockSentence(Temporal.Instant.fromEpochMilliseconds(ms), zone, now)
  return (
    <article class={isDanger ? 'card staff-review urgent' : 'card staff-review'} aria-labelledby={`r-${id}`}>
      <h2 id={`r-${id}`}>
        {mark} of 5{' '}
        <span class="quiet small">
          from a visit with {therapist}, {at(visitAt)}
        </span>
      </h2>
      {isDanger && <Danger review={review} />}
      <p class="said">
        <bdi>{words || 'No words, only the mark.'}</bdi>
      </p>
      <p class="quiet small">
        Shown as: <bdi>{writerWords(name)}</bdi>
      </p>
      <Why review={review} />
      {reply && (
        <p class="reply">
          <strong>Your answer:</strong> <bdi>{reply}</bdi>
          {replyIsOlder && ' They changed the review after it, which everybody can read. Look whether it still fits.'}
        </p>
      )}
      <Acts {...{ review, list, typed }} />
      <History review={review} at={at} />
    </article>
  )
}

function Danger({ review: { phone, contact } }: { readonly review: StaffReview }) {
  return (
    <div class="callout warn">
      <p>
        <strong>This may tell of something that cannot wait.</strong> Whoever wrote it was shown the emergency numbers.
        Nobody else can read it until you have looked.
      </p>
      <p>
        In doubt, ring <bdi>{contact}</bdi>
        {phone ? (
          <>
            : <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </>
        ) : (
          ': no phone number was left, so write to them.'
        )}
      </p>
    </div>
  )
}

/** Why it is in the list: kept back, changed since, reported. */
function Why({ review: { hidden, changedSinceHidden, reports } }: { readonly review: StaffReview }) {
  return (
    <>
      {hidden && (
        <p>
          <strong>Kept back:</strong> {hideReasons[hidden]}.
          {changedSinceHidden && ' The writer has changed it since then.'}
        </p>
      )}
      {reports.length > 0 && (
        <p>
          <strong>Reported:</strong> {reports.map(({ why, count }) => `${hideReasons[why]} (${count})`).join(', ')}.
        </p>
      )}
    </>
  )
}

function Acts({ review, list, typed }: Omit<CardProps, 'now'>) {
  const { id, hidden, isDanger, reports, reply, seen } = review
  const typedHere = typed?.review === id ? typed.words : undefined
  const one = (what: string, text: string) => (
    <form method="post" action={`${consolePaths.reviews}/${id}`}>
      <Carried {...{ list, seen }} />
      <button class="button slim" type="submit" name="do" value={what}>
        {text}
      </button>
    </form>
  )
  return (
    <div class="review-acts">
      {isDanger && one('danger-seen', hidden ? 'I have looked' : 'I have looked: it may be shown')}
      {hidden && one('put-back', 'Show it again')}
      {!hidden && reports.length > 0 && one('reports-settled', 'Leave it as it is')}
      <details>
        <summary>{hidden ? 'Change the reason' : 'Keep it back'}</summary>
        <form method="post" action={`${consolePaths.reviews}/${id}`}>
          <Carried {...{ list, seen }} />
          <label class="ask" for={`why-${id}`}>
            Why
          </label>
          <select class="field" id={`why-${id}`} name="why">
            <option value="">Choose a reason</option>
            {Object.entries(hideReasons).map(([why, text]) => (
              <option key={why} value={why} selected={hidden === why}>
                {text}
              </option>
            ))}
          </select>
          <button class="button slim" type="submit" name="do" value="hidden">
            Keep it back
          </button>
        </form>
      </details>
      {!hidden && (
        <details open={typedHere !== undefined}>
          <summary>{reply ? 'Change your answer' : 'Answer it'}</summary>
          <form method="post" action={`${consolePaths.reviews}/${id}`}>
            <Carried {...{ list, seen }} />
            <TextField
              name={`words-${id}`}
              legend="Your answer"
              hint="Anybody can read it. Say nothing of their health or that they came, beyond what they say."
              limit={longestReply}
              typed={typedHere ?? reply ?? undefined}
            />
            <button class="button slim" type="submit" name="do" value="replied">
              Send the answer
            </button>
          </form>
        </details>
      )}
      {reply && one('reply-taken-back', 'Take the answer back')}
    </div>
  )
}

/** Which list it is posted from, and which wording and answer was looked at. */
const Carried = (carried: { readonly list: ReviewList; readonly seen: string }) => <CarriedFields fields={carried} />

const eventWords: Readonly<Record<ReviewEvent['what'], string>> = {
  written: 'written',
  hidden: 'kept back',
  'put-back': 'shown again',
  replied: 'answered',
  'reply-taken-back': 'answer taken back',
  'danger-seen': 'looked at',
  'reports-settled': 'left as it is',
}

/** Every wording and every act, so that nothing is changed unseen. */
function History({ review, at }: { readonly review: StaffReview; readonly at: (ms: number) => string }) {
  return (
    <details>
      <summary>What happened</summary>
      <ol class="small">
        {review.history.map((event, index) => (
          <li key={index}>
            {at(event.at)}: {eventWords[event.what]} by {event.who ?? 'the writer'}
            {event.why && `: ${hideReasons[event.why]}`}
            {event.mark !== null && `, ${event.mark} of 5`}
            {event.words && (
              <>
                . <bdi class="quiet">“{event.words}”</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
