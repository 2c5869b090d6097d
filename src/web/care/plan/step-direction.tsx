/**
 * The page of the optional 5-minute direction test: its parts with timers, and the questions after it.
 * What the answers mean is decided in care; the result goes into the profile, and the plan is made anew.
 */
import {
  type AfterDirection,
  directionLeavingOut,
  type DirectionResult,
  directionResult,
  directionTestSteps,
  directionWords,
  leavesOut,
  onlyOut,
  wentDownLeg,
} from '../../../care/relief/direction-test.ts'
import type { ReliefProfile } from '../../../care/relief/profile-questions.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { NumberField } from '../../ui/typed-fields.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { Timer } from '../../ui/timer.tsx'
import { type FormFields, readNumber } from '../form-fields.ts'
import { paths } from '../paths.ts'
import { CarryPlan } from './plan-now.tsx'
import { StepFrame, type StepPageProps } from './step-page.tsx'

export interface TestPageProps extends StepPageProps {
  readonly problems?: readonly Problem[]
  readonly typed?: FormFields
}

const ways = [
  { id: 'back', title: 'After leaning back' },
  { id: 'forward', title: 'After leaning forward' },
] as const

const replies = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
  { value: 'notSure', text: 'Not sure' },
] as const

/** The questions asked after each direction, as radios. */
const questions = [
  {
    id: 'place',
    ask: 'Where did the pain go?',
    options: [
      { value: 'nearer', text: 'Out of the leg, or nearer the middle of my back' },
      { value: 'same', text: 'It stayed in the same place' },
      { value: 'further', text: 'Further down the leg' },
      { value: 'notSure', text: 'Not sure' },
    ],
  },
  { id: 'moreNumb', ask: 'Is the leg more numb or tingly?', options: replies },
  { id: 'movingEasier', ask: 'Is moving easier?', options: replies },
  { id: 'lasted', ask: 'Did the change last a minute or more?', options: replies },
] as const

/** The test and its questions. */
export function TestPage(props: TestPageProps) {
  const { now, step, problems = [], typed = new Map() } = props
  return (
    <StepFrame {...props}>
      <ErrorSummary problems={problems} />
      <p>{step.how.join(' ')}</p>
      <Callout title="When to stop" look="warn">
        <ul>
          {step.stop.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Callout>
      <form method="post" action={paths.planStep(step.id)} novalidate>
        <CarryPlan now={now} />
        <DirectionTest name={step.id} problems={problems} typed={typed} />
        <Button name="do" value="direction">
          Show what it means
        </Button>
      </form>
    </StepFrame>
  )
}

/** The parts of the test with their timers, and the questions after it: the inside of a form. */
export function DirectionTest(props: { name: string; problems?: readonly Problem[]; typed?: FormFields }) {
  const { name: test, problems = [], typed = new Map() } = props
  const error = (field: string) => problems.find((problem) => problem.field === field)?.text
  const number = (name: string, legend: string) => (
    <NumberField name={name} legend={legend} unit="out of 10" typed={typed.get(name)?.at(-1)} error={error(name)} />
  )
  return (
    <>
      <ol class="test-parts">
        {directionTestSteps.map(({ id, text, seconds }, index) => (
          <li key={id}>
            {text}
            <Timer name={`${test}-${id}`} label={`Timer, part ${index + 1}`} spec={{ kind: 'hold', seconds }} />
          </li>
        ))}
      </ol>
      {number('before', 'How bad was the pain before, from 0 to 10?')}
      {ways.map(({ id: way, title }) => (
        <section key={way}>
          <h2>{title}</h2>
          {number(`${way}.after`, 'How bad was the pain then, from 0 to 10?')}
          {questions.map(({ id, ask, options }) => (
            <RadioGroup
              key={id}
              name={`${way}.${id}`}
              legend={ask}
              options={options}
              chosen={typed.get(`${way}.${id}`)?.at(-1)}
              error={error(`${way}.${id}`)}
            />
          ))}
        </section>
      ))}
    </>
  )
}

export type DirectionRead =
  | { readonly ok: true; readonly value: DirectionResult }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the answers after the test. Every one is needed: half a test says nothing. */
export function readDirection(fields: FormFields): DirectionRead {
  const problems: Problem[] = []
  const number = (name: string): number => {
    const typed = (fields.get(name)?.at(-1) ?? '').trim()
    const value = readNumber(typed) ?? 11
    if (value > 10) problems.push({ field: name, text: 'Enter a whole number from 0 to 10' })
    return value
  }
  const painBefore0to10 = number('before')
  const after = (way: string): AfterDirection => {
    const painAfter0to10 = number(`${way}.after`)
    const picked = questions.map(({ id, ask, options }) => {
      const value = fields.get(`${way}.${id}`)?.at(-1)
      if (!options.some((option) => option.value === value))
        problems.push({ field: `${way}.${id}`, text: `After leaning ${way}: ${ask} Choose an answer` })
      return [id, value]
    })
    return {
      painBefore0to10,
      painAfter0to10,
      // Each is an option of its own question: for any other a problem is noted, and nothing of this is used.
      ...(Object.fromEntries(picked) as Pick<AfterDirection, 'place' | 'moreNumb' | 'movingEasier' | 'lasted'>),
    }
  }
  const [back, forward] = [after('back'), after('forward')]
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: directionResult(back, forward) }
}

/** Which ways these answers say went down a leg, though the rest is not answered. */
export const waysDownLeg = (fields: FormFields): readonly ('back' | 'forward')[] =>
  ways.flatMap(({ id }) => {
    const said = (field: string) => fields.get(`${id}.${field}`)?.at(-1)
    const place = questions[0].options.find(({ value }) => value === said('place'))?.value
    const moreNumb = replies.find(({ value }) => value === said('moreNumb'))?.value
    return wentDownLeg({ ...(place && { place }), ...(moreNumb && { moreNumb }) }) ? [id] : []
  })

/**
 * A test told where it is not asked for any more: told again, or from a page of an older plan or check. It counts as one told in
 * time, but nothing that went down a leg before comes back (H-10).
 * @param known  what is known of the direction now
 * @param mayTry a way of leaning may be tried now; else only what stays out is said
 * @returns null where it says nothing: half a test, of which no way went down a leg
 */
export function readLateTest(
  fields: FormFields,
  known: ReliefProfile['direction'],
  mayTry: boolean,
): Pick<DirectionResult, 'direction' | 'text'> | null {
  const read = readDirection(fields)
  const down = waysDownLeg(fields)
  if (!read.ok && down.length === 0) return null
  const told = read.ok ? read.value.direction : known
  // What has nothing to leave out stands as it was told.
  const direction =
    read.ok && (told === known || !leavesOut(known)) ? read.value.direction : directionLeavingOut(down, known, told)
  if (!mayTry) return { direction, text: leavesOut(direction) ? directionWords[onlyOut(direction)] : notYet }
  return {
    direction,
    text: told === direction || !read.ok ? directionWords[direction] : `${staysOut} ${directionWords[direction]}`,
  }
}

const staysOut = 'What sent it down the leg before stays out.'
const notYet = 'What the test showed counts once it is safe to lean.'
