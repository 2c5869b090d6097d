/**
 * Putting a visit back that staff cancelled, with all that it had: its time, room and machine, its place in a class, what it
 * had drawn from a grant and the offer it had used; or nothing of it. The constraint over claims decides, as everywhere.
 */
import { sql } from 'kysely'
import { drawAgain, NotGranted } from '../booking/grants.ts'
import { databaseNow, freePlace, lockTherapists, removeEndedHolds } from '../booking/slot-claims.ts'
import { lockSeen, type StaffAct, undoHours } from '../booking/staff-act.ts'
import { tellOfChange } from '../booking/visit-changes.ts'
import type { VisitRow } from '../booking/visit-row.ts'
import { takesTime } from '../booking/visit-steps.ts'
import { withdrawUntold } from '../booking/waiting/withdraw-offers.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { NoOffer, useOfferAgain } from '../letters/price-offers.ts'
import { columnsOf, type Doer, type VisitBefore, visitBefore } from './commands.ts'
import { inTheWay } from './in-the-way.ts'
import { findTwin, reachOf, type Reach } from './staff-booking.ts'

/**
 * Why a visit is not put back, and nothing of it was done. `taken`: somebody has its time, or a part of it; of a place in a
 * class (`ofClass`): it is full. `held`: somebody is booking it at this moment. `offered`: somebody who waits has been asked for it, and may answer until then; the cancel can be
 * taken back until `putBackUntil`, mostly before that. `theirs`: the same
 * person has another visit at that time. `left`: its therapist is not with the clinic any more. `calledOff`: its class is.
 * `grant`: its grant has no visit left. `code`: its code has no use left, or they used it for another visit.
 */
export type NotPutBack =
  | { readonly ok: false; readonly why: 'changed' | 'over' | 'nothing' }
  | { readonly ok: false; readonly why: 'taken' | 'held'; readonly ofClass?: true }
  | { readonly ok: false; readonly why: 'theirs' | 'left' | 'calledOff' | 'grant' | 'code' }
  | {
      readonly ok: false
      readonly why: 'offered'
      readonly ofClass?: true
      readonly what: 'cancel' | 'move'
      readonly answerUntil: number
      readonly putBackUntil: number
    }

/** `wereTold`: they had been written to about the cancel, so another mail says that it stands. */
export type PutBack = { readonly ok: true; readonly already: boolean; readonly wereTold: boolean } | NotPutBack

/** Carries a refusal out of the transaction, which is thereby undone. */
class CannotPutBack extends Error {
  readonly refusal: NotPutBack
  constructor(refusal: NotPutBack) {
    super('the visit cannot be put back')
    this.refusal = refusal
  }
}

interface CancelRow {
  readonly command_id: string
  readonly version: number | null
  readonly before: unknown
  readonly at: Date
}

/** Puts a visit back as it stood before staff cancelled it, whoever of them did. Within the hour, once. */
export async function undoCancel(
  db: Database,
  secret: Uint8Array,
  act: StaffAct,
): Promise<PutBack | { readonly ok: false; readonly why: 'gone' }> {
  try {
    return await inClinic(db, act.clinicId, async (trx) => {
      // The command before the visit, in the order of all who take something back.
      const { rows } = await sql<CancelRow>`
        select command_id, version, before, at from commands
        where clinic_id = ${act.clinicId} and subject_id = ${act.appointmentId} and what = 'cancel' and undone_at is null
          and at > now() - make_interval(hours => ${undoHours})
        order by at desc, command_id desc limit 1 for update`.execute(trx)
      return putBackIn(trx, secret, act, rows[0])
    })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.why !== 'taken') {
      if (refusal) return refusal
      throw error
    }
    return inClinic(db, act.clinicId, (trx) => whoTookIt(trx, { subjectId: act.appointmentId, what: 'cancel' }))
  }
}

/** What stopped it, where that is an answer: a claim overlaps another, or a refusal thrown on the way. */
export function refusalOf(error: unknown): NotPutBack | undefined {
  if (error instanceof CannotPutBack) return error.refusal
  if (error instanceof NotGranted) return { ok: false, why: 'grant' }
  if (error instanceof NoOffer) return { ok: false, why: 'code' }
  const isRace = error instanceof Error && 'code' in error && ['23P01', '23505', '40P01'].includes(String(error.code))
  return isRace ? { ok: false, why: 'taken' } : undefined
}

async function putBackIn(
  trx: ClinicTransaction,
  secret: Uint8Array,
  act: StaffAct,
  command: CancelRow | undefined,
): Promise<PutBack | { readonly ok: false; readonly why: 'gone' }> {
  const before = command && visitBefore.parse(command.before)
  if (before) await lockTherapists(trx, [before.therapist_id])
  const seen = await lockSeen(trx, act)
  if (!seen.ok) return seen
  const { visit, events, isStale, isOwnTap } = seen
  if (takesTime(visit.state) && isOwnTap && events.at(-1)?.undoes && events.at(-2)?.what.endsWith('cancelled'))
    return { ok: true, already: true, wereTold: false }
  if (isStale) return { ok: false, why: 'changed' }
  if (!command || !before || command.version !== visit.version) return { ok: false, why: 'nothing' }
  return putCancelledBack(trx, secret, { ...act, visit, before, at: command.at, commandId: command.command_id })
}

/** A visit, locked after its therapist, that is to stand again. */
export interface Cancelled extends Pick<Doer, 'clinicId' | 'memberId'> {
  readonly appointmentId: string
  readonly visit: VisitRow
  readonly before: VisitBefore
  readonly commandId: string
  /** When it was cancelled. */
  readonly at: Date
}

/** The same inside a transaction that is under way. @throws CannotPutBack, NotGranted, NoOffer, 23P01: then all is to be undone */
export async function putCancelledBack(
  trx: ClinicTransaction,
  secret: Uint8Array,
  cancelled: Cancelled,
): Promise<PutBack> {
  const { clinicId, memberId, appointmentId, visit, before, commandId } = cancelled
  if (takesTime(visit.state)) return { ok: false, why: 'changed' }
  const told = await toldOf(trx, cancelled)
  // Nothing is written to anybody about a visit that has begun; who was told that it is cancelled would stay away.
  if (visit.startsAt <= (await databaseNow(trx)) && told.ofCancel) return { ok: false, why: 'over' }
  await removeEndedHolds(trx)
  await withdrawUntold(trx, before)
  await mustBeFree(trx, cancelled)
  const place = before.class_id == null ? null : await placeAgain(trx, before.class_id)
  const version = visit.version + 1
  await trx
    .updateTable('appointments')
    .set({ ...columnsOf(before), class_place: place, state: 'confirmed', version, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  await claimAgain(trx, cancelled)
  await drawEverythingAgain(trx, secret, cancelled)
  await tellOfChange(trx, {
    ...{ clinicId, memberId, appointmentId, version, what: 'confirmed', byWhom: 'staff', undoes: true },
    ...{ startsAt: new Date(visit.startsAt), address: visit.address },
    ...(!told.ofCancel && told.ofVisit && { isTold: true }),
  })
  await sql`update commands set undone_at = now() where clinic_id = ${clinicId} and command_id = ${commandId}`.execute(
    trx,
  )
  return { ok: true, already: false, wereTold: visit.address !== null && told.ofCancel }
}

/** What they know: that it was cancelled; and, before that, the visit as it stood then. */
async function toldOf(trx: ClinicTransaction, { appointmentId, visit }: Cancelled) {
  const { rows } = await sql<{ of_cancel: boolean; is_news_lost: boolean }>`
    select coalesce(bool_or(version = ${visit.version} and kind = 'cancelled'
        and state in ('sending', 'handed-over', 'bounced')), false) as of_cancel,
      coalesce(bool_or(version = ${visit.version - 1} and kind in ('confirmation', 'moved')
        and state not in ('sending', 'handed-over', 'bounced')), false) as is_news_lost
    from mails where clinic_id = clinic.current_clinic() and appointment_id = ${appointmentId}`.execute(trx)
  return { ofCancel: rows[0]?.of_cancel ?? false, ofVisit: !(rows[0]?.is_news_lost ?? true) }
}

async function mustBeFree(trx: ClinicTransaction, { before, at, appointmentId }: Cancelled): Promise<void> {
  const therapist = await trx
    .selectFrom('therapists')
    .select('left_at')
    .where('therapist_id', '=', before.therapist_id)
    .executeTakeFirstOrThrow()
  if (therapist.left_at !== null) throw new CannotPutBack({ ok: false, why: 'left' })
  if (await hasOther(trx, appointmentId, before)) throw new CannotPutBack({ ok: false, why: 'theirs' })
  // It overlapped something on purpose, and claimed no time of its therapist: what came since has that time.
  if (before.class_id != null || before.claims.some(({ resource_id }) => resource_id === before.therapist_id)) return
  const came = (await whatIsThere(trx, before)).filter(({ since }) => since > at.getTime())
  if (came.length > 0) throw new CannotPutBack({ ok: false, why: 'taken' })
}

const minuteMs = 60_000

/** What lies over its therapist's time now, pauses included. */
const whatIsThere = (trx: ClinicTransaction, before: VisitBefore) =>
  inTheWay(trx, {
    resourceId: before.therapist_id,
    from: Date.parse(before.starts_at) - before.pause_before * minuteMs,
    to: Date.parse(before.ends_at) + before.pause_after * minuteMs,
  })

/** Has whoever comes booked another visit at that time, as somebody does who was told that this one is cancelled? */
async function hasOther(trx: ClinicTransaction, appointmentId: string, before: VisitBefore): Promise<boolean> {
  const { rows } = await sql<Reach & { name: string }>`
    select p.name, c.email, c.phone from appointments a
    join persons p using (clinic_id, person_id) join contacts c using (clinic_id, contact_id)
    where a.appointment_id = ${appointmentId}`.execute(trx)
  const [who] = rows
  const time = { start: Date.parse(before.starts_at), end: Date.parse(before.ends_at) }
  return (
    who !== undefined &&
    (await findTwin(trx, { ...who, email: who.email ?? '', phone: who.phone ?? '' }, time)) !== undefined
  )
}

/** The lowest free place of a class that still takes place. @throws CannotPutBack where it is full or called off */
export async function placeAgain(trx: ClinicTransaction, classId: string): Promise<number> {
  const planned = await trx
    .selectFrom('appointments')
    .select('called_off_at')
    .where('appointment_id', '=', classId)
    .executeTakeFirst()
  if (planned?.called_off_at !== null) throw new CannotPutBack({ ok: false, why: 'calledOff' })
  const place = await freePlace(trx, classId)
  if (place === null) throw new CannotPutBack({ ok: false, why: 'taken' })
  return place
}

async function claimAgain(trx: ClinicTransaction, { clinicId, appointmentId, before }: Cancelled): Promise<void> {
  if (before.claims.length === 0) return
  await trx
    .insertInto('claims')
    .values(
      before.claims
        .toSorted((one, other) => (one.resource_id < other.resource_id ? -1 : 1))
        .map((claim) => ({ ...claim, clinic_id: clinicId, appointment_id: appointmentId })),
    )
    .execute()
}

async function drawEverythingAgain(
  trx: ClinicTransaction,
  secret: Uint8Array,
  { clinicId, appointmentId, before, visit }: Cancelled,
): Promise<void> {
  const { grant_id: grantId, price_offer_id: offerId, usual_pence: usualPence } = before
  if (grantId) await drawAgain(trx, { clinicId, appointmentId, grantId })
  if (!offerId || typeof usualPence !== 'number') return
  const { rows } = await sql<Reach>`
    select c.email, c.phone from appointments a join contacts c using (clinic_id, contact_id)
    where a.appointment_id = ${appointmentId}`.execute(trx)
  const address = reachOf({ email: visit.address, phone: rows[0]?.phone ?? null })
  await useOfferAgain(trx, secret, { clinicId, appointmentId, offerId, usualPence, address })
}

/** What has the time now that a visit had before it was cancelled or moved, as far as that can be told: offered, being booked, or taken. */
export async function whoTookIt(
  trx: ClinicTransaction,
  { subjectId, what }: { readonly subjectId: string; readonly what: 'cancel' | 'move' },
): Promise<NotPutBack> {
  const { rows } = await sql<{ before: unknown; until: Date | null }>`
    select before, at + make_interval(hours => ${undoHours}) as until from commands where clinic_id = clinic.current_clinic() and subject_id = ${subjectId}
      and what = ${what} order by at desc, command_id desc limit 1`.execute(trx)
  const before = visitBefore.parse(rows[0]?.before)
  const held = (await holdsOver(trx, before)).toSorted(
    (one, other) => (other.answerUntil ?? 0) - (one.answerUntil ?? 0),
  )
  const [first] = held
  const ofClass = before.class_id == null ? {} : { ofClass: true as const }
  if (!first) return { ok: false, why: 'taken', ...ofClass }
  if (first.answerUntil === null) return { ok: false, why: 'held', ...ofClass }
  const putBackUntil = rows[0]?.until?.getTime() ?? 0
  return { ok: false, why: 'offered', ...ofClass, what, answerUntil: first.answerUntil, putBackUntil }
}

/** The holds that lie over anything it claimed, or have a place in its class; with the end of the offer that one is of. */
async function holdsOver(
  trx: ClinicTransaction,
  before: VisitBefore,
): Promise<readonly { answerUntil: number | null }[]> {
  const { rows } = await sql<{ answer_until: Date | null }>`
    select (select o.answer_until from offer_times f join offers o on o.clinic_id = f.clinic_id and o.offer_id = f.offer_id
      where f.clinic_id = a.clinic_id and f.hold_id = a.appointment_id and o.state = 'open' limit 1) as answer_until
    from appointments a
    where a.clinic_id = clinic.current_clinic() and a.state = 'held' and a.hold_ends_at > now() and (
      a.class_id = ${before.class_id ?? null} and a.class_place is not null
      or exists (select from claims c, jsonb_to_recordset(${JSON.stringify(before.claims)}::jsonb) as was (resource_id uuid, during tstzrange)
        where c.clinic_id = a.clinic_id and c.appointment_id = a.appointment_id
          and c.resource_id = was.resource_id and c.during && was.during))`.execute(trx)
  return rows.map(({ answer_until }) => ({ answerUntil: answer_until?.getTime() ?? null }))
}
