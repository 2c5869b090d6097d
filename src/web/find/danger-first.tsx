/**
 * What the words that somebody wrote to a clinic may mean (a note, a question, a comment, a review, a request), asked and
 * answered before anything else goes on. A visit days ahead must never be the answer to a sign that cannot wait.
 * Never: lets a "yes" or "not sure" through; those lead to the check.
 */
import type { ComponentChildren } from 'preact'
import { type HeardSign, mostHeard } from '../../care/check/free-text/danger-phrases.ts'
import { questionById } from '../../care/check/questions/all.ts'
import { callsForHelp, helpFor } from '../../care/diary/entry-dangers.ts'
import { type OtherEmergency as OtherEmergencyTold, otherEmergencyIn } from '../../care/check/other-emergencies.ts'
import { uk } from '../../care/region.ts'
import type { VisitView } from '../../clinic/booking/visit-view.ts'
import { ButtonLink } from '../ui/button.tsx'
import { CallButton } from '../ui/call-button.tsx'
import type { Problem } from '../ui/error-summary.tsx'
import { DangerHeard, IfItIsSo as CallIfItIsSo, thatMayMean } from '../ui/danger-heard.tsx'
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
          hint={thatMayMean(sign)}
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
  const dangers = callsForHelp(heard)
  if (dangers.length > 0)
    return <CallIfItIsSo heard={dangers} routes={helpFor(dangers)} {...{ checkHref, waitingFor }} />
  const [first] = heard
  if (!first) return null
  return (
    <div class="if-so">
      <h2>You wrote “{first.quote}”</h2>
      <p>
        If that is new or worse, <a href={checkHref}>do the check now</a>.
      </p>
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
  /** What was heard; not given where a result of the check came without words. */
  readonly heard?: readonly HeardSign[]
  /** What was written. */
  readonly words?: string | undefined
}

/** Booking stops here: help and the check first. */
export function CheckFirstPage(props: CheckFirstProps) {
  const { home, path, visit, outcome = 'Nothing was booked.', heard, words = '' } = props
  return (
    <MessagePage home={home} path={path} title={titleOf(heard)}>
      <NotOfTheBack home={home} words={words} />
      <HelpFirst {...{ home, heard }} />
      <p>
        What you told us may need help sooner than a visit can give it.{' '}
        {visit?.state === 'confirmed' ? 'Your visit stands, but do not wait for it.' : outcome} The check takes a minute
        or two and says what to do now.
      </p>
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

/** Does the call come before the check? Not for a fact of a life alone; always where a result came without words. */
const isCallFirst = (heard: readonly HeardSign[] | undefined) => !heard || callsForHelp(heard).length > 0

const titleOf = (heard: readonly HeardSign[] | undefined) =>
  isCallFirst(heard) ? 'Get help first' : 'Do the check first'

interface HelpFirstProps {
  readonly home: Pick<BookingHome, 'frame'>
  readonly heard: readonly HeardSign[] | undefined
  /** Are the words that were heard shown? */
  readonly quotes?: boolean
}

/** Whom to call, then the check; the check first where nothing calls for a call. */
function HelpFirst({ home, heard, quotes = false }: HelpFirstProps) {
  const { checkHref, emergencyHref } = home.frame
  const dangers = callsForHelp(heard ?? [])
  if (isCallFirst(heard)) {
    const shown = { heard: quotes ? dangers : [], quotes, routes: helpFor(dangers) }
    return <DangerHeard {...shown} {...{ checkHref, emergencyHref }} />
  }
  return (
    <>
      {quotes && <Quoted heard={heard ?? []} />}
      <div class="actions">
        <ButtonLink href={checkHref} look="go">
          Start the check
        </ButtonLink>
        <CallButton number={uk.urgentNumber} />
        <ButtonLink href={emergencyHref} wide>
          See the emergency signs
        </ButtonLink>
      </div>
    </>
  )
}

const Quoted = ({ heard }: { readonly heard: readonly HeardSign[] }) => (
  <ul>
    {heard.map(({ question, quote, says }) => (
      <li key={question}>{thatMayMean({ quote, says })}</li>
    ))}
  </ul>
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
      {heard.length > 0 && <HelpFirst {...{ home, heard }} quotes />}
      <p>{outcome}</p>
    </>
  )
}

/**
 * What was written may be a sign that cannot wait, of the back or not: said before all else, whatever became of what was posted
 * with it.
 */
export function DangerFirstPage({ path, ...told }: DangerFirstProps) {
  return (
    <MessagePage home={told.home} path={path} title={told.heard.length > 0 ? titleOf(told.heard) : 'Read this first'}>
      <DangerAbove {...told} />
    </MessagePage>
  )
}
