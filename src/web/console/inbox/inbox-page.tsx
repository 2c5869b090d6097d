/** The questions of the public for those who treat: by when an answer is due; what may tell of danger stands above all. */
import { answerWaits } from '../../../clinic/talk/answer-question.ts'
import type { Inbox, InboxList, InboxRow } from '../../../clinic/talk/inbox.ts'
import { durationWords } from '../../find/ask/ask-words.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf, timeOf } from '../console-words.ts'

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
  const { rows, counts, now, zone } = found
  return (
    <ConsolePage home={home} here={here} title="Inbox">
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
      <p class="quiet small">
        {median === undefined
          ? 'Too few were answered to say how long an answer takes.'
          : `Half of all are answered within ${durationWords(median)}. Everybody who asks is told this.`}{' '}
        An answer can be taken back for {durationWords(answerWaits)}.
      </p>
      {!takesQuestions && (
        <p class="callout">
          Your clinic takes no new questions. <a href={consolePaths.takenOn}>What your clinic takes on</a>
        </p>
      )}
      {rows.length === 0 && <p>{list === 'done' ? 'Nothing is done yet.' : 'No question waits here.'}</p>}
      <ol class="inbox-rows">
        {rows.map((row) => (
          <li key={row.id} class={row.isDanger ? 'card urgent' : 'card'}>
            <Row {...{ row, now, zone }} />
          </li>
        ))}
      </ol>
      {counts[list] > rows.length && (
        <p class="quiet">
          These are {rows.length} of {counts[list]}.
        </p>
      )}
    </ConsolePage>
  )
}

function Row({ row, now, zone }: { readonly row: InboxRow; readonly now: number; readonly zone: string }) {
  const { id, begins, isPublic, isDanger, assignedTo, state, askedAt } = row
  return (
    <>
      <p class="line small">
        <span class="quiet">
          {isPublic ? 'Asked in public' : 'Asked in private'}, {momentOf(askedAt, zone, now)}
        </span>
        <span>{stateOf(row, now, zone)}</span>
      </p>
      <h2>
        <a href={consolePaths.question(id)}>
          {isDanger && 'Danger words: look now. '}
          <bdi>{begins}</bdi>
        </a>
      </h2>
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
  return <span>Answer by {dueAt - now < dayMs / 2 ? timeOf(dueAt, zone) : momentOf(dueAt, zone, now)}</span>
}
