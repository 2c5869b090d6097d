/**
 * "Which way feels better now?": two questions, and the optional 5-minute test where it is safe for this person; nothing of
 * it while they are to be seen first.
 * Draws and reads; relief/direction-test.ts says what the answers mean. Never: the test before the day's check.
 */
import type { ChoiceQuestion } from '../../../care/check/types.ts'
import { directionFelt, directionWords, onlyOut } from '../../../care/relief/direction-test.ts'
import type { DirectionWord } from '../../../care/programme/events.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, type Problem } from '../../ui/error-summary.tsx'
import { Callout } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import { Single } from '../check/question-field.tsx'
import { type FormFields, readAnswer } from '../form-fields.ts'
import type { CareHome } from '../home.ts'
import { paths } from '../paths.ts'
import { lockOf } from '../../../care/programme/state.ts'
import type { RecordNow } from '../record/record-now.ts'
import { BeSeen, FullCheckButton, NewOrWorse, UntilSeen } from './programme-parts.tsx'
import { CalledFor } from './today-warnings.tsx'
import { DirectionTest, waysDownLeg } from '../plan/step-direction.tsx'
import { notClosedWords } from '../record/record-not-kept.tsx'

const ours = { sources: ['unclench-design'], tag: 'C' } as const
const better: ChoiceQuestion = {
  id: 'better',
  kind: 'choice',
  ask: 'Which way feels better now?',
  short: 'Feels better',
  options: [
    { value: 'back', text: 'Leaning back' },
    { value: 'forward', text: 'Leaning forward' },
    { value: 'either', text: 'No difference' },
  ],
  ...ours,
}
const leg: ChoiceQuestion = {
  id: 'leg',
  kind: 'choice',
  ask: 'Does one of them send pain or tingling further down a leg?',
  short: 'Further down a leg',
  options: [
    { value: 'no', text: 'No' },
    { value: 'back', text: 'Leaning back does' },
    { value: 'forward', text: 'Leaning forward does' },
    { value: 'both', text: 'Both do' },
  ],
  ...ours,
}

export interface DirectionPageProps {
  readonly home: CareHome
  readonly entry: string
  /** What is known so far, in words; null: nothing. */
  readonly known: string | null
  /** The test may be done now, or why not. */
  readonly test: { readonly offered: true } | { readonly offered: false; readonly because: string }
  readonly fields?: FormFields
  readonly problems?: readonly Problem[]
  /** The form that was sent was the test's. */
  readonly testSent?: boolean
}

/** The two questions, and the test below. */
export function DirectionPage(props: DirectionPageProps) {
  const { home, entry, known, test, fields = new Map(), problems = [], testSent = false } = props
  const title = 'Which way feels better?'
  return (
    <CarePage home={home} title={problems.length > 0 ? `Error: ${title}` : title} islands={['timer', 'told-elsewhere']}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        {title}
      </h1>
      {known && (
        <p>
          <strong>So far:</strong> {known}
        </p>
      )}
      <form method="post" action={paths.direction} novalidate>
        <input type="hidden" name="entry" value={entry} />
        <Single question={better} fields={fields} problems={testSent ? [] : problems} />
        <Single question={leg} fields={fields} problems={testSent ? [] : problems} />
        <div class="actions">
          <Button look="go" name="do" value="felt">
            Save
          </Button>
        </div>
      </form>
      <h2>Not sure? There is a 5-minute test</h2>
      {test.offered ? (
        <details open={testSent}>
          <summary>Do the 5-minute test</summary>
          <div>
            <Callout title="When to stop" look="warn">
              <p>Stop a direction as soon as pain, numbness or tingling goes further down a leg.</p>
            </Callout>
            <form method="post" action={paths.direction} novalidate>
              <input type="hidden" name="entry" value={entry} />
              <DirectionTest name="direction" problems={problems} typed={fields} />
              <Button name="do" value="test">
                Save what the test showed
              </Button>
            </form>
          </div>
        </details>
      ) : (
        <p>It is not for you now. {test.because}</p>
      )}
      <p>
        <ButtonLink href={paths.today}>Back to today</ButtonLink>
      </p>
      <NewOrWorse />
    </CarePage>
  )
}

/**
 * In place of it while somebody is to be seen first: nothing to try, and nothing that is known of what helps (evidence.md
 * §2.1, §3.1).
 */
export function DirectionNotNowPage({ record }: { record: RecordNow }) {
  const { home, state } = record
  const title = 'Something else comes first'
  const lock = lockOf(state)
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      <p>Which way feels better is not for now.</p>
      {state.fullDue && <CalledFor record={record} />}
      {lock === 'locked' && <BeSeen state={state} />}
      {lock === 'gentle' && state.locks.length > 0 && <UntilSeen />}
      {state.fullDue && (
        <>
          <p>{state.fullDue.because}</p>
          <FullCheckButton look="go" />
        </>
      )}
      <p>
        <ButtonLink href={paths.today}>Back to today</ButtonLink>
      </p>
      <NewOrWorse />
    </CarePage>
  )
}

/** What went down a leg, where the device did not take it: said first, with what is called for. */
export function DirectionNotKeptPage({ record, direction }: { record: RecordNow; direction: LeftOut }) {
  const { home, state } = record
  const title = direction === 'stopBoth' ? 'Leave leaning out' : 'Leave that way out'
  return (
    <CarePage home={home} title={title}>
      <h1 tabindex={-1} data-focus>
        {title}
      </h1>
      {state.fullDue && <CalledFor record={record} />}
      <p>
        <strong>{directionWords[onlyOut(direction)]}</strong>
      </p>
      <p class="callout warn">{notClosedWords}</p>
      <FullCheckButton look="go" />
      <p>
        <ButtonLink href={paths.record}>Look at my record</ButtonLink>
      </p>
      <NewOrWorse />
    </CarePage>
  )
}

type LeftOut = Exclude<DirectionWord, 'notDone' | 'notSure'>

/** Which ways either form says went down a leg, though the rest is blank. Not sure counts as both (H-10). */
export function waysTold(fields: FormFields): readonly ('back' | 'forward')[] {
  if (fields.get('do')?.at(-1) === 'test') return waysDownLeg(fields)
  const told = readAnswer(leg, fields)
  if (!told.ok || told.value === 'no') return []
  return told.value === 'back' || told.value === 'forward' ? [told.value] : ['back', 'forward']
}

/** Reads the two questions. */
export function readFelt(
  fields: FormFields,
):
  | { readonly ok: true; readonly value: DirectionWord }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const [one, other] = [readAnswer(better, fields), readAnswer(leg, fields)]
  const problems: Problem[] = []
  if (!one.ok) problems.push({ field: 'q.better', text: `${better.short}: ${one.text}` })
  if (!other.ok) problems.push({ field: 'q.leg', text: `${leg.short}: ${other.text}` })
  if (!one.ok || !other.ok) return { ok: false, problems }
  type Felt = Parameters<typeof directionFelt>
  // `readAnswer` gives one of the question's own options, or "not sure".
  return { ok: true, value: directionFelt(one.value as Felt[0], other.value as Felt[1]) }
}
