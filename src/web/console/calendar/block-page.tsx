/** Blocking time, and looking at what is blocked. */
import type { Choices } from '../../../clinic/calendar/choices.ts'
import type { InTheWay } from '../../../clinic/calendar/in-the-way.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { calendarPaths } from './calendar-paths.ts'
import { CalendarMessage } from './message.tsx'
import { dayOf, inTheWayWords, whenWords } from './calendar-words.ts'
import { SelectField, WhenField } from './time-fields.tsx'

interface BlockPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly choices: Choices
  readonly now: number
  readonly typed: {
    readonly key: string
    readonly resource: string | undefined
    readonly day: string
    readonly from: string
    readonly to: string
    readonly reason: string
  }
  readonly problems: readonly Problem[]
  readonly inTheWay: readonly InTheWay[]
  /** Whose time this member may block. */
  readonly mayBlock: readonly { readonly id: string; readonly name: string }[]
}

/** The form. */
export function BlockPage(props: BlockPageProps) {
  const { home, here, choices, now, typed, problems, inTheWay, mayBlock } = props
  return (
    <ConsolePage {...{ home, here }} title={problems.length > 0 ? 'Error: Block time' : 'Block time'}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        Block time
      </h1>
      {inTheWay.length > 0 && (
        <div class="callout cal-clash">
          <p>Nothing was blocked. In that time:</p>
          <ul>
            {inTheWay.map((one) => (
              <li key={one.id}>
                {inTheWayWords(one, choices.zone, now)}{' '}
                {one.kind === 'visit' && <a href={calendarPaths.move(one.id)}>Move it</a>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {mayBlock.length === 0 ? (
        <p>Only those who treat may block their own time, and those who plan may block anybody’s.</p>
      ) : (
        <form class="cal-form" method="post" action={calendarPaths.newBlock}>
          <input type="hidden" name="key" value={typed.key} />
          <SelectField name="resource" legend="Whose time" options={mayBlock} chosen={typed.resource} />
          <WhenField name="day" legend="Day" kind="date" value={typed.day} error={errorOf('day', problems)} />
          <WhenField name="from" legend="From" kind="time" value={typed.from} error={errorOf('from', problems)} />
          <WhenField name="to" legend="To" kind="time" value={typed.to} error={errorOf('to', problems)} />
          <LineField
            name="reason"
            legend="What for, if you like"
            hint="Only the clinic sees it."
            autocomplete="off"
            typed={typed.reason}
            error={undefined}
          />
          <Button look="go">Block it</Button>
        </form>
      )}
    </ConsolePage>
  )
}

interface OpenBlockProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly id: string
  readonly whose: string
  readonly reason: string | null
  readonly from: number
  readonly to: number
  readonly zone: string
  readonly now: number
  readonly mayOpen: boolean
}

/** One block, and the button that opens it. */
export function OneBlockPage(props: OpenBlockProps) {
  const { home, here, id, whose, reason, from, to, zone, now, mayOpen } = props
  return (
    <ConsolePage {...{ home, here }} title="Blocked time">
      <h1 tabindex={-1} data-focus>
        {reason ?? 'Blocked time'}
      </h1>
      <p>
        {whose}, {whenWords(from, to, zone, now)}. Nobody can book it.
      </p>
      {mayOpen ? (
        <form method="post" action={calendarPaths.block(id)}>
          <div class="cal-acts">
            <ButtonLink href={calendarPaths.view({ day: dayOf(from, zone) })}>Leave it</ButtonLink>
            <Button>Open this time again</Button>
          </div>
        </form>
      ) : (
        <p>It is somebody else’s. They, or those who plan, can open it.</p>
      )}
    </ConsolePage>
  )
}

interface OpenedBeforePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  /** Who opened it. */
  readonly by: string
  readonly when: string
}

/** Somebody else had opened it, or taken the block back. */
export function OpenedBeforePage({ home, here, by, when }: OpenedBeforePageProps) {
  return (
    <CalendarMessage {...{ home, here }} title="This time was opened already">
      <p>
        {by} opened it, {when}. Nothing was done now.
      </p>
    </CalendarMessage>
  )
}
