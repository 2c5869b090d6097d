/** A visit made longer or shorter: how long it is to take, and what is in the way, before the button. */
import type { VisitView } from '../../../clinic/booking/visit-view.ts'
import type { Choices } from '../../../clinic/calendar/choices.ts'
import type { StaffMoved } from '../../../clinic/calendar/staff-move.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { calendarPaths } from './calendar-paths.ts'
import { timesWords } from './calendar-words.ts'
import { Stands, Tell } from './move-page.tsx'
import { ReasonField, Refusal } from './refusal.tsx'

/** Shortest and longest visit, in minutes. [C] */
export const lengthLimits = { least: 5, most: 240 } as const

interface LengthPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly visit: VisitView
  readonly choices: Choices
  readonly now: number
  /** As it was typed. */
  readonly minutes: string
  readonly problems?: readonly Problem[]
  /** What would come of it, once a length was given. */
  readonly looked?: StaffMoved
  readonly typed?: { readonly reason: string; readonly tell: string }
}

export function LengthPage(props: LengthPageProps) {
  const { home, here, visit, minutes, problems = [], looked } = props
  const error = errorOf('minutes', problems)
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Length of a visit' : 'Length of a visit'}>
      <ErrorSummary problems={problems} />
      <p>
        <a href={consolePaths.visit(visit.appointmentId)}>Back to the visit</a>
      </p>
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        How long will it take?
      </h1>
      <Stands {...props} />
      {looked && <WhatComes {...props} looked={looked} />}
      <form class="cal-form" method="get" action={calendarPaths.length(visit.appointmentId)}>
        <div class={error ? 'question wrong' : 'question'}>
          <label class="ask" for="minutes">
            Minutes
          </label>
          {error && (
            <p class="error" id="minutes-error">
              {error}
            </p>
          )}
          <input
            class="field"
            id="minutes"
            name="minutes"
            inputmode="numeric"
            autocomplete="off"
            maxlength={5}
            value={minutes}
            aria-describedby={error ? 'minutes-error' : undefined}
            aria-invalid={error ? 'true' : undefined}
          />
        </div>
        <Button>Look at this length</Button>
      </form>
    </ConsolePage>
  )
}

const minuteMs = 60_000

/** What is in the way, or that nothing is, and the button. Nothing has happened yet. */
function WhatComes(props: LengthPageProps & { readonly looked: StaffMoved }) {
  const { visit, choices, now, looked, typed, problems = [] } = props
  const isRefused = !looked.ok && 'near' in looked
  const { zone } = visit.place
  const times = timesWords(visit.startsAt, visit.startsAt + Number(props.minutes) * minuteMs, zone)
  if (looked.ok && looked.already) return <p class="callout cal-fits">It takes {props.minutes} minutes already.</p>
  return (
    <>
      <h2>From {times}</h2>
      {looked.ok && <p class="callout cal-fits">All of that time is free.</p>}
      {isRefused && (
        <Refusal
          refused={{ ...looked, near: [] }}
          therapist={visit.therapist.id}
          {...{ choices, zone, now }}
          to={{ hrefOf: () => calendarPaths.move(visit.appointmentId) }}
        />
      )}
      {(looked.ok || (isRefused && looked.canBend)) && (
        <form method="post" action={calendarPaths.length(visit.appointmentId)}>
          <input type="hidden" name="version" value={String(visit.version)} />
          <input type="hidden" name="minutes" value={props.minutes} />
          {isRefused && (
            <ReasonField why={looked.why} typed={typed?.reason ?? ''} error={errorOf('reason', problems)} />
          )}
          <Tell visit={visit} chosen={typed?.tell ?? ''} />
          <div class="cal-acts">
            <ButtonLink href={consolePaths.visit(visit.appointmentId)}>Leave it as it is</ButtonLink>
            <Button look="go">{isRefused ? 'Change it all the same' : 'Change its length'}</Button>
          </div>
        </form>
      )}
    </>
  )
}
