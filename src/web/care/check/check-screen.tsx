/**
 * One screen of the check, and the "is that right?" page. Draws what check-flow.ts says; decides nothing.
 * Works as plain HTML: what opens under an answer opens by style alone.
 */
import type { ComponentChildren } from 'preact'
import { answerText } from '../../../care/check/answer-text.ts'
import { isPrivate } from '../../../care/check/private.ts'
import { bandOf, lengthUnits } from '../../../care/check/questions/how-long.ts'
import { ladder, rungOf } from '../../../care/check/questions/ladder.ts'
import { personOf, type Person, spokenTo, wordedFor } from '../../../care/check/questions/third-person.ts'
import { screens } from '../../../care/check/questions/screens.ts'
import type { Answers, CheckInProgress, ChoiceQuestion, Question, YesNoQuestion } from '../../../care/check/types.ts'
import { notSure } from '../../../care/check/types.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import {
  type ChoiceOption,
  NumberField,
  RadioGroup,
  TextField,
  TickList,
  type Under,
  unsureOption,
} from '../../ui/form-parts.tsx'
import { LengthField } from '../../ui/length-field.tsx'
import { SignDetails } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { CheckView } from './check-flow.ts'
import { amountField, type FormFields } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { type Clarifier, type ScreenPart, shownIn, wholePage } from './screen-layout.ts'
import { answersOf, type Trail, writeTrail } from './trail.ts'

type ScreenView = Extract<CheckView, { kind: 'screen' }>
type ConfirmView = Extract<CheckView, { kind: 'confirm' }>

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
}

/** Most people see about this many: two screens are rare. */
const usualScreens = screens.length - 2

/** Said until the first screen on which everybody meets the sign; it need not be said on each one. */
const signKnown = (screen: string): boolean =>
  screens.findIndex(({ id }) => id === screen) > screens.findIndex(({ id }) => id === 'you')

/** A screen of questions. */
export function CheckScreen(props: CheckScreenProps) {
  const { home, trail, view, problems = [], canSkip, typed, notice, before, action } = props
  const fields = typed ?? fieldsOf(view.filled, trail.lengths)
  const person = personOf(answersOf(trail))
  const whole = wholePage(view.parts)
  const title = spokenTo(person, view.state.screen.title)
  const { intro } = view.state.screen
  const shown = shownIn(view.parts)
  // The browser must not bring such an answer back by itself.
  const inPrivate = shown.some(isPrivate)
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title}>
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
        {view.number === 1 && <ForWhom person={person} />}
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
        <AnswerBar whole={whole} person={person} />
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

/** The answers that stand for a whole page of lists, and the way on. */
function AnswerBar({ whole, person }: { whole: string | undefined; person: Person }) {
  return (
    <div class="answer-bar">
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
function ForWhom({ person }: { person: Person }) {
  if (person === 'you')
    return (
      <div class="for-whom">
        <Button name="do" value="other" look="plain">
          For someone else?
        </Button>
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

/** How "not sure" is said. For somebody else, not being able to tell is the same answer. */
export const unsureWords: Readonly<Record<Person, string>> = { you: 'Not sure', they: 'Cannot tell' }

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
            ticked: has(fields, name, 'yes'),
            unders: unders(clarifiers, common),
          }
          // Left unticked, a question counts as no: whoever would rather not say needs a tick of their own.
          const unsaid = (question.extra ?? []).filter(({ value }) => value === 'preferNot')
          return [item, ...unsaid.map(({ value, text }) => ({ name, value, text, ticked: has(fields, name, value) }))]
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

interface Shared {
  /** Whom the check speaks of, with "?" for "not sure". Pages outside the check leave it out and say it in words. */
  readonly person?: Person
  readonly fields: FormFields
  readonly problems: readonly Problem[]
}
interface SingleProps extends Shared {
  readonly question: Question
  readonly clarifiers?: readonly Clarifier[]
  /** Hides what a tick-list asks from the eye: the title of the page says it. */
  readonly legendUnseen?: boolean
  /** The page's buttons say "none" and "not sure" for its lists. */
  readonly buttons?: boolean
  /** The person's own words, where the question asks about them again. */
  readonly quote?: string | undefined
}

/** A question made ready to be drawn: in the words for this person, with what was typed and what opens under an answer. */
interface Ready {
  readonly common: {
    readonly name: string
    readonly legend: string
    readonly hint: string | undefined
    readonly error: string | undefined
  }
  readonly whole: string
  readonly typed: string | undefined
  readonly unsure: ChoiceOption
  readonly opened: readonly Under[]
  readonly why: ComponentChildren
}
type Of<Kind extends Question['kind']> = SingleProps & {
  readonly question: Extract<Question, { kind: Kind }>
  readonly ready: Ready
}

/** One question with its own answers. */
export function Single(props: SingleProps) {
  const question = wordedFor(props.person ?? 'you', props.question)
  const ready = readyOf(props, question)
  const { common, typed, unsure, opened, why } = ready
  switch (question.kind) {
    case 'yesNo':
      return (
        <RadioGroup
          {...common}
          options={[...yesOrNo(question), ...(question.extra ?? []), unsure]}
          chosen={typed}
          unders={opened}
        >
          {why}
        </RadioGroup>
      )
    case 'choice':
      return question.typedAs === 'length' ? (
        <Length {...props} question={question} ready={ready} />
      ) : (
        <RadioGroup
          {...common}
          options={question.certain ? question.options : [...question.options, unsure]}
          chosen={typed}
          unders={opened}
        >
          {why}
        </RadioGroup>
      )
    case 'ticks':
      return <Ticks {...props} question={question} ready={ready} />
    case 'number':
      return <Numbered {...props} question={question} ready={ready} />
    case 'text':
      return (
        <>
          <TextField {...common} maxLength={question.maxLength} typed={typed} />
          {why}
        </>
      )
    default:
      throw new Error(`unhandled question kind ${question satisfies never}`)
  }
}

function readyOf({ clarifiers = [], person, fields, problems, quote }: SingleProps, question: Question): Ready {
  const name = `q.${question.id}`
  const note = question.kind === 'yesNo' ? question.note : undefined
  const { why: reason, tip } = question
  return {
    common: {
      name,
      legend: question.ask,
      hint: quote ? `You wrote: “${quote}”` : (question.help ?? note),
      error: errorOf(name, problems),
    },
    whole: `list.${question.id}`,
    typed: fields.get(name)?.[0],
    unsure: person ? unsureOption(unsureWords[person]) : { value: notSure, text: unsureWords.you },
    opened: unders(clarifiers, { fields, problems, ...(person && { person }) }),
    why: (reason || tip) && (
      <SignDetails name={[reason && 'Why we ask', tip && 'More help'].filter(Boolean).join('. ')}>
        {tip && <p>{tip}</p>}
        {reason && <p>{reason}</p>}
      </SignDetails>
    ),
  }
}

/** A length of time: a number with its unit, or one of the answers. */
function Length({ question, fields, ready: { common, typed, unsure, why } }: Of<'choice'>) {
  const amountName = amountField(question.id)
  return (
    <>
      <LengthField
        {...common}
        amountName={amountName}
        options={[...lengthOptions(question, typed), unsure]}
        units={lengthUnits.map((unit) => ({ value: unit, text: unit }))}
        chosen={typed}
        amount={fields.get(amountName)?.[0]}
      />
      {why}
    </>
  )
}

function Ticks({ question, person, fields, legendUnseen = false, buttons, ready }: Of<'ticks'>) {
  const { common, whole, unsure, opened, why } = ready
  return (
    <div class="question">
      <TickList
        {...common}
        items={question.options.map((option) => ({
          name: common.name,
          value: option.value,
          text: option.text,
          ticked: has(fields, common.name, option.value),
          unders: opened.filter((under) => under.opensAt.includes(option.value)),
        }))}
        {...(person && { unsure: unsure.text })}
        hasNone={question.hasNone}
        legendUnseen={legendUnseen}
        others={buttons ? undefined : { name: whole, chosen: fields.get(whole)?.[0] }}
      />
      {why}
    </div>
  )
}

function Numbered({ question, person, fields, ready: { common, whole, typed, unsure, opened, why } }: Of<'number'>) {
  return (
    <>
      <NumberField
        {...common}
        min={question.min}
        max={question.max}
        unit={question.unit}
        typed={typed}
        notSure={{ name: whole, ticked: has(fields, whole, notSure), ...(person && { text: unsure.text }) }}
      />
      {why}
      {/* What a number opens cannot be opened by style; it is shown, and read only when the number calls for it. */}
      {opened.map((under, index) => (
        <div key={index}>{under.content}</div>
      ))}
    </>
  )
}

/** What is offered without a number: the shortest, and what was answered here before going back. */
const lengthOptions = ({ options }: ChoiceQuestion, typed: string | undefined): readonly ChoiceOption[] =>
  options.filter(({ value }, index) => index === 0 || value === typed)

const yesOrNo = ({ words }: YesNoQuestion): readonly ChoiceOption[] => [
  { value: 'yes', text: words?.yes ?? 'Yes' },
  { value: 'no', text: words?.no ?? 'No' },
]

const unders = (clarifiers: readonly Clarifier[], shared: Shared): Under[] =>
  clarifiers.map(({ question, opensAt }) => ({ opensAt, content: <Single question={question} {...shared} /> }))

const has = (fields: FormFields, name: string, value: string) => !!fields.get(name)?.includes(value)

/** Answers as the fields that would post them, to fill a form in: a length of time as it was typed, if it is still that. */
export function fieldsOf(answers: Answers, lengths: Trail['lengths'] = {}): FormFields {
  const fields = new Map<string, string[]>()
  const rung = rungOf(answers)
  if (rung !== undefined) fields.set(`q.${ladder.id}`, [rung])
  for (const [id, answer] of Object.entries(answers)) {
    if (typeof answer === 'number') fields.set(`q.${id}`, [String(answer)])
    else if (typeof answer === 'string') {
      fields.set(`q.${id}`, [answer])
      if (answer === notSure) fields.set(`list.${id}`, [notSure])
    } else if (answer.length === 0) fields.set(`list.${id}`, ['none'])
    else if (answer[0] === notSure) fields.set(`list.${id}`, [notSure])
    else fields.set(`q.${id}`, [...answer])
  }
  for (const [id, { amount, unit }] of Object.entries(lengths)) {
    if (answers[id] !== bandOf(amount, unit)) continue
    fields.set(`q.${id}`, [unit]).set(amountField(id), [String(amount)])
  }
  return fields
}

/** "You told us X – is that right?" The earlier, worse answer counts until this is settled. */
export function ConfirmChange(props: { home: CareHome; trail: Trail; view: ConfirmView; action: string }) {
  const { home, trail, view, action } = props
  return (
    <CarePage home={home} title="Is that right?">
      <h1 tabindex={-1} data-focus>
        You have changed an answer. Is that right?
      </h1>
      <p>We ask twice because this can change how urgent it is.</p>
      {view.contradictions.map(({ question, told, now }) => (
        <section class="card" key={question.id}>
          <h2>{spokenTo(personOf(answersOf(trail)), question.ask)}</h2>
          <p>
            You told us: <strong>{answerText(question, told)}</strong>
            <br />
            Now you say: <strong>{answerText(question, now)}</strong>
          </p>
        </section>
      ))}
      <form method="post" action={action} class="push">
        <input type="hidden" name="trail" value={writeTrail(trail)} />
        <div class="actions">
          <Button look="go" name="do" value="keep">
            Keep what I told you first
          </Button>
          <Button name="do" value="change" wide>
            Yes, change it. I am sure
          </Button>
        </div>
      </form>
    </CarePage>
  )
}
