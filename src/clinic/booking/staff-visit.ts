/** One visit as the staff see it: who, who pays, what happened, what its mails came to, and what the person wrote or shared. */
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { loadMailTruths, type MailTruth } from '../mail/mail-truth.ts'
import type { UsedOffer } from '../letters/price-offers.ts'
import { type Member, mayDo } from '../people/members.ts'
import { recordLooks } from '../people/reads.ts'
import type { SealPurpose } from '../people/seal.ts'
import { type AskedPerson, askedOfVisit } from './choose-again/asked-people.ts'
import { cannotKeep, type OffThen, offThen } from '../availability/called-off.ts'
import { isLate } from '../availability/terms-now.ts'
import { openSealed, type Sealed } from './sealed-words.ts'
import { type Referral, referralOf } from './referral.ts'
import { databaseNow } from './slot-claims.ts'
import { isToBeTold, noEmail } from './staff-day.ts'
import { historyOf, type VisitEvent } from './visit-history.ts'
import { asVisitState, minutesOf } from './visit-row.ts'
import { undoHours } from './staff-act.ts'
import { type DoorStep, doorSteps, stateBefore, takesTime, type VisitState } from './visit-steps.ts'

/** One visit. Moments are milliseconds since 1970; money is pence. */
export interface StaffVisit {
  readonly appointmentId: string
  readonly personId: string
  readonly person: string
  readonly contact: { readonly name: string; readonly email: string | null; readonly phone: string | null }
  readonly state: VisitState
  readonly startsAt: number
  readonly endsAt: number
  /** Cancelling it at the wish of its person costs what was agreed now; never where the clinic cannot keep it. */
  readonly isLate: boolean
  readonly lateFeePence: number
  readonly pricePence: number
  readonly therapist: string
  readonly therapistId: string
  readonly service: { readonly name: string; readonly minutes: number; readonly byVideo: boolean }
  readonly place: { readonly name: string; readonly zone: string }
  readonly payer: {
    /** Paid ahead: the number of the package is `authorisation`. */
    readonly isPaidAhead: boolean
    readonly insurer: string | null
    readonly membership: string | null
    readonly authorisation: string | null
    /** What they pay before the insurer does, in pence, as they said; null where nothing was said. */
    readonly excessPence: number | null
    /** The code of the offer it was booked with, and the price without it in pence. */
    readonly offer: UsedOffer | null
    /** A late cancel uses up one of several visits that were paid ahead or granted, beside the fee. */
    readonly lateUsesOne: boolean
  }
  readonly referral: (Referral & { readonly seenBy: string | null }) | null
  readonly bentReason: string | null
  /** Oldest first. */
  readonly events: readonly VisitEvent[]
  readonly mails: MailTruth
  readonly note: Sealed
  readonly check: Sealed
  /** What can be said at the door now. */
  readonly steps: readonly DoorStep[]
  /** Where it would stand if the last step were taken back; undefined where there is none to take back. */
  readonly before: VisitState | undefined
  /** Staff cancelled it, and until then that can be taken back. */
  readonly putBackUntil: number | undefined
  /** It is to come, or could be put back, and lies in an absence of its therapist or in days that its place is shut. */
  readonly off: OffThen | undefined
  /** That its person was asked to choose another time, and what came of it so far; undefined where nobody is asked. */
  readonly asked: AskedPerson | undefined
  readonly now: number
}

/**
 * Reads a visit and writes down that this member looked, at the check too if they may see it.
 * @returns undefined for another clinic's visit, a hold, and nothing at all alike
 */
export async function staffVisit(
  app: Database,
  secret: Uint8Array,
  member: Member,
  appointmentId: string,
): Promise<StaffVisit | undefined> {
  const read = await inClinic(app, member.clinicId, async (trx) => {
    const row = await rowOf(trx, appointmentId)
    if (!row?.person_id) return undefined
    const events = await historyOf(trx, appointmentId)
    const now = await databaseNow(trx)
    const clinical = mayDo(member, 'see-clinical')
    const open = (kind: SealPurpose['kind'], sealed: Uint8Array | null): Sealed =>
      openSealed(secret, { kind, clinicId: member.clinicId, appointmentId }, sealed, clinical)
    const note = open('note', row.note_sealed)
    const check = open('shared-check', row.check_sealed)
    const putBackUntil = takesTime(asVisitState(row.state)) ? undefined : await putBackUntilOf(trx, appointmentId)
    const isToCome = row.starts_at.getTime() > now && (row.state === 'confirmed' || putBackUntil !== undefined)
    const off = isToCome ? await offThen(trx, timeOf(row)) : undefined
    const isNowLate = isLate(row.free_until.getTime(), await cannotKeep(trx, appointmentId), now)
    const asked = off && (await askedOfVisit(trx, appointmentId, now))
    const seen = [{ personId: row.person_id, appointmentId }]
    await recordLooks(trx, member, 'visit', seen)
    if (check.kind === 'open') await recordLooks(trx, member, 'shared-check', seen)
    const at = row.shared_at?.getTime()
    return asVisit(row, row.person_id, {
      ...{ events, now, note, putBackUntil, off, asked, isLate: isNowLate },
      check: check.kind === 'open' && at !== undefined ? { ...check, at } : check,
    })
  })
  if (!read) return undefined
  const mails = await loadMailTruths(app, member.clinicId, [appointmentId], read.now)
  const truth = mails.get(appointmentId) ?? { mails: [], notReached: null, cameBack: false }
  const ofTime = read.events.findLast(({ what }) => /^(?:confirmed|moved|(?:late-)?cancelled)$/.test(what))
  const heardIt = ofTime?.what === 'confirmed' && ofTime.byWhom === 'staff' && !ofTime.undoes
  const unwritten = read.contact.email === null && !heardIt ? noEmail : null
  const endedByStaff = read.events.findLast(({ what }) => what === 'cancelled')?.byWhom === 'staff'
  const notReached = isToBeTold({ ...read, endedByStaff }, read.now) ? (truth.notReached ?? unwritten) : null
  return { ...read, mails: { ...truth, notReached } }
}

const lateUsesOne = sql<boolean>`exists (select from grant_draws d join grants g using (clinic_id, grant_id)
  where d.clinic_id = a.clinic_id and d.appointment_id = a.appointment_id and g.late_cancel_uses)`

function rowOf(trx: ClinicTransaction, appointmentId: string) {
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
    .innerJoin('persons as p', (on) =>
      on.onRef('p.clinic_id', '=', 'a.clinic_id').onRef('p.person_id', '=', 'a.person_id'),
    )
    .innerJoin('contacts as c', (on) =>
      on.onRef('c.clinic_id', '=', 'a.clinic_id').onRef('c.contact_id', '=', 'a.contact_id'),
    )
    .leftJoin('price_offer_uses as u', (on) =>
      on.onRef('u.clinic_id', '=', 'a.clinic_id').onRef('u.appointment_id', '=', 'a.appointment_id'),
    )
    .leftJoin('price_offers as o', (on) =>
      on.onRef('o.clinic_id', '=', 'u.clinic_id').onRef('o.price_offer_id', '=', 'u.price_offer_id'),
    )
    .leftJoin('shared_checks as h', (on) =>
      on.onRef('h.clinic_id', '=', 'a.clinic_id').onRef('h.appointment_id', '=', 'a.appointment_id'),
    )
    .leftJoin('members as seen', (on) =>
      on.onRef('seen.clinic_id', '=', 'a.clinic_id').onRef('seen.member_id', '=', 'a.referral_seen_by'),
    )
    .select(['a.appointment_id', 'a.person_id', 'a.state', 'a.starts_at', 'a.ends_at', 'a.free_until'])
    .select(['a.late_fee_pence', 'a.price_pence', 'a.therapist_id', 'a.location_id', 'a.note_sealed', 'a.bent_reason'])
    .select(['a.payer', 'a.insurer', 'a.membership_number', 'a.authorisation_number', 'a.excess_pence'])
    .select(['s.needs_referral', 'a.referred_by', 'a.referral_seen_at', 'seen.name as referral_seen_by'])
    .select(['o.code', 'u.usual_pence', lateUsesOne.as('late_uses_one')])
    .select(['s.name as service', 's.by_video', 't.name as therapist', 'l.name as place', 'l.zone'])
    .select(['p.name as person', 'c.name as contact', 'c.email', 'c.phone', 'h.sealed as check_sealed', 'h.shared_at'])
    .where('a.appointment_id', '=', appointmentId)
    .where('a.state', '<>', 'held')
    .executeTakeFirst()
}

type FoundRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>

/** The end of the time in which the cancel of this visit by staff can be taken back. */
async function putBackUntilOf(trx: ClinicTransaction, appointmentId: string): Promise<number | undefined> {
  const { rows } = await sql<{ until: Date }>`
    select k.at + make_interval(hours => ${undoHours}) as until from commands k
    join appointments a on a.clinic_id = k.clinic_id and a.appointment_id = k.subject_id and a.version = k.version
    where k.clinic_id = clinic.current_clinic() and k.subject_id = ${appointmentId} and k.what = 'cancel'
      and k.undone_at is null and k.at > now() - make_interval(hours => ${undoHours})`.execute(trx)
  return rows[0]?.until.getTime()
}

const timeOf = ({ therapist_id, location_id, zone, starts_at, ends_at }: FoundRow) => ({
  ...{ therapistId: therapist_id, locationId: location_id, zone },
  ...{ from: starts_at.getTime(), to: ends_at.getTime() },
})

type Known = Pick<StaffVisit, 'events' | 'now' | 'note' | 'check' | 'putBackUntil' | 'off' | 'asked' | 'isLate'>

function letterOf(row: FoundRow): StaffVisit['referral'] {
  const referral = referralOf(row)
  return referral && { ...referral, seenBy: row.referral_seen_by }
}

function asVisit(row: FoundRow, personId: string, known: Known): Omit<StaffVisit, 'mails'> {
  const state = asVisitState(row.state)
  const startsAt = row.starts_at.getTime()
  const byInsurer = row.payer === 'insurer'
  return {
    ...known,
    appointmentId: row.appointment_id,
    personId,
    person: row.person,
    contact: { name: row.contact, email: row.email, phone: row.phone },
    state,
    startsAt,
    endsAt: row.ends_at.getTime(),
    lateFeePence: row.late_fee_pence,
    pricePence: row.price_pence,
    therapist: row.therapist,
    therapistId: row.therapist_id,
    service: { name: row.service, minutes: minutesOf(row), byVideo: row.by_video },
    place: { name: row.place, zone: row.zone },
    payer: {
      isPaidAhead: row.payer === 'package',
      insurer: byInsurer ? (row.insurer ?? 'an insurer') : null,
      membership: row.membership_number,
      authorisation: row.authorisation_number,
      excessPence: row.excess_pence,
      offer: row.code === null || row.usual_pence === null ? null : { code: row.code, usualPence: row.usual_pence },
      lateUsesOne: row.late_uses_one,
    },
    referral: letterOf(row),
    bentReason: row.bent_reason,
    steps: doorSteps({ state, startsAt }, row.zone, known.now),
    before: stateBefore(known.events),
  }
}
