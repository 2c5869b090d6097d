/** Up to three tasks that matter, in the person's own words; danger in a name is answered first. */
import { askedOf } from '../record/own-answers.ts'
import { mostTasks, type Task } from '../../../care/diary/entry.ts'
import { uk } from '../../../care/region.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { CallButton } from '../../ui/call-button.tsx'
import { CarePage } from '../care-page.tsx'
import { OtherRoutes } from '../../ui/help-routes.tsx'
import { helpNowWords } from '../../ui/danger-heard.tsx'
import { paths } from '../paths.ts'
import { StillOpen } from '../programme/today-warnings.tsx'
import type { RecordNow } from '../record/record-now.ts'

/** A task's name that may mean danger: help first where it may be an emergency, and the check. */
function DangerInName({ how }: { how: 'now' | 'check' }) {
  return (
    <div class="callout warn">
      {how === 'now' && (
        <p>
          <strong>{helpNowWords}</strong>
        </p>
      )}
      <p>You wrote something that may be a danger sign. Do the check before you move more.</p>
      <div class="actions">
        {/* What the words say to do at once is what stands out. */}
        {how === 'now' && <CallButton number={uk.emergencyNumber} look="go" />}
        <ButtonLink href={paths.check} {...(how === 'now' ? { wide: true } : { look: 'go' })}>
          Do the check
        </ButtonLink>
      </div>
    </div>
  )
}

export interface TasksPageProps {
  readonly record: RecordNow
  readonly chosen: readonly Task[]
  /** What was typed, by field name, when something was wrong. */
  readonly typed?: ReadonlyMap<string, string>
  readonly problems?: readonly Problem[]
  readonly saved?: boolean
  /** A name holds words that may mean danger; `now`: one that may be an emergency. */
  readonly danger?: false | 'now' | 'check'
  /** A line that speaks of a danger at home was answered, and not kept. */
  readonly leftOut?: boolean
}

/** Longest name of a task, in letters. */
export const taskNameLimit = 80

/** Up to three tasks in the person's own words. */
export function TasksPage({
  record,
  chosen,
  typed = new Map(),
  problems = [],
  saved,
  danger,
  leftOut,
}: TasksPageProps) {
  const free = Array.from({ length: mostTasks - chosen.length }, (_, index) => `new.${index + 1}`)
  const fields = [
    ...chosen.map(({ id, name }) => ({ name: `task.${id}`, value: name })),
    ...free.map((name) => ({ name, value: '' })),
  ]
  return (
    <CarePage home={record.home} title={problems.length > 0 ? 'Error: My tasks' : 'My tasks'} asks>
      {leftOut && (
        <>
          <OtherRoutes routes={['999', 'domestic-abuse']} title="Who to call" first />
          <p class="callout">We did not keep one of your lines, since other people may see this phone.</p>
        </>
      )}
      {danger && <DangerInName how={danger} />}
      <ErrorSummary problems={problems} />
      <h1>My tasks</h1>
      {!danger && <StillOpen record={record} />}
      {saved && (
        <p class="callout" role="status">
          Kept.
        </p>
      )}
      <p>
        {askedOf(record, 'Choose up to three things that your back makes hard, and that matter to you.')} Such as
        putting on socks, sitting through a meal, or lifting a child. In your diary you say how each one goes, 0 to 10.
      </p>
      <form method="post" action={paths.diaryTasks} novalidate>
        {fields.map(({ name, value }, index) => (
          <div class={errorOf(name, problems) ? 'question wrong' : 'question'} key={name}>
            <label class="ask" for={name}>
              Task {index + 1}
            </label>
            {errorOf(name, problems) && (
              <p class="error" id={`${name}-error`}>
                {errorOf(name, problems)}
              </p>
            )}
            <input
              class="field"
              id={name}
              name={name}
              autocomplete="off"
              value={typed.get(name) ?? value}
              aria-describedby={errorOf(name, problems) ? `${name}-error` : undefined}
              aria-invalid={errorOf(name, problems) ? 'true' : undefined}
            />
          </div>
        ))}
        <p class="hint">Empty a line to drop a task. What you said about it before stays in your record.</p>
        <div class="actions">
          <Button look="go">Keep these</Button>
          <ButtonLink href={paths.diary} wide>
            My diary
          </ButtonLink>
        </div>
      </form>
    </CarePage>
  )
}
