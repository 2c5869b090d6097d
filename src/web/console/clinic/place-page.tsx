/** Step 1, and later: what the clinic is called, how it is reached, where it is and how people get in. */
import { minutesBetween } from '../../../clinic/availability/way-between.ts'
import { weekLines } from '../../../clinic/availability/opening.ts'
import { weekOf } from '../../../clinic/setup/opening.ts'
import { clinicShown } from '../../../clinic/setup/places-of-clinic.ts'
import { whatIsMissing } from '../../../clinic/setup/missing.ts'
import { type Picture, type PlaceRow, stampOf } from '../../../clinic/setup/picture.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { type Fields, isTicked } from './clinic-fields.ts'
import { access, countries } from './clinic-forms.ts'
import {
  Choose,
  ClinicPage,
  fieldsFrom,
  type FormState,
  Line,
  type PageBase,
  StepLinks,
  StillMissing,
  yes,
} from './clinic-parts.tsx'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { minutesWords } from '../calendar/calendar-words.ts'
import { clinicPaths } from './clinic-paths.ts'

/** The clinic as fields. */
export const clinicFields = ({ name, phone, email }: Picture): Fields => fieldsFrom({ name, phone, email })

/** A place as fields; an empty form for none. */
export const placeFields = (place: PlaceRow | undefined): Fields =>
  fieldsFrom({
    ...{ placeName: place?.name ?? '', street: place?.street ?? '', town: place?.town ?? '' },
    ...{ postcode: place?.postcode ?? '', country: place?.country ?? 'england', wayThere: place?.wayThere ?? '' },
    ...Object.fromEntries(access.map(([name]) => [name, yes(place?.[name] ?? false)])),
  })

interface NamePageProps extends PageBase {
  readonly state: FormState
  /** The first place, whose form stands below the name. */
  readonly place: PlaceRow | undefined
  /** Its id, or the one that it will have. */
  readonly placeId: string
  /** What is to be said of an address that was changed a moment ago. */
  readonly news?: AddressNews | undefined
}

/** An address was changed: so many visits are booked there; or what became of writing to those who come. */
export type AddressNews =
  | { readonly what: 'changed'; readonly visits: number; readonly placeId: string; readonly at: number }
  | { readonly what: 'told'; readonly mailed: number; readonly toRing: number }

const visitsAre = (count: number) => (count === 1 ? '1 visit is' : `${count} visits are`)

function ChangedAddress({ visits, placeId, at }: Extract<AddressNews, { what: 'changed' }>) {
  return (
    <div class="callout warn" role="status">
      <p>
        <strong>The new address is kept. {visitsAre(visits)} booked there, and nobody was told.</strong> Their mails so
        far name the old address; reminders and their pages name the new one.
      </p>
      <form method="post" action={clinicPaths.tellAddress(placeId)}>
        <CarriedFields fields={{ until: String(at) }} />
        <div class="actions">
          <button class="button" type="submit">
            Write to those who come
          </button>
          <a class="button" href={calendarPaths.view({ view: 'list' })}>
            See who does
          </a>
        </div>
      </form>
    </div>
  )
}

function ToldOfAddress({ mailed, toRing }: Extract<AddressNews, { what: 'told' }>) {
  return (
    <p class="callout" role="status">
      {mailed === 0
        ? 'No mail about the new address is left to write.'
        : `${mailed === 1 ? 'A mail' : 'Mails'} about ${visits(mailed)} ${mailed === 1 ? 'waits' : 'wait'} to be sent, with the new address.`}
      {toRing > 0 && (
        <>
          {' '}
          <strong>For {visits(toRing)} there is no email: ring them.</strong>{' '}
          <a href={calendarPaths.view({ view: 'list' })}>See who comes</a>.
        </>
      )}
    </p>
  )
}

const visits = (count: number) => (count === 1 ? '1 visit' : `${count} visits`)

/** The clinic and its first place in one form. */
export function NamePage(props: NamePageProps) {
  const { picture, state, place, placeId, news } = props
  const more = picture.places.slice(1)
  const seen = { seenClinic: stampOf(clinicShown(picture)), seenPlace: stampOf(place), placeId }
  return (
    <ClinicPage {...props} title="Name and place" problems={state.problems}>
      {news?.what === 'changed' && <ChangedAddress {...news} />}
      {news?.what === 'told' && <ToldOfAddress {...news} />}
      <StillMissing missing={picture.isOpen ? [] : whatIsMissing(picture)} step="place" />
      <form method="post" action={clinicPaths.place} novalidate id="form">
        <CarriedFields fields={seen} />
        <Line
          {...{ state, name: 'name', legend: 'Name of the clinic' }}
          hint={`Your address here is /clinics/${picture.slug}. A new name gets a new one, and the old one leads there.`}
        />
        <Line {...{ state, name: 'phone', legend: 'Phone', inputmode: 'tel' }} />
        <Line {...{ state, name: 'email', legend: 'Email for bookings', inputmode: 'email' }} />
        <PlaceForm state={state} />
        <SaveButton />
      </form>
      {place && <OpeningLink {...{ picture, place }} />}
      {more.length > 0 && (
        <>
          <h2>More places</h2>
          <ul class="setup-list">
            {more.map(({ id, name, street, postcode }) => (
              <li key={id}>
                <a href={clinicPaths.places(id)}>{name}</a>
                <span class="quiet">
                  {street}, {postcode}
                </span>
              </li>
            ))}
          </ul>
          <Ways places={picture.places} />
        </>
      )}
      {place && (
        <p class="setup-act">
          <a class="button" href={clinicPaths.places('new')}>
            Add another place
          </a>
        </p>
      )}
      <StepLinks picture={picture} step="place" />
    </ClinicPage>
  )
}

/** What is kept free for the way from each place to each other, which nobody could see. */
function Ways({ places }: Pick<Picture, 'places'>) {
  const byName = places.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const pairs = byName.flatMap((one, at) => byName.slice(at + 1).map((other) => [one, other] as const))
  return (
    <>
      <h2>Between your places</h2>
      <p>
        Who works at two places is free for so long between a visit at one and a visit at the other. We guess it from
        the distance.
      </p>
      <ul class="setup-list">
        {pairs.map(([one, other]) => (
          <li key={`${one.id} ${other.id}`}>
            {one.name} and {other.name} <span class="quiet">{minutesWords(minutesBetween(one, other) * 60_000)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const SaveButton = () => (
  <div class="actions">
    <button class="button go" type="submit">
      Save
    </button>
  </div>
)

/** When the door is open, as it is told to people, and the way to change it. */
function OpeningLink({ picture, place }: { readonly picture: Picture; readonly place: PlaceRow }) {
  const week = weekOf(picture, place.id)
  return (
    <section>
      <h2>When the door is open</h2>
      {week.length === 0 ? (
        <p class="quiet">Not set yet. People are told nothing about it.</p>
      ) : (
        <ul class="setup-list">
          {weekLines({ week }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p class="setup-act">
        <a class="button" href={clinicPaths.opening(place.id)}>
          {week.length === 0 ? 'Set' : 'Change'} when the door is open
          <span class="unseen"> at {place.name}</span>
        </a>
      </p>
    </section>
  )
}

interface OtherPlacePageProps extends PageBase {
  readonly state: FormState
  readonly place: PlaceRow | undefined
  readonly placeId: string
}

/** A further place. */
export function OtherPlacePage(props: OtherPlacePageProps) {
  const { state, place, placeId } = props
  return (
    <ClinicPage {...props} title={place ? place.name : 'Another place'} problems={state.problems}>
      <form method="post" action={clinicPaths.places(placeId)} novalidate id="form">
        <CarriedFields fields={{ seenPlace: stampOf(place) }} />
        <PlaceForm state={state} />
        <SaveButton />
      </form>
      {place && <OpeningLink {...{ picture: props.picture, place }} />}
    </ClinicPage>
  )
}

function PlaceForm({ state }: { readonly state: FormState }) {
  const options = Object.entries(countries).map(([value, text]) => ({ value, text }))
  return (
    <fieldset class="setup-part">
      <legend>Where people come to</legend>
      <Line {...{ state, name: 'placeName', legend: 'What people call this place', hint: 'Such as Bethnal Green.' }} />
      <Line {...{ state, name: 'street', legend: 'Street and number' }} />
      <Line {...{ state, name: 'town', legend: 'Town' }} />
      <Line {...{ state, name: 'postcode', legend: 'Postcode' }} />
      <Choose
        {...{ state, name: 'country', legend: 'Country', options }}
        hint="It says which bank holidays we propose."
      />
      <Line
        {...{ state, name: 'position', legend: 'Position on the map, if ours is wrong' }}
        hint="Latitude and longitude, such as 51.527, -0.055. Leave it empty to keep what we have."
      />
      <fieldset>
        <legend>Getting in</legend>
        <div class="setup-pairs">
          {access.map(([name, text]) => (
            <Tick key={name} {...{ name, text, value: 'yes' }} ticked={isTicked(state.fields, name)} />
          ))}
        </div>
      </fieldset>
      <Line
        {...{ state, name: 'wayThere', legend: 'The way there, if it helps' }}
        hint="Such as: four minutes from the station, the door is in the yard."
      />
    </fieldset>
  )
}
