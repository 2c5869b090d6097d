/**
 * Visits that an insurer granted or that were paid ahead: entered by staff, drawn down in the transaction that books, given
 * back by a cancel in time. A grant is found by its number and the name of who comes: a name alone opens nothing.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { folded } from '../directory/folded.ts'
import { foldReference } from '../directory/grant-if-taken.ts'
import type { Member } from '../people/members.ts'

/** Why a grant pays for no visit. `unknown`: a package of this number and name is not known here. */
export type GrantRefusal = 'usedUp' | 'over' | 'otherService' | 'unknown'

/** Carries a refusal out of the transaction, which is thereby undone. */
export class NotGranted extends Error {
  readonly why: GrantRefusal
  constructor(why: GrantRefusal) {
    super('the grant pays for no visit more')
    this.why = why
  }
}

/** A visit that is being booked, with the number that was typed. */
interface ToDraw {
  readonly clinicId: string
  readonly appointmentId: string
  readonly personName: string
  readonly payer: 'insurer' | 'package'
  readonly reference: string
}

/**
 * Draws one visit from the grant of this number and person. An insurer's number that the clinic has not entered draws
 * nothing: the visit stands, and is counted when the grant is entered.
 * @throws NotGranted where there is such a grant and it cannot pay for this visit
 */
export async function drawGrant(trx: ClinicTransaction, visit: ToDraw): Promise<void> {
  const { clinicId, appointmentId, personName, payer, reference } = visit
  const { rows } = await sql<{ grant_id: string; left: number; other: boolean; over: boolean }>`
    select g.grant_id, g.visits - g.used as left, g.service_id is not null and g.service_id <> a.service_id as other,
      g.valid_until is not null and (a.starts_at at time zone l.zone)::date > g.valid_until as over
    from grants g
    join appointments a on a.clinic_id = g.clinic_id and a.appointment_id = ${appointmentId}
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where g.clinic_id = ${clinicId} and g.folded_reference = ${foldReference(reference)}
    and g.folded_name = ${folded(personName)} and g.payer = ${payer}
    for update of g`.execute(trx)
  const [grant] = rows
  if (!grant) {
    if (payer === 'package') throw new NotGranted('unknown')
    return
  }
  if (grant.other) throw new NotGranted('otherService')
  if (grant.over) throw new NotGranted('over')
  if (grant.left < 1) throw new NotGranted('usedUp')
  await writeDraw(trx, clinicId, grant.grant_id, appointmentId)
}

async function writeDraw(trx: ClinicTransaction, clinicId: string, grantId: string, appointmentId: string) {
  await sql`update grants set used = used + 1 where clinic_id = ${clinicId} and grant_id = ${grantId}`.execute(trx)
  await trx
    .insertInto('grant_draws')
    .values({ clinic_id: clinicId, appointment_id: appointmentId, grant_id: grantId })
    .execute()
}

/**
 * Draws again what a cancelled visit had drawn and given back, as it stands again. One that stayed used is left.
 * @throws NotGranted where others have used the grant up meanwhile
 */
export async function drawAgain(
  trx: ClinicTransaction,
  { clinicId, appointmentId, grantId }: Pick<ToDraw, 'clinicId' | 'appointmentId'> & { readonly grantId: string },
): Promise<void> {
  const { rows } = await sql<{ left: number; is_drawn: boolean }>`
    select g.visits - g.used as left, exists (select from grant_draws d where d.clinic_id = g.clinic_id
      and d.grant_id = g.grant_id and d.appointment_id = ${appointmentId}) as is_drawn
    from grants g where g.clinic_id = ${clinicId} and g.grant_id = ${grantId} for update`.execute(trx)
  const [grant] = rows
  if (!grant) throw new NotGranted('unknown')
  if (grant.is_drawn) return
  if (grant.left < 1) throw new NotGranted('usedUp')
  await writeDraw(trx, clinicId, grantId, appointmentId)
}

/** A visit, and where and when it is to be. Moments are milliseconds since 1970. */
interface GoingTo {
  readonly appointmentId: string
  readonly location: string
  readonly start: number
}

/**
 * The last day of the grant that pays for a visit, where the new time is after it: a booking for then would be refused, so a
 * move is too.
 * @returns ISO day
 */
export async function grantOverBy(trx: ClinicTransaction, going: GoingTo): Promise<string | undefined> {
  const { rows } = await sql<{ last_day: string }>`
    select g.valid_until::text as last_day from grant_draws d
    join grants g on g.clinic_id = d.clinic_id and g.grant_id = d.grant_id
    join locations l on l.clinic_id = d.clinic_id and l.location_id = ${going.location}
    where d.clinic_id = clinic.current_clinic() and d.appointment_id = ${going.appointmentId}
    and (${new Date(going.start)}::timestamptz at time zone l.zone)::date > g.valid_until`.execute(trx)
  return rows[0]?.last_day
}

/** The same, to be said before anything is pressed. */
export const lookAtGrant = (db: Database, clinicId: string, going: GoingTo): Promise<string | undefined> =>
  inClinic(db, clinicId, (trx) => grantOverBy(trx, going))

/** Does a late cancel of it use up one of several visits that were paid ahead or granted, beside the fee? */
export async function lateUsesOne(trx: ClinicTransaction, appointmentId: string): Promise<boolean> {
  const { rows } = await sql`select from grant_draws d join grants g using (clinic_id, grant_id)
    where d.clinic_id = clinic.current_clinic() and d.appointment_id = ${appointmentId} and g.late_cancel_uses`.execute(
    trx,
  )
  return rows.length > 0
}

/** Gives back what a cancelled visit drew. A late cancel stays used where the grant says so. Nothing happens twice. */
export async function giveBackDraw(trx: ClinicTransaction, appointmentId: string, late: boolean): Promise<void> {
  await sql`
    with back as (
      delete from grant_draws d using grants g
      where d.clinic_id = clinic.current_clinic() and d.appointment_id = ${appointmentId}
      and g.clinic_id = d.clinic_id and g.grant_id = d.grant_id and not (${late} and g.late_cancel_uses)
      returning d.clinic_id, d.grant_id
    )
    update grants g set used = g.used - 1 from back
    where g.clinic_id = back.clinic_id and g.grant_id = back.grant_id`.execute(trx)
}

/** A grant as both sides see it. */
export interface Grant {
  readonly grantId: string
  readonly payer: 'insurer' | 'package'
  readonly insurer: string | null
  readonly reference: string
  readonly personName: string
  readonly visits: number
  readonly left: number
  /** ISO day, the last on which a visit counts. */
  readonly validUntil: string | null
  /** A visit that is cancelled late stays used, and its fee applies as well. */
  readonly lateCancelUses: boolean
}

function grantRows(trx: ClinicTransaction) {
  return trx
    .selectFrom('grants as g')
    .select([
      'g.grant_id',
      'g.payer',
      'g.insurer',
      'g.reference',
      'g.person_name',
      'g.visits',
      'g.used',
      'g.valid_until',
      'g.late_cancel_uses',
    ])
}

const asGrant = (row: Awaited<ReturnType<ReturnType<typeof grantRows>['execute']>>[number]): Grant => ({
  grantId: row.grant_id,
  payer: row.payer === 'package' ? 'package' : 'insurer',
  insurer: row.insurer,
  reference: row.reference,
  personName: row.person_name,
  visits: row.visits,
  left: row.visits - row.used,
  validUntil: row.valid_until,
  lateCancelUses: row.late_cancel_uses,
})

/** The grant from which a visit was drawn; `undefined` where none was. */
export function grantOfVisit(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<Grant | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await grantRows(trx)
      .innerJoin('grant_draws as d', 'd.grant_id', 'g.grant_id')
      .where('d.appointment_id', '=', appointmentId)
      .executeTakeFirst()
    return row && asGrant(row)
  })
}

/** How many grants a page lists, the newest first. */
const mostListed = 200

/** The grants of a clinic, the newest first. */
export function listGrants(db: Database, clinicId: string): Promise<readonly Grant[]> {
  return inClinic(db, clinicId, async (trx) => {
    const rows = await grantRows(trx).orderBy('g.created_at', 'desc').limit(mostListed).execute()
    return rows.map(asGrant)
  })
}

/** What staff enter. Parsed already. */
export interface NewGrant {
  readonly payer: 'insurer' | 'package'
  readonly insurer: string | null
  readonly reference: string
  readonly personName: string
  /** 1 to 100. */
  readonly visits: number
  readonly validUntil: string | null
  readonly lateCancelUses: boolean
}

/**
 * `known`: there is a grant of this number for this person already. `made`: this form entered one already, and it is not the one
 * that was sent now. `number`: fewer than three letters and digits. The same press twice enters one.
 */
export type GrantEntered =
  | { readonly ok: true; readonly counted: number }
  | { readonly ok: false; readonly why: 'known' | 'made' | 'number' }

/**
 * Enters a grant, and counts the visits that were booked with its number before, as far as it goes.
 * @param grantId from the form that was shown; left out where there was none
 */
export function enterGrant(
  db: Database,
  member: Pick<Member, 'clinicId' | 'memberId'>,
  grant: NewGrant,
  grantId: string = randomUUID(),
): Promise<GrantEntered> {
  const { clinicId, memberId } = member
  const reference = foldReference(grant.reference)
  if (reference.length < 3) return Promise.resolve({ ok: false, why: 'number' })
  return inClinic(db, clinicId, async (trx) => {
    const made = await trx
      .insertInto('grants')
      .values({
        clinic_id: clinicId,
        grant_id: grantId,
        payer: grant.payer,
        insurer: grant.payer === 'insurer' ? grant.insurer : null,
        reference: grant.reference,
        folded_reference: reference,
        person_name: grant.personName,
        folded_name: folded(grant.personName),
        visits: grant.visits,
        valid_until: grant.validUntil,
        late_cancel_uses: grant.lateCancelUses,
        entered_by: memberId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('grant_id')
      .executeTakeFirst()
    if (!made) return enteredBefore(trx, grantId, grant)
    return { ok: true, counted: await countBooked(trx, { ...grant, clinicId, grantId: made.grant_id }) } as const
  })
}

/** The same form may have entered it a moment ago: then there is nothing to do, and nothing to raise. */
async function enteredBefore(trx: ClinicTransaction, grantId: string, grant: NewGrant): Promise<GrantEntered> {
  const row = await grantRows(trx).where('g.grant_id', '=', grantId).executeTakeFirst()
  if (!row) return { ok: false, why: 'known' }
  const asked = grant.payer === 'insurer' ? grant : { ...grant, insurer: null }
  const { left: _left, grantId: _id, ...stands } = asGrant(row)
  const isSame = Object.entries(asked).every(([field, value]) => new Map(Object.entries(stands)).get(field) === value)
  return isSame ? { ok: true, counted: 0 } : { ok: false, why: 'made' }
}

/** A grant of this clinic; `undefined` where there is none. */
export function findGrant(db: Database, clinicId: string, grantId: string): Promise<Grant | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await grantRows(trx).where('g.grant_id', '=', grantId).executeTakeFirst()
    return row && asGrant(row)
  })
}

/** `used`: so many visits are drawn from it already. `changed`: somebody else changed it since it was looked at. */
export type GrantChanged = { readonly ok: true } | { readonly ok: false; readonly why: 'gone' | 'used' | 'changed' }

/** What a page shows that can be changed, in a few letters. */
export const termsOf = ({ visits, validUntil }: Pick<NewGrant, 'visits' | 'validUntil'>): string =>
  `${visits}.${validUntil ?? ''}`

/**
 * Changes how many visits there are and until when, as when more are agreed to, fewer were meant, or it ends early. What was
 * drawn stays drawn; visits that were booked with its number and not counted yet are, as far as it goes.
 * @param seen what the page showed; left out where nobody looked at one
 */
export function changeGrant(
  db: Database,
  { clinicId }: Pick<Member, 'clinicId'>,
  grantId: string,
  to: Pick<NewGrant, 'visits' | 'validUntil'>,
  seen?: string,
): Promise<GrantChanged> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('grants')
      .selectAll()
      .where('grant_id', '=', grantId)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return { ok: false, why: 'gone' } as const
    const stands = termsOf(asGrant(row))
    if (seen !== undefined && seen !== stands && stands !== termsOf(to)) return { ok: false, why: 'changed' } as const
    if (to.visits < row.used) return { ok: false, why: 'used' } as const
    await trx
      .updateTable('grants')
      .set({ visits: to.visits, valid_until: to.validUntil })
      .where('grant_id', '=', grantId)
      .execute()
    const { payer, insurer, reference, personName, lateCancelUses } = asGrant(row)
    const grant = { payer, insurer, reference, personName, lateCancelUses, validUntil: to.validUntil }
    await countBooked(trx, { ...grant, visits: to.visits - row.used, clinicId, grantId })
    return { ok: true } as const
  })
}

async function countBooked(
  trx: ClinicTransaction,
  grant: NewGrant & { readonly clinicId: string; readonly grantId: string },
): Promise<number> {
  const { clinicId, grantId, personName, reference, payer, visits, validUntil } = grant
  const { rows } = await sql<{ appointment_id: string; name: string; number: string }>`
    select a.appointment_id, p.name, a.authorisation_number as number from appointments a
    join persons p using (clinic_id, person_id) join locations l using (clinic_id, location_id)
    where a.clinic_id = ${clinicId} and a.payer = ${payer} and a.authorisation_number is not null
    and a.state in ('confirmed', 'arrived', 'finished', 'no-show')
    and (${validUntil}::date is null or (a.starts_at at time zone l.zone)::date <= ${validUntil}::date)
    and not exists (select from grant_draws d where d.clinic_id = a.clinic_id and d.appointment_id = a.appointment_id)
    order by a.starts_at for update of a`.execute(trx)
  const own = rows
    .filter(
      ({ name, number }) => folded(name) === folded(personName) && foldReference(number) === foldReference(reference),
    )
    .slice(0, visits)
  for (const { appointment_id } of own) await writeDraw(trx, clinicId, grantId, appointment_id)
  return own.length
}

/** Has this clinic packages that were paid ahead? */
export function hasPackages(db: Database, clinicId: string): Promise<boolean> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('grants')
      .select('grant_id')
      .where('payer', '=', 'package')
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  })
}
