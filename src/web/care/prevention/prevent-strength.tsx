/**
 * Strength on two days: which days, and what they hold. The session itself is at /session. Draws; decides nothing.
 */
import { movements } from '../../../care/movement/movements.ts'
import type { SessionItem } from '../../../care/programme/session-item.ts'
import { type Weekday, weekdayNames, weekdays } from '../../../care/prevention/events.ts'
import type { StrengthDay, StrengthPlan } from '../../../care/prevention/strength.ts'
import { topics } from '../../../care/prevention/topics.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary, type Problem, tabTitle } from '../../ui/error-summary.tsx'
import { Callout, Details } from '../../ui/text-parts.tsx'
import { CarePage } from '../care-page.tsx'
import type { FormFields } from '../form-fields.ts'
import { paths } from '../paths.ts'
import { capital, counted, dayWords, First, HowSure, MovementRow, StopSigns } from './prevent-parts.tsx'
import type { RecordNow } from '../record/record-now.ts'
import { FormId } from '../programme/programme-keep.tsx'

export interface StrengthPageProps {
  readonly record: RecordNow
  readonly plan: StrengthPlan
  readonly chosen: readonly [Weekday, Weekday]
  /** What was sent, where the form came back. */
  readonly typed?: FormFields
  readonly problems?: readonly Problem[]
}

/** The page. */
export function StrengthPage(props: StrengthPageProps) {
  const { record, plan, problems = [] } = props
  return (
    <CarePage home={record.home} title={tabTitle('Strength on two days', problems)} islands={['told-elsewhere']}>
      <ErrorSummary problems={problems} />
      <h1 tabindex={-1} {...(problems.length === 0 && { 'data-focus': true })}>
        Strength on two days
      </h1>
      <Plan {...props} />
      {plan.kind !== 'gentle' && <DaysForm {...props} />}
      <HowSure topic={topics.strength} />
      <div class="actions">
        {plan.kind !== 'first' && (
          <ButtonLink href={paths.preventWarmUp} wide>
            Warm up
          </ButtonLink>
        )}
        <ButtonLink href={paths.prevent} wide>
          All of “Keep it away”
        </ButtonLink>
      </div>
    </CarePage>
  )
}

function Plan({ plan, record }: StrengthPageProps) {
  switch (plan.kind) {
    case 'notYet':
      return (
        <Callout title="Not yet">
          <p>{plan.because}</p>
          <ButtonLink href={paths.today} look="go">
            What to do today
          </ButtonLink>
        </Callout>
      )
    case 'gentle':
      return (
        <Callout title="Gentle things for now" look="warn">
          <p>{plan.because}</p>
          <ButtonLink href={paths.today}>What to do today</ButtonLink>
        </Callout>
      )
    case 'first':
      return <First why={plan.why} because={plan.because} record={record} />
    case 'days':
      return (
        <>
          {plan.days.map((day, index) => (
            <Day key={day.day} day={day} place={index + 1} record={record} />
          ))}
          <StopSigns />
        </>
      )
    default:
      throw new Error(`unhandled ${plan satisfies never}`)
  }
}

function Day({ day, place, record }: { day: StrengthDay; place: number; record: RecordNow }) {
  const isToday = day.day === record.now.day
  return (
    <section aria-labelledby={`day-${place}`}>
      <h2 id={`day-${place}`}>{capital(dayWords(day.day, record.now.day))}</h2>
      {day.set === null ? (
        <p>A full check comes first on that day. Then we show the set.</p>
      ) : (
        <>
          <p>
            About {counted(day.set.minutes, 'minute')}. {!isToday && 'It may change with how you are then.'}
          </p>
          {place === 1 ? (
            <Items items={day.set.items} id={`day-${place}`} />
          ) : (
            <Details summary="What is in it">
              <Items items={day.set.items} id={`day-${place}`} />
            </Details>
          )}
        </>
      )}
      {isToday && (
        <ButtonLink href={paths.session} look="go">
          Start today’s session
        </ButtonLink>
      )}
    </section>
  )
}

function Items({ items, id }: { items: readonly SessionItem[]; id: string }) {
  return (
    <ul class="step-list">
      {items.map((item) => (
        <li key={item.movement}>
          <MovementRow
            movement={item.movement}
            id={`${id}-${item.movement}`}
            options={{ range: item.range, headStill: item.headStill }}
          >
            <span class="small">{doseWords(item)}</span>
            {item.half && <span class="quiet small">{item.half}</span>}
            {item.insteadOf && (
              <span class="quiet small">
                Instead of {movements[item.insteadOf.movement].title}. {item.insteadOf.because}
              </span>
            )}
          </MovementRow>
        </li>
      ))}
    </ul>
  )
}

/** "8 times, hold 5 seconds, 2 rounds, each side, with 2 kg". */
function doseWords({ dose }: SessionItem): string {
  return [
    dose.minutes !== undefined && counted(dose.minutes, 'minute'),
    dose.reps !== undefined && counted(dose.reps, 'time'),
    dose.holdSeconds !== undefined && `hold ${counted(dose.holdSeconds, 'second')}`,
    dose.sets > 1 && `${dose.sets} rounds`,
    dose.sides.length === 2 && 'each side',
    dose.sides.length === 1 && `${dose.sides[0]} side only`,
    dose.loadKg > 0 && `with ${dose.loadKg} kg`,
  ]
    .filter(Boolean)
    .join(', ')
}

function DaysForm({ record, chosen, typed, problems = [] }: StrengthPageProps) {
  const error = problems.find(({ field }) => field === 'days')?.text
  return (
    <form method="post" action={paths.preventStrength} class="card">
      <FormId home={record.home} />
      <h2>My two days</h2>
      <p id="days-hint" class="hint">
        Muscles need a day off in between.
      </p>
      {error && (
        <p id="days-error" class="error">
          {error}
        </p>
      )}
      <div class="two-fields" id="days">
        {(['first', 'second'] as const).map((name, index) => (
          <label key={name} class="ask">
            {index === 0 ? 'First day' : 'Second day'}
            <select class="field" name={name} aria-describedby={error ? 'days-hint days-error' : 'days-hint'}>
              {weekdays.map((day) => (
                <option
                  key={day}
                  value={day}
                  selected={String(day) === (typed?.get(name)?.[0] ?? String(chosen[index]))}
                >
                  {weekdayNames[day]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <Button>Keep these days</Button>
    </form>
  )
}
