/** Comments under the guide for those who moderate: danger first, then the oldest that waits; each with why it may need our note. */
import { articleOf } from '../../../care/guide/articles.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { isHideReason } from '../../../clinic/directory/ratings.ts'
import { claimsOfReader, linksIn, type ReaderClaim } from '../../../clinic/talk/claims-of-readers.ts'
import {
  type CommentList,
  type Comments,
  type StaffComment,
  wordingOf,
} from '../../../clinic/talk/moderate-comments.ts'
import { mostWaiting } from '../../../clinic/talk/set-aside.ts'
import type { CommentCounts } from '../../../clinic/talk/shown-comments.ts'
import { commentReasons, dangerOutcomes, outcomesFor } from '../../../clinic/talk/talk-words.ts'
import { countWords, ReaderNote } from '../../find/ask/comments-page.tsx'
import { isKeyOf } from '../../../care/evidence/closed-sets.ts'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { PostButton } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'

const lists: Readonly<Record<CommentList, string>> = {
  waiting: 'Waiting',
  'set-aside': 'Set aside',
  shown: 'Shown',
  'kept-back': 'Kept back',
}
const listIds: readonly CommentList[] = ['waiting', 'set-aside', 'shown', 'kept-back']

const commentsPath = (list: CommentList) =>
  list === 'waiting' ? consolePaths.moderation : `${consolePaths.moderation}?list=${list}`

/** Which list an address asks for; what is none is the first. */
export const readCommentList = (text: string | undefined): CommentList => listIds.find((id) => id === text) ?? 'waiting'

interface ModerationPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly list: CommentList
  readonly found: Comments
  /** As anybody reads them. */
  readonly counts: CommentCounts
  readonly readsComments: boolean
  /** What became of the last button, in words. */
  readonly said?: string | undefined
  /** The comment that was just decided on, which can still be undone. */
  readonly undo?: string | undefined
}

export function ModerationPage({ home, here, list, found, counts, readsComments, said, undo }: ModerationPageProps) {
  const { comments, now, zone, reversed } = found
  return (
    <ConsolePage home={home} here={here} title="Comments">
      <div class="line">
        <h1 tabindex={-1} data-focus>
          Comments
        </h1>
        <nav class="review-lists" aria-label="Lists of comments">
          {listIds
            .filter((id) => id !== 'set-aside' || id === list || found.counts[id] > 0)
            .map((id) => (
              <a key={id} class="chip" href={commentsPath(id)} aria-current={id === list ? 'page' : undefined}>
                {lists[id]} {found.counts[id]}
              </a>
            ))}
        </nav>
      </div>
      <p class="link-alone">
        <a href={consolePaths.reviews}>Reviews of visits</a>
      </p>
      {said && (
        <div class="callout" role="status">
          <p>{said}</p>
          {undo && (
            <PostButton action={consolePaths.comment(undo)} fields={{ do: 'undone', list }}>
              Undo
            </PostButton>
          )}
        </div>
      )}
      {!readsComments && <p class="callout">Your clinic reads no new comments.</p>}
      {mayDo(here.member, 'change-clinic') && (
        <p class="link-alone">
          <a href={consolePaths.takenOn}>What your clinic takes on</a>
        </p>
      )}
      {found.counts['set-aside'] > 0 && <SetAside {...{ list }} count={found.counts['set-aside']} />}
      {comments.length === 0 && <p>{list === 'waiting' ? 'Nothing waits for you.' : 'There is none.'}</p>}
      <div class="reviews-desk">
        <ol class="reviews-staff">
          {comments.map((comment) => (
            <li key={comment.id}>
              <StaffCard {...{ comment, list, now, zone }} />
            </li>
          ))}
        </ol>
        <Aside counts={counts} reversed={reversed} />
      </div>
      {found.counts[list] > comments.length && (
        <p class="quiet">
          These are {comments.length} of {found.counts[list]}.
        </p>
      )}
    </ConsolePage>
  )
}

/** Said to staff wherever the lists stand, so that a flood is seen, and nobody's comment is forgotten in it. */
const SetAside = ({ list, count }: { readonly list: CommentList; readonly count: number }) => (
  <p class="callout">
    More than {mostWaiting} comments waited, so {count === 1 ? '1 was' : `${count} were`} set aside: of the hours in
    which most came, the oldest first. It may be a flood. They still wait, and what may tell of danger is never among
    them.
    {list !== 'set-aside' && (
      <>
        {' '}
        <a href={commentsPath('set-aside')}>Read them</a>
      </>
    )}
  </p>
)

function Aside({ counts, reversed }: { readonly counts: CommentCounts; readonly reversed: number }) {
  return (
    <aside class="card">
      <h2>Why something may be kept back</h2>
      <ul>
        {Object.values(commentReasons).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>You must choose one. The writer is told which.</p>
      <h2>Anybody can read this</h2>
      <p>{countWords(counts)}</p>
      <p class="quiet">Put back after it was kept back: {reversed}.</p>
    </aside>
  )
}

interface CardProps {
  readonly comment: StaffComment
  readonly list: CommentList
  readonly now: number
  readonly zone: string
}

function StaffCard({ comment, list, now, zone }: CardProps) {
  const { id, page, words, name, writtenAt, editedAt, keptWhy, danger, hasEmail } = comment
  return (
    <article class={danger === 'unseen' ? 'card staff-review urgent' : 'card staff-review'} aria-labelledby={`c-${id}`}>
      <h2 id={`c-${id}`}>
        On “{articleOf(page)?.title ?? page}”{' '}
        <span class="quiet small">
          {momentOf(writtenAt, zone, now)}
          {editedAt !== null && `, changed ${momentOf(editedAt, zone, now)}`}
        </span>
      </h2>
      {danger === 'unseen' && <Danger comment={comment} list={list} />}
      <p class="said">
        <bdi>{words}</bdi>
      </p>
      <p class="quiet small">
        From <bdi>{name ?? 'A reader'}</bdi>. {hasEmail ? 'They left an email.' : 'They left no email.'}
      </p>
      <Flags words={words} />
      {keptWhy && <p>Kept back. {commentReasons[keptWhy]}.</p>}
      {danger !== 'unseen' && <Acts comment={comment} list={list} />}
      <History {...{ comment, now, zone }} />
    </article>
  )
}

const claimWords: Readonly<Record<ReaderClaim, string>> = {
  medicine: 'tells of a medicine',
  amount: 'tells an amount',
  cure: 'tells of a cure, or what others should do',
}

/** What a reader of ours found in it, and the note that it would show with. */
function Flags({ words }: { readonly words: string }) {
  const claims = claimsOfReader(words)
  const links = linksIn(words)
  const flags = [
    ...claims.map((claim) => claimWords[claim]),
    ...(links > 0 ? [links === 1 ? 'holds a link' : `holds ${links} links`] : []),
  ]
  if (flags.length === 0) return null
  return (
    <>
      <p>
        <strong>Look closely:</strong> it {flags.join('; ')}.
      </p>
      <ReaderNote words={words} />
    </>
  )
}

/** Stands until somebody writes down what they made of it. */
function Danger({ comment, list }: Pick<CardProps, 'comment' | 'list'>) {
  const { id, hasEmail } = comment
  return (
    <div class="callout warn">
      <p>
        <strong>This may tell of something that cannot wait.</strong> Whoever wrote it was shown the emergency numbers
        at once. Nobody else can read it. Say what you made of it; nothing else can be done before.
      </p>
      <form method="post" action={consolePaths.comment(id)}>
        <input type="hidden" name="do" value="danger-seen" />
        <input type="hidden" name="list" value={list} />
        <input type="hidden" name="seen" value={wordingOf(comment)} />
        <fieldset>
          <legend>Write down what happened</legend>
          {outcomesFor(hasEmail).map((value) => (
            <label key={value} class="choice">
              <input type="radio" name="outcome" value={value} required />
              <span>{dangerOutcomes[value]}</span>
            </label>
          ))}
        </fieldset>
        <button class="button" type="submit">
          Write it down
        </button>
      </form>
    </div>
  )
}

function Acts({ comment, list }: Pick<CardProps, 'comment' | 'list'>) {
  const { id, keptWhy } = comment
  const action = consolePaths.comment(id)
  return (
    <div class="review-acts">
      {list !== 'shown' && (
        <PostButton action={action} fields={{ do: 'shown', list, seen: wordingOf(comment) }}>
          {claimsOfReader(comment.words).length > 0 ? 'Show with our note' : 'Show'}
        </PostButton>
      )}
      <details>
        <summary>{keptWhy ? 'Change the reason' : 'Keep back'}</summary>
        <form method="post" action={action}>
          <input type="hidden" name="do" value="kept-back" />
          <input type="hidden" name="list" value={list} />
          <input type="hidden" name="seen" value={wordingOf(comment)} />
          <fieldset>
            <legend>Why?</legend>
            {Object.entries(commentReasons).map(([value, text]) => (
              <label key={value} class="choice">
                <input type="radio" name="why" value={value} checked={value === keptWhy} required />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
          <button class="button" type="submit">
            Keep it back
          </button>
        </form>
      </details>
    </div>
  )
}

const acted: Readonly<Record<string, string>> = { shown: 'Showed it.', undone: 'Undid that.' }

function History({ comment: { acts }, now, zone }: Pick<CardProps, 'comment' | 'now' | 'zone'>) {
  if (acts.length === 0) return null
  return (
    <details>
      <summary>What was done</summary>
      <ol>
        {acts.map(({ id, what, why, who, at }) => (
          <li key={id}>
            {momentOf(at, zone, now)}: {who}. {acted[what] ?? whyWords(what, why ?? '')}
          </li>
        ))}
      </ol>
    </details>
  )
}

function whyWords(what: string, why: string): string {
  if (isKeyOf(dangerOutcomes, why)) return dangerOutcomes[why]
  return isHideReason(why) ? `Kept it back: ${commentReasons[why].toLowerCase()}.` : what
}
