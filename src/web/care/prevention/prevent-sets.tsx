/**
 * The break of two minutes and the warm-up, for this person now. Draws what small-sets.ts found; decides nothing.
 */
import { movements } from '../../../care/movement/movements.ts'
import type { Reminder, Reminders } from '../../../care/prevention/reminders.ts'
import { breakSeconds, type SmallItem, type SmallSet } from '../../../care/prevention/small-sets.ts'
import { topics } from '../../../care/prevention/topics.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Details } from '../../ui/text-parts.tsx'
import { Timer } from '../../ui/timer.tsx'
import { CarePage } from '../care-page.tsx'
import { paths } from '../paths.ts'
import { counted, First, HowSure, Lines, MovementRow, StopSigns } from './prevent-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { ReminderBeacon } from './reminder-beacon.tsx'
import { ReminderForm } from './reminder-form.tsx'

/** Said with and without a record: this much is always fine. */
export const breakAdvice = [
  'Change position every 20 to 30 minutes while you are awake.',
  'Stand up, walk about, fetch something, take a call on your feet.',
] as const

export interface BreaksPageProps {
  readonly record: RecordNow
  readonly set: SmallSet
  readonly reminders: Reminders
}

/** A break, and how often to be reminded of one. */
export function BreaksPage({ record, set, reminders }: BreaksPageProps) {
  const on = reminders.on.find(({ what }) => what === 'breaks')
  return (
    <CarePage home={record.home} title="Short breaks" islands={['timer', 'reminders', 'told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        A two-minute break
      </h1>
      {!(set.kind === 'first' && set.why === 'locked') && <Lines all={breakAdvice} />}
      <Break set={set} record={record} />
      <h2>Remind me</h2>
      <BreakReminder on={on} />
      <ReminderBeacon reminders={reminders} />
      <ReminderForm home={record.home} what="breaks" on={on} />
      <HowSure topic={topics.breaks} />
      <Ways />
    </CarePage>
  )
}

function Break({ set, record }: { set: SmallSet; record: RecordNow }) {
  if (set.kind === 'first') return <First why={set.why} because={set.because} record={record} />
  if (set.items.length === 0)
    return <p class="callout">For you, for now: stand up and walk about for a moment, if that feels fine.</p>
  return (
    <>
      <Timer name="break" label="Two-minute timer" spec={{ kind: 'hold', seconds: breakSeconds }} />
      <SetList set={set} />
      <p>
        Do this set up to {set.timesADay === 1 ? 'once' : `${set.timesADay} times`} a day. At other breaks, stand up and
        walk about.
      </p>
      <StopSigns />
    </>
  )
}

function BreakReminder({ on }: { on: Reminder | undefined }) {
  if (!on) return <p>No reminder is set.</p>
  const { every } = on
  const how = every
    ? `Every ${every.everyMinutes} minutes from ${every.from} to ${every.to}`
    : `At ${on.times.join(', ')}`
  return <p>{how}. Keep this page open for notes, or use the calendar file on the page of all reminders.</p>
}

/** The movements of a set, each with its picture, number and steps. */
function SetList({ set }: { set: Extract<SmallSet, { kind: 'set' }> }) {
  return (
    <>
      {set.half && <p class="callout">{set.half}</p>}
      <ol class="step-list">
        {set.items.map((item) => (
          <li key={item.movement}>
            <SetItem item={item} />
          </li>
        ))}
      </ol>
    </>
  )
}

function SetItem({ item }: { item: SmallItem }) {
  const { title, start, steps, breathe } = movements[item.movement]
  return (
    <>
      <MovementRow movement={item.movement} id={`set-${item.movement}`} options={item.drawn}>
        <span>{howMuch(item)}</span>
        {item.changes.map((change) => (
          <span class="small" key={change}>
            {change}
          </span>
        ))}
      </MovementRow>
      <Details summary={`How: ${title}`}>
        <p>{start}</p>
        <Lines all={steps} />
        <p>{breathe}</p>
      </Details>
    </>
  )
}

function howMuch({ reps, holdSeconds, sides }: SmallItem): string {
  const hold = holdSeconds > 0 ? `, hold ${counted(holdSeconds, 'second')}` : ''
  const side = sides.length === 2 ? ' on each side' : sides[0] ? ` on the ${sides[0]} side only` : ''
  return `${counted(reps, 'time')}${side}${hold}.`
}

/** Before strength. */
export function WarmUpPage({ record, set }: { record: RecordNow; set: SmallSet }) {
  return (
    <CarePage home={record.home} title="Warm up" islands={['told-elsewhere']}>
      <h1 tabindex={-1} data-focus>
        Warm up
      </h1>
      <p>Do this before strength, or before a job that is heavy for you. Move slowly, and only as far as is smooth.</p>
      {set.kind === 'first' ? (
        <First why={set.why} because={set.because} record={record} />
      ) : set.items.length === 0 ? (
        <p class="callout">For you, for now: walk about gently for a few minutes instead.</p>
      ) : (
        <>
          <SetList set={set} />
          <StopSigns />
        </>
      )}
      <HowSure topic={topics.warmUp} />
      <div class="actions">
        {set.kind !== 'first' && (
          <ButtonLink href={paths.preventStrength} look="go">
            Strength on two days
          </ButtonLink>
        )}
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}

function Ways() {
  return (
    <div class="actions">
      <ButtonLink href={paths.reminders} wide>
        All reminders
      </ButtonLink>
      <ButtonLink href={paths.preventDesk} wide>
        Your desk
      </ButtonLink>
      <ButtonLink href={paths.prevent} wide>
        All of “Keep it away”
      </ButtonLink>
    </div>
  )
}
