/** The questions of the public for those who treat: by when an answer is due; what may tell of danger stands above all. */
import { answerWaits } from '../../../clinic/talk/answer-question.ts'
import type { Inbox, InboxList, InboxRow } from '../../../clinic/talk/inbox.ts'
import { measuredDays } from '../../../clinic/talk/take-on.ts'
import { durationWords } from '../../find/ask/ask-words.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { dayOf, momentOf, timeOf } from '../console-words.ts'
import { walkKeys } from '../key-bar.tsx'

const lists: Readonly<Record<InboxList, string>> = { mine: 'Mine', nobody: 'Nobody’s', team: 'Team', done: 'Done' }
const listIds: readonly InboxList[] = ['mine', 'nobody', 'team', 'done']

const inboxPath = (list: InboxList) => (list === 'team' ? consolePaths.inbox : `${consolePaths.inbox}?list=${list}`)

/** Which list an address asks for; what is none is everything open. */
export const readInboxList = (text: string | undefined): InboxList => listIds.find((id) => id === text) ?? 'team'

interface InboxPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly list: InboxList
  readonly found: Inbox
  /** How long half of the answers took at most, in seconds; `undefined` where there are too few. */
  readonly median: number | undefined
  readonly takesQuestions: boolean
}

export function InboxPage({ home, here, list, found, median, takesQuestions }: InboxPageProps) {
  const { rows, counts } = found
  return (
    <ConsolePage home={home} here={here} title="Inbox" keys={[walkKeys]}>
      <div class="line">
        <h1 tabindex={-1} data-focus>
          Inbox
        </h1>
        <nav class="review-lists" aria-label="Lists of questions">
          {listIds.map((id) => (
            <a key={id} class="chip" href={inboxPath(id)} aria-current={id === list ? 'page' : undefined}>
              {lists[id]} {counts[id]}
            </a>
          ))}
        </nav>
      </div>
      {!takesQuestions && (
        <p class="callout">
          Your clinic takes no new questions. <a href={consolePaths.takenOn}>What your clinic takes on</a>
        </p>
      )}
      <div class="inbox-desk">
        <div>
          {rows.length === 0 && <p>{list === 'done' ? 'Nothing is done yet.' : 'No question waits here.'}</p>}
          <Rows found={found} />
          {counts[list] > rows.length && (
            <p class="quiet">
              These are {rows.length} of {counts[list]}.
            </p>
          )}
        </div>
        <aside class="inbox-facts quiet" aria-label="How long an answer takes">
          <p>
            {median === undefined
              ? 'Too few were answered to say how long an answer takes.'
              : `Of those answered in the last ${measuredDays} days, here and at the other clinics, half had their answer within ${durationWords(median)}. Everybody who asks is told this.`}
          </p>
          <p>An answer can be taken back for {durationWords(answerWaits)}.</p>
          <p>Danger words stand first, always. Then whatever is due first.</p>
        </aside>
      </div>
    </ConsolePage>
  )
}

/** Every open question beside the one that is open, on a desk. */
export function OtherQuestions({ found, open }: { readonly found: Inbox; readonly open: string }) {
  return (
    <nav class="inbox-side" aria-label="Open questions">
      <Rows found={found} open={open} />
    </nav>
  )
}

/** @param open the question that is shown beside the list */
function Rows({ found: { rows, now, zone }, open }: { readonly found: Inbox; readonly open?: string }) {
  return (
    <ol class="inbox-rows">
      {rows.map((row) => (
        <li key={row.id} class={row.isDanger ? 'urgent' : undefined}>
          <Row {...{ row, now, zone }} isBeside={open !== undefined} isOpen={row.id === open} />
        </li>
      ))}
    </ol>
  )
}

interface RowProps {
  readonly row: InboxRow
  readonly now: number
  readonly zone: string
  /** The list stands beside a question. */
  readonly isBeside: boolean
  /** It is this one that is shown. */
  readonly isOpen: boolean
}

function Row({ row, now, zone, isBeside, isOpen }: RowProps) {
  const { id, begins, isPublic, isDanger, assignedTo, state, askedAt } = row
  return (
    <>
      <p class="line small">
        <span class="quiet">
          {isPublic ? 'Asked in public' : 'Asked in private'}
          {!isBeside && `, ${momentOf(askedAt, zone, now)}`}
        </span>
        <span>{stateOf(row, now, zone)}</span>
      </p>
      <p class="inbox-words">
        <a href={consolePaths.question(id)} data-walk aria-current={isOpen ? 'page' : undefined}>
          {isDanger && 'Danger words: look now. '}
          <bdi>{begins}</bdi>
        </a>
      </p>
      {state === 'open' && <p class="quiet small">{assignedTo ? `With ${assignedTo}` : 'With nobody yet'}</p>}
    </>
  )
}

function stateOf({ state, dueAt, isDanger }: InboxRow, now: number, zone: string) {
  if (state === 'answered') return 'Answered'
  if (state === 'closed') return 'Closed'
  if (isDanger) return <strong>Now</strong>
  return <DueWords {...{ dueAt, now, zone }} />
}

const dayMs = 86_400_000

/** "Late by 40 minutes", "Answer by 11:40", "Answer by Friday 27 November, 11:40". */
export function DueWords({
  dueAt,
  now,
  zone,
}: {
  readonly dueAt: number
  readonly now: number
  readonly zone: string
}) {
  if (dueAt <= now) return <strong>Late by {durationWords((now - dueAt) / 1000)}</strong>
  const day = dueAt - now < dayMs / 2 ? '' : `${dayOf(dueAt, zone, now)}, `
  return (
    <span>
      Answer by {day}
      {timeOf(dueAt, zone)}
    </span>
  )
}
