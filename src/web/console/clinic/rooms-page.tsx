/** Rooms and machines of each place, and the rules of booking. */
import { type Picture, stampOf } from '../../../clinic/setup/picture.ts'
import { rulesShown } from '../../../clinic/setup/services.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf } from '../../ui/error-summary.tsx'
import { RadioGroup } from '../../ui/form-parts.tsx'
import { moneyWords } from '../../find/words.ts'
import { type Fields, typedIn } from './clinic-fields.ts'
import { roomKinds } from './clinic-forms.ts'
import { Choose, ClinicPage, fieldsFrom, type FormState, Line, type PageBase, Short } from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'

interface RoomsPageProps extends PageBase {
  readonly state: FormState
  /** The id that the next one will have. */
  readonly thingId: string
}

const kindWords: Readonly<Record<string, string>> = roomKinds

export function RoomsPage(props: RoomsPageProps) {
  const { picture, state, thingId } = props
  return (
    <ClinicPage {...props} title="Rooms and machines" problems={state.problems}>
      <p>A visit gets one of the kind that its service asks for. Two visits never share one.</p>
      {picture.places.map((place) => (
        <section key={place.id}>
          <h2>{place.name}</h2>
          <Things {...{ picture, placeId: place.id }} />
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
        <button class="button" type="submit">
          Add
        </button>
      </form>
    </ClinicPage>
  )
}

function Things({ picture, placeId }: { readonly picture: Picture; readonly placeId: string }) {
  const here = picture.things.filter(({ locationId }) => locationId === placeId)
  if (here.length === 0) return <p class="quiet">None. Services that need a room cannot be booked here.</p>
  return (
    <ul class="setup-list">
      {here.map(({ id, name, kind, what }) => (
        <li key={id}>
          <span>
            <strong>{name}</strong>{' '}
            <span class="quiet">{what === 'room' ? (kindWords[kind] ?? `Room for: ${kind}`) : `Machine: ${kind}`}</span>
          </span>
          <form method="post" action={clinicPaths.withdrawRoom(id)}>
            <button class="button plain" type="submit">
              Take out of use<span class="unseen">: {name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
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

interface RulesPageProps extends PageBase {
  readonly state: FormState
}

/** One set of rules for all services. */
export function RulesPage(props: RulesPageProps) {
  const { picture, state } = props
  const shown = rulesShown(picture)
  const differ = new Set(shown.map((rules) => stampOf(rules))).size > 1
  return (
    <ClinicPage {...props} title="Booking rules" problems={state.problems}>
      {shown.length === 0 ? (
        <p>Add a service first. These rules then hold for all of them.</p>
      ) : (
        <form method="post" action={clinicPaths.rules} novalidate id="form">
          <CarriedFields fields={{ seenRules: stampOf(shown) }} />
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
    </ClinicPage>
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
