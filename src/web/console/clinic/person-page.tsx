/** One person: asked into the team, what they treat, and what a register says of them. */
import { mayDo } from '../../../clinic/people/members.ts'
import { conditions } from '../../../clinic/directory/conditions.ts'
import { isLanguage, languageCodes } from '../../../clinic/directory/languages.ts'
import { isProfessionId, professions, registers } from '../../../clinic/directory/professions.ts'
import { type Picture, stampOf, type TherapistRow } from '../../../clinic/setup/picture.ts'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf } from '../../ui/error-summary.tsx'
import { RadioGroup, Tick } from '../../ui/form-parts.tsx'
import { findPaths } from '../../find/paths.ts'
import { dayWords, languageWords } from '../../find/words.ts'
import { type Fields, isTicked, typedIn } from './clinic-fields.ts'
import {
  Area,
  Choose,
  ClinicPage,
  fieldsFrom,
  type FormState,
  Line,
  type PageBase,
  Short,
  Ticks,
  yes,
} from './clinic-parts.tsx'
import { calendarPaths } from '../calendar/calendar-paths.ts'
import { clinicPaths } from './clinic-paths.ts'
import { FewerTimes } from './fewer-times.tsx'
import { roleWords } from './team-page.tsx'

/** Somebody who treats as fields; an empty form for nobody. */
export const therapistFields = (therapist: TherapistRow | undefined): Fields =>
  fieldsFrom({
    ...{ name: therapist?.name ?? '', profession: therapist?.profession ?? '', gender: therapist?.gender ?? '' },
    languages: therapist?.languages ?? ['en'],
    conditions: therapist?.conditions ?? [],
    ...{ about: therapist?.about ?? '', pauseBefore: String(therapist?.pauseBefore ?? 0) },
    ...{ pauseAfter: String(therapist?.pauseAfter ?? 0), hideGaps: yes(therapist?.hideGaps ?? true) },
  })

interface NewPersonPageProps extends PageBase {
  readonly state: FormState
  /** The ids that they will have. */
  readonly ids: { readonly therapistId: string; readonly memberId: string }
}

/** Somebody new: who treats, who signs in, or both. */
export function NewPersonPage(props: NewPersonPageProps) {
  const { state, ids, here } = props
  const roles = Object.entries(roleWords).map(([value, { name, may }]) => ({ value, text: `${name}: ${may}` }))
  const mayInvite = mayDo(here.member, 'change-team')
  return (
    <ClinicPage {...props} title="Add somebody" problems={state.problems}>
      <form method="post" action={clinicPaths.newPerson} novalidate id="form">
        <CarriedFields fields={ids} />
        <Line {...{ state, name: 'name', legend: 'Name' }} />
        <RadioGroup
          name="treats"
          legend="Do they treat people?"
          options={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
          chosen={typedIn(state.fields, 'treats') || 'yes'}
          error={errorOf('treats', state.problems)}
          unders={[{ opensAt: ['yes'], content: <ProfessionField state={state} /> }]}
        />
        {mayInvite ? (
          <RadioGroup
            name="signsIn"
            legend="Will they sign in here?"
            options={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
            chosen={typedIn(state.fields, 'signsIn') || 'yes'}
            error={errorOf('signsIn', state.problems)}
            unders={[
              {
                opensAt: ['yes'],
                content: (
                  <>
                    <Line {...{ state, name: 'email', legend: 'Their own email', inputmode: 'email' }} />
                    <RadioGroup
                      name="role"
                      legend="What may they do?"
                      options={roles}
                      chosen={typedIn(state.fields, 'role') || 'therapist'}
                      error={errorOf('role', state.problems)}
                    />
                  </>
                ),
              },
            ]}
          />
        ) : (
          <p class="quiet">An owner can invite them to sign in.</p>
        )}
        <button class="button go" type="submit">
          Add
        </button>
      </form>
    </ClinicPage>
  )
}

function ProfessionField({ state }: { readonly state: FormState }) {
  const options = [
    { value: '', text: 'Choose' },
    ...Object.entries(professions).map(([value, { name }]) => ({ value, text: name })),
  ]
  return <Choose {...{ state, name: 'profession', legend: 'Profession', options }} />
}

interface PersonPageProps extends PageBase {
  readonly therapist: TherapistRow
  readonly state: FormState
  /** The form of the look at the register. */
  readonly lookState: FormState
  /** Visits that stand, where somebody asked to let them go. */
  readonly visits?: number | undefined
}

/** Somebody who treats: the register first, since nobody is booked without it. */
export function PersonPage(props: PersonPageProps) {
  const { picture, therapist, state, lookState, visits } = props
  const problems = [...state.problems, ...lookState.problems]
  return (
    <ClinicPage {...props} title={therapist.name} problems={problems}>
      <Standing {...{ picture, therapist }} />
      {visits !== undefined && (
        <div class="problems" role="alert" id="leave">
          <h2>{therapist.name} is still in the team</h2>
          <p>
            {visits === 1 ? 'One visit with them stands.' : `${visits} visits with them stand.`} Move or cancel{' '}
            {visits === 1 ? 'it' : 'them'} first, so that nobody comes to a therapist who is not there.
          </p>
          <p>
            <a href={calendarPaths.view({ view: 'list', who: therapist.id })}>See who comes to them</a>
          </p>
        </div>
      )}
      <LookForm {...{ therapist, state: lookState }} />
      <TherapistForm {...{ therapist, state }} />
      <section>
        <h2>Leaving the team</h2>
        <p>Nobody can book them from then on. Their past visits stay in the records.</p>
        <form method="post" action={clinicPaths.leave(therapist.id)}>
          <button class="button" type="submit">
            Take {therapist.name} out of the team
          </button>
        </form>
      </section>
    </ClinicPage>
  )
}

function Standing({ picture, therapist: { standing, look, slug } }: { picture: Picture; therapist: TherapistRow }) {
  const isFine = 'daysLeft' in standing
  return (
    <div class={standing.says ? 'callout warn' : 'callout'}>
      {look && (
        <p>
          <strong>
            {look.body} {look.number}
          </strong>
          , valid to {dayWords(look.validUntil)}. {look.lookedUpBy} looked on {dayWords(look.lookedUpOn)}.
        </p>
      )}
      {standing.says && <p>{standing.says}</p>}
      {isFine && picture.isOpen && (
        <p>
          <a href={findPaths.therapist(slug)}>See the public page</a>
        </p>
      )}
    </div>
  )
}

function LookForm({ therapist, state }: { readonly therapist: TherapistRow; readonly state: FormState }) {
  const { profession } = therapist
  if (!isProfessionId(profession)) return null
  const fitting = professions[profession].registers
  const options = fitting.map((id) => ({ value: id, text: `${id}, ${registers[id].name}` }))
  return (
    <section>
      <h2>Look in the register</h2>
      <ul>
        {fitting.map((id) => (
          <li key={id}>
            <a href={registers[id].lookUpAt} rel="noreferrer noopener" target="_blank">
              Open the {id} register
            </a>{' '}
            in a new window, and find {therapist.name}.
          </li>
        ))}
      </ul>
      <form method="post" action={clinicPaths.look(therapist.id)} novalidate>
        <Choose {...{ state, name: 'body', legend: 'Register', options }} />
        <Line {...{ state, name: 'number', legend: 'Number' }} hint={`Such as ${registers[fitting[0]].example}.`} />
        <Line {...{ state, name: 'validUntil', legend: 'Valid to', hint: 'As the register shows it: 30/4/2028.' }} />
        <div id="seen" class={errorOf('seen', state.problems) ? 'wrong' : undefined}>
          {errorOf('seen', state.problems) && <p class="error">{errorOf('seen', state.problems)}</p>}
          <Tick
            name="seen"
            value="yes"
            text="I have seen the name and this number there today"
            ticked={isTicked(state.fields, 'seen')}
          />
        </div>
        <button class="button" type="submit">
          Keep what I saw
        </button>
      </form>
      {therapist.look && 'daysLeft' in therapist.standing && (
        <form method="post" action={clinicPaths.gone(therapist.id)}>
          <p>Is the name no longer there? Then nobody should be able to book.</p>
          <button class="button" type="submit">
            The register no longer shows them
          </button>
        </form>
      )}
    </section>
  )
}

function TherapistForm({ therapist, state }: { readonly therapist: TherapistRow; readonly state: FormState }) {
  const professionOptions = Object.entries(professions).map(([value, { name }]) => ({ value, text: name }))
  const spoken = [...therapist.languages, ...(state.fields.get('languages') ?? [])].filter(isLanguage)
  const languages = [...new Set([...languageCodes, ...spoken])]
    .map((value) => ({ value, text: languageWords(value) }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
  return (
    <form method="post" action={clinicPaths.person(therapist.id)} novalidate id="form">
      <h2>What people read about them</h2>
      <CarriedFields fields={{ seenPerson: stampOf(therapist) }} />
      {state.fewer && <FewerTimes {...state.fewer} />}
      <Line
        {...{ state, name: 'name', legend: 'Name' }}
        hint="A new name gets a new address. The old one leads there."
      />
      <Choose {...{ state, name: 'profession', legend: 'Profession', options: professionOptions }} />
      <Choose
        {...{ state, name: 'gender', legend: 'Woman or man' }}
        hint="Some people ask for one or the other."
        options={[
          { value: '', text: 'Not said' },
          { value: 'woman', text: 'Woman' },
          { value: 'man', text: 'Man' },
          { value: 'other', text: 'Other' },
        ]}
      />
      <Ticks {...{ state, name: 'languages', legend: 'Languages', options: languages }} />
      <Ticks
        {...{ state, name: 'conditions', legend: 'What they help with' }}
        options={Object.entries(conditions).map(([value, text]) => ({ value, text }))}
      />
      <Area {...{ state, name: 'about', legend: 'A few words about them', most: 1000 }} />
      <Short {...{ state, name: 'pauseBefore', legend: 'Pause before each visit', unit: 'minutes' }} />
      <Short {...{ state, name: 'pauseAfter', legend: 'Pause after each visit', unit: 'minutes' }} />
      <Tick
        name="hideGaps"
        value="yes"
        text="Hide times that would leave a gap too short for anything"
        ticked={isTicked(state.fields, 'hideGaps')}
      />
      <button class="button go" type="submit">
        Save
      </button>
    </form>
  )
}
