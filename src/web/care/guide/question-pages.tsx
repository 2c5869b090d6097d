/** The questions that people ask: all of them by shelf, each with its answer behind it, and a page for each. */
import { keysOf } from '../../../care/evidence/closed-sets.ts'
import { guideQuestions } from '../../../care/guide/questions.ts'
import { shelves } from '../../../care/guide/shelves.ts'
import { claimsIn, type Question, textOf } from '../../../care/guide/types.ts'
import { whenWords } from '../when-words.ts'
import { CarePage } from '../care-page.tsx'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { type AnsweredHere, type AnsweredNow, hrefOfAnswered } from './answered-here.ts'
import { medicalPage, questionList } from './for-machines.ts'
import { Crumbs, Leads, SourcesOf } from './guide-parts.tsx'
import { linksOf } from './lead-links.ts'

const ofAll = { path: paths.questions, title: 'Questions people ask', about: 'Short answers, each with its sources.' }
const questionForMachines = ({ slug, ask, answer }: Question) =>
  medicalPage({
    ...{ path: paths.question(slug), title: ask, about: answer.slice(0, 1).map(textOf).join(' ') },
    claims: answer.flatMap(claimsIn),
  })

/** Where the page leads on, whatever was looked for. */
const onward = [
  { href: paths.guideSearch, text: 'Search the guide', about: 'in your own words.' },
  { href: paths.ask, text: 'Ask a therapist', about: 'a named person answers.' },
  { href: paths.treatments, text: 'Treatments side by side', about: 'what helps, and how sure that is.' },
  { href: paths.check, text: 'Do the check', about: 'if you are in pain now.' },
] as const

interface QuestionsProps {
  readonly home: CareHome
  /** `undefined` where they are not to be had: on a device that has none yet, or while the database is away. */
  readonly answered: AnsweredNow | undefined
}

/** So many letters of the newest stand on the page, so that it stays within the weight of a page of the guide. */
const mostLetters = 650

/**
 * The newest that fit, one after the other until one does not; the first always stands there. An answer stands whole or not at
 * all: a part of one may be a "yes" without its "but".
 */
function fittingOf(answers: readonly AnsweredHere[]) {
  let left = mostLetters
  const fitting: { readonly answered: AnsweredHere; readonly isWhole: boolean }[] = []
  for (const answered of answers) {
    const { question, answer, signed } = answered
    const least = question.length + signed.length
    const isWhole = least + answer.length <= left
    left -= isWhole ? least + answer.length : least
    if (left < 0 && fitting.length > 0) break
    fitting.push({ answered, isWhole })
  }
  return fitting
}

/** Every question, by the shelf of its subject, and at the end what therapists answered here. */
export function QuestionsPage({ home, answered }: QuestionsProps) {
  return (
    <CarePage home={home} title="Questions people ask" wide learn machines={questionList(ofAll, guideQuestions)}>
      <Crumbs links={[{ href: paths.guide, text: 'Guide' }]} />
      <h1>Questions people ask</h1>
      <p>
        More, asked here and answered by therapists: <a href={paths.answered}>questions with answers</a>.
      </p>
      <div class="shelves">
        {keysOf(shelves)
          .map((id) => ({ id, found: guideQuestions.filter(({ shelf }) => shelf === id) }))
          .filter(({ found }) => found.length > 0)
          .map(({ id, found }) => (
            <section class="shelf" key={id} id={id}>
              <h2>{shelves[id].title}</h2>
              <ul>
                {found.map(({ slug, ask, answer }) => (
                  <li key={slug}>
                    <a class="answer" href={paths.question(slug)}>
                      <b>{ask}</b>
                      <br />
                      {answer.slice(0, 1).map(textOf)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
      <Answered answered={answered} />
      <section class="card no-print">
        <h2>Yours is not here?</h2>
        <ul>
          {onward.map(({ href, text, about }) => (
            <li key={href}>
              <a href={href}>{text}</a>: {about}
            </li>
          ))}
        </ul>
      </section>
    </CarePage>
  )
}

/** These are no words of the guide: whose each is stands under it. */
function Answered({ answered }: Pick<QuestionsProps, 'answered'>) {
  if (answered?.answers.length === 0) return null
  return (
    <section aria-labelledby="answered-here">
      <h2 id="answered-here">Asked here, answered by therapists</h2>
      {answered === undefined ? (
        <p>
          They are not on this page now. See them with a connection: <a href={paths.answered}>questions with answers</a>
          .
        </p>
      ) : (
        <>
          <p>
            Each was given to one person, from a few lines. Not sure that yours is the same? Do{' '}
            <a href={paths.check}>the check</a>.
          </p>
          <KeptSince answered={answered} />
          {fittingOf(answered.answers).map((each) => (
            <OneAnswered key={each.answered.id} {...each} />
          ))}
          <p>
            <a href={paths.answered}>All questions with answers</a>
          </p>
        </>
      )}
    </section>
  )
}

/** Where they could not be asked for now: one may have been taken back since. */
export const KeptSince = ({ answered: { keptAt } }: { answered: AnsweredNow }) =>
  keptAt === undefined ? null : (
    <p class="quiet small">
      No connection: what therapists answered is shown as it was on {whenWords(keptAt, { kind: 'device' })}.
    </p>
  )

function OneAnswered({ answered, isWhole }: { answered: AnsweredHere; isWhole: boolean }) {
  const { question, answer, signed, note } = answered
  return (
    <article class="card">
      <h3>
        <a href={hrefOfAnswered(answered)}>{question}</a>
      </h3>
      {isWhole ? (
        answer
          .split(/\n+/)
          .filter((line) => line.trim() !== '')
          .map((line, at) => <p key={`${at} ${line}`}>{line}</p>)
      ) : (
        <p>Its answer is longer: read it on its own page.</p>
      )}
      {note && <p class="callout">{note}</p>}
      <p class="quiet small">{signed}</p>
    </article>
  )
}

/** One question with its answer. */
export function QuestionPage({ home, question, held }: { home: CareHome; question: Question; held: boolean }) {
  const { ask, answer, shelf, leads } = question
  const [first, ...rest] = answer.map(textOf)
  const links = linksOf(leads, held)
  return (
    <CarePage home={home} title={ask} wide learn machines={questionForMachines(question)}>
      <article class="article short-page">
        <div class="main">
          <Crumbs
            links={[
              { href: paths.guide, text: 'Guide' },
              { href: `${paths.questions}#${shelf}`, text: 'Questions' },
            ]}
          />
          <h1>{ask}</h1>
          <p class="short">{first}</p>
          {rest.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
        {links.length > 0 && (
          <aside class="beside-first" aria-label="What you can do here">
            <Leads links={links} />
          </aside>
        )}
        <div class="main">
          <SourcesOf ids={answer.flatMap(claimsIn)} />
        </div>
      </article>
    </CarePage>
  )
}
