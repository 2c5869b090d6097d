/**
 * One screen of the check. Draws what check-flow.ts says; decides nothing.
 * Works as plain HTML: what opens under an answer opens by style alone.
 */
import type { ComponentChildren } from 'preact'
import { isPrivate } from '../../../care/check/private.ts'
import { personOf, type Person, spokenTo, wordedFor } from '../../../care/check/questions/third-person.ts'
import { screens } from '../../../care/check/questions/screens.ts'
import { type CheckInProgress, notSure, type Question } from '../../../care/check/types.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { TickList } from '../../ui/form-parts.tsx'
import { SignDetails } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CheckView } from './check-flow.ts'
import type { FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { questionById } from './protocol-in-force.ts'
import { isAskedAnew, type ScreenPart, shownIn, wholePage } from './screen-layout.ts'
import { isSureEmergency } from './sure-emergency.ts'
import { answersOf, type Trail, writeTrail } from './trail.ts'
import { unsureWords, Single, underQuestions, isTicked } from './question-field.tsx'
import { fieldsOf } from './answers-as-fields.ts'

type ScreenView = Extract<CheckView, { kind: 'screen' }>

export interface CheckScreenProps {
  readonly home: CareHome
  readonly trail: Trail
  readonly view: ScreenView
  readonly problems?: readonly Problem[]
  readonly canSkip?: boolean
  /** What was typed in a post that had problems; without it, what was answered before going back. */
  readonly typed?: FormFields
  /** Said above the questions: that some answers are asked again after an update. */
  readonly notice?: string | undefined
  /** Above the questions: what an earlier check found. */
  readonly before?: ComponentChildren
  readonly action: string
  /** It counts in a record that this device holds: said on the first screen, where whose it is can be said. */
  readonly counts?: boolean
  /** That record is of somebody who was answered for, and nobody has said yet whom this is about. */
  readonly isTheirs?: boolean
}

/** Most people see about this many: two screens are rare. */
const usualScreens = screens.length - 2

/** Said until the first screen on which everybody meets the sign; it need not be said on each one. */
const signKnown = (screen: string): boolean =>
  screens.findIndex(({ id }) => id === screen) > screens.findIndex(({ id }) => id === 'place')

/** Above the first question of a new check: the one before it was left half-way. */
export function CarryOnOffer({ href }: { href: string }) {
  return (
    <p class="callout">
      You stopped a check part way. <a href={href}>Carry on where you stopped</a>, or start again here.
    </p>
  )
}

/** A screen of questions. */
export function CheckScreen(props: CheckScreenProps) {
  const {
    home,
    trail,
    view,
    problems = [],
    canSkip,
    typed,
    notice,
    before,
    action,
    counts = false,
    isTheirs = false,
  } = props
  const fields = typed ?? fieldsOf(view.filled, trail.lengths)
  const person = personOf(answersOf(trail))
  const whole = wholePage(view.parts)
  const title = spokenTo(person, view.state.screen.title)
  const { intro } = view.state.screen
  const shown = shownIn(view.parts)
  const readFirst = whole === undefined ? undefined : isAskedAnew(view.parts, view.filled) ? 'anew' : 'again'
  // The browser must not bring such an answer back by itself.
  const inPrivate = shown.some(isPrivate)
  return (
    <CarePage
      home={home}
      title={problems.length > 0 ? `Error: ${title}` : title}
      islands={readFirst ? ['read-first'] : []}
      asks
    >
      <HowFar number={view.number} />
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {intro && <p class="quiet">{spokenTo(person, intro)}</p>}
      {notice && <p class="callout">{notice}</p>}
      {before}
      {whole === undefined && !signKnown(view.state.screen.id) && view.parts.some(({ kind }) => kind === 'singles') && (
        <p class="quiet small">? means {unsureWords[person].toLowerCase()}</p>
      )}
      <form method="post" action={action} class="screen" novalidate autocomplete={inPrivate ? 'off' : undefined}>
        {/* Enter presses the first button of a form: it must be Next, never "None of these". */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach; a second "Next" read out would only confuse */}
        <button type="submit" class="unseen" tabindex={-1} aria-hidden="true">
          Next
        </button>
        <input type="hidden" name="trail" value={writeTrail(trail)} />
        <input type="hidden" name="shown" value={shown.join(' ')} />
        {view.number === 1 && (isTheirs ? <WhoseRecord /> : <ForWhom {...{ person, counts }} />)}
        {view.parts.map((part) => (
          <Part
            key={part.kind === 'list' ? part.key : (part.questions[0]?.question.id ?? '')}
            part={part}
            title={title}
            person={person}
            fields={fields}
            problems={problems}
            buttons={whole !== undefined}
            heard={view.state.heard}
          />
        ))}
        <AnswerBar {...{ whole, person, readFirst }} />
        {(canSkip || view.number > 1) && <OtherWays canSkip={canSkip === true} canGoBack={view.number > 1} />}
      </form>
    </CarePage>
  )
}

/** Which screen of about how many this is. */
function HowFar({ number }: { number: number }) {
  const total = Math.max(usualScreens, number)
  return (
    <>
      <progress value={number} max={total} aria-hidden="true" />
      <p class="steps">
        <span class="unseen">Safety check, screen </span>
        <span aria-hidden="true">
          {number}/{total}
        </span>
        <span class="unseen">
          {number} of {total}
        </span>
      </p>
    </>
  )
}

interface AnswerBarProps {
  readonly whole: string | undefined
  readonly person: Person
  /** Lists that one button answers: it is held in sight only by what sees that they are read (islands/read-first.ts). */
  readonly readFirst: 'anew' | 'again' | undefined
}

/** The answers that stand for a whole page of lists, and the way on. */
function AnswerBar({ whole, person, readFirst }: AnswerBarProps) {
  return (
    <div class={readFirst ? 'actions' : 'answer-bar'} data-read-first={readFirst}>
      {whole !== undefined && (
        <>
          <Button name={whole} value="none">
            None
          </Button>
          <Button name={whole} value={notSure}>
            {unsureWords[person]}
          </Button>
        </>
      )}
      <Button look="go">Next</Button>
    </div>
  )
}

function OtherWays({ canSkip, canGoBack }: { canSkip: boolean; canGoBack: boolean }) {
  return (
    <div class="actions">
      {canSkip && (
        <Button name="do" value="skip" wide>
          Skip – we will treat this as not sure
        </Button>
      )}
      {canGoBack && (
        <Button name="do" value="back" look="plain" wide>
          Back
        </Button>
      )}
    </div>
  )
}

/** One tap to answer for somebody else, and back. From then on every question speaks of "they". */
function ForWhom({ person, counts }: { person: Person; counts: boolean }) {
  if (person === 'you')
    return (
      <div class="for-whom">
        <Button name="do" value="other" look="plain">
          For someone else?
        </Button>
        {counts && <span class="quiet small"> This check counts in the record on this phone.</span>}
      </div>
    )
  return (
    <div class="callout for-whom">
      <p>Ask them each question if you can. Some only they can answer.</p>
      <Button name="do" value="me" look="plain">
        I am answering for myself
      </Button>
    </div>
  )
}

/** Beside a record of somebody who was answered for: one tap for them, and nobody else is taken for them. */
function WhoseRecord() {
  return (
    <div class="callout for-whom">
      <p>The last check on this phone was for someone else. Who is this one about?</p>
      <Button name="do" value="them" look="plain">
        The same person
      </Button>
      <Button name="do" value="other" look="plain">
        Me or someone else
      </Button>
    </div>
  )
}

/** Where the answers stay, in one line. */
export const privacyLine = (home: CareHome): string =>
  home.kind === 'device'
    ? 'No sign-up. Your answers stay on this device.'
    : 'No sign-up. We work out your result and keep nothing.'

interface PartProps {
  readonly part: ScreenPart
  readonly title: string
  readonly person: Person
  readonly fields: FormFields
  readonly problems: readonly Problem[]
  /** The page offers "None of these" and "Not sure" as buttons, so its lists need not. */
  readonly buttons: boolean
  readonly heard?: CheckInProgress['heard']
}

/** The sign that a question asks more about: on a screen of its own nothing else tells two such questions apart. */
function signOf({ under }: Question, person: Person): string | undefined {
  const sign = under === undefined ? undefined : questionById.get(under)
  return sign?.kind === 'yesNo' ? wordedFor(person, sign).short : undefined
}

/** One part of a screen: a list to tick, or questions one under another. */
export function Part({ part, title, person, fields, problems, buttons, heard = [] }: PartProps) {
  const heading = part.heading && spokenTo(person, part.heading)
  const common = { person, fields, problems }
  if (part.kind === 'singles')
    return (
      <>
        {heading && heading !== title && <h2>{heading}</h2>}
        {part.questions.map(({ question, clarifiers }) => (
          <Single
            key={question.id}
            question={question}
            clarifiers={clarifiers}
            buttons={buttons}
            legendUnseen={part.asksWithTitle === true}
            quote={heard.find((one) => one.question === question.id)?.quote}
            about={signOf(question, person)}
            {...common}
          />
        ))}
      </>
    )
  const items = part.items.map(({ question, clarifiers }) => ({ question: wordedFor(person, question), clarifiers }))
  const whys = [...new Set(items.flatMap(({ question: { help, why } }) => [help ?? [], why ?? []].flat()))]
  return (
    <>
      <TickList
        name={part.field}
        legend={heading ?? title}
        legendUnseen={heading === title}
        error={errorOf(part.field, problems)}
        unsure={unsureWords[person]}
        items={items.flatMap(({ question, clarifiers }) => {
          const name = `q.${question.id}`
          const item = {
            name,
            value: 'yes',
            text: question.tick,
            note: question.note,
            ticked: isTicked(fields, name, 'yes'),
            unders: underQuestions(clarifiers, common),
            isSure: isSureEmergency(question.id),
          }
          // Left unticked, a question counts as no: whoever would rather not say needs a tick of their own.
          const unsaid = (question.extra ?? []).filter(({ value }) => value === 'preferNot')
          return [
            item,
            ...unsaid.map(({ value, text }) => ({ name, value, text, ticked: isTicked(fields, name, value) })),
          ]
        })}
        others={buttons ? undefined : { name: part.field, chosen: fields.get(part.field)?.[0] }}
      />
      {whys.length > 0 && (
        <SignDetails name="Why we ask. More help">
          {whys.length === 1 ? (
            <p>{whys[0]}</p>
          ) : (
            <ul>
              {whys.map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
          )}
        </SignDetails>
      )}
    </>
  )
}
