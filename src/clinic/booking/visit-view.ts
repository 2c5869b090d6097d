/** A hold or a visit with the names that its page shows. Read with the private link; nothing of it is public. */
import { type OffThen, standingButOff } from '../availability/called-off.ts'
import { termsNow } from '../availability/terms-now.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { stillOffered } from '../directory/still-offered.ts'
import { isCurrentLink, type LinkSubject } from './private-link.ts'
import { type Referral, referralOf } from './referral.ts'
import { asVisitState, minutesOf } from './visit-row.ts'
import type { VisitState } from './visit-steps.ts'

/** Moments are milliseconds since 1970; money is pence. */
export interface VisitView {
  readonly clinicId: string
  readonly appointmentId: string
  readonly state: VisitState
  readonly version: number
  readonly startsAt: number
  readonly endsAt: number
  /** Until when it can be moved or cancelled at no cost, and what a later cancel costs: as agreed, or nothing where it is `off`. */
  readonly freeUntil: number
  readonly lateFeePence: number
  /** It stands, and the clinic cannot keep it: its therapist is away then, or its place shut. */
  readonly off: OffThen | undefined
  /** The fee of a late cancel as agreed, which a move takes along. */
  readonly agreedFeePence: number
  readonly pricePence: number
  /** The end of a hold; null for a visit. */
  readonly holdEndsAt: number | null
  readonly holdRenewed: boolean
  readonly service: { readonly id: string; readonly name: string; readonly minutes: number; readonly byVideo: boolean }
  readonly therapist: {
    readonly id: string
    readonly name: string
    readonly profession: string
    readonly slug: string | null
  }
  readonly clinic: { readonly name: string; readonly phone: string; readonly email: string }
  readonly place: {
    readonly id: string
    readonly name: string
    readonly street: string
    readonly town: string
    readonly postcode: string
    readonly zone: string
    readonly wayThere: string | null
    readonly stepFree: boolean
  }
  /** Can the public book this service with this therapist again? */
  readonly isOffered: boolean
  readonly person: string | null
  /** Who booked, and whose address `email` is. */
  readonly contact: string | null
  readonly email: string | null
  readonly payer: string | null
  readonly insurer: string | null
  /** What they pay before the insurer does, in pence, as they said; null where nothing was said. */
  readonly excessPence: number | null
  readonly referral: Referral | null
  /** When a check was shared with it last; null where none is. */
  readonly sharedAt: number | null
  /** How often the address of its contact was put right (private-link.ts). */
  readonly linkRound: number
  /** The organizer of its first invitation; null where none was sent yet. */
  readonly organizer: string | null
}

/** @returns `undefined` where there is no such hold or visit any more */
export function findVisit(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<VisitView | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await visitRows(trx).where('a.appointment_id', '=', appointmentId).executeTakeFirst()
    return row && asView(clinicId, row, await offOf(trx, row))
  })
}

/** The visit or hold of a private link, while that link is good. */
export async function findLinked(db: Database, link: LinkSubject): Promise<VisitView | undefined> {
  const found = await findVisit(db, link)
  return found && isCurrentLink(link, found) ? found : undefined
}

/** Whom to ring about a visit that a link of ours names and no list has. */
export interface RingAbout {
  readonly name: string
  readonly phone: string
}

/**
 * What became of a hold: the hold itself, or the visit that was booked with it. That visit has an id of its own where the
 * hold had ended and its time was taken anew.
 * @returns `undefined` where it ended or was let go, and nothing was booked with it
 */
export function findHeldOrBooked(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<VisitView | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await visitRows(trx)
      .where((eb) => eb.or([eb('a.appointment_id', '=', appointmentId), eb('a.booking_key', '=', appointmentId)]))
      .executeTakeFirst()
    return row && asView(clinicId, row, await offOf(trx, row))
  })
}

/** Holds and visits, with all names round them. */
function visitRows(trx: ClinicTransaction) {
  return trx
    .selectFrom('appointments as a')
    .innerJoin('services as s', (on) =>
      on.onRef('s.clinic_id', '=', 'a.clinic_id').onRef('s.service_id', '=', 'a.service_id'),
    )
    .innerJoin('therapists as t', (on) =>
      on.onRef('t.clinic_id', '=', 'a.clinic_id').onRef('t.therapist_id', '=', 'a.therapist_id'),
    )
    .innerJoin('locations as l', (on) =>
      on.onRef('l.clinic_id', '=', 'a.clinic_id').onRef('l.location_id', '=', 'a.location_id'),
    )
    .innerJoin('clinics as c', 'c.clinic_id', 'a.clinic_id')
    .leftJoin('persons as p', (on) =>
      on.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .leftJoin('contacts as k', (on) =>
      on.onRef('k.clinic_id', '=', 'a.clinic_id').onRef('k.contact_id', '=', 'a.contact_id'),
    )
    .leftJoin('slugs as g', (on) =>
      on
        .onRef('g.clinic_id', '=', 'a.clinic_id')
        .onRef('g.subject_id', '=', 'a.therapist_id')
        .on('g.kind', '=', 'therapist')
        .on('g.is_current', '=', true),
    )
    .leftJoin('shared_checks as h', (on) =>
      on.onRef('h.clinic_id', '=', 'a.clinic_id').onRef('h.appointment_id', '=', 'a.appointment_id'),
    )
    .select([
      'a.appointment_id',
      'a.state',
      'a.version',
      'a.starts_at',
      'a.ends_at',
      'a.free_until',
      'a.late_fee_pence',
      'a.price_pence',
    ])
    .select(['a.hold_ends_at', 'a.hold_renewed', 'a.payer', 'a.insurer'])
    .select(['a.organizer', 'a.excess_pence', 's.needs_referral', 'a.referred_by', 'a.referral_seen_at'])
    .select(['s.service_id', 's.name as service', 's.by_video'])
    .select(['t.therapist_id', 't.name as therapist', 't.profession', 'g.slug'])
    .select(['c.name as clinic', 'c.phone', 'c.email as clinic_email'])
    .select([
      'l.location_id',
      'l.name as place',
      'l.street',
      'l.town',
      'l.postcode',
      'l.zone',
      'l.way_there',
      'l.step_free',
    ])
    .select(stillOffered.as('is_offered'))
    .select(['p.name as person', 'k.name as contact', 'k.email', 'k.link_round', 'h.shared_at'])
}

type FoundRow = NonNullable<Awaited<ReturnType<ReturnType<typeof visitRows>['executeTakeFirst']>>>

const offOf = (trx: ClinicTransaction, { appointment_id: appointmentId, state }: FoundRow) =>
  standingButOff(trx, { appointmentId, state })

const agreedIn = (row: FoundRow) => ({
  startsAt: row.starts_at.getTime(),
  freeUntil: row.free_until.getTime(),
  lateFeePence: row.late_fee_pence,
})

const asView = (clinicId: string, row: FoundRow, off: OffThen | undefined): VisitView => ({
  clinicId,
  appointmentId: row.appointment_id,
  state: asVisitState(row.state),
  version: row.version,
  startsAt: row.starts_at.getTime(),
  endsAt: row.ends_at.getTime(),
  ...termsNow(agreedIn(row), off),
  off,
  agreedFeePence: row.late_fee_pence,
  pricePence: row.price_pence,
  holdEndsAt: row.hold_ends_at?.getTime() ?? null,
  holdRenewed: row.hold_renewed,
  service: { id: row.service_id, name: row.service, minutes: minutesOf(row), byVideo: row.by_video },
  therapist: { id: row.therapist_id, name: row.therapist, profession: row.profession, slug: row.slug },
  clinic: { name: row.clinic, phone: row.phone, email: row.clinic_email },
  place: {
    id: row.location_id,
    name: row.place,
    street: row.street,
    town: row.town,
    postcode: row.postcode,
    zone: row.zone,
    wayThere: row.way_there,
    stepFree: row.step_free,
  },
  isOffered: row.is_offered,
  person: row.person,
  contact: row.contact,
  email: row.email,
  payer: row.payer,
  insurer: row.insurer,
  excessPence: row.excess_pence,
  referral: referralOf(row),
  sharedAt: row.shared_at?.getTime() ?? null,
  linkRound: row.link_round ?? 0,
  organizer: row.organizer,
})
