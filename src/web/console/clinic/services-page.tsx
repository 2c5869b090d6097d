/** Step 3, and later: what is on offer, with the guide's grade beside each price. */
import { insurerIds, insurers } from '../../../clinic/directory/insurers.ts'
import { isProfessionId } from '../../../clinic/directory/professions.ts'
import { treatments } from '../../../clinic/directory/treatments.ts'
import { whatIsMissing } from '../../../clinic/setup/missing.ts'
import { type Picture, type ServiceRow, stampOf } from '../../../clinic/setup/picture.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { honestWords, insurersWords, TreatmentGrade } from '../../find/directory-words.tsx'
import { moneyWords } from '../../find/words.ts'
import { type Fields, isTicked } from './clinic-fields.ts'
import { roomKinds } from './clinic-forms.ts'
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
  Ticks,
  yes,
} from './clinic-parts.tsx'
import { clinicPaths } from './clinic-paths.ts'

export function ServicesPage(props: PageBase) {
  const { picture } = props
  const names = new Map(picture.therapists.map(({ id, name }) => [id, name]))
  return (
    <ClinicPage {...props} title="Services and insurers">
      <StillMissing missing={picture.isOpen ? [] : whatIsMissing(picture)} step="services" />
      <p class="setup-act">
        <a class="button go" href={clinicPaths.service('new')}>
          Add a service
        </a>
      </p>
      {picture.services.length > 0 && (
        <section class="setup-scroll" tabindex={0} aria-label="Services">
          <table class="setup-table">
            <thead>
              <tr>
                <th scope="col">Service</th>
                <th scope="col">Minutes</th>
                <th scope="col">Price</th>
                <th scope="col">How sure we are</th>
                <th scope="col">Who gives it</th>
                <th scope="col">Insurers</th>
              </tr>
            </thead>
            <tbody>
              {picture.services.map((service) => (
                <tr key={service.id}>
                  <th scope="row">
                    <a href={clinicPaths.service(service.id)}>{service.name}</a>
                  </th>
                  <td>{service.minutes}</td>
                  <td>{moneyWords(service.pricePence)}</td>
                  <td>
                    <TreatmentGrade treatment={service.treatment} />
                  </td>
                  <td>{service.therapists.map((id) => names.get(id)).join(', ') || <strong>Nobody yet</strong>}</td>
                  <td>
                    {insurersWords(service.insurers.map(({ insurer }) => insurer)) || <span class="quiet">None</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <StepLinks picture={picture} step="services" />
    </ClinicPage>
  )
}

const pounds = (pence: number) => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2))

/** A service as fields; an empty form for none. */
export function serviceFields(service: ServiceRow | undefined, picture: Picture): Fields {
  const listed = service?.insurers ?? picture.services.at(-1)?.insurers ?? []
  const others = listed.filter(({ insurer }) => !insurerIds.some((id) => id === insurer))
  return fieldsFrom({
    ...{ treatment: service?.treatment ?? 'physiotherapy-first', name: service?.name ?? '' },
    ...{ minutes: service ? String(service.minutes) : '', price: service ? pounds(service.pricePence) : '' },
    ...{ pauseBefore: String(service?.pauseBefore ?? 0), pauseAfter: String(service?.pauseAfter ?? 5) },
    ...{ roomKind: service?.roomKind ?? '', machineKind: service?.machineKind ?? '' },
    places: service?.places ? String(service.places) : '',
    byVideo: yes(service?.byVideo ?? false),
    needsReferral: yes(service?.needsReferral ?? false),
    therapists: service?.therapists ?? [],
    insurers: listed.map(({ insurer }) => insurer),
    otherInsurers: others.map(({ insurer }) => insurer).join(', '),
    // What an insurer calls one service it does not call the next.
    ...Object.fromEntries((service?.insurers ?? []).map(({ insurer, code }) => [`code-${insurer}`, code ?? ''])),
  })
}

interface ServicePageProps extends PageBase {
  readonly service: ServiceRow | undefined
  readonly serviceId: string
  readonly state: FormState
}

/** One service. */
export function ServicePage(props: ServicePageProps) {
  const { picture, service, serviceId, state } = props
  return (
    <ClinicPage {...props} title={service ? service.name : 'Add a service'} problems={state.problems}>
      <form method="post" action={clinicPaths.service(serviceId)} novalidate id="form">
        <CarriedFields fields={{ seenService: stampOf(service) }} />
        <What {...{ service, state }} />
        <Where {...{ picture, state }} />
        <Givers {...{ picture, state }} />
        <Payers {...{ service, state }} />
        <button class="button go" type="submit">
          Save
        </button>
      </form>
      {service && (
        <section>
          <h2>No longer on offer</h2>
          <p>Nobody can book it from then on. Visits that stand go on as they were booked.</p>
          <form method="post" action={clinicPaths.withdraw(service.id)}>
            <button class="button" type="submit">
              Take it off the list
            </button>
          </form>
        </section>
      )}
    </ClinicPage>
  )
}

interface Part {
  readonly state: FormState
}

function What({ service, state }: Part & { readonly service: ServiceRow | undefined }) {
  const kinds = Object.entries(treatments).map(([value, { name }]) => ({ value, text: name }))
  return (
    <>
      <Choose {...{ state, name: 'treatment', legend: 'Kind of service', options: kinds }} />
      {service && (
        <p class="callout">
          <TreatmentGrade treatment={service.treatment} full /> {honestWords(service.treatment)} People see this beside
          the price.
        </p>
      )}
      <Line
        {...{ state, name: 'name', legend: 'What you call it' }}
        hint="Words that promise too much, such as “best” or “cure”, cannot be used."
      />
      <Short {...{ state, name: 'minutes', legend: 'How long', unit: 'minutes' }} />
      <Short {...{ state, name: 'price', legend: 'Price', unit: 'pounds', hint: 'For nothing, enter 0.' }} />
      <Short
        {...{ state, name: 'places', legend: 'How many people at once', unit: 'people' }}
        hint="For a class. Leave it empty for a visit of one person. You plan when it meets in the calendar."
      />
      <Short {...{ state, name: 'pauseBefore', legend: 'Pause before', unit: 'minutes' }} />
      <Short {...{ state, name: 'pauseAfter', legend: 'Pause after', unit: 'minutes' }} />
    </>
  )
}

function Where({ picture, state }: Part & { readonly picture: Picture }) {
  const machines = [...new Set(picture.things.filter(({ what }) => what === 'machine').map(({ kind }) => kind))]
  const typed = [...(state.fields.get('machineKind') ?? [])].filter((kind) => kind !== '' && !machines.includes(kind))
  const rooms = [...new Set(picture.things.filter(({ what }) => what === 'room').map(({ kind }) => kind))]
  const kinds = [...new Set([...Object.keys(roomKinds), ...rooms, ...(state.fields.get('roomKind') ?? [])])]
  const roomWords: Readonly<Record<string, string>> = roomKinds
  return (
    <>
      <Tick name="byVideo" value="yes" text="By video" ticked={isTicked(state.fields, 'byVideo')} />
      <Tick
        name="needsReferral"
        value="yes"
        text="Needs a letter of referral, which is asked for before it is booked"
        ticked={isTicked(state.fields, 'needsReferral')}
      />
      <Choose
        {...{ state, name: 'roomKind', legend: 'Room it needs' }}
        options={[
          { value: '', text: 'None of its own' },
          ...kinds.filter((kind) => kind !== '').map((value) => ({ value, text: roomWords[value] ?? value })),
        ]}
      />
      {[...machines, ...typed].length > 0 && (
        <Choose
          {...{ state, name: 'machineKind', legend: 'Machine it needs' }}
          options={[{ value: '', text: 'None' }, ...[...machines, ...typed].map((value) => ({ value, text: value }))]}
        />
      )}
    </>
  )
}

/** Everybody who may give some of it; whether they may give this is looked at when it is saved. */
function Givers({ picture, state }: Part & { readonly picture: Picture }) {
  if (picture.therapists.length === 0)
    return <p class="quiet">Add people to the team first, then choose who gives it.</p>
  const options = picture.therapists.map(({ id, name, profession }) => ({
    value: id,
    text: `${name}${aside(profession)}`,
  }))
  return <Ticks {...{ state, name: 'therapists', legend: 'Who gives it', options }} />
}

const aside = (profession: string) => (isProfessionId(profession) ? `, ${profession.replace('-', ' ')}` : '')

function Payers({ service, state }: Part & { readonly service: ServiceRow | undefined }) {
  const codeOf = (insurer: string, name: string) => (
    <Line key={insurer} {...{ state, name: `code-${insurer}`, legend: `Code of ${name} for it` }} />
  )
  const options = insurerIds.map((value) => {
    const { name } = insurers[value]
    return { value, text: name, under: codeOf(value, name) }
  })
  const others = (service?.insurers ?? []).filter(({ insurer }) => !insurerIds.some((id) => id === insurer))
  return (
    <>
      <Ticks
        {...{ state, name: 'insurers', legend: 'Insurers you bill for it', options }}
        hint="Under each that you tick: what it calls this service on a bill, if it has a code for it."
      />
      <Line
        {...{ state, name: 'otherInsurers', legend: 'Others' }}
        hint="With commas between them. Each has a field for its code once it is saved."
      />
      {others.map(({ insurer }) => codeOf(insurer, insurer))}
    </>
  )
}
