/** Asking a therapist: what is answered already beside the form, and how long an answer has taken, as measured. */
import type { ComponentChildren } from 'preact'
import { safetyNet } from '../../../care/check/safety-net.ts'
import type { OtherEmergency as OtherEmergencyTold } from '../../../care/check/other-emergencies.ts'
import { longestQuestion } from '../../../clinic/talk/ask-question.ts'
import { measuredDays, type TalkClinic } from '../../../clinic/talk/take-on.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { LineField, TextField } from '../../ui/typed-fields.tsx'
import { OtherEmergency } from '../../ui/other-emergency.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import type { BookingHome } from '../find-home.ts'
import { FindPage } from '../frame.tsx'
import { findPaths } from '../paths.ts'
import { askPaths, guideLinks } from './ask-paths.ts'
import type { TypedQuestion } from './ask-form.ts'
import { durationWords } from './ask-words.ts'
import { KeptQuestion } from './kept-question.tsx'
import type { KnownAnswer } from './known-answers.ts'

/** What stands in the form. */
export interface AskState {
  readonly key: string
  readonly typed: TypedQuestion
  readonly problems: readonly Problem[]
  /** What the words may mean, asked before they are sent. */
  readonly asked?: ComponentChildren
  /** What cannot wait until that is answered, above what is wrong with the form. */
  readonly first?: ComponentChildren
  /** The words may tell of an emergency that no question of ours is about: said once, above the form. */
  readonly other?: OtherEmergencyTold | undefined
  /** What may answer it already; shown once, and then it can be sent all the same. */
  readonly offered: readonly KnownAnswer[]
}

interface AskPageProps {
  readonly home: BookingHome
  readonly clinics: readonly TalkClinic[]
  /** How long half of the answers took at most, in seconds; `undefined` where there are too few. */
  readonly median: number | undefined
  /** The newest that anybody may read. */
  readonly lately: readonly KnownAnswer[]
  readonly state: AskState
}

/** More clinics than these are not listed one by one. */
export const mostNamed = 10

export function AskPage({ home, clinics, median, lately, state }: AskPageProps) {
  const title = 'Ask a therapist'
  const { problems, offered, typed } = state
  const answering = clinics.filter(({ answersQuestions }) => answersQuestions)
  const isBad = problems.length > 0
  return (
    <FindPage
      frame={home.frame}
      title={isBad ? `Error: ${title}` : title}
      path={askPaths.ask}
      about="Questions about your back to a therapist: who answers, and what cannot wait for an answer."
      islands={['ask', 'kept-question']}
    >
      <ErrorSummary problems={problems}>{state.first}</ErrorSummary>
      <h1 tabindex={-1} {...(!isBad && { 'data-focus': true })}>
        {title}
      </h1>
      <p class="quiet">{promiseWords(median)} It is free.</p>
      {state.other ? (
        <OtherEmergency told={state.other} checkHref={home.frame.checkHref} />
      ) : (
        <CannotWait home={home} />
      )}
      <KeptQuestion checkHref={home.frame.checkHref} canAsk={answering.length > 0} />
      <div class={offered.length > 0 ? 'ask-two offered' : 'ask-two'}>
        {answering.length > 0 ? <AskForm {...{ answering, state }} /> : <NobodyAnswers />}
        <aside>
          <Fitting where="beside" />
          <section data-offered>
            {offered.length > 0 && (
              <div class="card">
                <h2>Already answered: is this it?</h2>
                <KnownList known={offered} />
              </div>
            )}
            {offered.length === 0 && typed.words !== '' && !isBad && (
              <p class="quiet">Nobody has answered a question like this yet.</p>
            )}
          </section>
          {lately.length > 0 && (
            <section>
              <h2>Answered lately</h2>
              <KnownList known={lately} />
              <p>
                <a href={askPaths.answered()}>All questions with answers</a>
              </p>
            </section>
          )}
        </aside>
      </div>
    </FindPage>
  )
}

/** What is promised is what was measured. */
/** What was measured, and no more: how long those wait whom nobody has answered is in no such number. */
const promiseWords = (median: number | undefined) =>
  median === undefined
    ? 'Too few questions have been answered here to say how long an answer takes.'
    : `Of the questions answered here in the last ${measuredDays} days, half had their answer within ${durationWords(median)}.`

/** Where the page puts what may answer it, while it is typed: under the field on a phone, beside the form on a desk. */
const Fitting = ({ where }: { readonly where: 'under' | 'beside' }) => (
  <div data-fitting={where} class={`fitting-${where}`} aria-live="polite" />
)

function KnownList({ known }: { readonly known: readonly KnownAnswer[] }) {
  return (
    <ul class="ask-lines">
      {known.map(({ id, href, title, about }) => (
        <li key={id}>
          <a href={href}>{title}</a>
          <p>{about}</p>
        </li>
      ))}
    </ul>
  )
}

const NobodyAnswers = () => (
  <p>
    No therapist is taking questions here at the moment. You can read <a href={guideLinks.guide}>the guide</a>, or{' '}
    <a href={findPaths.find}>find a physio</a>.
  </p>
)

function AskForm({ answering, state }: { readonly answering: readonly TalkClinic[]; readonly state: AskState }) {
  const { key, typed, problems, asked, offered, other } = state
  const known = offered.length > 0
  return (
    <form method="post" action={askPaths.ask} novalidate class="ask-form">
      <input type="hidden" name="key" value={key} />
      {known && <input type="hidden" name="looked" value="yes" />}
      {other && <input type="hidden" name="told" value="yes" />}
      <TextField
        name="words"
        legend="Your question"
        hint="Leave out names and numbers. A therapist reads it as you write it."
        error={errorOf('words', problems)}
        limit={longestQuestion}
        typed={typed.words}
      />
      <Fitting where="under" />
      {asked}
      <RadioGroup
        name="who"
        legend="Who may read the answer?"
        hint="Your name never shows. A therapist may cut what you ask before others see it."
        error={errorOf('who', problems)}
        chosen={typed.who}
        options={[
          { value: 'all', text: 'Anyone' },
          { value: 'me', text: 'Only me' },
        ]}
      />
      {answering.length > 1 && answering.length <= mostNamed && (
        <RadioGroup
          name="clinic"
          legend="Who should answer?"
          error={errorOf('clinic', problems)}
          chosen={typed.clinic}
          options={[
            { value: '', text: 'Whoever has the most time' },
            ...answering.map(({ clinicId, name }) => ({ value: clinicId, text: name })),
          ]}
        />
      )}
      <LineField
        name="email"
        legend="Your email, if you like"
        hint="We write to you when the answer is there, with a private link. Without it, keep the next page’s address."
        error={errorOf('email', problems)}
        typed={typed.email}
        autocomplete="email"
        inputmode="email"
      />
      <div class="actions">
        <Button look="go">{known || other ? 'Send my question anyway' : 'Ask my question'}</Button>
      </div>
      {!known && <p class="quiet small">First we show what has been answered before, and ask if it can wait.</p>}
    </form>
  )
}

/** An answer in a day or two must not be waited for with a sign that cannot wait. */
export const CannotWait = ({ home }: { readonly home: BookingHome }) => (
  <Callout title="Some signs cannot wait for an answer" look="warn">
    <p>
      If anything is new or worse, <a href={home.frame.checkHref}>do the check</a> now.
    </p>
    <details>
      <summary>{safetyNet.goNow.title}</summary>
      <ul>
        {safetyNet.goNow.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  </Callout>
)
