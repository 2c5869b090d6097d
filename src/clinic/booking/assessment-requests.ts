/** Asking a clinic for a free talk without choosing a time: written once, answered by mail, listed for staff, and closed. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { queueRequestMail } from '../mail/notice-rows.ts'
import { type Member, mayDo } from '../people/members.ts'
import { seal, unseal } from '../people/seal.ts'

/** How many open requests one address may have at a clinic. [C] */
const mostOfAddress = 3
/** How many requests one network address may make at a clinic in an hour. [C] */
const mostFromNetwork = 10
/** How many open requests a clinic keeps, and lists: more than these nobody answers. [C] */
const mostOpen = 200
/** How many looks are told to whoever asked. */
const mostLooks = 50

/** Who asks, and for what. */
interface AssessmentRequest {
  readonly clinicId: string
  readonly service: string
  /** One key for one pressing of the button, however often it arrives. */
  readonly requestKey: string
  readonly name: string
  readonly email: string
  readonly phone: string | undefined
  /** The part of the day, in our own words: nothing of health. */
  readonly suits: string
  readonly note: string | undefined
  /** A keyed hash of the network address (`askerOf`); null where it is not known. Forgotten after an hour. */
  readonly askedBy: Uint8Array | null
}

/** Who asks, without the address itself. */
export const askerOf = (secret: Uint8Array, address: string): Uint8Array =>
  createHmac('sha256', secret).update(`asks from ${address}`).digest()

/**
 * `isOther`: it was there before, and asks for something else than this: the form was changed, as after Back.
 * `tooMany`: this address or network has asked, or the clinic has open, as many as may be. `unknown`: there is no such
 * service, or it is another kind.
 */
export type Requested =
  | { readonly ok: true; readonly requestId: string; readonly isOther: boolean }
  | { readonly ok: false; readonly why: 'tooMany' | 'unknown' }

/** Writes it and its mail. However often the same key comes, there is one. */
export function requestAssessment(db: Database, secret: Uint8Array, asked: AssessmentRequest): Promise<Requested> {
  const { clinicId, requestKey, email } = asked
  return inClinic(db, clinicId, async (trx) => {
    // One at a time for a clinic, so that the bounds hold.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`request ${clinicId}`}, 0))`.execute(trx)
    const before = await trx
      .selectFrom('assessment_requests')
      .select(['request_id', 'service_id', 'name', 'email', 'phone', 'note_sealed'])
      .where('request_key', '=', requestKey)
      .executeTakeFirst()
    if (before) return { ok: true, requestId: before.request_id, isOther: isOther(secret, asked, before) } as const
    if (!(await isFreeTalk(trx, asked.service))) return { ok: false, why: 'unknown' } as const
    if (!(await hasRoom(trx, asked))) return { ok: false, why: 'tooMany' } as const
    const requestId = await write(trx, secret, asked)
    await queueRequestMail(trx, { clinicId, requestId, address: email })
    return { ok: true, requestId, isOther: false } as const
  })
}

interface WrittenBefore {
  readonly request_id: string
  readonly service_id: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly note_sealed: Uint8Array | null
}

/** Words that cannot be opened are taken for the same: nobody could say otherwise. */
function isOther(secret: Uint8Array, asked: AssessmentRequest, before: WrittenBefore): boolean {
  const { clinicId, service, name, email, phone = null } = asked
  const purpose = { kind: 'note', clinicId, appointmentId: before.request_id } as const
  const text = before.note_sealed ? unseal(secret, purpose, before.note_sealed) : undefined
  const isSame = [service, name, email, phone].every(
    (value, at) => value === [before.service_id, before.name, before.email, before.phone][at],
  )
  return !isSame || (text !== undefined && text !== textOf(asked))
}

/** What is sealed: when it suits them, and their own words behind it. */
const textOf = ({ suits, note }: AssessmentRequest): string => (note ? `${suits}\n${note}` : suits)

async function isFreeTalk(trx: ClinicTransaction, service: string): Promise<boolean> {
  const row = await trx
    .selectFrom('services')
    .select('service_id')
    .where('service_id', '=', service)
    .where('treatment', '=', 'free-assessment')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** The network is counted by what it asked within the hour, open or answered. What is older is forgotten on the way. */
async function hasRoom(trx: ClinicTransaction, { email, askedBy }: AssessmentRequest): Promise<boolean> {
  await sql`
    update assessment_requests set asked_by = null
    where clinic_id = clinic.current_clinic() and asked_by is not null and created_at < now() - interval '1 hour'`.execute(
    trx,
  )
  const { rows } = await sql<{ own: number; all: number; network: number }>`
    select count(*) filter (where state = 'open')::int as all,
      count(*) filter (where state = 'open' and lower(email) = lower(${email}))::int as own,
      count(*) filter (where asked_by = ${askedBy})::int as network
    from assessment_requests
    where clinic_id = clinic.current_clinic() and (state = 'open' or asked_by is not null)`.execute(trx)
  const [count] = rows
  return count !== undefined && count.own < mostOfAddress && count.all < mostOpen && count.network < mostFromNetwork
}

async function write(trx: ClinicTransaction, secret: Uint8Array, asked: AssessmentRequest): Promise<string> {
  const { clinicId, service, requestKey, name, email, phone, askedBy } = asked
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx)
  const id = rows[0]?.id ?? ''
  await trx
    .insertInto('assessment_requests')
    .values({
      ...{ clinic_id: clinicId, request_id: id, request_key: requestKey, service_id: service },
      ...{ name, email, phone: phone ?? null },
      asked_by: askedBy && Buffer.from(askedBy),
      note_sealed: seal(secret, { kind: 'note', clinicId, appointmentId: id }, textOf(asked)),
    })
    .execute()
  return id
}

/** A request as its own page shows it: nothing of who asked. */
export interface RequestView {
  readonly isOpen: boolean
  /** Who of the clinic read it, the latest first; moments are milliseconds since 1970. */
  readonly looks: readonly { readonly name: string; readonly at: number }[]
  readonly zone: string
  /** The clinic's clock. */
  readonly now: number
  readonly clinic: { readonly name: string; readonly phone: string }
}

/** @returns `undefined` where there is none */
export function findRequest(db: Database, clinicId: string, requestId: string): Promise<RequestView | undefined> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('assessment_requests as r')
      .innerJoin('clinics as c', 'c.clinic_id', 'r.clinic_id')
      .select(['r.state', 'c.name', 'c.phone'])
      .where('r.request_id', '=', requestId)
      .executeTakeFirst()
    if (!row) return undefined
    const looks = await trx
      .selectFrom('request_reads as r')
      .innerJoin('members as m', 'm.member_id', 'r.member_id')
      .select(['m.name', 'r.at'])
      .where('r.request_id', '=', requestId)
      .orderBy('r.read_id', 'desc')
      .limit(mostLooks)
      .execute()
    return {
      isOpen: row.state === 'open',
      looks: looks.map(({ name, at }) => ({ name, at: at.getTime() })),
      ...(await clockOfFirstPlace(trx)),
      clinic: { name: row.name, phone: row.phone },
    }
  })
}

/** An open request as staff see it. */
export interface OpenRequest {
  readonly requestId: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly service: string
  /** Milliseconds since 1970. */
  readonly askedAt: number
  /** `undefined` where it cannot be opened with this installation's secret. */
  readonly suits: string | undefined
  /** `hidden`: there is one, for those who may see what is clinical. */
  readonly note: { readonly kind: 'none' | 'hidden' } | { readonly kind: 'open'; readonly text: string }
}

/** Every open request of the member's clinic, the oldest first; the clinic's clock, and the zone of its first place. */
export interface OpenRequests {
  readonly requests: readonly OpenRequest[]
  readonly now: number
  readonly zone: string
}

/** Lists them, and writes down that this member read them. Who asks is no person of the clinic yet. */
export function openRequests(db: Database, secret: Uint8Array, member: Member): Promise<OpenRequests> {
  const { clinicId } = member
  return inClinic(db, clinicId, async (trx) => {
    const rows = await trx
      .selectFrom('assessment_requests as r')
      .innerJoin('services as s', (on) =>
        on.onRef('s.clinic_id', '=', 'r.clinic_id').onRef('s.service_id', '=', 'r.service_id'),
      )
      .select(['r.request_id', 'r.name', 'r.email', 'r.phone', 'r.note_sealed', 'r.created_at', 's.name as service'])
      .where('r.state', '=', 'open')
      .orderBy('r.created_at')
      .limit(mostOpen)
      .execute()
    await recordRequestLooks(trx, member, rows)
    const requests = rows.map(({ request_id: requestId, name, email, phone, service, created_at, note_sealed }) => {
      const purpose = { kind: 'note', clinicId, appointmentId: requestId } as const
      const text = note_sealed ? unseal(secret, purpose, note_sealed) : undefined
      return { requestId, name, email, phone, service, askedAt: created_at.getTime(), ...toldTo(member, text) }
    })
    return { requests, ...(await clockOfFirstPlace(trx)) }
  })
}

async function clockOfFirstPlace(trx: ClinicTransaction): Promise<{ readonly now: number; readonly zone: string }> {
  const { rows } = await sql<{ now: Date; zone: string | null }>`
    select now() as now, (select zone from locations where clinic_id = clinic.current_clinic()
      order by location_id limit 1) as zone`.execute(trx)
  return { now: rows[0]?.now.getTime() ?? 0, zone: rows[0]?.zone ?? 'Europe/London' }
}

/** That this member saw them, in the transaction that reads them; once in a quarter of an hour for each. */
async function recordRequestLooks(
  trx: ClinicTransaction,
  { clinicId, memberId }: Member,
  seen: readonly { readonly request_id: string }[],
): Promise<void> {
  await sql`
    insert into request_reads (clinic_id, member_id, request_id)
    select ${clinicId}, ${memberId}, s.id from unnest(${seen.map(({ request_id }) => request_id)}::uuid[]) as s (id)
    where not exists (select from request_reads r where r.clinic_id = ${clinicId} and r.member_id = ${memberId}
      and r.request_id = s.id and r.at > now() - interval '15 minutes')`.execute(trx)
}

/** The first line is ours, and for everybody who may see the day; the rest may be of health. */
function toldTo(member: Member, text: string | undefined): Pick<OpenRequest, 'suits' | 'note'> {
  const [suits, ...lines] = text?.split('\n') ?? []
  if (lines.length === 0) return { suits, note: { kind: 'none' } }
  if (!mayDo(member, 'see-clinical')) return { suits, note: { kind: 'hidden' } }
  return { suits, note: { kind: 'open', text: lines.join('\n') } }
}

/** Takes a request off the list: somebody of the clinic answered it. Nothing happens twice, or to another clinic's. */
export function closeRequest(db: Database, { clinicId, memberId }: Member, requestId: string): Promise<void> {
  return inClinic(db, clinicId, async (trx) => {
    await trx
      .updateTable('assessment_requests')
      .set({ state: 'closed', answered_by: memberId, answered_at: sql<Date>`now()` })
      .where('request_id', '=', requestId)
      .where('state', '=', 'open')
      .execute()
  })
}
