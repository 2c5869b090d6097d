/**
 * One question as a field of a form, whatever kind it is, with what opens under an answer. The check, the plan and the
 * programme ask with it. Never: chooses an answer in advance.
 */
import type { ComponentChildren } from 'preact'
import { lengthUnits } from '../../../care/check/questions/how-long.ts'
import { type Person, wordedFor } from '../../../care/check/questions/third-person.ts'
import { type ChoiceQuestion, type Question, type YesNoQuestion, notSure } from '../../../care/check/types.ts'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { type ChoiceOption, RadioGroup, TickList, type Under, unsureOption } from '../../ui/form-parts.tsx'
import { NumberField, TextField } from '../../ui/typed-fields.tsx'
import { LengthField } from '../../ui/length-field.tsx'
import { PlaceTicks } from '../../ui/place-ticks.tsx'
import { SignDetails } from '../../ui/text-parts.tsx'
import { amountField, type FormFields } from '../form-fields.ts'
import type { Clarifier } from './screen-layout.ts'

/** How "not sure" is said. For somebody else, not being able to tell is the same answer. */
export const unsureWords: Readonly<Record<Person, string>> = { you: 'Not sure', they: 'Cannot tell' }

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
  /** The sign that the question is about, where it does not stand under that sign. */
  readonly about?: string | undefined
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
          <TextField {...common} limit={question.maxLength} typed={typed} />
          {why}
        </>
      )
    default:
      throw new Error(`unhandled question kind ${question satisfies never}`)
  }
}

function readyOf({ clarifiers = [], person, fields, problems, quote, about }: SingleProps, question: Question): Ready {
  const name = `q.${question.id}`
  const note = question.kind === 'yesNo' ? question.note : undefined
  const { why: reason, tip } = question
  return {
    common: {
      name,
      legend: about ? `${about}. ${question.ask}` : question.ask,
      hint: quote ? `You wrote: “${quote}”` : (question.help ?? note),
      error: errorOf(name, problems),
    },
    whole: `list.${question.id}`,
    typed: fields.get(name)?.[0],
    unsure: person ? unsureOption(unsureWords[person]) : { value: notSure, text: unsureWords.you },
    opened: underQuestions(clarifiers, { fields, problems, ...(person && { person }) }),
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
  const items = question.options.map(({ value, text, shares }) => ({
    name: common.name,
    value,
    text: shares?.rest ?? text,
    heading: shares?.heading,
    ticked: isTicked(fields, common.name, value),
  }))
  if (question.drawn)
    return (
      <div class="question">
        <PlaceTicks
          {...common}
          items={items}
          unders={opened}
          unsure={{ name: whole, text: unsure.text, ticked: isTicked(fields, whole, notSure) }}
        />
        {why}
      </div>
    )
  return (
    <div class="question">
      <TickList
        {...common}
        items={items.map((item) => ({
          ...item,
          unders: opened.filter((under) => under.opensAt.includes(item.value)),
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
        unit={question.unit}
        typed={typed}
        notSure={{ name: whole, ticked: isTicked(fields, whole, notSure), ...(person && { text: unsure.text }) }}
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

/** What opens under an answer: the questions that it leads to, drawn the same way. */
export const underQuestions = (clarifiers: readonly Clarifier[], shared: Shared): Under[] =>
  clarifiers.map(({ question, opensAt }) => ({ opensAt, content: <Single question={question} {...shared} /> }))

/** Does the field hold this value? */
export const isTicked = (fields: FormFields, name: string, value: string) => !!fields.get(name)?.includes(value)
