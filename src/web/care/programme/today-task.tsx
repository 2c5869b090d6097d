/**
 * What to do today: the one thing that is next, and what comes after it. Which they are is said by `today` of
 * care/programme. Never: a movement before its check.
 */
import type { SessionBegun } from '../../../care/player/session-begun.ts'
import type { ProgrammeState } from '../../../care/programme/state.ts'
import { mayDoOneMore, type Task, type TaskKind } from '../../../care/programme/today.ts'
import type { Moment } from '../../../care/evidence/calendar.ts'
import type { OpenNow } from '../../../care/record/open-now.ts'
import { uk } from '../../../care/region.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { paths } from '../paths.ts'
import { BeSeen, FullCheckButton } from './programme-parts.tsx'
import { CallButton } from '../../ui/call-button.tsx'

const minutesWords = ({ minutes }: Task): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`

/** A session that was begun and not ended comes before anything else. */
export function CarryOn({ session }: { session: SessionBegun }) {
  return (
    <section class="next-task" aria-labelledby="next">
      <p class="small quiet">Next</p>
      <h2 id="next">Carry on with your session</h2>
      <p>You started one and did not finish it. You can carry on where you left off.</p>
      <ButtonLink href={paths.sessionPlayer(session.id)} look="go">
        Carry on
      </ButtonLink>
    </section>
  )
}

/** The big one. */
export function NextTask(props: { task: Task; state: ProgrammeState; now: Moment; urgent: boolean; open: OpenNow }) {
  const { task, state, now, urgent, open } = props
  // The call for help above is then the page's next action, and has its own button.
  if (task.kind === 'getHelp' && urgent) return null
  return (
    <section class="next-task" aria-labelledby="next">
      <p class="small quiet">Next</p>
      <h2 id="next">{task.title}</h2>
      <p>
        {task.why}
        {task.minutes > 0 && <span class="quiet"> About {minutesWords(task)}.</span>}
      </p>
      <TaskAction kind={task.kind} {...{ state, now, open }} />
    </section>
  )
}

const links: Partial<Record<TaskKind, { readonly href: string; readonly text: string }>> = {
  start: { href: paths.programmeStart, text: 'Start my day-by-day plan' },
  morning: { href: paths.morning, text: 'Tell us now' },
  miniCheck: { href: paths.miniCheck, text: 'Do the short check' },
  checkIn: { href: paths.checkIn, text: 'Answer now' },
  changePhase: { href: paths.phaseChange, text: 'Look at the next phase' },
  abilities: { href: paths.abilities, text: 'Tell us now' },
  askDirection: { href: paths.direction, text: 'Answer now' },
  session: { href: paths.session, text: 'Start' },
  walk: { href: paths.session, text: 'Start' },
}

function TaskAction(props: { kind: TaskKind; state: ProgrammeState; now: Moment; open: OpenNow }) {
  const { kind, state, now, open } = props
  const link = links[kind]
  if (link)
    return (
      <ButtonLink href={link.href} look="go">
        {link.text}
      </ButtonLink>
    )
  switch (kind) {
    case 'fullCheck':
      return <FullCheckButton look="go" />
    case 'getHelp':
      return <CallButton number={uk.urgentNumber} look="go" />
    case 'seeClinician':
      return <BeSeen state={state} />
    case 'rest':
      return (
        <div class="actions">
          {open.relax !== 'closed' && (
            <ButtonLink href={paths.relax} look="go">
              Relax for a few minutes
            </ButtonLink>
          )}
          {mayDoOneMore(state, now) && (
            <ButtonLink href={paths.session} wide>
              Do one more session
            </ButtonLink>
          )}
        </div>
      )
    default:
      throw new Error(`no action for ${kind}`)
  }
}

/**
 * What comes after, each a link as soon as it may be done: nobody has to answer what can wait before they may move.
 * A session only when no check is in front of it.
 */
export function Then({ tasks, mayMove: open }: { tasks: readonly Task[]; mayMove: boolean }) {
  if (tasks.length === 0) return null
  return (
    <section aria-labelledby="then">
      <h2 id="then">After that</h2>
      <ol class="then">
        {tasks.map((task) => {
          const moving = task.kind === 'session' || task.kind === 'walk'
          const link = moving && !open ? undefined : links[task.kind]
          return (
            <li key={task.kind}>
              <strong>{link ? <a href={link.href}>{task.title}</a> : task.title}</strong>
              {task.minutes > 0 && <span class="quiet"> · {minutesWords(task)}</span>}
              <br />
              <span class="quiet">{task.why}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
