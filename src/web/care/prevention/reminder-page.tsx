/**
 * Every reminder in one place: what is on, setting it, cancelling it or all of it, what it says, and how it rings.
 * Draws what care/prevention folded; decides nothing.
 */
import { type ReminderKind, reminderKinds, type Weekday, weekdayNames } from '../../../care/prevention/events.ts'
import { type Reminder, type Reminders, reminderTitle } from '../../../care/prevention/reminders.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, type Problem, tabTitle } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import { paths } from '../paths.ts'
import type { RecordNow } from '../record/record-now.ts'
import { ReminderBeacon } from './reminder-beacon.tsx'
import { ReminderForm } from './reminder-form.tsx'
import { FormId } from '../programme/programme-keep.tsx'

export interface RemindersPageProps {
  readonly record: RecordNow
  readonly reminders: Reminders
  readonly typed?: FormFields
  readonly problems?: readonly Problem[]
}

/** The page. */
export function RemindersPage({ record, reminders, typed, problems = [] }: RemindersPageProps) {
  const { on, history, wording } = reminders
  return (
    <CarePage home={record.home} title={tabTitle('Reminders', problems)} islands={['reminders']} asks>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Reminders
      </h1>
      {on.length === 0 ? (
        <p>None is set. Choose one below. It takes a few seconds, and you can cancel it here at any time.</p>
      ) : (
        <SetNow home={record.home} on={on} />
      )}
      <h2>Set a reminder</h2>
      <div class="reminder-list">
        {reminderKinds.map((what) => (
          <Details key={what} summary={reminderTitle(what)} open={isOpen(what, typed)}>
            <ReminderForm
              home={record.home}
              what={what}
              on={on.find((one) => one.what === what)}
              {...(typed && { typed })}
              problems={isOpen(what, typed) ? problems : []}
            />
          </Details>
        ))}
      </div>
      <h2>How they ring</h2>
      <ReminderBeacon reminders={reminders} />
      <Calendar on={on.length > 0} known={history.length > 0} />
      <WhatTheySay home={record.home} wording={wording} />
      <div class="actions">
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}

/** What is on, each with its way to cancel it. */
function SetNow({ home, on }: Pick<RecordNow, 'home'> & Pick<Reminders, 'on'>) {
  return (
    <section aria-labelledby="on">
      <h2 id="on">Set now</h2>
      <ul class="plain-list">
        {on.map((reminder) => (
          <li key={reminder.what} class="card reminder-on">
            <p>
              <strong>{reminderTitle(reminder.what)}</strong>
              <br />
              {whenIs(reminder)}
            </p>
            <form method="post" action={paths.reminders}>
              <FormId home={home} />
              <input type="hidden" name="what" value={reminder.what} />
              <Button name="do" value="cancel">
                Cancel <span class="unseen">{reminderTitle(reminder.what)}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <form method="post" action={paths.reminders}>
        <FormId home={home} />
        <Button name="do" value="cancelAll">
          Cancel all
        </Button>
      </form>
    </section>
  )
}

function WhatTheySay({ home, wording }: Pick<RecordNow, 'home'> & Pick<Reminders, 'wording'>) {
  return (
    <>
      <h2>What they say</h2>
      <form method="post" action={paths.reminders}>
        <FormId home={home} />
        <RadioGroup
          name="wording"
          legend="On a locked screen and in your calendar"
          options={[
            { value: 'hidden', text: '“Reminder”, and nothing else' },
            { value: 'move', text: '“Time to move”, or “Time for your note”' },
          ]}
          chosen={wording}
        />
        <Button name="do" value="wording">
          Keep these words
        </Button>
      </form>
    </>
  )
}

const isOpen = (what: ReminderKind, typed: FormFields | undefined) => typed?.get('what')?.[0] === what

function Calendar({ on, known }: { on: boolean; known: boolean }) {
  return (
    <section class="card" aria-labelledby="calendar">
      <h3 id="calendar">Your calendar</h3>
      <p>
        This file puts your reminders into the calendar on your phone. It rings there, also when Unclench is closed. It
        is made on this device and says nothing about your back.
      </p>
      {on && <ButtonLink href={paths.remindersCalendar}>Get the calendar file</ButtonLink>}
      {known && (
        <>
          <p class="after">
            Changed or cancelled something? Get the file again and open it: it brings your calendar up to date. Some
            calendars do not take things back by file. Then delete them there.
          </p>
          <ButtonLink href={paths.remindersCancel}>Get the file that takes them all back</ButtonLink>
        </>
      )}
      {!known && <p class="quiet">Set a reminder first.</p>}
    </section>
  )
}

/** "Mondays and Thursdays at 09:30" or "each day, every 30 minutes from 09:00 to 17:00". */
function whenIs({ days, times, every }: Reminder): string {
  const week = days.length === 7 ? 'Each day' : runsOf(days).join(', ')
  return every
    ? `${week}: every ${every.everyMinutes} minutes from ${every.from} to ${every.to}`
    : `${week}: at ${times.join(' and ')}`
}

/** "Monday to Friday", "Tuesday, Friday": three days in a row or more are told as one. */
function runsOf(days: readonly Weekday[]): readonly string[] {
  const runs: Weekday[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && day - (run.at(-1) ?? 0) === 1) run.push(day)
    else runs.push([day])
  }
  return runs.flatMap((run) => {
    const [first, last] = [run[0], run.at(-1)]
    return first && last && run.length > 2
      ? `${weekdayNames[first]} to ${weekdayNames[last]}`
      : run.map((day) => weekdayNames[day])
  })
}

/** Where there is no calendar file to give: nothing was ever set. */
export function NoCalendarPage({ record }: { record: RecordNow }) {
  return (
    <CarePage home={record.home} title="No reminders yet">
      <h1 tabindex={-1} data-focus>
        No reminders yet
      </h1>
      <Callout title="Set one first">
        <p>A calendar file holds your reminders. You have set none so far.</p>
        <ButtonLink href={paths.reminders} look="go">
          Set a reminder
        </ButtonLink>
      </Callout>
    </CarePage>
  )
}
