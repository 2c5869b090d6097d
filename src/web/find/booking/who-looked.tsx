/** Who of the clinic looked at a person's record, and when: told to that person, who need not ask for it. */
import { wallClockSentence } from '../../../clinic/availability/wall-clock.ts'
import type { Role } from '../../../clinic/people/members.ts'
import type { ReadKind } from '../../../clinic/people/reads.ts'
import type { Look } from '../../../clinic/people/reads.ts'
import { Details } from '../../ui/text-parts.tsx'

/** The most that are shown. */
export const mostLooks = 50

const roles: Readonly<Record<Role, string>> = {
  owner: 'owner',
  manager: 'manager',
  therapist: 'therapist',
  reception: 'reception',
}

const looked: Readonly<Record<ReadKind, string>> = {
  visit: 'opened your visit',
  'shared-check': 'read what you shared of your check',
  person: 'saw your name and your visits',
  'day-list': 'saw you in the list of a day',
  export: 'made a copy of your record',
  compare: 'laid your record beside another, to see whether both are yours',
  merge: 'made one record of two that were yours',
  unmerge: 'made two records of one again',
}

interface WhoLookedProps {
  readonly looks: readonly Look[]
  readonly zone: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** Shut at first; the heading says how often. */
export function WhoLooked({ looks, zone, now }: WhoLookedProps) {
  const at = (ms: number) =>
    wallClockSentence(Temporal.Instant.fromEpochMilliseconds(ms), zone, Temporal.Instant.fromEpochMilliseconds(now))
  return (
    <Details summary="Who looked at your record">
      {looks.length === 0 ? (
        <p>Nobody of the clinic has opened it yet.</p>
      ) : (
        <ul>
          {looks.map((look, index) => (
            <li key={index}>
              <bdi>{look.name}</bdi> ({roles[look.role]}) {looked[look.what]}: {at(look.at)}.
            </li>
          ))}
        </ul>
      )}
      {looks.length === mostLooks && <p>These are the latest {mostLooks}. The clinic can tell you of earlier ones.</p>}
    </Details>
  )
}
