/**
 * The few questions before the plan, in three short screens; what the check knows is not asked again.
 * Draws them and reads what they post. A blank answer is said once; skipped, it counts as not sure.
 */
import type { ComponentChildren } from 'preact'
import type { Answer, Answers, Question } from '../../../care/check/types.ts'
import { notSure } from '../../../care/check/types.ts'
import { holds } from '../../../care/check/condition-met.ts'
import { type PartialProfile, parseProfile, profileFromAnswers, questionsToAsk } from '../../../care/relief/profile.ts'
import { personOf, spokenTo, wordedFor } from '../../../care/check/questions/third-person.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { CarePage } from '../care-page.tsx'
import { fieldsOf } from '../check/answers-as-fields.ts'
import { Single } from '../check/question-field.tsx'
import { type FormFields, readAnswer } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { PlainCause } from '../plain-cause.tsx'
import { FormId } from '../programme/programme-keep.tsx'
import type { Clarifier } from '../check/screen-layout.ts'

interface ProfileScreen {
  readonly title: string
  /** Question ids in order. The last screen also takes every question that no screen names. */
  readonly questions: readonly string[]
  /** Its ticks are short, so they stand in two columns. */
  readonly short?: true
}

const screens: readonly ProfileScreen[] = [
  { title: 'How is the pain right now?', questions: ['painNow', 'walk', 'legPain', 'eases', 'worsens'], short: true },
  { title: 'What do you have near you?', questions: ['have', 'warmOrCold', 'floor'], short: true },
  { title: 'So that each step is safe for you', questions: ['drowsy', 'skin', 'health'] },
]

/** Which question opens under which, and at which of its answers. */
const opens: Readonly<Record<string, { readonly under: string; readonly at: readonly string[] }>> = {
  legSide: { under: 'legPain', at: ['aboveKnee', 'belowKnee', notSure] },
  heavyLegs: { under: 'worsens', at: ['standing', 'walking'] },
}

interface Asked {
  readonly question: Question
  readonly clarifiers: readonly Clarifier[]
}

/**
 * The screens that have something to ask this person, each with its questions. Whoever changes a whole plan is asked again
 * whether they can walk, though the check knew: that may have changed with the pain.
 */
export function screensFor(
  answers: Answers,
  given: PartialProfile = {},
): readonly { readonly title: string; readonly asked: readonly Asked[]; readonly short: boolean }[] {
  const { walk, ...known } = profileFromAnswers(answers)
  const isAgain = given.painNow !== undefined && firstUnanswered(answers, given) === null
  const all = questionsToAsk({ ...known, ...(walk !== undefined && !isAgain && { walk }) })
  const named = new Set(screens.flatMap(({ questions }) => questions))
  const ids = new Set(all.map(({ id }) => id))
  const isUnder = ({ id }: Question) => opens[id] !== undefined && ids.has(opens[id].under)
  return screens
    .map(({ title, questions, short = false }, index) => {
      const mine = questions.flatMap((id) => all.find((question) => question.id === id) ?? [])
      const rest = index === screens.length - 1 ? all.filter((one) => !named.has(one.id) && !isUnder(one)) : []
      const asked = [...mine, ...rest].map((question) => ({
        question,
        clarifiers: all
          .filter((other) => opens[other.id]?.under === question.id)
          .map((other) => ({ question: other, opensAt: opens[other.id]?.at ?? [] })),
      }))
      return { title, asked, short }
    })
    .filter(({ asked }) => asked.length > 0)
}

export interface ProfilePageProps {
  readonly home: CareHome
  /** From 0. */
  readonly screen: number
  readonly answers: Answers
  readonly given: PartialProfile
  readonly problems?: readonly Problem[]
  readonly canSkip?: boolean
  readonly typed?: FormFields
  readonly carried: ComponentChildren
  /** The pain that was told is a jump: whether it has a clear reason is asked first. */
  readonly askCause?: boolean
  /** Said above it: what was told just now. */
  readonly notice?: string
}

/** One screen of questions. */
export function ProfilePage(props: ProfilePageProps) {
  const { home, screen, answers, given, problems = [], canSkip, typed, carried, askCause = false, notice } = props
  const all = screensFor(answers, given)
  const { title: own, asked, short } = all[screen] ?? { title: '', asked: [], short: false }
  const person = personOf(answers)
  const title = askCause ? 'One question first' : spokenTo(person, own)
  const fields = typed ?? fieldsOf({ ...profileFromAnswers(answers), ...given })
  const last = screen === all.length - 1
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} asks>
      <progress value={screen + 1} max={all.length + 1} aria-hidden="true" />
      <p class="steps">
        {spokenTo(person, 'Your plan')} · {screen + 1} of {all.length}
      </p>
      <ErrorSummary problems={problems} />
      {notice && (
        <p class="callout" role="status">
          {notice}
        </p>
      )}
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      <form method="post" action={paths.plan} novalidate class={short ? 'two-columns' : undefined}>
        {/* Enter presses the first button of a form: it must be Next. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex -1 keeps it out of reach */}
        <button type="submit" class="unseen" name="do" value="next" tabindex={-1} aria-hidden="true">
          Next
        </button>
        {carried}
        <input type="hidden" name="screen" value={String(screen)} />
        {askCause && <PlainCause typed={fields} isAboutNow unsaved="Your answers are not saved yet." />}
        {/* So that one form tells of the pain once, however often it is sent. */}
        {home.notebook && asked.some(({ question }) => question.id === 'painNow') && <FormId home={home} />}
        {asked.map(({ question, clarifiers }) => (
          <Single
            key={question.id}
            question={wordedFor(person, question)}
            clarifiers={clarifiers.map((one) => ({ ...one, question: wordedFor(person, one.question) }))}
            fields={fields}
            problems={problems}
          />
        ))}
        <div class="actions">
          <Button look="go" name="do" value="next">
            {last ? spokenTo(person, 'Show my plan') : 'Next'}
          </Button>
          {canSkip && (
            <Button name="do" value="skip" wide>
              Skip – we will treat this as not sure
            </Button>
          )}
          {screen > 0 && (
            <Button name="do" value="back" look="plain" wide unchecked>
              Back
            </Button>
          )}
        </div>
      </form>
    </CarePage>
  )
}

/** The first screen with a question that was left out of what was given; null where all were answered. */
export function firstUnanswered(answers: Answers, given: PartialProfile): number | null {
  const known = { ...given, ...profileFromAnswers(answers) }
  const told: Readonly<Record<string, unknown>> = given
  const index = screensFor(answers).findIndex(({ asked }) =>
    asked.some(
      ({ question, clarifiers }) =>
        told[question.id] === undefined ||
        clarifiers.some(
          ({ question: under }) => told[under.id] === undefined && (!under.askWhen || holds(under.askWhen, known)),
        ),
    ),
  )
  return index === -1 ? null : index
}

export type ProfileRead =
  | { readonly ok: true; readonly value: PartialProfile }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly canSkip: boolean }

/** What a posted screen adds to the answers. What opens under another answer and is left blank counts as not sure. */
export function readProfileScreen(
  screen: number,
  fields: FormFields,
  given: PartialProfile,
  answers: Answers,
  skip: boolean,
): ProfileRead {
  const problems: (Problem & { readonly blank: boolean })[] = []
  const found: Record<string, Answer> = { ...given }
  const unsure = (question: Question): Answer => (question.kind === 'ticks' ? [notSure] : notSure)
  for (const { question, clarifiers } of screensFor(answers, given)[screen]?.asked ?? []) {
    const read = readAnswer(question, fields)
    if (read.ok) found[question.id] = read.value
    else if (read.why === 'blank' && skip) found[question.id] = unsure(question)
    else
      problems.push({
        field: `q.${question.id}`,
        text: `${question.short}: ${small(read.text)}`,
        blank: read.why === 'blank',
      })
    for (const { question: under } of clarifiers) {
      const needed = !under.askWhen || holds(under.askWhen, found)
      const below = readAnswer(under, fields)
      if (!needed) delete found[under.id]
      else if (below.ok) found[under.id] = below.value
      else if (below.why === 'blank') found[under.id] = unsure(under)
      else problems.push({ field: `q.${under.id}`, text: `${under.short}: ${small(below.text)}`, blank: false })
    }
  }
  if (problems.length > 0) return { ok: false, problems, canSkip: problems.every(({ blank }) => blank) }
  return { ok: true, value: parseProfile(found) }
}

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
