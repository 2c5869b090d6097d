/** Booking by staff for somebody on the phone: the same function accepts, with a reason where a rule is bent. */
import { sql } from 'kysely'
import {
  availabilityNear,
  bookInClinic,
  lockTherapists,
  removeEndedHolds,
  type WantedTime,
} from '../booking/slot-claims.ts'
import { tellOfChange } from '../booking/visit-changes.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'
import { digitsOf, digitsTyped } from '../people/find-person.ts'
import { drawGrant, type GrantRefusal, NotGranted } from '../booking/grants.ts'
import { NoOffer, type OfferRefusal, useOffer } from '../letters/price-offers.ts'
import { acceptAsStaff, type Bent, type StaffAcceptance, type WhyBent } from './accept-as-staff.ts'
import { type Doer, writeCommand } from './commands.ts'
import { type InTheWay, inTheWay } from './in-the-way.ts'
import { claimSlot, staffTermsOf, undoBeforeMailMs } from './staff-slot.ts'
import type { Slot } from '../availability/input.ts'

/** Somebody new, or somebody the clinic knows. Of phone and email one is needed. */
export type Whom =
  | { readonly personId: string }
  | { readonly name: string; readonly phone?: string | undefined; readonly email?: string | undefined }

/** What staff book. */
export interface StaffBooking extends WhyBent {
  /** One key for one pressing of the button, however often it arrives. */
  readonly key: string
  readonly wanted: WantedTime
  readonly whom: Whom
  readonly insurer?: string | undefined
  readonly membershipNumber?: string | undefined
  /** Draws one visit of what the insurer granted, where the clinic has entered that. */
  readonly authorisationNumber?: string | undefined
  readonly excessPence?: number | undefined
  /** The number of the package that they have paid ahead, in place of an insurer: one visit of it is drawn. */
  readonly packageNumber?: string | undefined
  /** Who wrote their letter of referral. */
  readonly referredBy?: string | undefined
  /** The code of an offer, as typed, where they pay themselves; and the installation's secret, to count it once for each. */
  readonly offer?: { readonly code: string; readonly secret: Uint8Array } | undefined
  /** A second visit of the same person at this time is meant. */
  readonly secondIsMeant?: boolean | undefined
}

/** Nothing was done. `inTheWay`: what has the time of the therapist now. */
export interface StaffRefused {
  readonly ok: false
  readonly why: Extract<StaffAcceptance, { readonly ok: false }>['why']
  readonly near: readonly Slot[]
  readonly canBend: boolean
  /** A place in a class was wanted: taken means that it is full. */
  readonly ofClass?: true
  readonly inTheWay: readonly InTheWay[]
}

/** `nobody`: no such person in this clinic. `overlaps`: the same person has a visit at this time. `noOffer`: the code takes nothing off. `notGranted`: the insurer’s number, or that of a package, pays for no visit more. */
export type StaffBooked =
  | { readonly ok: true; readonly appointmentId: string; readonly already: boolean }
  | StaffRefused
  | { readonly ok: false; readonly why: 'nobody' }
  | { readonly ok: false; readonly why: 'overlaps'; readonly startsAt: number }
  | { readonly ok: false; readonly why: 'noOffer'; readonly because: OfferRefusal }
  | { readonly ok: false; readonly why: 'notGranted'; readonly because: GrantRefusal }

/** Books a visit. The mail to the person waits half a minute, so that it can be undone. */
export async function bookByStaff(db: Database, doer: Doer, booking: StaffBooking): Promise<StaffBooked> {
  try {
    return await bookInClinic(
      db,
      doer.clinicId,
      (trx) => bookIn(trx, doer, booking),
      () => inClinic(db, doer.clinicId, (trx) => refusalOf(trx, booking.wanted)),
    )
  } catch (error) {
    if (error instanceof NoOffer) return { ok: false, why: 'noOffer', because: error.why }
    if (error instanceof NotGranted) return { ok: false, why: 'notGranted', because: error.why }
    throw error
  }
}

/** What of a booking would come at each of these places: the first where it can be had, or the one that says most. */
export function lookAtBooking(
  db: Database,
  wanted: Omit<WantedTime, 'location'>,
  places: readonly string[],
): Promise<StaffLooked> {
  return inClinic(db, wanted.clinicId, async (trx) => {
    const looked: StaffLooked[] = []
    for (const location of places) {
      const there = { ...wanted, location }
      const accepted = acceptAsStaff(await availabilityNear(trx, there), there)
      if (accepted.ok) return { ok: true, location }
      looked.push({ ...accepted, location, inTheWay: await whoHasIt(trx, there) })
    }
    return mostTelling(looked) ?? { ...nowhere, location: '' }
  })
}

/** Where it could be had, or why not. */
export type StaffLooked = { readonly location: string } & ({ readonly ok: true } | StaffRefused)

const nowhere = { ok: false, why: 'unknown', near: [], canBend: false, inTheWay: [] } as const
/** Of several places these say only that it is not there. */
const elsewhere: readonly string[] = ['unknown', 'noRoom', 'outsideHours']

/** The answer of the place where the therapist works then; otherwise the first. */
export const mostTelling = <T extends { readonly ok: boolean; readonly why?: string }>(
  looked: readonly T[],
): T | undefined => looked.find(({ ok }) => ok) ?? looked.find(({ why }) => !elsewhere.includes(why ?? '')) ?? looked[0]

async function bookIn(trx: ClinicTransaction, doer: Doer, booking: StaffBooking): Promise<StaffBooked> {
  const { key, wanted, whom } = booking
  await lockTherapists(trx, [wanted.therapist])
  const before = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('booking_key', '=', key)
    .executeTakeFirst()
  if (before) return { ok: true, appointmentId: before.appointment_id, already: true }
  await removeEndedHolds(trx)
  const accepted = acceptAsStaff(await availabilityNear(trx, wanted), wanted, booking)
  if (!accepted.ok) return { ...accepted, inTheWay: await whoHasIt(trx, wanted) }
  const twin = booking.secondIsMeant ? undefined : await findTwin(trx, whom, accepted.slot)
  if (twin) return { ok: false, why: 'overlaps', startsAt: twin.starts_at.getTime() }
  const who = 'personId' in whom ? await knownPerson(trx, whom.personId) : await newPerson(trx, doer.clinicId, whom)
  if (!who) return { ok: false, why: 'nobody' }
  const appointmentId = await writeVisit(trx, doer, booking, accepted.slot, accepted.bent, who)
  const { offer } = booking
  const { payer, reference } = payerOf(booking)
  if (payer !== 'self' && reference)
    await drawGrant(trx, { clinicId: doer.clinicId, appointmentId, personName: who.name, payer, reference })
  if (offer && payer === 'self')
    await useOffer(trx, offer.secret, {
      clinicId: doer.clinicId,
      appointmentId,
      code: offer.code,
      address: reachOf(who),
    })
  return { ok: true, appointmentId, already: false }
}

/** Who pays, and by which number. */
function payerOf({ insurer, authorisationNumber, packageNumber }: StaffBooking) {
  if (insurer) return { payer: 'insurer', reference: authorisationNumber || null } as const
  return packageNumber
    ? ({ payer: 'package', reference: packageNumber } as const)
    : ({ payer: 'self', reference: null } as const)
}

interface Who {
  readonly person_id: string
  /** Of the person who comes. */
  readonly name: string
  readonly contact_id: string
  readonly email: string | null
  readonly phone: string | null
}

/** How somebody is reached, as their contact has it. */
export type Reach = Pick<Who, 'email' | 'phone'>

/** Whom an offer counts for: their email, or for those who have none their phone, in digits. */
export const reachOf = ({ email, phone }: Reach): string =>
  email ?? `phone ${(phone ?? '').replace(/\D/g, '').slice(-9)}`

async function writeVisit(
  trx: ClinicTransaction,
  doer: Doer,
  booking: StaffBooking,
  slot: Slot,
  bent: Bent | null,
  { person_id, contact_id, email }: Who,
): Promise<string> {
  const { clinicId, memberId } = doer
  const { key, insurer } = booking
  const { payer, reference } = payerOf(booking)
  const visit = await trx
    .insertInto('appointments')
    .values({
      clinic_id: clinicId,
      state: 'confirmed',
      service_id: slot.service,
      ...(await staffTermsOf(trx, slot, bent)),
      person_id,
      contact_id,
      payer,
      insurer: insurer || null,
      membership_number: (insurer && booking.membershipNumber) || null,
      authorisation_number: reference,
      excess_pence: insurer ? (booking.excessPence ?? null) : null,
      referred_by: booking.referredBy ?? null,
      booking_key: key,
    })
    .returning(['appointment_id', 'version', 'starts_at'])
    .executeTakeFirstOrThrow()
  const appointmentId = visit.appointment_id
  await claimSlot(trx, clinicId, appointmentId, slot)
  await tellOfChange(trx, {
    ...{ clinicId, appointmentId, memberId, version: visit.version, what: 'confirmed', byWhom: 'staff' },
    ...{ startsAt: visit.starts_at, address: email, waitMs: undoBeforeMailMs },
    ...(bent && { reason: bent.reason, bentRule: bent.rule }),
  })
  await writeCommand(trx, doer, { what: 'book', subjectId: appointmentId, version: visit.version })
  return appointmentId
}

/** A person of the clinic, with the contact of their latest visit. */
async function knownPerson(trx: ClinicTransaction, personId: string): Promise<Who | undefined> {
  // Waits for whoever makes one record of two at this moment.
  await sql`select from persons where clinic_id = clinic.current_clinic() and person_id = ${personId} for key share`.execute(
    trx,
  )
  const { rows } = await sql<Who>`
    select a.person_id, p.name, a.contact_id, c.email, c.phone from appointments a
    join contacts c using (clinic_id, contact_id) join persons p using (clinic_id, person_id)
    where a.person_id = ${personId} order by a.starts_at desc limit 1`.execute(trx)
  return rows[0]
}

async function newPerson(
  trx: ClinicTransaction,
  clinicId: string,
  { name, phone, email }: Extract<Whom, { readonly name: string }>,
): Promise<Who> {
  const person = await trx
    .insertInto('persons')
    .values({ clinic_id: clinicId, name })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  const contact = await trx
    .insertInto('contacts')
    .values({ clinic_id: clinicId, name, email: email || null, phone: phone || null })
    .returning(['contact_id', 'email', 'phone'])
    .executeTakeFirstOrThrow()
  return { ...person, name, ...contact }
}

/** A standing visit of the same person that overlaps: by who it is, or by name and a way to reach them. */
export async function findTwin(trx: ClinicTransaction, whom: Whom, { start, end }: Pick<Slot, 'start' | 'end'>) {
  const isSame =
    'personId' in whom
      ? sql`a.person_id = ${whom.personId}`
      : sql`(lower(c.email) = lower(${whom.email || null}) or ${digitsOf(sql.ref('c.phone'))} = ${digitsTyped(whom.phone ?? '')})`
  const { rows } = await sql<{ starts_at: Date; name: string }>`
    select a.starts_at, p.name from appointments a
    join persons p using (clinic_id, person_id) join contacts c using (clinic_id, contact_id)
    where a.state in ('confirmed', 'arrived') and ${isSame}
      and a.starts_at < ${new Date(end)} and a.ends_at > ${new Date(start)} order by a.starts_at`.execute(trx)
  return rows.find(({ name }) => 'personId' in whom || folded(name) === folded(whom.name))
}

const minuteMs = 60_000

/** What has the therapist's time, from the start for as long as the visit takes, with the pauses round it. */
export async function whoHasIt(
  trx: ClinicTransaction,
  wanted: WantedTime,
  exceptVisit?: string,
): Promise<readonly InTheWay[]> {
  const { rows } = await sql<{ minutes: number; before: number; after: number }>`
    select s.minutes, greatest(s.pause_before, t.pause_before) as before, greatest(s.pause_after, t.pause_after) as after
    from services s join therapists t on t.clinic_id = s.clinic_id and t.therapist_id = ${wanted.therapist}
    where s.clinic_id = clinic.current_clinic() and s.service_id = ${wanted.service}`.execute(trx)
  const { minutes = 0, before = 0, after = 0 } = rows[0] ?? {}
  const [from, to] = [wanted.start - before * minuteMs, wanted.start + ((wanted.minutes ?? minutes) + after) * minuteMs]
  if (!Number.isSafeInteger(wanted.start) || Math.abs(to) > 8e15 || to <= from) return []
  return inTheWay(trx, { resourceId: wanted.therapist, from, to, ...(exceptVisit && { exceptVisit }) })
}

/** Overtaken each time: what is in the way now, and what is free near it. */
async function refusalOf(trx: ClinicTransaction, wanted: WantedTime): Promise<StaffRefused> {
  const accepted = acceptAsStaff(await availabilityNear(trx, wanted), wanted)
  const inTheWayNow = await whoHasIt(trx, wanted)
  // Free again at this moment: say so as taken, and the same button tries anew.
  if (accepted.ok) return { ok: false, why: 'taken', near: [accepted.slot], canBend: false, inTheWay: inTheWayNow }
  return { ...accepted, inTheWay: inTheWayNow }
}
