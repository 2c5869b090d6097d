/** Questions that people asked and therapists answered for everybody, each signed by somebody on a register today. */
import { ButtonLink } from '../../ui/button.tsx'
import { noteOfAnswer } from '../../../clinic/talk/claims-of-readers.ts'
import type { PublishedAnswer } from '../../../clinic/talk/answered.ts'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { findPaths } from '../paths.ts'
import { askPaths, guideLinks } from './ask-paths.ts'
import { dayOf, professionWords } from './ask-words.ts'
import { GuidePages } from './guide-pages.tsx'

/** How many stand on a page. */
export const onAnsweredPage = 20

const aboutAnswered = 'Questions that people asked about their back, each with a therapist’s answer.'

interface AnsweredProps {
  readonly home: BookingHome
  readonly answers: readonly PublishedAnswer[]
  readonly count: number
  /** From 1. */
  readonly page: number
}

export function AnsweredPage({ home, answers, count, page }: AnsweredProps) {
  const title = 'Questions with answers'
  const pages = Math.max(1, Math.ceil(count / onAnsweredPage))
  return (
    <FindPage frame={home.frame} title={title} path={askPaths.answered()} about={aboutAnswered}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>
        People asked these here, and therapists answered. <a href={askPaths.ask}>Ask your own</a>. The guide has more:{' '}
        <a href={guideLinks.questions}>what people ask most</a>.
      </p>
      {answers.length === 0 && (
        <>
          <p>There are none to show yet.</p>
          <div class="actions">
            <ButtonLink href={askPaths.ask}>Ask a therapist</ButtonLink>
          </div>
        </>
      )}
      {answers.map((answer) => (
        <Answer key={answer.id} answer={answer} />
      ))}
      {pages > 1 && (
        <nav class="line" aria-label="Pages of questions">
          {page > 1 && <a href={askPaths.answered(page - 1)}>Newer</a>}
          {page < pages && <a href={askPaths.answered(page + 1)}>Older</a>}
        </nav>
      )}
      <NotAVisit home={home} />
    </FindPage>
  )
}

/** One of them on its own page. */
export function OneAnswerPage({ home, answer }: { readonly home: BookingHome; readonly answer: PublishedAnswer }) {
  return (
    <FindPage
      frame={home.frame}
      title="A question with its answer"
      path={askPaths.answer(answer.id)}
      about={`Answered by a therapist: ${answer.question.slice(0, 150)}`}
    >
      <p>
        <a href={askPaths.answered()}>All questions with answers</a>
      </p>
      <h1 tabindex={-1} data-focus>
        {answer.question}
      </h1>
      <AnswerWords answer={answer} />
      <NotAVisit home={home} />
    </FindPage>
  )
}

const Answer = ({ answer }: { readonly answer: PublishedAnswer }) => (
  <article class="card" id={`a-${answer.id}`}>
    <h2>
      <a href={askPaths.answer(answer.id)}>{answer.question}</a>
    </h2>
    <AnswerWords answer={answer} />
  </article>
)

const AnswerWords = ({ answer }: { readonly answer: PublishedAnswer }) => {
  const { answer: words, guidePages, therapist, therapistSlug, profession, body, number, clinic, at } = answer
  const note = noteOfAnswer(`${answer.question}\n${words}`)
  return (
    <>
      <p class="as-sent">{words}</p>
      {note && <p class="reader-note">{note}</p>}
      <GuidePages slugs={guidePages} />
      <p class="quiet small">
        <a href={findPaths.therapist(therapistSlug)}>{therapist}</a>, {professionWords(profession)} at {clinic}, {body}{' '}
        {number}, {dayOf(at)}.
      </p>
    </>
  )
}

const NotAVisit = ({ home }: { readonly home: BookingHome }) => (
  <p class="callout">
    These answers were given to somebody else, from a few lines. If you are not sure that yours is the same, do{' '}
    <a href={home.frame.checkHref}>the check</a>.
  </p>
)
