/** Taking back what a member did last in the calendar, where nothing stands in the way of it. */
import { giveBackDraw } from '../booking/grants.ts'
import { giveBackOffer, putUsualPriceBack } from '../letters/price-offers.ts'
import { noteFreedTime } from '../booking/waiting/freed-times.ts'
import { sql } from 'kysely'
import { withdrawUntold } from '../booking/waiting/withdraw-offers.ts'
import { databaseNow, lockTherapists, removeClaims, removeEndedHolds } from '../booking/slot-claims.ts'
import { tellOfChange } from '../booking/visit-changes.ts'
import { undoHours } from '../booking/staff-act.ts'
import { lockVisit, type VisitRow } from '../booking/visit-row.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { deleteBlock, writeBlock } from './blocks.ts'
import { liftAbsence, liftClosure } from './days-off.ts'
import { blockBefore, columnsOf, type Command, type Doer, type VisitBefore, visitBefore } from './commands.ts'
import { type NotPutBack, placeAgain, putCancelledBack, refusalOf, whoTookIt } from './undo-cancel.ts'

/** What can be taken back. */
export interface LastCommand {
  readonly commandId: string
  readonly what: Command['what']
  readonly subjectId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whose visit it is and when, as it stands now; undefined where it was about none. */
  readonly visit: { readonly person: string; readonly startsAt: number; readonly zone: string } | undefined
}

/**
 * `changed`: somebody has changed it since. `taken`: the old time has gone to somebody else. `over`: the old time is past,
 * or somebody arrived. `nothing`: it was taken back already, is not yours, or is longer ago than an hour. The others are
 * about a visit that was cancelled.
 */
export type Undone =
  | { readonly ok: true; readonly what: Command['what']; readonly subjectId: string; readonly wereTold: boolean }
  | NotPutBack

/** The last thing that this member did, while it can be taken back. */
export function lastCommand(db: Database, { clinicId, memberId }: Doer): Promise<LastCommand | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await recent(trx, memberId)
    if (!row) return undefined
    const { command_id: commandId, what, subject_id: subjectId } = row
    return { commandId, what, subjectId, at: row.at.getTime(), visit: await whoseVisit(trx, subjectId) }
  })
}

async function whoseVisit(trx: ClinicTransaction, appointmentId: string): Promise<LastCommand['visit']> {
  const { rows } = await sql<{ person: string; starts_at: Date; zone: string }>`
    select p.name as person, a.starts_at, l.zone from appointments a
    join persons p using (clinic_id, person_id) join locations l using (clinic_id, location_id)
    where a.clinic_id = clinic.current_clinic() and a.appointment_id = ${appointmentId}`.execute(trx)
  const [row] = rows
  return row && { person: row.person, startsAt: row.starts_at.getTime(), zone: row.zone }
}

/** The visit that a member's own command was about, whether or not it can still be taken back; nothing where it was about none. */
export function visitOfCommand(
  db: Database,
  { clinicId, memberId }: Doer,
  commandId: string,
): Promise<string | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('commands')
      .innerJoin('appointments', 'appointments.appointment_id', 'commands.subject_id')
      .select('appointments.appointment_id')
      .where('command_id', '=', commandId)
      .where('member_id', '=', memberId)
      .executeTakeFirst()
    return row?.appointment_id
  })
}

interface CommandRow {
  readonly command_id: string
  readonly what: Command['what']
  readonly subject_id: string
  readonly version: number | null
  readonly before: unknown
  readonly at: Date
}

/** The newest of the member's commands; nothing where that one was taken back. */
async function recent(trx: ClinicTransaction, memberId: string): Promise<CommandRow | undefined> {
  const { rows } = await sql<CommandRow & { undone_at: Date | null }>`
    select command_id, what, subject_id, version, before, at, undone_at from commands
    where member_id = ${memberId} and at > now() - make_interval(hours => ${undoHours})
    order by at desc, command_id desc limit 1 for update`.execute(trx)
  const [row] = rows
  return row?.undone_at === null ? row : undefined
}

/** Takes it back. The person is written to only where they had been written to. */
export async function undoCommand(db: Database, secret: Uint8Array, doer: Doer, commandId: string): Promise<Undone> {
  try {
    return await inClinic(db, doer.clinicId, async (trx): Promise<Undone> => {
      const command = await recent(trx, doer.memberId)
      if (command?.command_id !== commandId)
        return (await takenBackBefore(trx, doer.memberId, commandId)) ?? { ok: false, why: 'nothing' }
      const undone = await takeBack(trx, secret, doer, command)
      if (undone.ok)
        await trx
          .updateTable('commands')
          .set({ undone_at: sql<Date>`now()` })
          .where('command_id', '=', commandId)
          .execute()
      return undone
    })
  } catch (error) {
    // A claim overlaps another, or somebody has the place in the class.
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal.why === 'taken' ? inClinic(db, doer.clinicId, (trx) => whatHasIt(trx, commandId)) : refusal
  }
}

/** The same press heard twice: this member has taken it back within the hour that there is for it. */
async function takenBackBefore(
  trx: ClinicTransaction,
  memberId: string,
  commandId: string,
): Promise<Undone | undefined> {
  const { rows } = await sql<CommandRow>`select what, subject_id from commands where command_id = ${commandId}
    and member_id = ${memberId} and undone_at > now() - make_interval(hours => ${undoHours})`.execute(trx)
  const [row] = rows
  return row && { ok: true, what: row.what, subjectId: row.subject_id, wereTold: false }
}

/** Of a visit that was cancelled or moved it can be told what has its old time now. */
async function whatHasIt(trx: ClinicTransaction, commandId: string): Promise<NotPutBack> {
  const command = await trx
    .selectFrom('commands')
    .select(['subject_id', 'what'])
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  const what = command?.what
  if (!command || (what !== 'cancel' && what !== 'move')) return { ok: false, why: 'taken' }
  return whoTookIt(trx, { subjectId: command.subject_id, what })
}

async function takeBack(trx: ClinicTransaction, secret: Uint8Array, doer: Doer, command: CommandRow): Promise<Undone> {
  const { what, subject_id: id } = command
  if (what === 'book' || what === 'move') return takeBackVisit(trx, doer, command)
  if (what === 'cancel') return takeBackCancel(trx, secret, doer, command)
  if (what === 'block') await deleteBlock(trx, id)
  if (what === 'absence') await liftAbsence(trx, id)
  if (what === 'closure') await liftClosure(trx, id)
  if (what === 'unblock') {
    const before = blockBefore.parse(command.before)
    await lockTherapists(trx, [before.resource_id])
    await writeBlock(trx, doer, command.command_id, before)
  }
  return { ok: true, what, subjectId: id, wereTold: false }
}

async function takeBackCancel(
  trx: ClinicTransaction,
  secret: Uint8Array,
  { clinicId, memberId }: Doer,
  { subject_id: appointmentId, version, before: kept, at, command_id: commandId }: CommandRow,
): Promise<Undone> {
  const before = visitBefore.parse(kept)
  await lockTherapists(trx, [before.therapist_id])
  const visit = await lockVisit(trx, appointmentId)
  if (!visit || visit.version !== version) return { ok: false, why: 'changed' }
  const cancelled = { clinicId, memberId, appointmentId, visit, before, at, commandId }
  const put = await putCancelledBack(trx, secret, cancelled)
  return put.ok ? { ok: true, what: 'cancel', subjectId: appointmentId, wereTold: put.wereTold } : put
}

async function takeBackVisit(trx: ClinicTransaction, doer: Doer, command: CommandRow): Promise<Undone> {
  const { subject_id: appointmentId, what } = command
  const before = what === 'move' ? visitBefore.parse(command.before) : undefined
  const seen = await trx
    .selectFrom('appointments')
    .select('therapist_id')
    .where('appointment_id', '=', appointmentId)
    .executeTakeFirst()
  await lockTherapists(
    trx,
    [seen?.therapist_id, before?.therapist_id].filter((id) => id !== undefined),
  )
  const visit = await lockVisit(trx, appointmentId)
  if (!visit || visit.version !== command.version) return { ok: false, why: 'changed' }
  if (visit.state !== 'confirmed') return { ok: false, why: 'over' }
  const now = await databaseNow(trx)
  if ((before ? Date.parse(before.starts_at) : visit.startsAt) <= now) return { ok: false, why: 'over' }
  const sent = await sentKinds(trx, appointmentId)
  const wereTold = sent.some((version) => version === visit.version)
  if (before) {
    await removeEndedHolds(trx)
    await withdrawUntold(trx, before)
  }
  const freed = await removeClaims(trx, appointmentId)
  if (freed) await noteFreedTime(trx, freed)
  if (!before) {
    await giveBackDraw(trx, appointmentId, false)
    await giveBackOffer(trx, appointmentId)
  }
  if (before) await putBack(trx, doer, appointmentId, visit, before)
  else
    await trx
      .updateTable('appointments')
      .set({ state: 'cancelled', version: visit.version + 1, changed_at: sql<Date>`now()` })
      .where('appointment_id', '=', appointmentId)
      .execute()
  // Whoever has had no mail at all yet gets the confirmation that the move had dropped.
  const neverTold = before && sent.length === 0
  await tellOfChange(trx, {
    ...{ clinicId: doer.clinicId, memberId: doer.memberId, appointmentId, version: visit.version + 1 },
    ...{ what: before ? (neverTold ? 'confirmed' : 'moved') : 'cancelled', byWhom: 'staff' },
    ...{ startsAt: new Date(before?.starts_at ?? visit.startsAt), address: visit.address, reason: 'Taken back.' },
    isTold: !(wereTold || neverTold),
  })
  return { ok: true, what, subjectId: appointmentId, wereTold: visit.address !== null && wereTold }
}

async function putBack(
  trx: ClinicTransaction,
  { clinicId }: Doer,
  appointmentId: string,
  visit: VisitRow,
  before: VisitBefore,
): Promise<void> {
  const { claims, usual_pence: usualPence } = before
  // Its old place may be somebody else's by now, and another be free.
  const place = before.class_id == null ? null : await placeAgain(trx, before.class_id)
  await trx
    .updateTable('appointments')
    .set({ ...columnsOf(before), class_place: place, version: visit.version + 1, changed_at: sql<Date>`now()` })
    .where('appointment_id', '=', appointmentId)
    .execute()
  if (typeof usualPence === 'number') await putUsualPriceBack(trx, appointmentId, usualPence)
  if (claims.length === 0) return
  await trx
    .insertInto('claims')
    .values(claims.map((claim) => ({ ...claim, clinic_id: clinicId, appointment_id: appointmentId })))
    .execute()
}

/** The versions of which a mail about the booking or a move has gone, or is going at this moment. */
async function sentKinds(trx: ClinicTransaction, appointmentId: string): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('mails')
    .select('version')
    .where('appointment_id', '=', appointmentId)
    .where('kind', 'in', ['confirmation', 'moved'])
    .where('state', 'in', ['sending', 'handed-over', 'bounced'])
    .execute()
  return rows.map(({ version }) => version)
}
