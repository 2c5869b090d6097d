/** One question: danger first, then its words, the answer with guide pages that fit, and what was done with it by whom. */
import type { ComponentChildren } from 'preact'
import { dueChoices } from '../../../clinic/talk/answer-question.ts'
import type { Inbox, StaffQuestion } from '../../../clinic/talk/inbox.ts'
import { closeReasons, dangerOutcomes, outcomesFor } from '../../../clinic/talk/talk-words.ts'
import { GuidePages } from '../../find/ask/guide-pages.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { PostButton } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { type KeySaid, walkKeys } from '../key-bar.tsx'
import { DueWords, OtherQuestions } from './inbox-page.tsx'
import { actWords } from './inbox-words.ts'
import { AnswerForm, answerFormId, type TypedAnswer } from './answer-form.tsx'
import { exactly } from '../../ui/said-exactly.ts'

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
        {email === null ? 'No email: they come back by their private link.' : <bdi {...exactly}>{email}</bdi>}{' '}
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
