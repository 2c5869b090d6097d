/** Forgetting somebody: what goes, what the law keeps and until when, and the dated word that they are given. */
import type { Erased, KeptVisits } from '../../../clinic/people/erase-person.ts'
import type { WhomToErase } from '../../../clinic/people/whom-to-erase.ts'
import type { LookedAfter } from '../../../clinic/people/whose-contact.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { CarriedFields } from '../../ui/carried-fields.tsx'
import { ErrorSummary, errorOf, type Problem } from '../../ui/error-summary.tsx'
import { Tick } from '../../ui/form-parts.tsx'
import { LineField } from '../../ui/typed-fields.tsx'
import { AskFirst } from '../ask-first.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'
import { MessagePage } from '../message-pages.tsx'

/** As posted. */
export interface TypedErasure {
  readonly bornOn: string
  readonly adult: string
  readonly name: string
}

interface Shared {
  readonly home: ConsoleHome
  readonly here: Here
  readonly personId: string
  readonly person: WhomToErase
}

interface ErasePageProps extends Shared {
  readonly typed: TypedErasure
  readonly problems: readonly Problem[]
  /** What erasing would do now. */
  readonly would: Erased
}

/** Before it is done. */
export function ErasePage({ home, here, personId, person, typed, problems, would }: ErasePageProps) {
  const { name, reach } = person.who
  return (
    <ConsolePage home={home} here={here} title={problems.length > 0 ? 'Error: Forget a person' : 'Forget a person'}>
      <ErrorSummary problems={problems} />
      <p>
        <a href={consolePaths.person(personId)}>Back to the person</a>
      </p>
      <h1 tabindex={-1} data-focus={problems.length === 0 || undefined}>
        Forget <bdi>{name}</bdi>?
      </h1>
      {person.erased && (
        <p class="callout">
          They were forgotten before: {person.erased.by ?? 'whoever runs the installation'} did it,{' '}
          {momentOf(person.erased.at, person.zone, person.now)}. They have booked again since.
        </p>
      )}
      <p>
        This is about all that was booked under this name with <bdi>{reach}</bdi>. Did they book with another address
        too? Then do the same there. They can ask for a copy of it all before: whoever runs the installation makes it.
      </p>
      {would.ok ? (
        <Would {...{ personId, typed, problems, would }} />
      ) : (
        <CannotYet {...{ personId, person, typed, problems, would }} />
      )}
    </ConsolePage>
  )
}

type CannotYetProps = Pick<ErasePageProps, 'personId' | 'person' | 'typed' | 'problems'> & {
  readonly would: Extract<Erased, { readonly ok: false }>
}

function CannotYet({ personId, person, typed, problems, would }: CannotYetProps) {
  if (would.why === 'visitAhead')
    return (
      <p class="callout warn">
        They have a visit on {momentOf(would.startsAt.getTime(), would.zone, person.now)}. Cancel it first. Nothing was
        changed.
      </p>
    )
  if (would.why === 'nobody') return <p class="callout">Nobody of this name is reached there any more.</p>
  return (
    <>
      <p>
        They were treated here, and the clinic does not know their age. The record of a child is kept to the 25th
        birthday.
      </p>
      <form class="cal-form" method="post" action={consolePaths.erase(personId)} novalidate>
        <LineField
          name="bornOn"
          legend="Date of birth, if you know it"
          hint="Such as 1980-05-06"
          autocomplete="off"
          typed={typed.bornOn}
          error={errorOf('bornOn', problems)}
        />
        <Tick name="adult" value="yes" text="They were 18 or over at their last visit" ticked={typed.adult === 'yes'} />
        <Button name="do" value="look">
          See what goes and what stays
        </Button>
      </form>
    </>
  )
}

type WouldProps = Pick<ErasePageProps, 'personId' | 'typed' | 'problems'> & {
  readonly would: Extract<Erased, { readonly ok: true }>
}

function Would({ personId, typed, problems, would }: WouldProps) {
  return (
    <>
      <h2>Goes at once</h2>
      <p>
        What they wrote and shared, their reviews, questions and comments, their places on waiting lists, letters and
        mails{goesWords(would)}.
      </p>
      <Stays {...would} />
      <form class="cal-form" method="post" action={consolePaths.erase(personId)} novalidate>
        <AskFirst />
        <CarriedFields fields={{ bornOn: typed.bornOn, adult: typed.adult }} />
        <LineField
          name="name"
          legend="Type their name, to be sure"
          hint="This cannot be taken back. Your name is written down beside it."
          autocomplete="off"
          typed={typed.name}
          error={errorOf('name', problems)}
        />
        <div class="actions">
          <Button name="do" value="erase">
            Erase for good
          </Button>
          <ButtonLink href={consolePaths.person(personId)}>Keep it all</ButtonLink>
        </div>
      </form>
    </>
  )
}

type Done = Extract<Erased, { readonly ok: true }>

/** How they are called and reached, unless it stays somewhere. */
function goesWords({ kept, reachesOthers, contactFor }: Done): string {
  const isContact = contactFor.length > 0
  return [
    !reachesOthers && !isContact ? ', their email and phone' : '',
    kept.length === 0 && !isContact ? ', and their name' : '',
  ].join('')
}

type StaysProps = Pick<Done, 'kept' | 'reachesOthers' | 'contactFor'>

/** The list with its dates. */
function Stays({ kept, reachesOthers, contactFor }: StaysProps) {
  const isContact = contactFor.length > 0
  return (
    <>
      <h2>Stays</h2>
      {kept.length === 0 && !isContact && <p>Nothing of them has to be kept.</p>}
      <ul>
        {kept.map((one) => (
          <li key={one.location + one.until}>{keptWords(one)}</li>
        ))}
        {contactFor.map((one) => (
          <StaysAsContact key={one.personId} {...one} />
        ))}
        {reachesOthers && !isContact && <li>Email and phone stay where somebody else’s visits are reached by them.</li>}
        <li>Who of the clinic had looked at their record.</li>
      </ul>
      {kept.length > 0 && <p>What the law keeps goes by itself after those days.</p>}
      <p>Backups that were made before still hold them.</p>
    </>
  )
}

/** They are written to for somebody else, such as their child, and what can be done about it. */
function StaysAsContact({ personId, name }: LookedAfter) {
  return (
    <li>
      Their name, email and phone, as the contact for{' '}
      <a href={consolePaths.person(personId)}>
        <bdi>{name}</bdi>
      </a>
      , because of the visits of <bdi>{name}</bdi>. Mails about those visits still go to them. Somebody else can get the
      mails: put another email on the page of the visit. To let them go too: cancel what is to come, then forget{' '}
      <bdi>{name}</bdi> too.
    </li>
  )
}

const dayWords = (day: string) =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const keptWords = ({ location, visits, until }: KeptVisits) =>
  `Until the end of ${dayWords(until)}: their name, and the record of ${visits === 1 ? '1 visit' : `${visits} visits`} at ${location}, as the law asks of a clinic.`

interface ErasedPageProps extends Shared {
  readonly erased: Extract<Erased, { readonly ok: true }>
}

/** It is done: a page to print for whoever asked. */
export function ErasedPage({ home, here, person, erased }: ErasedPageProps) {
  return (
    <MessagePage home={home} here={here && { ...here, address: consolePaths.people }} title="They are forgotten">
      <p>
        {here.clinicName} erased what it held of <bdi>{person.who.name}</bdi>,{' '}
        {momentOf(person.now, person.zone, person.now)}. {here.member.name} did it.
      </p>
      <Stays {...erased} />
      <p>
        Print this page for them now, or copy it: it is not shown again. An account to sign in with is of no clinic.
        They erase that themselves.
      </p>
      <p>
        <ButtonLink href={consolePaths.people}>To the people</ButtonLink>
      </p>
    </MessagePage>
  )
}

interface ErasedBeforeProps extends Shared {
  readonly erased: NonNullable<WhomToErase['erased']>
}

/** Somebody opens it again. */
export function ErasedBeforePage({ home, here, person, erased }: ErasedBeforeProps) {
  return (
    <MessagePage home={home} here={here} title="This person was forgotten">
      <p>
        {erased.by ?? 'Whoever runs the installation'} did it, {momentOf(erased.at, person.zone, person.now)}.{' '}
        {erased.keptUntil === null
          ? 'No visit of theirs had to be kept.'
          : `What the law keeps goes by itself after ${dayWords(erased.keptUntil)}.`}
      </p>
    </MessagePage>
  )
}

/** `noReach`: no email or phone tells them from others of the name. `away`: it cannot be done at this moment. */
export function CannotErasePage({ home, here, personId, why }: Shared & { readonly why: 'noReach' | 'away' }) {
  return (
    <MessagePage home={home} here={here} title="They cannot be forgotten here">
      <p>
        {why === 'away'
          ? 'It cannot be done at this moment. Try again in a minute. Nothing was changed.'
          : 'The clinic has no email and no phone of theirs, so they cannot be told from others of the same name. Nothing was changed.'}
      </p>
      <p>
        <a href={consolePaths.person(personId)}>Back to the person</a>
      </p>
    </MessagePage>
  )
}
