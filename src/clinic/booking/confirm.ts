/** Turning a hold into a visit: person, contact, visit, what happened and its mails, all or none. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'
import { seal } from '../people/seal.ts'
import { type CourseTimes, courseRefusal, findCourseTimes, holdsOfCourse } from './courses.ts'
import { drawGrant, type GrantRefusal, NotGranted } from './grants.ts'
import { NoOffer, type OfferRefusal, useOffer } from '../letters/price-offers.ts'
import { heldStill } from './held-still.ts'
import { findHold, holdIn, lostRace } from './holds.ts'
import { keepSharedCheck } from './shared-check.ts'
import { bookInClinic, lockTherapists, type NotBooked, removeHolds, type WantedTime } from './slot-claims.ts'
import { tellOfChange } from './visit-changes.ts'
import type { VisitView } from './visit-view.ts'

/** Who comes, how to reach them, and who pays. Parsed already; names as written. */
export interface BookingDetails {
  /** Who is treated. */
  readonly personName: string
  /** Who is written to; the same name where people book for themselves. */
  readonly contactName: string
  readonly email: string
  readonly phone?: string | undefined
  readonly payer: 'self' | 'insurer' | 'package'
  readonly insurer?: string | undefined
  readonly membershipNumber?: string | undefined
  readonly authorisationNumber?: string | undefined
  /** What they pay before their insurer does, in pence, where they know of it. */
  readonly excessPence?: number | undefined
  /** Who wrote their letter of referral. */
  readonly referredBy?: string | undefined
  /** The code of an offer, as typed; only where they pay themselves. */
  readonly offerCode?: string | undefined
  /** To the therapist; sealed before it is kept. */
  readonly note?: string | undefined
  /** What the person saw and chose to send of their check; sealed before it is kept. */
  readonly sharedCheck?: string | undefined
  /** They said that a second visit at the same time is meant. */
  readonly secondIsMeant?: boolean | undefined
}

/**
 * `already`: this press of the button had been heard before; the visit is the same.
 * `notGranted`: the insurer's grant or the package pays for no visit more; nothing was booked.
 * `noOffer`: the code takes nothing off; nothing was booked.
 * `overlaps`: the same person has a visit at this time; nothing was booked until they say that it is meant.
 * `otherTerms`: the hold had ended, and its time is held anew on other terms than the form showed: nothing was booked yet.
 */
export type Confirmed =
  | { readonly ok: true; readonly appointmentId: string; readonly already: boolean }
  | NotBooked
  | { readonly ok: false; readonly why: 'overlaps'; readonly startsAt: number }
  | { readonly ok: false; readonly why: 'otherTerms'; readonly heldAnew: string; readonly ofCourse: boolean }
  | { readonly ok: false; readonly why: 'notGranted'; readonly because: GrantRefusal }
  | { readonly ok: false; readonly why: 'noOffer'; readonly because: OfferRefusal }

/**
 * Books the held time. However often the same hold is confirmed, there is one visit. A hold that has ended is taken anew if
 * the time is still free, and so is one whose time is not given any more.
 * @param holdId the hold, which is also the key of the booking
 * @param wanted the time it held, and the terms that were shown (`termsStamp`), as the form carries them
 */
export async function confirmBooking(
  db: Database,
  secret: Uint8Array,
  holdId: string,
  wanted: WantedTime & WithTerms,
  details: BookingDetails,
): Promise<Confirmed> {
  try {
    return await bookInClinic(
      db,
      wanted.clinicId,
      (trx) => confirmIn(trx, secret, holdId, wanted, details),
      () => inClinic(db, wanted.clinicId, (trx) => lostRace(trx, wanted)),
    )
  } catch (error) {
    if (error instanceof NotGranted) return { ok: false, why: 'notGranted', because: error.why }
    if (error instanceof NoOffer) return { ok: false, why: 'noOffer', because: error.why }
    return asNotBooked(courseRefusal(error))
  }
}

// Without an address nobody holds too many.
const asNotBooked = (refusal: NotBooked | { readonly ok: false; readonly why: 'tooMany' }): NotBooked =>
  refusal.why === 'tooMany' ? { ok: false, why: 'taken', near: [] } : refusal

/** The same inside a transaction that is under way. @throws NotGranted, NoOffer, or what a course could not have: then all is undone */
export async function confirmIn(
  trx: ClinicTransaction,
  secret: Uint8Array,
  holdId: string,
  wanted: WantedTime & WithTerms,
  details: BookingDetails,
): Promise<Confirmed> {
  const course = await findCourseTimes(trx, holdId)
  await lockTherapists(trx, [course?.therapist ?? wanted.therapist])
  const before = await trx
    .selectFrom('appointments')
    .select('appointment_id')
    .where('booking_key', '=', holdId)
    .executeTakeFirst()
  if (before) return { ok: true, appointmentId: before.appointment_id, already: true }
  await lockPerson(trx, wanted.clinicId, details)
  const starts = course?.starts ?? [wanted.start]
  for (const start of details.secondIsMeant ? [] : starts) {
    const twin = await findTwin(trx, { ...wanted, ...course, start }, details)
    if (twin) return { ok: false, why: 'overlaps', startsAt: twin.starts_at.getTime() }
  }
  if (course) return confirmCourse(trx, secret, { courseId: holdId, course, details, terms: wanted.terms })
  const appointmentId = await heldOrTakenAnew(trx, holdId, wanted)
  if (typeof appointmentId !== 'string') return appointmentId
  if (!(await areTerms(trx, appointmentId, wanted.terms)))
    return { ok: false, why: 'otherTerms', heldAnew: appointmentId, ofCourse: false }
  const who = await newPerson(trx, wanted.clinicId, details)
  await writeVisit(trx, secret, { clinicId: wanted.clinicId, appointmentId, holdId, details, who })
  return { ok: true, appointmentId, already: false }
}

/** What a form showed of price, length and what it costs to cancel; not given: nobody was shown any. */
interface WithTerms {
  readonly terms?: string | undefined
}

/** The terms of a hold or visit in one word, to tell whether they are those that somebody was shown. */
export const termsStamp = (
  visit: Pick<VisitView, 'pricePence' | 'lateFeePence' | 'freeUntil' | 'startsAt' | 'endsAt'>,
) => [visit.pricePence, visit.lateFeePence, visit.freeUntil, visit.endsAt - visit.startsAt].join('.')

/** Does it stand on the terms that were shown? A hold keeps those that it was made with; one that is made anew has today's. */
async function areTerms(trx: ClinicTransaction, appointmentId: string, shown: string | undefined): Promise<boolean> {
  if (shown === undefined) return true
  const row = await trx
    .selectFrom('appointments')
    .select(['price_pence', 'late_fee_pence', 'free_until', 'starts_at', 'ends_at'])
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirstOrThrow()
  const terms = { pricePence: row.price_pence, lateFeePence: row.late_fee_pence, freeUntil: row.free_until.getTime() }
  return termsStamp({ ...terms, startsAt: row.starts_at.getTime(), endsAt: row.ends_at.getTime() }) === shown
}

interface CourseToBook extends WithTerms {
  readonly courseId: string
  readonly course: CourseTimes
  readonly details: BookingDetails
}

/** Every visit of the course, all of one person. What was written and shared goes with the first, and an offer counts for it. */
async function confirmCourse(trx: ClinicTransaction, secret: Uint8Array, booking: CourseToBook): Promise<Confirmed> {
  const { courseId, course, details, terms } = booking
  const holds = await holdsOfCourse(trx, courseId, course)
  const [first = courseId] = holds
  // The form shows the first: price, length and what it costs to cancel are those of the one service.
  if (!(await areTerms(trx, first, terms))) return { ok: false, why: 'otherTerms', heldAnew: first, ofCourse: true }
  const who = await newPerson(trx, course.clinicId, details)
  for (const [at, appointmentId] of holds.entries()) {
    const said = at === 0 ? details : { ...details, note: undefined, sharedCheck: undefined, offerCode: undefined }
    const holdId = at === 0 ? courseId : appointmentId
    await writeVisit(trx, secret, { clinicId: course.clinicId, appointmentId, holdId, details: said, who })
  }
  return { ok: true, appointmentId: first, already: false }
}

/**
 * The hold's own row while it lasts and its time is still given; otherwise a new one, if the time can be had. The therapist
 * may have been marked away since it was held, or the place shut.
 */
async function heldOrTakenAnew(
  trx: ClinicTransaction,
  holdId: string,
  wanted: WantedTime,
): Promise<string | NotBooked> {
  const hold = await findHold(trx, holdId)
  if (hold && (await heldStill(trx, [holdId]))) return holdId
  if (hold) await removeHolds(trx, [holdId])
  const anew = await holdIn(trx, wanted, null)
  return anew.ok ? anew.hold.appointmentId : asNotBooked(anew)
}

/**
 * One booking of a person at a time: of two with different therapists, the second sees the first. After the therapist's lock,
 * so that nobody who waits for a therapist keeps anybody waiting here.
 */
async function lockPerson(trx: ClinicTransaction, clinicId: string, { personName, email }: BookingDetails) {
  const who = JSON.stringify([clinicId, folded(personName), email.toLowerCase()])
  await sql`select pg_advisory_xact_lock(hashtextextended(${who}, 0))`.execute(trx)
}

/** A visit of the same person (name and address in any habit of typing) that overlaps the wanted one in this clinic. */
async function findTwin(trx: ClinicTransaction, wanted: WantedTime, { personName, email }: BookingDetails) {
  const { rows } = await sql<{ starts_at: Date; name: string }>`
    select a.starts_at, p.name from appointments a
    join persons p using (clinic_id, person_id)
    join contacts c using (clinic_id, contact_id)
    join services s on s.clinic_id = a.clinic_id and s.service_id = ${wanted.service}
    where a.state in ('confirmed', 'arrived') and lower(c.email) = lower(${email})
    and tstzrange(a.starts_at, a.ends_at) && tstzrange(${new Date(wanted.start)}::timestamptz,
      ${new Date(wanted.start)}::timestamptz + make_interval(mins => s.minutes)) order by a.starts_at`.execute(trx)
  return rows.find(({ name }) => folded(name) === folded(personName))
}

interface VisitToWrite {
  readonly clinicId: string
  readonly appointmentId: string
  readonly holdId: string
  readonly details: BookingDetails
  readonly who: Who
}

interface Who {
  readonly person_id: string
  readonly contact_id: string
}

/**
 * Whoever comes and whoever is written to, as typed now. Never a record that stands: who knows a name and an address would
 * write in it, and read of it. That several are one person is worked out when staff look (persons/one-person.ts).
 */
async function newPerson(trx: ClinicTransaction, clinicId: string, details: BookingDetails): Promise<Who> {
  const person = await trx
    .insertInto('persons')
    .values({ clinic_id: clinicId, name: details.personName })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  const contact = await trx
    .insertInto('contacts')
    .values({ clinic_id: clinicId, name: details.contactName, email: details.email, phone: details.phone ?? null })
    .returning('contact_id')
    .executeTakeFirstOrThrow()
  return { ...person, ...contact }
}

async function writeVisit(
  trx: ClinicTransaction,
  secret: Uint8Array,
  { clinicId, appointmentId, holdId, details, who }: VisitToWrite,
): Promise<void> {
  const sealNote = (note: string) => seal(secret, { kind: 'note', clinicId, appointmentId }, note)
  const byInsurer = details.payer === 'insurer'
  const visit = await trx
    .updateTable('appointments')
    .set({
      state: 'confirmed',
      hold_ends_at: null,
      held_by: null,
      ...who,
      payer: details.payer,
      insurer: byInsurer ? (details.insurer ?? null) : null,
      membership_number: byInsurer ? (details.membershipNumber ?? null) : null,
      authorisation_number: details.payer === 'self' ? null : (details.authorisationNumber ?? null),
      excess_pence: byInsurer ? (details.excessPence ?? null) : null,
      referred_by: details.referredBy ?? null,
      note_sealed: details.note ? sealNote(details.note) : null,
      booking_key: holdId,
    })
    .where('appointment_id', '=', appointmentId)
    .returning(['version', 'starts_at'])
    .executeTakeFirstOrThrow()
  const { payer, personName, authorisationNumber: reference } = details
  if (payer === 'package' || (payer === 'insurer' && reference))
    await drawGrant(trx, { clinicId, appointmentId, personName, payer, reference: reference ?? '' })
  if (details.offerCode && payer === 'self')
    await useOffer(trx, secret, { clinicId, appointmentId, code: details.offerCode, address: details.email })
  if (details.sharedCheck) await keepSharedCheck(trx, secret, { clinicId, appointmentId }, details.sharedCheck)
  await tellOfChange(trx, {
    clinicId,
    appointmentId,
    version: visit.version,
    what: 'confirmed',
    byWhom: 'person',
    startsAt: visit.starts_at,
    address: details.email,
  })
}
