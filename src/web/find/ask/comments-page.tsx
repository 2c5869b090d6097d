/**
 * What readers say of a page of the guide. What one of them tells of a medicine or a cure shows with our note beside it.
 * Never: a link of theirs, a mark, or anything but a name and words.
 */
import type { ComponentChildren } from 'preact'
import type { Article } from '../../../care/guide/types.ts'
import { claimsOfReader, noteOf } from '../../../clinic/talk/claims-of-readers.ts'
import type { CommentCounts, ShownComment } from '../../../clinic/talk/shown-comments.ts'
import { commentReasons } from '../../../clinic/talk/talk-words.ts'
import { longestComment, type OwnComment } from '../../../clinic/talk/write-comment.ts'
import { isHideReason } from '../../../clinic/directory/ratings.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { LineField, TextField } from '../../ui/typed-fields.tsx'
import { Details } from '../../ui/text-parts.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { CannotWait } from './ask-page.tsx'
import { askPaths, guideLinks } from './ask-paths.ts'
import { dayOf } from './ask-words.ts'
import type { TypedComment } from './comment-form.ts'

/** How many stand on a page. */
export const onCommentsPage = 20

interface CommentsProps {
  readonly home: BookingHome
  readonly article: Article
  readonly comments: readonly ShownComment[]
  readonly counts: CommentCounts
  /** From 1. */
  readonly page: number
  /** Does a clinic read them? Otherwise none is taken. */
  readonly isOpen: boolean
  readonly typed: TypedComment
  /** One for one pressing of the button. */
  readonly pressKey: string
  readonly problems: readonly Problem[]
  /** What cannot wait, above what is wrong with the form. */
  readonly first?: ComponentChildren
}

export function CommentsPage(props: CommentsProps) {
  const { home, article, comments, counts, page, isOpen, typed, problems } = props
  const title = 'What readers say'
  const pages = Math.max(1, Math.ceil(counts.shown / onCommentsPage))
  const path = askPaths.comments(article.slug)
  const isBad = problems.length > 0
  return (
    <FindPage
      frame={home.frame}
      title={isBad ? `Error: ${title}` : title}
      path={path}
      about={`What readers say of “${article.title}”: how it went for each.`}
    >
      <ErrorSummary problems={problems}>{props.first}</ErrorSummary>
      <h1 tabindex={-1} {...(!isBad && { 'data-focus': true })}>
        {title}
      </h1>
      <p>
        Each says how it went for one person. What is known stands in the guide:{' '}
        <a href={guideLinks.article(article.slug)}>{article.title}</a>
      </p>
      {comments.length === 0 && <p>Nothing is shown yet.</p>}
      {comments.map((comment) => (
        <Comment key={comment.id} comment={comment} />
      ))}
      {pages > 1 && (
        <nav class="line" aria-label="Pages of comments">
          {page > 1 && <a href={`${path}?page=${page - 1}`}>Newer</a>}
          {page < pages && <a href={`${path}?page=${page + 1}`}>Older</a>}
        </nav>
      )}
      <p class="quiet small">{countWords(counts)}</p>
      <h2>Say how it went for you</h2>
      {isOpen ? (
        <>
          <CannotWait home={home} />
          <CommentForm action={path} button="Send my comment" pressKey={props.pressKey} {...{ typed, problems }}>
            <LineField
              name="email"
              legend="Your email, if you like"
              hint="For a private link to change or remove it. It never shows."
              error={errorOf('email', problems)}
              typed={typed.email}
              autocomplete="email"
              inputmode="email"
            />
          </CommentForm>
        </>
      ) : (
        <p>We are not taking comments at the moment, since nobody is here to read them first.</p>
      )}
    </FindPage>
  )
}

/** "3 are shown, 1 waits to be read. Kept back: It sells something, or is spam: 2." */
export function countWords({ shown, waiting, keptBack }: CommentCounts): string {
  const reasons = Object.entries(keptBack).map(([why, count]) =>
    isHideReason(why) ? `${commentReasons[why].toLowerCase()}: ${count}` : '',
  )
  const kept = reasons.length === 0 ? 'None is kept back.' : `Kept back: ${reasons.join('; ')}.`
  return `${shown} ${shown === 1 ? 'is' : 'are'} shown, ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be read. ${kept}`
}

function Comment({ comment: { words, name, at } }: { readonly comment: ShownComment }) {
  return (
    <article class="card reader-comment">
      <p class="as-sent">
        <bdi>{words}</bdi>
      </p>
      <ReaderNote words={words} />
      <p class="quiet small">
        <bdi>{name ?? 'A reader'}</bdi>, {dayOf(at)}
      </p>
    </article>
  )
}

/** Our note beside what tells of a medicine or a cure; nothing beside anything else. */
export function ReaderNote({ words }: { readonly words: string }) {
  const note = noteOf(claimsOfReader(words))
  return note === undefined ? null : <p class="reader-note">{note}</p>
}

interface CommentFormProps {
  readonly action: string
  readonly typed: TypedComment
  readonly pressKey?: string
  readonly problems: readonly Problem[]
  readonly button: string
  readonly children?: ComponentChildren
}

function CommentForm({ action, typed, pressKey, problems, button, children }: CommentFormProps) {
  return (
    <form method="post" action={action} novalidate class="ask-form">
      {pressKey && <input type="hidden" name="key" value={pressKey} />}
      <TextField
        name="words"
        legend="Your comment"
        hint="Leave out other people’s names, doses and links. Somebody reads it before it shows."
        error={errorOf('words', problems)}
        limit={longestComment}
        typed={typed.words}
      />
      <LineField
        name="name"
        legend="A name to show, if you like"
        hint="Anyone can read it. Without one it says “A reader”."
        error={errorOf('name', problems)}
        typed={typed.name}
        autocomplete="given-name"
      />
      {children}
      <p class="not-for-people" aria-hidden="true">
        <label for="website">Leave this empty</label>
        <input id="website" name="website" tabindex={-1} autocomplete="off" />
      </p>
      <div class="actions">
        <Button look="go">{button}</Button>
      </div>
    </form>
  )
}

interface OwnCommentProps {
  readonly home: BookingHome
  readonly token: string
  readonly comment: OwnComment
  readonly typed: TypedComment
  readonly problems: readonly Problem[]
  readonly first?: ComponentChildren
  /** What was sent from the same form with other words, as after Back. */
  readonly others: readonly { readonly words: string; readonly token: string }[]
}

/** A comment by its private link: where it stands, changing and erasing it. Looking changes nothing. */
export function OwnCommentPage({ home, token, comment, typed, problems, first, others }: OwnCommentProps) {
  const { state, page, keptWhy, clinic } = comment
  const title = titles[state]
  const isBad = problems.length > 0
  return (
    <FindPage frame={home.frame} title={isBad ? `Error: ${title}` : title} path={askPaths.ownComment(token)}>
      <ErrorSummary problems={problems}>{first}</ErrorSummary>
      <h1 tabindex={-1} {...(!isBad && { 'data-focus': true })}>
        {title}
      </h1>
      <p>{stateWords({ state, clinic: clinic.name })}</p>
      {keptWhy && (
        <p class="callout">
          The reason: {commentReasons[keptWhy].toLowerCase()}. If you change it, somebody reads it again. If you think
          that is wrong, ring {clinic.name}: {clinic.phone}.
        </p>
      )}
      <p>
        <a href={askPaths.comments(page)}>What readers say about that page</a>
      </p>
      {others.map((other) => (
        <OtherOne key={other.token} {...other} />
      ))}
      {state !== 'erased' && (
        <>
          <p class="callout">
            Keep this page’s address: it is the way to change or erase your comment. Anyone who has it can do so.
          </p>
          <CommentForm action={askPaths.ownComment(token)} button="Send the change" {...{ typed, problems }} />
          <Details summary="Erase it">
            <p>Then your words, your name and your email address are gone for good.</p>
            <form method="post" action={askPaths.eraseComment(token)}>
              <Button>Erase my comment</Button>
            </form>
          </Details>
        </>
      )}
    </FindPage>
  )
}

/** Nobody but its writer knows whether the one was meant instead of the other. */
const OtherOne = ({ words, token }: OwnCommentProps['others'][number]) => (
  <section class="callout">
    <p>You sent this from the same form too, and both are kept. If only one is meant, erase the other.</p>
    <p class="as-sent">
      <bdi>{words}</bdi>
    </p>
    <p>
      <a href={askPaths.ownComment(token)}>See or change that one</a>
    </p>
    <form method="post" action={askPaths.eraseComment(token)}>
      <Button>Erase that one</Button>
    </form>
  </section>
)

const titles: Readonly<Record<OwnComment['state'], string>> = {
  waiting: 'Your comment is waiting to be read',
  shown: 'Your comment is shown',
  'kept-back': 'Your comment is kept back',
  erased: 'Your comment is erased',
}

function stateWords({ state, clinic }: { readonly state: OwnComment['state']; readonly clinic: string }): string {
  switch (state) {
    case 'waiting':
      return `${clinic} reads it before anybody else can.`
    case 'shown':
      return 'Anyone can read it. If you change it, somebody reads it again before it shows.'
    case 'kept-back':
      return `${clinic} has read it and does not show it.`
    case 'erased':
      return 'Words, name and email address are gone.'
  }
}
