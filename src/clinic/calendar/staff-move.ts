/**
 * Moving a visit by staff: to any time that the one function accepts, or with a reason to one that bends a rule. What would
 * come of it can be asked first, and the answer of the question is that of the deed while nothing changes between them.
 */
import { standingButOff } from '../availability/called-off.ts'
import { noteFreedTime } from '../booking/waiting/freed-times.ts'
import { sql } from 'kysely'
import { availabilityNear, bookInClinic, removeEndedHolds, removeClaims } from '../booking/slot-claims.ts'
import { tellOfChange } from '../booking/visit-changes.ts'
import { lockVisitAndTherapists } from '../booking/visit-to-move.ts'
import { lockVisit, type VisitRow } from '../booking/visit-row.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { keepOffer } from '../letters/price-offers.ts'
import { type Kept, keptBy } from '../mail/kept-of-visit.ts'
import { acceptAsStaff, acceptLength, type StaffAcceptance, type WhyBent } from './accept-as-staff.ts'
import { type Doer, rememberVisit, type VisitBefore, writeCommand } from './commands.ts'
import { mostTelling, type StaffRefused, whoHasIt } from './staff-booking.ts'
import { claimSlot, staffTermsOf, undoBeforeMailMs } from './staff-slot.ts'

/** Where a visit is to go, and how it stood when that was decided. */
export interface StaffMove extends WhyBent {
  readonly appointmentId: string
  /** The visit's version on the page from which it is moved. */
  readonly version: number
  readonly therapist: string
  readonly location: string
  /** Milliseconds since 1970. */
  readonly start: number
  /** How long it is to take from now on; where not given, as long as it does. */
  readonly minutes?: number | undefined
  /** The clinic could not keep its time: it costs what was agreed. So does a visit whose length alone is changed. */
  readonly keepsPrice?: boolean | undefined
  /** The person knows already: no mail about the move. */
  readonly isTold?: boolean | undefined
}

/** One thing that happened to a visit since a page about it was opened. */
export interface Since {
  readonly what: string
  readonly keeps: Kept
  /** Who did it: a member's name, or the person. */
  readonly by: string
  readonly startsAt: number
  readonly at: number
}

/**
 * `stale`: it was changed since the page was opened, and nothing was done. `over`: somebody arrived, or it does not stand
 * any more. `gone`: there is no such visit.
 */
export type StaffMoved =
  | { readonly ok: true; readonly already: boolean; readonly version: number }
  | StaffRefused
  | { readonly ok: false; readonly why: 'stale'; readonly since: readonly Since[] }
  | { readonly ok: false; readonly why: 'over' | 'gone' }

/** Undoes the transaction with a plain answer. */
class Answer extends Error {
  readonly answer: StaffMoved
  constructor(answer: StaffMoved) {
    super('answered without a change')
    this.answer = answer
  }
}

/** Moves it. One transaction: if the new time cannot be had, all stays. */
export function moveByStaff(db: Database, doer: Doer, wish: StaffMove): Promise<StaffMoved> {
  return answered(
    bookInClinic(
      db,
      doer.clinicId,
      (trx) => moveIn(trx, doer, wish),
      () => inClinic(db, doer.clinicId, (trx) => overtaken(trx, doer, wish)),
    ),
  )
}

/** What `moveByStaff` would answer now. Nothing is changed. */
export function lookAtMove(db: Database, doer: Doer, wish: StaffMove): Promise<StaffMoved> {
  return answered(
    inClinic(db, doer.clinicId, async (trx): Promise<StaffMoved> => {
      throw new Answer(await moveIn(trx, doer, wish))
    }),
  )
}

/** The same at each of these places: the first where it can be had, or the one that says most. */
export async function lookAtPlaces(
  db: Database,
  doer: Doer,
  wish: Omit<StaffMove, 'location'>,
  places: readonly string[],
): Promise<{ readonly location: string; readonly looked: StaffMoved }> {
  const all = []
  for (const location of places) all.push({ location, looked: await lookAtMove(db, doer, { ...wish, location }) })
  const best = mostTelling(all.map(({ location, looked }) => ({ ...looked, location })))
  return all.find(({ location }) => location === best?.location) ?? { location: '', looked: { ok: false, why: 'gone' } }
}

async function answered(work: Promise<StaffMoved>): Promise<StaffMoved> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Answer) return error.answer
    throw error
  }
}

async function moveIn(trx: ClinicTransaction, doer: Doer, wish: StaffMove): Promise<StaffMoved> {
  const { appointmentId, therapist, location, start } = wish
  const visit = await lockVisitAndTherapists(trx, appointmentId, therapist)
  if (!visit) return { ok: false, why: 'gone' }
  const isPlaceKept = visit.startsAt === start && visit.therapistId === therapist && visit.locationId === location
  const isThere = isPlaceKept && (wish.minutes ?? visit.ownMinutes) === visit.ownMinutes
  if (isThere && visit.state === 'confirmed' && (await isOwnWork(trx, doer, wish, visit)))
    return { ok: true, already: true, version: visit.version }
  if (visit.version !== wish.version)
    return { ok: false, why: 'stale', since: await happenedSince(trx, appointmentId, wish.version) }
  const isClassLength = wish.minutes !== undefined && visit.ownMinutes === undefined
  if (visit.state !== 'confirmed' || isClassLength) return { ok: false, why: 'over' }
  const before = await rememberVisit(trx, appointmentId)
  // What the clinic cannot keep costs nothing more elsewhere.
  const off = await standingButOff(trx, { appointmentId, state: visit.state })
  const keepsPrice = wish.keepsPrice || isPlaceKept || off !== undefined
  const accepted = await acceptElsewhere(trx, doer, wish, visit, before)
  if (!accepted.ok) {
    const inTheWay = await whoHasIt(trx, wantedOf(doer, wish, visit), appointmentId)
    throw new Answer({ ...accepted, inTheWay })
  }
  const { slot, bent } = accepted
  const version = visit.version + 1
  await trx
    .updateTable('appointments')
    .set({
      ...(await staffTermsOf(trx, slot, bent)),
      ...(keepsPrice && {
        price_pence: before.price_pence,
        late_fee_pence: before.late_fee_pence,
      }),
      ...{ version, changed_at: sql<Date>`now()` },
    })
    .where('appointment_id', '=', appointmentId)
    .execute()
  if (!keepsPrice) await keepOffer(trx, appointmentId)
  await claimSlot(trx, doer.clinicId, appointmentId, slot)
  await tellOfChange(trx, {
    ...{ clinicId: doer.clinicId, memberId: doer.memberId, appointmentId, version, what: 'moved', byWhom: 'staff' },
    ...{ startsAt: new Date(slot.start), address: visit.address, waitMs: undoBeforeMailMs },
    ...(wish.isTold && { isTold: true }),
    ...(bent && { reason: bent.reason, bentRule: bent.rule }),
  })
  await writeCommand(trx, doer, {
    what: 'move',
    subjectId: appointmentId,
    version,
    before: { ...before, only_length: isPlaceKept },
  })
  return { ok: true, already: false, version }
}

/** Asks about the new time with the visit's own time out of the way. */
async function acceptElsewhere(
  trx: ClinicTransaction,
  doer: Doer,
  wish: StaffMove,
  visit: VisitRow,
  before: VisitBefore,
): Promise<StaffAcceptance> {
  const { appointmentId, start } = wish
  await removeEndedHolds(trx)
  const freed = await removeClaims(trx, appointmentId)
  // The sweep asks whoever waits for it.
  if (freed) await noteFreedTime(trx, freed)
  await trx
    .updateTable('appointments')
    .set({ bent_rule: null, bent_reason: null })
    .where('appointment_id', '=', appointmentId)
    .execute()
  const wanted = wantedOf(doer, wish, visit)
  const input = await availabilityNear(trx, wanted)
  const stays = wish.minutes !== undefined && start === visit.startsAt
  return stays ? acceptLength(input, wanted, before, wish) : acceptAsStaff(input, wanted, wish)
}

/** The time that is asked about: as long as it is to take, or as it does. */
const wantedOf = ({ clinicId }: Doer, { therapist, location, start, minutes }: StaffMove, visit: VisitRow) => ({
  ...{ clinicId, service: visit.serviceId, therapist, location, start, minutes: minutes ?? visit.ownMinutes },
})

/** The visit is as the page showed it, or this member alone has changed it since: a second tap finds its own work. */
async function isOwnWork(
  trx: ClinicTransaction,
  { memberId }: Doer,
  { appointmentId, version }: StaffMove,
  visit: VisitRow,
): Promise<boolean> {
  if (visit.version === version) return true
  const others = await trx
    .selectFrom('appointment_events')
    .select('event_id')
    .where('appointment_id', '=', appointmentId)
    .where('version', '>', version)
    .where((eb) => eb.or([eb('member_id', 'is', null), eb('member_id', '<>', memberId)]))
    .limit(1)
    .execute()
  return others.length === 0
}

/** What happened to a visit after this version of it, in order. */
async function happenedSince(
  trx: ClinicTransaction,
  appointmentId: string,
  version: number,
): Promise<readonly Since[]> {
  const { rows } = await sql<{ what: string; keeps: Kept; by: string | null; starts_at: Date; at: Date }>`
    select e.what, ${keptBy} as keeps, coalesce(m.name, case e.by_whom when 'staff' then 'the clinic' else p.name end) as by, e.starts_at, e.at
    from appointment_events e
    left join members m on m.clinic_id = e.clinic_id and m.member_id = e.member_id
    join appointments a on a.clinic_id = e.clinic_id and a.appointment_id = e.appointment_id
    left join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    where e.appointment_id = ${appointmentId} and e.version > ${version} order by e.at, e.event_id limit 20`.execute(
    trx,
  )
  return rows.map(({ what, keeps, by, starts_at, at }) => ({
    what,
    keeps,
    by: by ?? '',
    startsAt: starts_at.getTime(),
    at: at.getTime(),
  }))
}

/** Overtaken each time: looked at once more; what can be had at this moment is offered as near. */
async function overtaken(trx: ClinicTransaction, doer: Doer, wish: StaffMove): Promise<StaffMoved> {
  const { appointmentId } = wish
  const visit = await lockVisit(trx, appointmentId)
  if (!visit) return { ok: false, why: 'gone' }
  const accepted = await acceptElsewhere(trx, doer, wish, visit, await rememberVisit(trx, appointmentId))
  const inTheWay = await whoHasIt(trx, wantedOf(doer, wish, visit), appointmentId)
  throw new Answer(
    accepted.ok
      ? { ok: false, why: 'taken', near: [accepted.slot], canBend: false, inTheWay }
      : { ...accepted, inTheWay },
  )
}
