/**
 * Setting one reminder: its times and its days. Plain form, posted to the page of all reminders; read here again.
 * Nonsense gets a message and loses nothing.
 */
import {
  type ClockTime,
  type ReminderKind,
  reminderKinds,
  type ReminderSet,
  type Weekday,
  weekdayNames,
  weekdays,
} from '../../../care/prevention/events.ts'
import { breakMinutes, isClockTime, minutesOfDay, type Reminder, timesOf } from '../../../care/prevention/reminders.ts'
import { Button } from '../../ui/button.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import type { FormFields } from '../form-fields.ts'
import { paths } from '../paths.ts'
import { FormId } from '../programme/programme-keep.tsx'
import type { CareHome } from '../home.ts'

interface Defaults {
  readonly days: readonly Weekday[]
  readonly times: readonly [string, string]
}
/** Shown in the form before anything was set. Ours [C]. */
const usual: Readonly<Record<ReminderKind, Defaults>> = {
  breaks: { days: [1, 2, 3, 4, 5], times: ['09:00', '17:00'] },
  walk: { days: [1, 2, 3, 4, 5], times: ['12:30', ''] },
  strength: { days: [2, 5], times: ['18:00', ''] },
  session: { days: weekdays, times: ['09:00', ''] },
  diary: { days: weekdays, times: ['20:00', ''] },
  miniCheck: { days: weekdays, times: ['08:00', ''] },
}

export interface ReminderFormProps {
  readonly home: Pick<CareHome, 'newId'>
  readonly what: ReminderKind
  readonly on: Reminder | undefined
  readonly typed?: FormFields
  readonly problems?: readonly Problem[]
}

/** The form of one kind. */
export function ReminderForm(props: ReminderFormProps) {
  const { home, what, on } = props
  return (
    <form method="post" action={paths.reminders} class="reminder" novalidate>
      <FormId home={home} />
      <input type="hidden" name="what" value={what} />
      {what === 'breaks' ? <FromToFields {...props} /> : <TimesFields {...props} />}
      <DayTicks {...props} />
      <Button name="do" value="set">
        {on ? 'Keep these times' : 'Set this reminder'}
      </Button>
    </form>
  )
}

/** What was typed into the form of this kind, and not into another's. */
const typedHere = ({ typed, what }: ReminderFormProps): FormFields | undefined =>
  typed?.get('what')?.[0] === what ? typed : undefined

/** Every so many minutes, between two times of day. */
function FromToFields(props: ReminderFormProps) {
  const { on, problems = [] } = props
  return (
    <>
      <TwoTimes
        {...props}
        fields={[
          { name: 'from', label: 'From', set: on?.every?.from },
          { name: 'to', label: 'To', set: on?.every?.to },
        ]}
      />
      <RadioGroup
        name="every"
        legend="How often?"
        options={breakMinutes.map((minutes) => ({ value: String(minutes), text: `${minutes} minutes` }))}
        chosen={typedHere(props)?.get('every')?.[0] ?? String(on?.every?.everyMinutes ?? 30)}
        error={errorOf('every', problems)}
      />
    </>
  )
}

/** One time of day, or two. */
const TimesFields = (props: ReminderFormProps) => (
  <TwoTimes
    {...props}
    fields={[
      { name: 'time1', label: 'Time', set: props.on?.times[0] },
      { name: 'time2', label: 'And again, if you like', set: props.on?.times[1] },
    ]}
  />
)

interface TimeAsked {
  readonly name: string
  readonly label: string
  /** As it is set now. */
  readonly set: string | undefined
}

/** Two times side by side, each with what was typed, else what is set, else what is usual. */
function TwoTimes(props: ReminderFormProps & { fields: readonly [TimeAsked, TimeAsked] }) {
  const { what, fields, problems = [] } = props
  const mine = typedHere(props)
  return (
    <div class="two-fields">
      {fields.map(({ name, label, set }, index) => (
        <TimeField
          key={name}
          id={`${what}.${name}`}
          name={name}
          label={label}
          value={mine?.get(name)?.[0] ?? set ?? usual[what].times[index] ?? ''}
          problems={problems}
        />
      ))}
    </div>
  )
}

function DayTicks(props: ReminderFormProps) {
  const { what, on, problems = [] } = props
  const mine = typedHere(props)
  const days = mine ? (mine.get('days') ?? []) : (on?.days ?? usual[what].days).map(String)
  const error = errorOf(`${what}.days`, problems)
  return (
    <fieldset id={`${what}.days`} class={error ? 'week wrong' : 'week'}>
      <legend>On these days</legend>
      {error && <p class="error">{error}</p>}
      {weekdays.map((day) => (
        <Tick key={day} name="days" value={String(day)} text={weekdayNames[day]} ticked={days.includes(String(day))} />
      ))}
    </fieldset>
  )
}

function TimeField(props: { id: string; name: string; label: string; value: string; problems: readonly Problem[] }) {
  const { id, name, label, value, problems } = props
  const error = errorOf(id, problems)
  return (
    <div class={error ? 'wrong' : undefined}>
      <label class="ask" for={id}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} class="error">
          {error}
        </p>
      )}
      <input
        class="field time"
        type="time"
        id={id}
        name={name}
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
    </div>
  )
}

export type ReminderRead =
  | { readonly ok: true; readonly value: Pick<ReminderSet, 'what' | 'times' | 'days'> }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Which kind a form speaks of; null for one we do not know. */
export const kindIn = (fields: FormFields): ReminderKind | null =>
  reminderKinds.find((known) => known === fields.get('what')?.[0]) ?? null

/** A posted form as a reminder, or what to do about it. */
export function readReminder(what: ReminderKind, fields: FormFields): ReminderRead {
  const problems: Problem[] = []
  const time = (name: string): ClockTime | null => {
    const typed = (fields.get(name)?.[0] ?? '').trim()
    const whole = /^\d:\d\d$/.test(typed) ? `0${typed}` : typed
    if (isClockTime(whole)) return whole
    problems.push({ field: `${what}.${name}`, text: 'Enter a time, such as 09:30' })
    return null
  }
  const times = what === 'breaks' ? everyIn(fields, time, problems) : timesIn(fields, time)
  const days = weekdays.filter((day) => fields.get('days')?.includes(String(day)))
  if (days.length === 0) problems.push({ field: `${what}.days`, text: 'Tick at least one day' })
  return problems.length > 0 || times === null ? { ok: false, problems } : { ok: true, value: { what, times, days } }
}

function timesIn(fields: FormFields, time: (name: string) => ClockTime | null): readonly ClockTime[] | null {
  const first = time('time1')
  const second = (fields.get('time2')?.[0] ?? '').trim() === '' ? undefined : time('time2')
  if (first === null || second === null) return null
  return timesOf(second === undefined ? [first] : [first, second])
}

function everyIn(
  fields: FormFields,
  time: (name: string) => ClockTime | null,
  problems: Problem[],
): Exclude<ReminderSet['times'], readonly ClockTime[]> | null {
  const [from, to] = [time('from'), time('to')]
  const everyMinutes = breakMinutes.find((minutes) => String(minutes) === fields.get('every')?.[0])
  if (everyMinutes === undefined) problems.push({ field: 'every', text: 'Choose how often' })
  if (from === null || to === null || everyMinutes === undefined) return null
  if ((minutesOfDay(from) ?? 0) >= (minutesOfDay(to) ?? 0)) {
    problems.push({ field: 'breaks.to', text: 'Choose an end that is later than the start' })
    return null
  }
  return { everyMinutes, from, to }
}
