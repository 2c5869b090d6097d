/**
 * What the words that somebody wrote to a clinic may mean (a note, a question, a comment, a review, a request), asked and
 * answered before anything else goes on. A visit days ahead must never be the answer to a sign that cannot wait.
 * Never: lets a "yes" or "not sure" through; those lead to the check.
 */
import type { ComponentChildren } from 'preact'
import { type HeardSign, mostHeard } from '../../care/check/free-text/danger-phrases.ts'
import { questionById } from '../../care/check/questions/all.ts'
import { dangerIn } from '../../care/diary/entry-dangers.ts'
import { type OtherEmergency as OtherEmergencyTold, otherEmergencyIn } from '../../care/check/other-emergencies.ts'
import { uk } from '../../care/region.ts'
import type { VisitView } from '../../clinic/booking/visit-view.ts'
import { ButtonLink } from '../ui/button.tsx'
import { CallButton } from '../ui/call-button.tsx'
import type { Problem } from '../ui/error-summary.tsx'
import { RadioGroup } from '../ui/form-parts.tsx'
import { OtherEmergency } from '../ui/other-emergency.tsx'
import type { BookingHome } from './find-home.ts'
import { MessagePage } from './booking/message-pages.tsx'

const fieldOf = ({ question }: HeardSign) => `danger-${question}`

/** What was answered to each sign, as posted. */
export type NoteAnswer = 'no' | 'yes' | 'notSure' | undefined

/** Reads the answers; anything that is not one is none. */
export function readNoteAnswers(form: FormData, heard: readonly HeardSign[]): readonly NoteAnswer[] {
  return heard.map((sign) => {
    const value = form.getAll(fieldOf(sign)).at(-1)
    return value === 'no' || value === 'yes' || value === 'notSure' ? value : undefined
  })
}

interface NoteQuestionsProps {
  readonly heard: readonly HeardSign[]
  /** In the order of `heard`; kept when the form is shown again for another reason. */
  readonly answers: readonly NoteAnswer[]
  /** What comes after it: "before you book". */
  readonly before?: string
}

/** The check's own question for each sign that was heard, with the words that made us ask. */
export function NoteQuestions({ heard, answers, before = 'before you book' }: NoteQuestionsProps) {
  return (
    <section id="note-danger" aria-label="About what you wrote">
      {heard.map((sign, at) => (
        <RadioGroup
          key={sign.question}
          name={fieldOf(sign)}
          legend={questionById.get(sign.question)?.ask ?? sign.says}
          hint={`You wrote “${sign.quote}”. That may mean: ${sign.says}.`}
          error={answers[at] === undefined ? `Please answer this ${before}.` : undefined}
          chosen={answers[at]}
          options={[
            { value: 'no', text: 'No' },
            { value: 'yes', text: 'Yes' },
            { value: 'notSure', text: 'Not sure' },
          ]}
        />
      ))}
    </section>
  )
}

interface IfItIsSoProps {
  readonly heard: readonly HeardSign[]
  readonly checkHref: string
  /** What the form leads to. */
  readonly waitingFor?: string
}

/** In the summary of a form that came back with a question about what was written: what to do if it is so, before all else. */
export function IfItIsSo({ heard, checkHref, waitingFor = 'a visit' }: IfItIsSoProps) {
  const [first] = heard
  if (!first) return null
  return (
    <div class="if-so">
      <h2>You wrote “{first.quote}”</h2>
      <p>
        If that is new or worse, do not wait for {waitingFor}. <a href={checkHref}>Do the check now</a>.
      </p>
      <CallButton number={uk.emergencyNumber} />
      <p>In an emergency, call at once.</p>
    </div>
  )
}

/** Nothing goes on until it is answered. */
export const noteProblem: Problem = { field: 'note-danger', text: 'Answer the question about what you wrote.' }

interface CheckFirstProps {
  readonly home: BookingHome
  readonly path: string
  /** The hold as it is, or what the form had booked before the danger was written into it. */
  readonly visit: VisitView | undefined
  /** What became of what was posted, where it is no booking. */
  readonly outcome?: string
  /** What was written: some of it calls for help of its own, such as a line that listens. */
  readonly words?: string | undefined
}

/** Booking stops here: the check first. */
export function CheckFirstPage({ home, path, visit, outcome = 'Nothing was booked.', words = '' }: CheckFirstProps) {
  return (
    <MessagePage home={home} path={path} title="Do the check first">
      <NotOfTheBack home={home} words={words} />
      <p>
        What you told us may need help sooner than a visit can give it.{' '}
        {visit?.state === 'confirmed' ? 'Your visit stands, but do not wait for it.' : outcome} The check takes a minute
        or two and says what to do now.
      </p>
      <OwnHelp words={words} />
      <CheckNow home={home} />
    </MessagePage>
  )
}

/** What else was written that cannot wait, though the check has no question for it. */
export const notOfTheBackIn = (words: string): OtherEmergencyTold | undefined =>
  otherEmergencyIn(words.slice(0, mostHeard))

/** Do these words tell of such an emergency, which was not answered yet? @param told as the form carries it */
export const isOtherUntold = (words: string, told: string | undefined) =>
  told !== 'yes' && notOfTheBackIn(words) !== undefined

/** Its box, where there is any. */
export function NotOfTheBack({ home, words }: { readonly home: Pick<BookingHome, 'frame'>; readonly words: string }) {
  const told = notOfTheBackIn(words)
  return told ? <OtherEmergency told={told} checkHref={home.frame.checkHref} /> : null
}

/** Who helps with what was written, where that is not 999 or 111 alone: said before the check. */
function OwnHelp({ words }: { readonly words: string }) {
  const routes = dangerIn(words.slice(0, mostHeard)).routes.filter((id) => id !== '999')
  if (routes.length === 0) return null
  return (
    <ul class="routes">
      {routes.map((id) => {
        const { name, how, telephone } = uk.routes[id]
        return (
          <li class="card" key={id}>
            <h2>{name}</h2>
            <p>{how}</p>
            {telephone && <CallButton number={telephone} />}
          </li>
        )
      })}
    </ul>
  )
}

const CheckNow = ({ home }: Pick<DangerFirstProps, 'home'>) => (
  <div class="actions">
    <ButtonLink href={home.frame.checkHref} look="go">
      Start the check
    </ButtonLink>
    <CallButton number={uk.emergencyNumber} />
    <CallButton number={uk.urgentNumber} />
    <ButtonLink href={home.frame.emergencyHref} wide>
      See the emergency signs
    </ButtonLink>
  </div>
)

interface DangerFirstProps {
  readonly home: Pick<BookingHome, 'frame'>
  readonly path: string
  readonly heard: readonly HeardSign[]
  /** What was written. */
  readonly words: string
  /** What became of what was posted, as a sentence. */
  readonly outcome: ComponentChildren
}

/** The same above a form that is shown again, so that nothing typed is lost. */
export function DangerAbove({ home, heard, words, outcome }: Omit<DangerFirstProps, 'path'>) {
  return (
    <>
      <NotOfTheBack home={home} words={words} />
      {heard.length > 0 && (
        <>
          <h2>Do the check now</h2>
          <Heard heard={heard} />
          <OwnHelp words={words} />
          <CheckNow home={home} />
        </>
      )}
      <p>{outcome}</p>
    </>
  )
}

/** What was heard, and that it cannot wait. */
const Heard = ({ heard }: Pick<DangerFirstProps, 'heard'>) => (
  <>
    <ul>
      {heard.map(({ question, quote, says }) => (
        <li key={question}>
          You wrote “{quote}”. That may mean: {says}.
        </li>
      ))}
    </ul>
    <p>If that is so, do not wait. The check says in a minute or two what to do.</p>
  </>
)

/**
 * What was written may be a sign that cannot wait, of the back or not: said before all else, whatever became of what was posted
 * with it.
 */
export function DangerFirstPage({ home, path, heard, words, outcome }: DangerFirstProps) {
  return (
    <MessagePage home={home} path={path} title={heard.length > 0 ? 'Do the check now' : 'Read this first'}>
      <NotOfTheBack home={home} words={words} />
      {heard.length > 0 && (
        <>
          <Heard heard={heard} />
          <OwnHelp words={words} />
          <CheckNow home={home} />
        </>
      )}
      <p>{outcome}</p>
    </MessagePage>
  )
}
