/** Rooms and machines of each place, and the rules of booking. */
import { type Picture, stampOf, type ThingRow } from '../../../clinic/setup/picture.ts'
import { reminderBounds } from '../../../clinic/setup/reminders.ts'
import { rulesShown } from '../../../clinic/setup/services.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf } from '../../ui/error-summary.tsx'
import { describedBy, RadioGroup } from '../../ui/form-parts.tsx'
import { LabelledField } from '../../ui/typed-fields.tsx'
import { moneyWords } from '../../find/words.ts'
import { type Fields, typedIn } from './clinic-fields.ts'
import { roomKinds } from './clinic-forms.ts'
import { Choose, ClinicPage, fieldsFrom, type FormState, Line, type PageBase, Short } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'
import { FewerTimes } from './fewer-times.tsx'

interface RoomsPageProps extends PageBase {
  readonly state: FormState
  /** The id that the next one will have. */
  readonly thingId: string
  /** The pause of a room that could not be saved. */
  readonly pause?: TypedPause | undefined
}

/** What was typed as the pause of a room. */
export interface TypedPause {
  readonly id: string
  readonly typed: string
}

/** The id on the page of the pause of a room. */
export const pauseField = (id: string) => `pause-${id}`

const kindWords: Readonly<Record<string, string>> = roomKinds

export function RoomsPage(props: RoomsPageProps) {
  const { picture, state, thingId, pause } = props
  return (
    <ClinicPage {...props} title="Rooms and machines" problems={state.problems}>
      <p>
        A visit gets one of the kind that its service asks for. Two visits never share one. The pause of a room is kept
        free after each visit in it; visits that stand keep the pause they were booked with.
      </p>
      {picture.places.map((place) => (
        <section key={place.id}>
          <h2>{place.name}</h2>
          <Things {...{ picture, pause, state, placeId: place.id }} />
        </section>
      ))}
      <h2>Add one</h2>
      <form method="post" action={clinicPaths.rooms} novalidate>
        <CarriedFields fields={{ thingId }} />
        <RadioGroup
          name="what"
          legend="What is it?"
          options={[
            { value: 'room', text: 'Room' },
            { value: 'machine', text: 'Machine' },
          ]}
          chosen={typedIn(state.fields, 'what') || 'room'}
          error={errorOf('what', state.problems)}
        />
        <Choose
          {...{ state, name: 'place', legend: 'Place' }}
          options={picture.places.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <Line {...{ state, name: 'name', legend: 'Name', hint: 'Such as Room 2.' }} />
        <Line
          {...{ state, name: 'kind', legend: 'Kind' }}
          hint="What a service asks for: treatment, studio or quiet for a room, such as laser for a machine."
        />
        <Short
          {...{ state, name: 'pauseAfter', legend: 'Pause after each visit', unit: 'minutes' }}
          hint="For a room. Leave it empty for none."
        />
        <button class="button" type="submit">
          Add
        </button>
      </form>
    </ClinicPage>
  )
}

interface ThingsProps extends Pick<RoomsPageProps, 'picture' | 'state' | 'pause'> {
  readonly placeId: string
}

function Things({ picture, placeId, state, pause }: ThingsProps) {
  const here = picture.things.filter(({ locationId }) => locationId === placeId)
  if (here.length === 0) return <p class="quiet">None. Services that need a room cannot be booked here.</p>
  return (
    <ul class="setup-list">
      {here.map((thing) => (
        <li key={thing.id}>
          <span>
            <strong>{thing.name}</strong> <span class="quiet">{kindOf(thing)}</span>
          </span>
          {thing.what === 'room' && <PauseForm {...{ thing, state, pause }} />}
          <form method="post" action={clinicPaths.withdrawRoom(thing.id)}>
            <button class="button plain" type="submit">
              Take out of use<span class="unseen">: {thing.name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

const kindOf = ({ what, kind }: ThingRow) =>
  what === 'room' ? (kindWords[kind] ?? `Room for: ${kind}`) : `Machine: ${kind}`

function PauseForm({ thing, state, pause }: Pick<RoomsPageProps, 'state' | 'pause'> & { readonly thing: ThingRow }) {
  const field = pauseField(thing.id)
  const error = errorOf(field, state.problems)
  return (
    <form method="post" action={clinicPaths.roomPause(thing.id)} novalidate>
      <CarriedFields fields={{ seenThing: stampOf(thing) }} />
      <LabelledField name={field} legend={`Pause after each visit in ${thing.name}`} error={error}>
        <p class="unit">
          <input
            class="field number"
            id={field}
            name="pauseAfter"
            inputmode="numeric"
            autocomplete="off"
            maxlength={40}
            value={pause?.id === thing.id ? pause.typed : String(thing.pauseAfter ?? 0)}
            aria-describedby={describedBy(field, undefined, error)}
            aria-invalid={error ? 'true' : undefined}
          />
          <span>minutes</span>
          <button class="button plain" type="submit">
            Save<span class="unseen"> the pause of {thing.name}</span>
          </button>
        </p>
      </LabelledField>
    </form>
  )
}

/** The rules as fields: of the first service, since the form sets all. */
export function rulesFields(picture: Picture): Fields {
  const [rules] = rulesShown(picture)
  return fieldsFrom({
    notice: String(Math.ceil((rules?.noticeMinutes ?? 120) / 60)),
    windowDays: String(rules?.windowDays ?? 60),
    freeUntilHours: String(rules?.freeUntilHours ?? 24),
    lateFee: String((rules?.lateFeePence ?? 0) / 100),
  })
}

/** The reminders as fields; an empty one where none goes. */
export const reminderFields = ({ reminders: { first, second } }: Picture): Fields =>
  fieldsFrom({ first: String(first ?? ''), second: String(second ?? '') })

interface RulesPageProps extends PageBase {
  readonly state: FormState
  readonly reminderState: FormState
}

/** One set of rules for all services. */
export function RulesPage(props: RulesPageProps) {
  const { picture, state, reminderState } = props
  const problems = [...state.problems, ...reminderState.problems]
  const shown = rulesShown(picture)
  const differ = new Set(shown.map((rules) => stampOf(rules))).size > 1
  return (
    <ClinicPage {...props} title="Booking rules" problems={problems}>
      {shown.length === 0 ? (
        <p>Add a service first. These rules then hold for all of them.</p>
      ) : (
        <form method="post" action={clinicPaths.rules} novalidate id="form">
          <CarriedFields fields={{ seenRules: stampOf(shown) }} />
          {state.fewer && <FewerTimes {...state.fewer} />}
          {differ && <Differing picture={picture} />}
          <Short {...{ state, name: 'notice', legend: 'Earliest a visit can be booked', unit: 'hours from now' }} />
          <Short {...{ state, name: 'windowDays', legend: 'Latest a visit can be booked', unit: 'days from now' }} />
          <Short {...{ state, name: 'freeUntilHours', legend: 'Free to cancel until', unit: 'hours before' }} />
          <Short {...{ state, name: 'lateFee', legend: 'Fee for cancelling later', unit: 'pounds' }} />
          <p class="quiet">
            Visits that stand keep the rules they were booked under. A time is held for five minutes while the form is
            filled in.
          </p>
          <button class="button go" type="submit">
            Save for all services
          </button>
        </form>
      )}
      <RemindersForm {...{ picture, state: reminderState }} />
    </ClinicPage>
  )
}

function RemindersForm({ picture, state }: { readonly picture: Picture; readonly state: FormState }) {
  const hint = ([least, most]: readonly [number, number]) => `From ${least} to ${most}. Leave it empty for none.`
  return (
    <section>
      <h2>Reminders by email</h2>
      <form method="post" action={clinicPaths.reminders} novalidate>
        <CarriedFields fields={{ seenReminders: stampOf(picture.reminders) }} />
        <Short
          {...{ state, name: 'first', legend: 'First reminder', unit: 'hours before' }}
          hint={hint(reminderBounds.first)}
        />
        <Short
          {...{ state, name: 'second', legend: 'Second reminder', unit: 'hours before' }}
          hint={hint(reminderBounds.second)}
        />
        <p class="quiet">
          For every visit that is booked, moved or changed from now on. Visits that are booked already keep the
          reminders they have.
        </p>
        <button class="button go" type="submit">
          Save the reminders
        </button>
      </form>
    </section>
  )
}

function Differing({ picture }: { readonly picture: Picture }) {
  return (
    <div class="callout">
      <p>The services have different rules now. Saving makes them alike.</p>
      <ul>
        {picture.services.map(({ id, name, noticeMinutes, windowDays, freeUntilHours, lateFeePence }) => (
          <li key={id}>
            {name}: {noticeMinutes / 60} hours, {windowDays} days, free until {freeUntilHours} hours, then{' '}
            {moneyWords(lateFeePence)}
          </li>
        ))}
      </ul>
    </div>
  )
}
