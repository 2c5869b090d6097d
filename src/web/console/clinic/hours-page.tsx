/** Step 4, and later: when each therapist works, where, and every how many weeks. */
import { weekdayNames } from '../../../clinic/availability/wall-clock.ts'
import { type OpenSpan, spansWords } from '../../../clinic/availability/opening.ts'
import { rotasOfTherapist } from '../../../clinic/setup/hours.ts'
import { type OutsideDoor, rotaOutsideDoor } from '../../../clinic/setup/opening.ts'
import { whatIsMissing } from '../../../clinic/setup/missing.ts'
import { type Picture, stampOf, type TherapistRow } from '../../../clinic/setup/picture.ts'
import { type Rota, rotaKey, startKeepingStep, stretchWords, wallOf } from '../../../clinic/setup/rota.ts'
import type { VisitAhead } from '../../../clinic/setup/visits-ahead.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { dayWords } from '../../find/words.ts'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { type Fields, isTicked, typedIn } from './clinic-fields.ts'
import {
  Choose,
  ClinicPage,
  fieldsFrom,
  type FormState,
  Line,
  type PageBase,
  Short,
  StepLinks,
  StillMissing,
} from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { FewerTimes, TimesLeftWords } from './fewer-times.tsx'
import { VisitTimes } from './home-page.tsx'
import { ByEnter } from '../../ui/by-enter.tsx'

interface HoursPageProps extends PageBase {
  /** Whose hours they may change. */
  readonly mayChange: (therapistId: string) => boolean
}

/** Everybody's week. */
export function HoursPage(props: HoursPageProps) {
  const { picture, mayChange } = props
  return (
    <ClinicPage {...props} title="Hours">
      <StillMissing missing={picture.isOpen ? [] : whatIsMissing(picture)} step="hours" />
      {picture.therapists.length === 0 && <p>Add people to the team first. Then each has hours here.</p>}
      <div class="setup-weeks">
        {picture.therapists.map((therapist) => (
          <Week key={therapist.id} {...{ picture, therapist }} mayChange={mayChange(therapist.id)} />
        ))}
      </div>
      <p>
        Days that differ: <a href={calendarPaths.closures}>days when the clinic is shut, and bank holidays</a>, and{' '}
        <a href={calendarPaths.away}>days when somebody is away</a>. Each first lists the visits that it would hit.
      </p>
      <p class="callout">
        <strong>After an emergency or urgent result, help comes first.</strong> On the device where the check was done,
        the booking pages first say whom to call. Whoever has been seen, or books for somebody else, can go on from
        there. We do not know who that is: the answers stay on their device. This cannot be turned off.
      </p>
      <StepLinks picture={picture} step="hours" />
    </ClinicPage>
  )
}

interface WeekProps {
  readonly picture: Picture
  readonly therapist: TherapistRow
  readonly mayChange: boolean
}

function Week({ picture, therapist, mayChange }: WeekProps) {
  const rotas = rotasOfTherapist(picture, therapist.id)
  return (
    <section class="setup-week">
      <h2>{therapist.name}</h2>
      {rotas.length === 0 && <p class="quiet">No hours yet.</p>}
      {rotas.map((rota) => (
        <RotaView key={rotaKey(rota)} {...{ picture, therapist, rota, mayChange }} />
      ))}
      {mayChange && (
        <p>
          <a href={clinicPaths.hoursOf(therapist.id)}>
            {rotas.length === 0 ? 'Set hours' : 'Add hours at another place or in other weeks'}
            <span class="unseen"> for {therapist.name}</span>
          </a>
        </p>
      )}
    </section>
  )
}

function RotaView({ picture, therapist, rota, mayChange }: WeekProps & { readonly rota: Rota }) {
  const place = picture.places.find(({ id }) => id === rota.locationId)?.name ?? ''
  const label = `${place}, ${rhythmWords(rota, picture.today)}`
  const outside = rotaOutsideDoor(picture, rota)
  return (
    <div class="setup-rota">
      <h3>{label}</h3>
      <table>
        <caption class="unseen">
          {therapist.name}, {label}
        </caption>
        <tbody>
          {weekdayNames.map((name, at) => {
            const day = rota.stretches.filter(({ weekday }) => weekday === at + 1).toSorted((a, b) => a.from - b.from)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>
                  {day.length === 0 ? (
                    <span class="quiet">Not here</span>
                  ) : (
                    day.map((stretch) => (
                      <span key={stretch.from} class="setup-bar">
                        {stretchWords(stretch)}
                      </span>
                    ))
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <OutsideDoorLines lines={outside} />
      {mayChange && (
        <p>
          <a href={`${clinicPaths.hoursOf(therapist.id)}?${new URLSearchParams({ rota: rotaKey(rota) })}`}>
            Change
            <span class="unseen">
              {' '}
              the hours of {therapist.name}, {label}
            </span>
          </a>
        </p>
      )}
    </div>
  )
}

/** What of some hours lies outside of when the door is open: said, and cut from nothing. */
export function OutsideDoorLines({ lines }: { readonly lines: readonly OutsideDoor[] }) {
  if (lines.length === 0) return null
  return (
    <div class="callout warn">
      <p>
        <strong>The door may be shut then.</strong> These hours are outside the opening hours. They are offered all the
        same, and who books one is told so in the mail.
      </p>
      <ul>
        {lines.map(({ who = '', weekday, hours, open }) => (
          <li key={`${who} ${weekday} ${hours.from}`}>
            {who && `${who}, `}
            {weekdayNames[weekday - 1]} {stretchText(hours)}; the door: {spansWords(open)}
          </li>
        ))}
      </ul>
    </div>
  )
}

const stretchText = ({ from, to }: OpenSpan) => `${from}–${to}`

function rhythmWords({ everyWeeks, validFrom, validUntil }: Rota, today: string): string {
  const often = everyWeeks === 1 ? 'each week' : `every ${everyWeeks} weeks, counted from ${dayWords(validFrom)}`
  const from = everyWeeks === 1 && validFrom > today ? ` from ${dayWords(validFrom)}` : ''
  return `${often}${from}${validUntil === null ? '' : ` to ${dayWords(validUntil)}`}`
}

/** A day as people type it: "30/4/2028". */
const dayTyped = (iso: string) => iso.split('-').map(Number).toReversed().join('/')

/** A rota as fields; an empty form for none. */
export function rotaFields(rota: Rota | undefined, { places, today }: Picture): Fields {
  const from = rota ? startKeepingStep(rota, rota.validFrom > today ? rota.validFrom : today) : today
  const days = (rota?.stretches ?? []).toSorted((a, b) => a.from - b.from)
  const parts = weekdayNames.flatMap((_, at) =>
    days
      .filter(({ weekday }) => weekday === at + 1)
      .slice(0, 2)
      .flatMap((stretch, part) => {
        const end = `${at + 1}-${part === 0 ? 'a' : 'b'}`
        return [
          [`from-${end}`, wallOf(stretch.from)],
          [`to-${end}`, wallOf(stretch.to)],
        ] as const
      }),
  )
  return fieldsFrom({
    ...{ place: rota?.locationId ?? places[0]?.id ?? '', everyWeeks: String(rota?.everyWeeks ?? 1) },
    ...{ validFrom: dayTyped(from), validUntil: rota?.validUntil ? dayTyped(rota.validUntil) : '' },
    ...Object.fromEntries(parts),
  })
}

interface RotaPageProps extends PageBase {
  readonly therapist: TherapistRow
  /** The one that is changed; `undefined` for one more. */
  readonly rota: Rota | undefined
  readonly state: FormState
  /** Visits that would lie outside, which have to be seen before it is saved. */
  readonly outside?: readonly VisitAhead[]
  readonly now: Temporal.Instant
}

/** One rota as a form. */
export function RotaPage(props: RotaPageProps) {
  const { picture, therapist, rota, state, outside = [], now } = props
  const carried = {
    seenHours: stampOf(rotasOfTherapist(picture, therapist.id)),
    ...(rota && { rota: rotaKey(rota) }),
  }
  const places = picture.places.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <ClinicPage {...props} title={`Hours of ${therapist.name}`} problems={state.problems}>
      <form method="post" action={clinicPaths.hoursOf(therapist.id)} novalidate id="form">
        <CarriedFields fields={carried} />
        {outside.length > 0 && (
          <div class="problems" role="alert" tabindex={-1} data-focus id="outside">
            <h2>{outside.length === 1 ? 'One visit' : `${outside.length} visits`} would lie outside these hours</h2>
            <VisitTimes {...{ picture, visits: outside, now }} />
            <p>Nothing is saved yet. If you save, these visits stand as they were booked, and you see them listed.</p>
            {state.fewer && (
              <p>
                <TimesLeftWords times={state.fewer.times} />
              </p>
            )}
            <ByEnter>Save</ByEnter>
            <button class="button" type="submit" name="meant" value="yes">
              Save the hours and leave these visits as they are
            </button>
          </div>
        )}
        {outside.length === 0 && state.fewer && <FewerTimes {...state.fewer} />}
        <Choose {...{ state, name: 'place', legend: 'Place', options: places }} />
        <Days state={state} />
        <Short
          {...{ state, name: 'everyWeeks', legend: 'Every', unit: 'week or weeks' }}
          hint="1 for each week, 2 for every other week, up to 8."
        />
        <Line {...{ state, name: 'validFrom', legend: 'From' }} hint="The week of this day is the first of them." />
        <Line {...{ state, name: 'validUntil', legend: 'Last day, if they end', hint: 'Leave it empty for no end.' }} />
        <button class="button go" type="submit">
          Save
        </button>
      </form>
    </ClinicPage>
  )
}

const partWords = { a: '', b: ', after the break' } as const

function Days({ state }: { readonly state: FormState }) {
  return (
    <fieldset class="setup-part">
      <legend>Times</legend>
      <p class="hint">Such as 8:30 to 13:00. Leave a day empty when they are not here. 24:00 is the end of the day.</p>
      {weekdayNames.map((name, at) => {
        const id = `day${at + 1}`
        const error = errorOf(id, state.problems)
        return (
          <fieldset key={name} id={id} class={error ? 'setup-day wrong' : 'setup-day'}>
            <legend>{name}</legend>
            {error && <p class="error">{error}</p>}
            {(['a', 'b'] as const).map((part) => (
              <span key={part} class="setup-span">
                <TimeBox {...{ state, name: `from-${at + 1}-${part}`, label: `${name}${partWords[part]}: from` }} />
                <span aria-hidden="true">–</span>
                <TimeBox {...{ state, name: `to-${at + 1}-${part}`, label: `${name}${partWords[part]}: to` }} />
              </span>
            ))}
            {at === 0 && (
              <Tick
                name="same"
                value="yes"
                text="The same for Tuesday to Friday"
                ticked={isTicked(state.fields, 'same')}
              />
            )}
          </fieldset>
        )
      })}
    </fieldset>
  )
}

function TimeBox({ state, name, label }: { readonly state: FormState; readonly name: string; readonly label: string }) {
  return (
    <input
      class="field setup-time"
      name={name}
      aria-label={label}
      autocomplete="off"
      maxlength={12}
      value={typedIn(state.fields, name)}
    />
  )
}
