/** Step 2, and later: who treats, what a register says of them, and who signs in. */
import { isRegistered, whatIsMissing, whyNotBookable } from '../../../clinic/setup/missing.ts'
import type { MemberRow, Picture, TherapistRow } from '../../../clinic/setup/picture.ts'
import { mayDo } from '../../../clinic/people/members.ts'
import { professionWords } from '../../find/directory-words.tsx'
import { dayWords } from '../../find/words.ts'
import { Sign } from '../console-signs.tsx'
import { ClinicPage, type PageBase, StepLinks, StillMissing } from './clinic-parts.tsx'
import { consolePaths } from '../console-paths.ts'
import { clinicPaths } from './clinic-paths.ts'
import { exactly } from '../../ui/said-exactly.ts'

/** What each role is called, and what it may do. */
export const roleWords: Readonly<Record<string, { readonly name: string; readonly may: string }>> = {
  owner: { name: 'Owner', may: 'Everything. No shared checks and no notes, unless they treat too.' },
  manager: { name: 'Manager', may: 'Prices, hours, rooms, reviews and visits. No shared checks and no notes.' },
  therapist: { name: 'Therapist', may: 'Visits, shared checks and notes. Their own hours.' },
  reception: { name: 'Reception', may: 'Names, times, phones and insurers. No shared checks and no notes.' },
}

interface Person {
  readonly name: string
  readonly therapist: TherapistRow | undefined
  readonly member: MemberRow | undefined
}

/** Everybody once: those who treat, with how they sign in, then the others. */
function peopleOf({ therapists, members }: Picture): readonly Person[] {
  const others = members.filter(({ therapistId }) => !therapists.some(({ id }) => id === therapistId))
  return [
    ...others.map((member) => ({ name: member.name, therapist: undefined, member })),
    ...therapists.map((therapist) => ({
      name: therapist.name,
      therapist,
      member: members.find(({ therapistId }) => therapistId === therapist.id),
    })),
  ]
}

export function TeamPage(props: PageBase) {
  const { picture, here } = props
  const people = peopleOf(picture)
  const mayChange = mayDo(here.member, 'change-team')
  return (
    <ClinicPage {...props} title="Team">
      <StillMissing missing={picture.isOpen ? [] : whatIsMissing(picture)} step="team" />
      <p class="setup-act">
        <a class="button go" href={clinicPaths.newPerson}>
          Add somebody
        </a>
      </p>
      <section class="setup-scroll" tabindex={0} aria-label="Team">
        <table class="setup-table">
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">May do</th>
              <th scope="col">Register</th>
              <th scope="col">Can be booked</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={(person.therapist ?? person.member)?.id} {...{ person, picture, mayChange }} />
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>Who may do what</h2>
        <dl class="setup-roles">
          {Object.entries(roleWords).map(([role, { name, may }]) => (
            <div key={role}>
              <dt>{name}</dt>
              <dd>{may}</dd>
            </div>
          ))}
        </dl>
        {!mayChange && <p class="quiet">An owner invites people and changes what they may do.</p>}
        <p>
          Has somebody lost their password, phone and recovery codes? Two of you can{' '}
          <a href={consolePaths.newStarts}>let a colleague in again</a>.
        </p>
      </section>
      <StepLinks picture={picture} step="team" />
    </ClinicPage>
  )
}

interface PersonRowProps {
  readonly person: Person
  readonly picture: Picture
  /** May whoever looks change who signs in? */
  readonly mayChange: boolean
}

function PersonRow({ person: { name, therapist, member }, picture, mayChange }: PersonRowProps) {
  return (
    <tr>
      <th scope="row">
        {therapist ? <a href={clinicPaths.person(therapist.id)}>{name}</a> : name}
        <small>{therapist ? professionWords(therapist.profession) : 'Does not treat'}</small>
      </th>
      <td>
        <SignIn {...{ member, mayChange }} />
        {member && !member.hasJoined && <Invited {...{ member, mayChange }} />}
      </td>
      <td>{therapist ? <Register therapist={therapist} /> : <span class="quiet">None needed</span>}</td>
      <td>{therapist ? <Bookable {...{ therapist, picture }} /> : <span class="quiet">No</span>}</td>
    </tr>
  )
}

/** Whoever may invite sees whether the mail arrived, so that they can put the address right. */
function Invited({ member, mayChange }: { readonly member: MemberRow; readonly mayChange: boolean }) {
  if (member.cameBack === null || !mayChange) return <small>Invited</small>
  return (
    <>
      <small class="chip chip-warn">Invitation came back</small>
      <small>
        Nobody got it at <bdi {...exactly}>{member.email}</bdi>: <bdi>{member.cameBack}</bdi>
      </small>
    </>
  )
}

function SignIn({ member, mayChange }: { member: MemberRow | undefined; mayChange: boolean }) {
  if (!member) return <>Does not sign in</>
  const role = roleWords[member.role]?.name ?? member.role
  if (!mayChange) return <>{role}</>
  return (
    <a href={clinicPaths.member(member.id)}>
      {role}
      <span class="unseen">: change how {member.name} signs in</span>
    </a>
  )
}

function Register({ therapist: { look } }: { therapist: TherapistRow }) {
  if (!look) return <span class="quiet">Not looked up</span>
  return (
    <>
      {look.body} {look.number}
      <small>
        to {dayWords(look.validUntil)}; {look.lookedUpBy} looked on {dayWords(look.lookedUpOn)}
      </small>
    </>
  )
}

function Bookable({ therapist, picture }: { therapist: TherapistRow; picture: Picture }) {
  const why = whyNotBookable(therapist, picture)
  if (why !== null) return <strong>No. {why}</strong>
  return (
    <>
      <span class="setup-yes">
        <Sign name="tick" size={16} /> Yes
      </span>
      {isRegistered(therapist) && therapist.standing.says && <strong>{therapist.standing.says}</strong>}
    </>
  )
}
