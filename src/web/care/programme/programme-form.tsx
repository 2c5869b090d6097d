/**
 * The forms of the programme: a few questions on one screen or on several, drawn and read in one way.
 * What was answered travels in the form until the last screen, so Back, reload and a mistake lose nothing.
 * Decides nothing. Never: writes an event.
 */
import type { Context } from 'hono'
import type { ComponentChildren } from 'preact'
import type { Answer, Answers, Question } from '../../../care/check/types.ts'
import { notSure } from '../../../care/check/types.ts'
import { Button } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { PainScale } from '../../ui/pain-scale.tsx'
import { CarePage, showForm } from '../care-page.tsx'
import { Single } from '../check/question-field.tsx'
import { type FormFields, readAnswer, readNumber } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { TakenPain } from '../told-pain.tsx'

/** A question on a screen. */
export interface Asked {
  readonly question: Question
  /** May be left blank. */
  readonly optional?: true
  /** Of a pain: the number told a short time ago. */
  readonly told?: number
  /** Of a pain told within the hour: said in these words and not asked again, unless it has changed. */
  readonly taken?: string
  /** Not sure is no answer here. */
  readonly certain?: true
  /** Words for the two ends of a scale; of pain when left out. */
  readonly ends?: readonly [least: string, most: string]
  /** Asked under that question when it has this answer. */
  readonly under?: { readonly question: string; readonly value: string }
}
export interface FormScreen {
  readonly title: string
  readonly intro?: string
  readonly asked: readonly Asked[]
}

/** What a post of such a form led to. */
export type FormRead =
  | { readonly kind: 'screen'; readonly screen: number; readonly problems: readonly Problem[] }
  | { readonly kind: 'done'; readonly answers: Answers }

/** Reads a post: the next screen, the same one with its problems, or all answers. Never throws. */
export function readForm(screens: readonly FormScreen[], fields: FormFields): FormRead {
  const typed = Number(fields.get('screen')?.[0] ?? '0')
  const at = Number.isInteger(typed) ? Math.min(Math.max(0, typed), screens.length - 1) : 0
  const pressed = fields.get('do')?.at(-1)
  if (pressed === 'back') return { kind: 'screen', screen: Math.max(0, at - 1), problems: [] }
  const answers: Record<string, Answer> = {}
  for (let screen = 0; screen <= at; screen += 1) {
    const problems = readScreen(screens[screen]?.asked ?? [], fields, answers)
    if (problems.length > 0) return { kind: 'screen', screen, problems }
  }
  return at + 1 < screens.length ? { kind: 'screen', screen: at + 1, problems: [] } : { kind: 'done', answers }
}

function readScreen(asked: readonly Asked[], fields: FormFields, into: Record<string, Answer>): readonly Problem[] {
  const problems: Problem[] = []
  for (const one of asked) {
    const { question, under, optional } = one
    if (under && into[under.question] !== under.value) continue
    const read = readOne(one, fields)
    if (read.ok) {
      if (read.value !== '') into[question.id] = read.value
    } else if (!(read.why === 'blank' && optional)) problems.push({ field: `q.${question.id}`, text: read.text })
  }
  return problems
}

/** As the check reads an answer, but a number may say "not sure" in the same group of radios. */
function readOne({ question, certain, optional }: Asked, fields: FormFields): ReturnType<typeof readAnswer> {
  const values = (fields.get(`q.${question.id}`) ?? []).map((value) => value.trim())
  const unsure = values.includes(notSure) || !!fields.get(`list.${question.id}`)?.includes(notSure)
  if (certain && unsure) return { ok: false, why: 'wrong', text: `${question.short}: choose one of those shown` }
  if (question.kind === 'text' && !optional && (values[0] ?? '') === '')
    return { ok: false, why: 'blank', text: `${question.short}: please fill this in` }
  if (question.kind !== 'number') {
    const read = readAnswer(question, fields)
    return read.ok ? read : { ...read, text: `${question.short}: ${small(read.text)}` }
  }
  if (unsure && values.every((value) => value === notSure || value === '')) return { ok: true, value: notSure }
  const [first = '', other] = values
  if (first === '') return { ok: false, why: 'blank', text: `${question.short}: choose a number` }
  const number = other === undefined ? (readNumber(first) ?? Number.NaN) : Number.NaN
  return number >= question.min && number <= question.max
    ? { ok: true, value: number }
    : {
        ok: false,
        why: 'wrong',
        text: `${question.short}: choose a whole number from ${question.min} to ${question.max}`,
      }
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export interface FormPageProps {
  readonly home: CareHome
  readonly action: string
  readonly screens: readonly FormScreen[]
  readonly screen: number
  readonly fields: FormFields
  readonly problems?: readonly Problem[]
  /** UUID of the event that the form will write: sent twice, it counts once. */
  readonly entry: string
  /** On the last button: "Save". */
  readonly last: string
  /** Above the first question. */
  readonly before?: ComponentChildren
  /** Below the buttons. */
  readonly children?: ComponentChildren
}

/** A form of the programme, whichever of its screens is shown. */
export type ProgrammeForm = Omit<FormPageProps, 'screen' | 'problems'>

/** Answers with a screen of a form, the first unless said; 422 when something is to be put right. */
export const askForm = (
  c: Context,
  form: ProgrammeForm,
  at: Pick<FormPageProps, 'screen' | 'problems'> = { screen: 0 },
) => showForm(c, <FormPage {...form} {...at} />, at.problems)

/** One screen of such a form. */
function FormPage(props: FormPageProps) {
  const { home, action, screens, screen, fields, problems = [], entry, last, before, children } = props
  const { title, intro, asked } = screens[screen] ?? { title: '', asked: [] }
  const shown = new Set(asked.flatMap(({ question: { id } }) => [`q.${id}`, `list.${id}`]))
  const carried = [...fields].filter(([name]) => /^(q|list)\./.test(name) && !shown.has(name))
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <ErrorSummary problems={problems} />
      {screens.length > 1 && (
        <p class="steps">
          {screen + 1} of {screens.length}
        </p>
      )}
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {intro && <p class="quiet">{intro}</p>}
      {before}
      <form method="post" action={action} novalidate>
        {/* Enter presses the first button of a form: it must be the last one, never "Back". */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach */}
        <button type="submit" class="unseen" tabindex={-1} aria-hidden="true">
          {last}
        </button>
        <input type="hidden" name="entry" value={entry} />
        <input type="hidden" name="screen" value={String(screen)} />
        <CarriedFields fields={carried} />
        {asked
          .filter(({ under }) => !under)
          .map((one) => (
            <AskedQuestion
              key={one.question.id}
              asked={one}
              below={asked.filter(({ under }) => under?.question === one.question.id)}
              fields={fields}
              problems={problems}
            />
          ))}
        <div class="actions">
          <Button look="go" name="do" value="next">
            {screen + 1 < screens.length ? 'Next' : last}
          </Button>
          {screen > 0 && (
            <Button name="do" value="back" look="plain" wide unchecked>
              Back
            </Button>
          )}
        </div>
      </form>
      {children}
    </CarePage>
  )
}

/** A question: 0–10 and −5 to +5 as a row of large numbers, everything else as in the check. */
export function AskedQuestion(props: {
  asked: Asked
  below?: readonly Asked[]
  fields: FormFields
  problems: readonly Problem[]
}) {
  const { asked, below = [], fields, problems } = props
  const { question, certain, optional, told, taken, ends = ['no pain', 'the worst'] } = asked
  const name = `q.${question.id}`
  const common = {
    name,
    legend: question.ask,
    ...(question.help && { hint: question.help }),
    error: errorOf(name, problems),
    chosen: fields.get(name)?.[0],
    canLeaveOut: optional === true,
    told,
    canBeUnsure: !certain && !optional,
  }
  if (question.kind === 'number' && question.max === 10) {
    const scale = <PainScale {...common} ends={ends} />
    const isTaken = taken !== undefined && !common.error && common.chosen === String(told)
    return isTaken ? <TakenPain words={taken}>{scale}</TakenPain> : scale
  }
  if (question.id === 'change') return <PainScale {...common} ends={['very much worse', 'all better']} from={-5} />
  const clarifiers = below.map(({ question: under, under: opens }) => ({
    question: under,
    opensAt: opens ? [opens.value] : [],
  }))
  return <Single question={question} clarifiers={clarifiers} fields={fields} problems={problems} />
}

/** An answer of such a form as yes or no; not sure for anything else. */
export const replyOf = (answer: Answer | undefined): 'yes' | 'no' | 'notSure' =>
  answer === 'yes' || answer === 'no' ? answer : 'notSure'

/** An answer of such a form as a number; null for anything else, as for "not sure". */
export const numberOf = (answer: Answer | undefined): number | null => (typeof answer === 'number' ? answer : null)
