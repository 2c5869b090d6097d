/** One question: danger first, then its words, the answer with guide pages that fit, and what was done with it by whom. */
import type { ComponentChildren } from 'preact'
import { claimOf } from '../../../care/evidence/claims.ts'
import { articles } from '../../../care/guide/articles.ts'
import { fittingAnswers } from '../../../care/guide/fitting.ts'
import { type Article, textOf } from '../../../care/guide/types.ts'
import { dueChoices, longestAnswer, longestPublished, mostGuidePages } from '../../../clinic/talk/answer-question.ts'
import type { Inbox, StaffQuestion } from '../../../clinic/talk/inbox.ts'
import { closeReasons, dangerOutcomes, outcomesFor } from '../../../clinic/talk/talk-words.ts'
import { professionWords } from '../../find/ask/ask-words.ts'
import { GuidePages } from '../../find/ask/guide-pages.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { EvidenceBar } from '../../ui/evidence-bar.tsx'
import { TextField, Tick } from '../../ui/form-parts.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { PostButton } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { type KeySaid, walkKeys } from '../key-bar.tsx'
import { DueWords, OtherQuestions } from './inbox-page.tsx'
import { actWords } from './inbox-words.ts'

/** An answer as it was typed. */
export interface TypedAnswer {
  readonly words: string
  readonly pages: readonly string[]
  readonly publish: boolean
  readonly publishAs: string
}

interface QuestionPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly question: StaffQuestion
  /** Every open question, to stand beside it. */
  readonly others: Inbox
  readonly typed: TypedAnswer | undefined
  readonly problems: readonly Problem[]
  /** What became of the last button, in words. */
  readonly said: string | undefined
}

export function QuestionPage(props: QuestionPageProps) {
  const { home, here, question, others, problems } = props
  const title = titleOf(question)
  return (
    <ConsolePage home={home} here={here} title={problems.length > 0 ? `Error: ${title}` : title} keys={keys}>
      <ErrorSummary problems={problems} />
      <p class="inbox-back">
        <a href={consolePaths.inbox}>Inbox</a>
      </p>
      <div class="inbox-open">
        <OtherQuestions found={others} open={question.id} />
        <div>
          <Opened {...props} title={title} />
        </div>
      </div>
    </ConsolePage>
  )
}

const titleOf = ({ state }: StaffQuestion) => (state === 'open' ? 'A question' : `A question, ${state}`)

const keys: readonly KeySaid[] = [walkKeys, { keys: ['a'], text: 'answer' }]

function Opened(props: QuestionPageProps & { readonly title: string }) {
  const { question, problems, said, title } = props
  const { state, words, email, isPublic, askedAt, dueAt, danger, now, zone, answer } = question
  const canAnswer = state === 'open' && danger !== 'unseen'
  return (
    <>
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {said && (
        <p class="callout" role="status">
          {said}
        </p>
      )}
      {danger === 'unseen' && state === 'open' && <Danger question={question} />}
      <p class="quiet">
        {isPublic ? 'Asked in public' : 'Asked in private'}, {momentOf(askedAt, zone, now)}.{' '}
        {email === null ? 'No email: they come back by their private link.' : <bdi>{email}</bdi>}{' '}
        {state === 'open' && <DueWords {...{ dueAt, now, zone }} />}
      </p>
      <p class="as-sent card">
        <bdi>{words}</bdi>
      </p>
      {state === 'open' && <Give question={question} form={canAnswer && question.signer ? answerFormId : undefined} />}
      {answer && <Standing question={question} />}
      {canAnswer && <AnswerForm {...props} />}
      {!(canAnswer && question.signer) && <NotSent typed={props.typed} />}
      {canAnswer && <Close id={question.id} />}
      {state === 'closed' && (
        <PostButton action={consolePaths.question(question.id)} fields={{ do: 'reopened' }}>
          Open it again
        </PostButton>
      )}
      <History question={question} />
    </>
  )
}

/** Stands until somebody writes down what they made of it: nothing else can be done before. */
function Danger({ question: { id, email } }: { readonly question: StaffQuestion }) {
  return (
    <section class="callout warn" aria-labelledby="danger-title">
      <h2 id="danger-title">Words that may tell of danger. Nobody has looked yet.</h2>
      <p>
        Whoever asked saw the emergency numbers before it was sent.{' '}
        {email === null
          ? 'They left no email, so you cannot write to them before you answer.'
          : 'If you are in doubt, write to them now.'}{' '}
        It cannot be answered, closed or put off before you say what you made of it.
      </p>
      <form method="post" action={consolePaths.question(id)}>
        <input type="hidden" name="do" value="danger-seen" />
        <fieldset>
          <legend>Write down what happened</legend>
          {outcomesFor(email !== null).map((value) => (
            <label key={value} class="choice">
              <input type="radio" name="outcome" value={value} required />
              <span>{dangerOutcomes[value]}</span>
            </label>
          ))}
        </fieldset>
        <button class="button go" type="submit">
          Write it down
        </button>
      </form>
    </section>
  )
}

/** Somebody was quicker, or danger stands first: the words that were typed for nothing are theirs all the same. */
function NotSent({ typed }: Pick<QuestionPageProps, 'typed'>) {
  if (!typed?.words) return null
  return (
    <section class="card">
      <h2>What you wrote. It was not sent.</h2>
      <p class="as-sent">
        <bdi>{typed.words}</bdi>
      </p>
    </section>
  )
}

const answerFormId = 'answer'

interface GiveProps {
  readonly question: StaffQuestion
  /** The form that these belong to, so that an answer which is half written goes along and is there afterwards. */
  readonly form: string | undefined
}

function Give({ question: { id, team, assignedTo, danger }, form }: GiveProps) {
  const action = consolePaths.question(id)
  const of = form === undefined ? {} : { form }
  return (
    <div class="inbox-acts">
      <Part {...{ form, action }}>
        <label for="to">Who answers</label>
        <select class="field" id="to" name="to" form={form}>
          <option value="">Nobody yet</option>
          {team.map((member) => (
            <option key={member.id} value={member.id} selected={member.id === assignedTo}>
              {member.name}
            </option>
          ))}
        </select>
        <Button name="do" value="assigned" {...of}>
          Give
        </Button>
      </Part>
      {danger !== 'unseen' && (
        <Part {...{ form, action }}>
          <label for="hours">Answer within</label>
          <select class="field" id="hours" name="hours" form={form}>
            {dueChoices.map((hours) => (
              <option key={hours} value={hours}>
                {hours} hours
              </option>
            ))}
          </select>
          <Button name="do" value="due" {...of}>
            Set
          </Button>
        </Part>
      )}
    </div>
  )
}

interface PartProps {
  readonly form: string | undefined
  readonly action: string
  readonly children: ComponentChildren
}

/** A form of its own, or a part of another that stands further down. */
function Part({ form, action, children }: PartProps) {
  if (form !== undefined) return <div class="inbox-act">{children}</div>
  return (
    <form method="post" action={action} class="inbox-act">
      {children}
    </form>
  )
}

/** The answer that was given; it can be taken back until it goes. */
function Standing({ question }: { readonly question: StaffQuestion }) {
  const { id, answer, published, now, zone } = question
  if (!answer) return null
  const action = consolePaths.question(id)
  return (
    <section class="card">
      <h2>The answer of {answer.signedName}</h2>
      <p class="as-sent">{answer.words}</p>
      <GuidePages slugs={answer.guidePages} />
      {answer.goesAt > now ? (
        <>
          <p role="status">It goes at {momentOf(answer.goesAt, zone, now)}. Until then you can take it back.</p>
          <PostButton action={action} fields={{ do: 'taken-back' }}>
            Take it back
          </PostButton>
        </>
      ) : (
        <p class="quiet">It went {momentOf(answer.goesAt, zone, now)}.</p>
      )}
      {published && (
        <>
          <p>
            Anyone can read it as: <bdi>{published.question}</bdi>
          </p>
          {answer.goesAt <= now && (
            <PostButton action={action} fields={{ do: 'withdrawn' }}>
              Take it off the public page
            </PostButton>
          )}
        </>
      )}
    </section>
  )
}

const all: readonly Article[] = Object.values(articles)
const offers = all.map((article) => ({
  id: article.slug,
  words: [article.title, article.about, ...article.short.map(textOf), ...(article.alsoSearchedAs ?? [])].join(' '),
  article,
}))
/** How many stand first; the rest is one tap away. */
const mostFitting = 5

function AnswerForm({ question, typed, problems }: QuestionPageProps) {
  const { id, words, isPublic, signer } = question
  if (!signer)
    return (
      <p class="callout">
        Only somebody whom a register lists today can answer and sign. If that is you, ask whoever runs your clinic’s
        pages to look at the register again.
      </p>
    )
  return (
    <form id={answerFormId} method="post" action={consolePaths.question(id)} novalidate class="answer-form">
      <div>
        <TextField
          name="words"
          legend="Your answer"
          hint="In plain words. Say what to do, when to stop, and when to get help."
          error={errorOf('words', problems)}
          maxLength={longestAnswer}
          typed={typed?.words}
          shortcut="a"
        />
        {isPublic && <Publish {...{ words, typed, problems }} />}
        <p class="quiet small">
          Signed: {signer.name}, {professionWords(signer.profession)}, {signer.body} {signer.number}.
        </p>
        <Button look="go" name="do" value="answered">
          Send the answer
        </Button>
      </div>
      <Pages words={words} typed={typed} />
    </form>
  )
}

interface PublishProps {
  readonly words: string
  readonly typed: TypedAnswer | undefined
  readonly problems: readonly Problem[]
}

function Publish({ words, typed, problems }: PublishProps) {
  return (
    <>
      <Tick name="publish" value="yes" text="Anyone may read it" ticked={typed?.publish ?? true} />
      <TextField
        name="publishAs"
        legend="The question as anyone reads it"
        hint="Take out whatever could tell who asked."
        error={errorOf('publishAs', problems)}
        maxLength={longestPublished}
        typed={typed?.publishAs ?? [...words].slice(0, longestPublished).join('')}
      />
    </>
  )
}

/** The pages that fit stand first, each with a key of its own. */
function Pages({ words, typed }: { readonly words: string; readonly typed: TypedAnswer | undefined }) {
  const fitting = fittingAnswers(words, offers, mostFitting).map(({ article }) => article)
  const others = all.filter((article) => !fitting.includes(article))
  const isTicked = ({ slug }: Article) => typed?.pages.includes(slug) ?? false
  return (
    <fieldset class="guide-picks">
      <legend>Guide pages that fit</legend>
      <p class="hint">At most {mostGuidePages}. The number is its key, with the access key of your browser.</p>
      {fitting.map((article, at) => (
        <PageTick key={article.slug} article={article} ticked={isTicked(article)} accessKey={String(at + 1)} />
      ))}
      <details open={others.some(isTicked)}>
        <summary>All other pages</summary>
        {others.map((article) => (
          <PageTick key={article.slug} article={article} ticked={isTicked(article)} />
        ))}
      </details>
    </fieldset>
  )
}

interface PageTickProps {
  readonly article: Article
  readonly ticked: boolean
  readonly accessKey?: string
}

function PageTick({ article: { slug, title, bars }, ticked, accessKey }: PageTickProps) {
  const [claim] = bars
  const grade = claim && claimOf(claim).grade
  return (
    <label class="tick">
      <input type="checkbox" name="page" value={slug} checked={ticked} accesskey={accessKey} />
      <span>
        {accessKey && <kbd>{accessKey}</kbd>} {title}
        {grade && (
          <span class="note">
            {' '}
            <EvidenceBar grade={grade} />
          </span>
        )}
      </span>
    </label>
  )
}

function Close({ id }: { readonly id: string }) {
  return (
    <details>
      <summary>Close it without an answer</summary>
      <form method="post" action={consolePaths.question(id)}>
        <input type="hidden" name="do" value="closed" />
        <fieldset>
          <legend>Why? They read this.</legend>
          {Object.entries(closeReasons).map(([value, text]) => (
            <label key={value} class="choice">
              <input type="radio" name="why" value={value} required />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <button class="button" type="submit">
          Close it
        </button>
      </form>
    </details>
  )
}

function History({ question: { acts, team, now, zone } }: { readonly question: StaffQuestion }) {
  const nameOf = (id: string) => team.find((member) => member.id === id)?.name
  return (
    <details>
      <summary>Who read it and what was done</summary>
      <ol>
        {acts.map((act) => (
          <li key={act.id}>
            {momentOf(act.at, zone, now)}: {act.who}. {actWords(act, nameOf)}
          </li>
        ))}
      </ol>
    </details>
  )
}
