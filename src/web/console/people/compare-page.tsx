/** Two records side by side: are they one person, and if so, what of both stays. */
import type { ComponentChildren } from 'preact'
import { type Comparison, type Side, sameAddress } from '../../../clinic/booking/persons/compare-persons.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ConsolePage, type Here } from '../console-frame.tsx'
import type { ConsoleHome } from '../console-home.ts'
import { PostButton } from '../console-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { momentOf } from '../console-words.ts'

/** What must be chosen where both have it, and not the same. */
export type Choosable = 'name' | 'bornOn' | 'contact' | 'phone'

/** The things of which one must be chosen. Where one record has nothing, that of the other stays. */
export function toChoose({ sides: [one, other] }: Comparison): readonly Choosable[] {
  const differ = {
    name: one.name !== other.name,
    bornOn: one.bornOn !== other.bornOn && one.bornOn !== null && other.bornOn !== null,
    contact: one.email !== null && other.email !== null && !sameContact(one, other),
    phone: one.phone !== other.phone && one.phone !== null && other.phone !== null,
  }
  return (['name', 'bornOn', 'contact', 'phone'] as const).filter((thing) => differ[thing])
}

const sameContact = (one: Side, other: Side) =>
  sameAddress(one.email, other.email) && one.contactName === other.contactName

interface ComparePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly compared: Comparison
  /** Addresses of the two that somebody signs in with. */
  readonly signIns: readonly string[]
  /** What was chosen so far. */
  readonly chosen?: Readonly<Record<string, string>>
  /** What of it is still missing. */
  readonly missing?: readonly Choosable[]
  /** Why nothing was done. */
  readonly note?: ComponentChildren
}

export function ComparePage(props: ComparePageProps) {
  const { home, here, compared, missing = [], note } = props
  const [one, other] = compared.sides
  const things = toChoose(compared)
  return (
    <ConsolePage {...{ home, here }} title={missing.length > 0 ? 'Error: Two records' : 'Two records'}>
      <p>
        <a href={consolePaths.same}>Records that may be the same</a>
      </p>
      <h1 tabindex={-1} data-focus>
        Are these one person?
      </h1>
      {note}
      {compared.different && (
        <p class="callout">
          <bdi>{compared.different.by}</bdi> answered that they are two people,{' '}
          {momentOf(compared.different.at, one.zone, compared.now)}.
        </p>
      )}
      {missing.length > 0 && (
        <p class="callout warn" role="alert">
          Choose what stays: {missing.map((thing) => legends[thing].toLowerCase()).join(', ')}. Nothing was changed.
        </p>
      )}
      <SideBySide {...props} />
      <form method="post" action={consolePaths.compare(one.personId, other.personId)}>
        <input type="hidden" name="seen" value={compared.seen} />
        {things.length > 0 && <h2>What stays?</h2>}
        {things.map((thing) => (
          <OneChoice key={thing} {...props} thing={thing} />
        ))}
        <p>
          All visits of both go to one record. You can undo it for a week. Nothing that was written about a visit is
          lost.
        </p>
        <Button look="go">Make them one record</Button>
      </form>
      {!compared.different && (
        <>
          <h2>Or are they two people?</h2>
          <p>Then nobody is asked about these two again.</p>
          <PostButton action={consolePaths.different(one.personId, other.personId)} fields={{}}>
            They are two people
          </PostButton>
        </>
      )}
      <p class="quiet">That you opened this page was written down. The person can see it too.</p>
    </ConsolePage>
  )
}

function SideBySide({ compared: { sides, now }, signIns }: ComparePageProps) {
  const signsIn = (email: string | null) => email !== null && signIns.includes(email.toLowerCase())
  const rows: readonly (readonly [string, (side: Side) => ComponentChildren])[] = [
    ['Name', ({ name }) => <bdi>{name}</bdi>],
    ['Born', ({ bornOn }) => (bornOn === null ? 'not known' : bornWords(bornOn))],
    ['Who is written to', ({ contactName }) => <bdi>{contactName}</bdi>],
    [
      'Email',
      ({ email }) => (
        <>
          <bdi>{email ?? 'none'}</bdi>
          {signsIn(email) && <span class="quiet"> (they sign in with it)</span>}
        </>
      ),
    ],
    ['Telephone', ({ phone }) => <bdi>{phone ?? 'none'}</bdi>],
    ['Visits', ({ visits }) => visits],
    ['Latest', ({ lastAt, zone }) => (lastAt === null ? 'none yet' : momentOf(lastAt, zone, now))],
    ['Next', ({ nextAt, zone }) => (nextAt === null ? 'none' : momentOf(nextAt, zone, now))],
    ['First booked by', ({ madeBy }) => (madeBy === 'staff' ? 'your team' : 'the person')],
  ]
  return (
    <table class="two-records">
      <thead>
        <tr>
          <td />
          {sides.map(({ personId }, at) => (
            <th key={personId} scope="col">
              <a href={consolePaths.person(personId)}>{at === 0 ? 'The older record' : 'The newer record'}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, cell]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {sides.map((side) => (
              <td key={side.personId}>{cell(side)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "3 May 1980". */
const bornWords = (day: string) =>
  Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const legends: Readonly<Record<Choosable, string>> = {
  name: 'Name',
  bornOn: 'Birth date',
  contact: 'Email and sign-in',
  phone: 'Telephone',
}

function OneChoice({
  compared,
  signIns,
  chosen,
  missing = [],
  thing,
}: ComparePageProps & { readonly thing: Choosable }) {
  const [one, other] = compared.sides
  const bothSignIn = [one, other].every(({ email }) => email !== null && signIns.includes(email.toLowerCase()))
  return (
    <fieldset class={missing.includes(thing) ? 'wrong' : undefined}>
      <legend>{legends[thing]}</legend>
      {thing === 'contact' && !sameAddress(one.email, other.email) && (
        <p class="hint">
          {bothSignIn && 'They sign in with both. '}
          The address that you leave opens these visits no more: links in its mails stop working, and whoever is signed
          in with it is signed out. News of visits ahead goes to the one that stays.
        </p>
      )}
      {compared.sides.map((side) => (
        <label class="choice" key={side.personId}>
          <input type="radio" name={thing} value={side.personId} checked={chosen?.[thing] === side.personId} />
          <span>
            <bdi>{shownOf(side, thing)}</bdi>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function shownOf(side: Side, thing: Choosable): string {
  if (thing === 'contact') return `${side.contactName}, ${side.email}`
  if (thing === 'bornOn') return side.bornOn === null ? '' : bornWords(side.bornOn)
  return side[thing] ?? ''
}

interface SamePageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly pairs: readonly (readonly [Row, Row])[]
  readonly more: boolean
}

interface Row {
  readonly personId: string
  readonly name: string
  readonly emails: readonly string[]
  readonly visits: number
}

/** All pairs of records that may be one person. */
export function SamePage({ home, here, pairs, more }: SamePageProps) {
  return (
    <ConsolePage {...{ home, here }} title="Records that may be the same">
      <p>
        <a href={consolePaths.people}>People</a>
      </p>
      <h1 tabindex={-1} data-focus>
        May be the same person
      </h1>
      {pairs.length === 0 ? (
        <p>No two records look like one person.</p>
      ) : (
        <p>Alike in name, with the same birth date, email or telephone. Look at both before you decide.</p>
      )}
      <ul class="people">
        {pairs.map(([one, other]) => (
          <li key={other.personId}>
            <a href={consolePaths.compare(one.personId, other.personId)}>
              Compare<span class="unseen"> {other.name}</span>
            </a>{' '}
            <PairWords one={one} other={other} />
          </li>
        ))}
      </ul>
      {more && <p>There are more. They show when these are decided.</p>}
    </ConsolePage>
  )
}

const PairWords = ({ one, other }: { readonly one: Row; readonly other: Row }) => (
  <>
    <bdi>{one.name}</bdi> <span class="quiet">{countWords(one)}</span> and <bdi>{other.name}</bdi>{' '}
    <span class="quiet">{countWords(other)}</span>
  </>
)

const countWords = ({ visits, emails }: Row) =>
  `(${visits === 1 ? '1 visit' : `${visits} visits`}${emails[0] ? `, ${emails[0]}` : ''})`

interface CannotPageProps {
  readonly home: ConsoleHome
  readonly here: Here
  readonly why: 'over' | 'forgotten'
  readonly personId: string
}

/** Two records that cannot be made one, or two again, and why. */
export function CannotPage({ home, here, why, personId }: CannotPageProps) {
  return (
    <ConsolePage {...{ home, here }} title="Nothing was changed">
      <h1 tabindex={-1} data-focus>
        Nothing was changed
      </h1>
      <p>
        {why === 'over'
          ? 'It cannot be undone now. The week for it is over, or another record was added after it. Undo that one first.'
          : 'This person asked to be forgotten. What must be kept of them stays apart.'}
      </p>
      <p>
        <ButtonLink href={consolePaths.person(personId)}>To the record</ButtonLink>
      </p>
    </ConsolePage>
  )
}
