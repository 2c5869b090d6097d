/** A question by its private link: where it stands, its answer, who read it, and erasing it. Looking changes nothing. */
import type { OwnQuestion, SignedAnswer } from '../../../clinic/talk/ask-question.ts'
import { closeReasons } from '../../../clinic/talk/talk-words.ts'
import { Button } from '../../ui/button.tsx'
import { Details } from '../../ui/text-parts.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { CannotWait } from './ask-page.tsx'
import { askPaths } from './ask-paths.ts'
import { dayOf, professionWords } from './ask-words.ts'
import { GuidePages } from './guide-pages.tsx'

interface OwnQuestionProps {
  readonly home: BookingHome
  readonly token: string
  readonly question: OwnQuestion
  /** What was asked from the same form with other words, as after Back. */
  readonly others: readonly { readonly words: string | undefined; readonly token: string }[]
  /** Something was, with another email address. */
  readonly toAnother: boolean
}

export function OwnQuestionPage({ home, token, question, others, toAnother }: OwnQuestionProps) {
  const { state, words, clinic, answer, closed, isPublished, readBy, askedAt } = question
  const title = titles[state]
  return (
    <FindPage frame={home.frame} title={title} path={askPaths.own(token)}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {state === 'erased' ? (
        <p>
          Question, answer and email address are gone. The clinic keeps a note that there was a question, but none of
          its words.
        </p>
      ) : (
        <p>
          Asked on {dayOf(askedAt)}. {stateWords(state, clinic.name)} {whoWords(question)}
        </p>
      )}
      {state === 'open' && (
        <>
          <p class="callout">
            Keep this page’s address: it is the way to your answer. Anyone who has it can read this page.
          </p>
          <CannotWait home={home} />
        </>
      )}
      {closed && <p class="callout">{closeReasons[closed]}</p>}
      {words !== undefined && (
        <section>
          <h2>Your question</h2>
          <p class="as-sent">
            <bdi>{words}</bdi>
          </p>
        </section>
      )}
      {others.map((other) => (
        <OtherOne key={other.token} {...other} />
      ))}
      {toAnother && (
        <p class="callout">
          Another question was sent from the same form, with another email address. It is asked too, and its own link
          opens it.
        </p>
      )}
      {answer && <Answer answer={answer} />}
      {isPublished && (
        <p>
          Anyone can read it in the words of the therapist, without your name:{' '}
          <a href={askPaths.answered()}>questions with answers</a>.
        </p>
      )}
      {state !== 'erased' && (
        <>
          <p class="quiet small">
            {readBy.length === 0 ? `Nobody at ${clinic.name} has opened it yet.` : `Opened by: ${readBy.join(', ')}.`}
          </p>
          <Details summary="Erase it">
            <p>Then the question, its answer and your email address are gone for good, from the public page too.</p>
            <form method="post" action={askPaths.erase(token)}>
              <Button>Erase my question</Button>
            </form>
          </Details>
        </>
      )}
    </FindPage>
  )
}

/** Nobody but its asker knows whether the one was meant instead of the other. */
const OtherOne = ({ words, token }: OwnQuestionProps['others'][number]) => (
  <section class="callout">
    <p>You sent this from the same form too, and both are asked. If only one is meant, erase the other.</p>
    {words !== undefined && (
      <p class="as-sent">
        <bdi>{words}</bdi>
      </p>
    )}
    <p>
      <a href={askPaths.own(token)}>See that one</a>
    </p>
    <form method="post" action={askPaths.erase(token)}>
      <Button>Erase that one</Button>
    </form>
  </section>
)

const titles: Readonly<Record<OwnQuestion['state'], string>> = {
  open: 'Your question is sent',
  answered: 'Your question is answered',
  closed: 'Your question is closed',
  erased: 'Your question is erased',
}

const stateWords = (state: OwnQuestion['state'], clinic: string) =>
  state === 'open' ? `A therapist of ${clinic} answers it.` : `It went to ${clinic}.`

/** Said until it is answered: what anybody reads then is said with it. */
const whoWords = ({ state, isPublic }: OwnQuestion): string => {
  if (state !== 'open') return ''
  return isPublic
    ? 'You chose that anyone may read the answer, without your name.'
    : 'You chose that only you may read the answer.'
}

function Answer({ answer }: { readonly answer: SignedAnswer }) {
  const { words, guidePages, signed, at } = answer
  return (
    <section>
      <h2>The answer</h2>
      <p class="as-sent">{words}</p>
      <GuidePages slugs={guidePages} />
      <p class="quiet">
        {signed.name}, {professionWords(signed.profession)}, {signed.body} {signed.number}, {dayOf(at)}.
      </p>
      <p class="quiet small">
        An answer to a few lines cannot see or test your back. If anything changes, do the check again.
      </p>
    </section>
  )
}
