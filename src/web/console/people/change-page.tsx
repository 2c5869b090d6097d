/** Changing how somebody is called and reached: the form; what it would touch, to be looked at before; and why it was not done. */
import type { ComponentChildren } from 'preact'
import type { KnownPerson } from '../../../clinic/booking/persons/known-persons.ts'
import type { ReachedPerson } from '../../../clinic/booking/persons/reached-person.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { exactly } from '../../ui/said-exactly.ts'
import { LineField } from '../../ui/typed-fields.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { FormPage } from '../form-page.tsx'
import { MessagePage } from '../message-pages.tsx'
import { changesTo, otherWays, type ReadCalled, shownBy, type TypedCalled } from './change-form.ts'
import { ChangeLine } from './change-line.tsx'

interface Shared {
  readonly home: ConsoleHome
  readonly here: Here
  readonly personId: string
  readonly person: ReachedPerson
}

interface ChangePageProps extends Shared {
  readonly typed: TypedCalled
  readonly problems: readonly Problem[]
  /** The email that was probably meant. */
  readonly hint: string | undefined
  /** Why nothing was done. */
  readonly note?: ComponentChildren
}

/** The form. Nothing is changed by it alone. */
export function ChangePage({ home, here, personId, person, typed, problems, hint, note }: ChangePageProps) {
  const error = (field: string) => errorOf(field, problems)
  return (
    <FormPage
      {...{ home, here, problems }}
      title="Change name, email or phone"
      above={
        <p>
          <a href={consolePaths.person(personId)}>Back to the person</a>
        </p>
      }
    >
      {note}
      <form class="cal-form" method="post" action={consolePaths.changePerson(personId)} autocomplete="off" novalidate>
        <CarriedFields fields={carriedOf(person)} />
        <LineField
          name="name"
          legend="Name of the person who comes"
          autocomplete="off"
          typed={typed.name}
          error={error('name')}
        />
        {!person.isOwnContact && (
          <LineField
            name="contactName"
            legend="Name of whoever is written to"
            hint="They are written to and rung about the visits of the person who comes."
            autocomplete="off"
            typed={typed.contactName}
            error={error('contactName')}
          />
        )}
        <LineField
          name="email"
          legend="Email"
          hint="Of email and phone one is needed."
          autocomplete="off"
          inputmode="email"
          typed={typed.email}
          error={error('email')}
        />
        {hint && (
          <Tick
            name="addressIsMeant"
            value="yes"
            text="The address is right as I typed it"
            ticked={typed.addressIsMeant === 'yes'}
          />
        )}
        <LineField
          name="phone"
          legend="Phone"
          autocomplete="off"
          inputmode="tel"
          typed={typed.phone}
          error={error('phone')}
        />
        <Button look="go" name="do" value="look">
          See what it changes
        </Button>
      </form>
      <p class="quiet">Nothing is changed yet.</p>
    </FormPage>
  )
}

/** What the page showed and when, so that somebody who was quicker is told of, and what was not touched is not put back. */
const carriedOf = (person: ReachedPerson) => ({
  ...{ seen: person.seen, shown: shownBy(person), at: String(person.now) },
})

interface LookPageProps extends Shared {
  readonly typed: TypedCalled
  readonly to: ReadCalled['to']
  /** Whoever would be shown as one with them from then on. */
  readonly oneWith: readonly KnownPerson[]
}

/** What it would touch, with the button that does it. */
export function LookPage({ home, here, personId, person, typed, to, oneWith }: LookPageProps) {
  const fields = { ...typed, ...carriedOf(person) }
  return (
    <ConsolePage {...{ home, here }} title="Change this?">
      <p>
        <a href={consolePaths.person(personId)}>Back to the person</a>
      </p>
      <h1 tabindex={-1} data-focus>
        Change this?
      </h1>
      <ul>
        {changesTo(person, to).map((change) => (
          <li key={change.what}>
            <ChangeLine {...change} />
          </li>
        ))}
      </ul>
      <ShownAsOne {...{ personId, oneWith }} />
      <Touched person={person} to={to} />
      <form class="cal-form" method="post" action={consolePaths.changePerson(personId)}>
        <CarriedFields fields={fields} />
        <div class="actions">
          <Button look="go" name="do" value="change">
            Change it
          </Button>
          <Button name="do" value="back">
            Type it again
          </Button>
        </div>
      </form>
      <p class="quiet">That you did it is written down, with what it was before.</p>
    </ConsolePage>
  )
}

/** Two people of one name and one email would be taken for one. */
function ShownAsOne({ personId, oneWith }: Pick<LookPageProps, 'personId' | 'oneWith'>) {
  return oneWith.map((other) => (
    <p key={other.personId} class="callout warn">
      <bdi>{other.name}</bdi> ({visitsWords(other.visits)}) would then have the same name and email, and be shown as one
      person with them. If they are two people, say so first:{' '}
      <a href={consolePaths.compare(personId, other.personId)}>look at both</a>.
    </p>
  ))
}

function Touched({ person, to }: Pick<LookPageProps, 'person' | 'to'>) {
  return (
    <>
      {to.email !== person.email && <NewEmail {...{ person, to }} />}
      {to.name !== person.name && <NewName person={person} />}
      <Stays {...{ person, to }} />
    </>
  )
}

const visitsWords = (visits: number) => (visits === 1 ? '1 visit' : `${visits} visits`)

/** How many visits to come have the email that is shown. */
const aheadOf = ({ contacts, email }: ReachedPerson) =>
  contacts
    .filter((one) => (one.email ?? '').toLowerCase() === (email ?? '').toLowerCase())
    .reduce((sum, { ahead }) => sum + ahead, 0)

function NewEmail({ person, to }: Pick<LookPageProps, 'person' | 'to'>) {
  const ahead = aheadOf(person)
  return (
    <>
      <h2>What a new email does</h2>
      {to.email !== null && (
        <p class="callout warn">
          Read <bdi {...exactly}>{to.email}</bdi> back to them, letter by letter. Whoever has this address can move or
          cancel these visits. If they sign in with it, they see when and where the visits are, past ones too.
        </p>
      )}
      <ul>
        {to.email !== null && ahead > 0 && (
          <li>
            They hear anew of {visitsWords(ahead)} to come, in half a minute. Reminders go to the new address. Each
            stays the same one in their calendar.
          </li>
        )}
        {to.email === null && <li>Mails about their visits stop. Ring them instead.</li>}
        {person.email !== null && (
          <>
            <li>
              No more mail about their visits goes to <bdi {...exactly}>{person.email}</bdi>. Links in mails that went
              there stop working, and so does the calendar made with them.
            </li>
            <li>
              Whoever signs in with <bdi {...exactly}>{person.email}</bdi> sees these visits there no more. The sign-in
              itself stays as it is: it is theirs to change.
            </li>
            <li>Letters that were asked for go on to the address that asked for them.</li>
          </>
        )}
      </ul>
    </>
  )
}

const NewName = ({ person }: { readonly person: ReachedPerson }) => (
  <>
    <h2>What a new name does</h2>
    <ul>
      <li>The new name stands on all their visits, past ones too. The old one is kept here.</li>
      {person.grants.length > 0 && <li>Visits granted or paid ahead go on under the new name.</li>}
      <li>Reviews stay as they are.</li>
    </ul>
  </>
)

/** What has the same email or phone, or another one, and is not changed. */
function Stays({ person, to }: Pick<LookPageProps, 'person' | 'to'>) {
  const others = to.email !== person.email || to.phone !== person.phone ? person.alsoThere : []
  const ways = otherWays(person)
  if (others.length + ways.length + person.waits.length === 0) return null
  return (
    <>
      <h2>What stays</h2>
      <ul>
        {ways.map(({ contact_id, email, phone, visits }) => (
          <li key={contact_id}>
            For {visitsWords(visits)} they are reached at <bdi {...exactly}>{email ?? 'no email'}</bdi>,{' '}
            <bdi {...exactly}>{phone ?? 'no phone'}</bdi>. What is not the same there as above stays.
          </li>
        ))}
        {others.map(({ personId, name }) => (
          <li key={personId}>
            <a href={consolePaths.person(personId)}>
              <bdi>{name}</bdi>
            </a>{' '}
            is reached at the same email or phone, and keeps it. Change it there too if it is new for both.
          </li>
        ))}
        {person.waits.map((id) => (
          <li key={id}>
            <a href={consolePaths.waitingOne(id)}>Their place on the waiting list</a> keeps what was typed for it. Take
            them off and put them on again to change it.
          </li>
        ))}
      </ul>
    </>
  )
}

/** Somebody who asked to be forgotten: what is kept of them stays as it is. */
export function CannotChangePage({ home, here, personId }: Omit<Shared, 'person'>) {
  return (
    <MessagePage home={home} here={here} title="Nothing was changed">
      <p>This person asked to be forgotten. What must be kept of them stays as it was.</p>
      <p>
        <ButtonLink href={consolePaths.person(personId)}>To the person</ButtonLink>
      </p>
    </MessagePage>
  )
}
