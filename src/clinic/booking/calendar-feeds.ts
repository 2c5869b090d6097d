/**
 * Private calendar feeds: of a therapist's visits for that therapist, and of a person's own visits for that person. The token
 * in the address is made from the installation's secret and is in no table, only its hash; a new one ends the old one, and a
 * therapist's ends when its member leaves the clinic.
 */
import { createHash, createHmac } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { type OffThen, standingButOff } from '../availability/called-off.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'

/** Whose visits. */
export type FeedOf =
  | { readonly clinicId: string; readonly therapistId: string }
  | { readonly clinicId: string; readonly personId: string }

/** A feed that stands. Moments are milliseconds since 1970. */
export interface Feed {
  /** The secret part of its address. */
  readonly token: string
  readonly withInitials: boolean
  readonly madeAt: number
  /** By a calendar program; `null`: not yet. */
  readonly lastFetchedAt: number | null
}

const idBytes = 16
const secretBytes = 24
const tokenShape = /^[\w-]{54}$/

/** Made again from what the table holds, so that its owner can be shown it at any time. */
function tokenOf(secret: Uint8Array, clinicId: string, feedId: string): string {
  const part = createHmac('sha256', secret).update(`calendar feed ${clinicId} ${feedId}`).digest()
  const id = Buffer.from(clinicId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, part.subarray(0, secretBytes)]).toString('base64url')
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()

const whose = (of: FeedOf) =>
  'therapistId' in of
    ? { therapist_id: of.therapistId, person_id: null }
    : { therapist_id: null, person_id: of.personId }

const feedRows = (trx: ClinicTransaction, of: FeedOf) =>
  trx
    .selectFrom('calendar_feeds')
    .selectAll()
    .where('therapistId' in of ? 'therapist_id' : 'person_id', '=', 'therapistId' in of ? of.therapistId : of.personId)

/** The feed that stands, if there is one. */
export function findFeed(db: Database, secret: Uint8Array, of: FeedOf): Promise<Feed | null> {
  return inClinic(db, of.clinicId, async (trx) => {
    const row = await feedRows(trx, of).executeTakeFirst()
    return row
      ? {
          token: tokenOf(secret, of.clinicId, row.feed_id),
          withInitials: row.with_initials,
          madeAt: row.made_at.getTime(),
          lastFetchedAt: row.last_fetched_at?.getTime() ?? null,
        }
      : null
  })
}

/**
 * Makes a feed, or a new address for it; then the one before is dead.
 * @param wish `isNew` false: one that stands stays, with its address; only `withInitials` is set. `seen`: when the feed was made
 *   that the page showed; where another stands by now, or none, its press was heard before or came too late, and makes none
 */
export function makeFeed(
  db: Database,
  secret: Uint8Array,
  of: FeedOf,
  wish: { readonly isNew: boolean; readonly withInitials: boolean; readonly seen?: number | undefined },
): Promise<void> {
  const { clinicId } = of
  return inClinic(db, clinicId, async (trx) => {
    const stands = await feedRows(trx, of).forUpdate().executeTakeFirst()
    if (wish.seen !== undefined && (!stands || (wish.isNew && stands.made_at.getTime() !== wish.seen))) return
    if (stands && !wish.isNew) {
      await trx
        .updateTable('calendar_feeds')
        .set({ with_initials: wish.withInitials })
        .where('feed_id', '=', stands.feed_id)
        .execute()
      return
    }
    if (stands) await trx.deleteFrom('calendar_feeds').where('feed_id', '=', stands.feed_id).execute()
    const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(trx)
    const feed_id = rows[0]?.id ?? ''
    await trx
      .insertInto('calendar_feeds')
      .values({
        clinic_id: clinicId,
        feed_id,
        ...whose(of),
        token_hash: hashOf(tokenOf(secret, clinicId, feed_id)),
        with_initials: wish.withInitials,
      })
      // Two presses at once are one feed.
      .onConflict((at) => at.doNothing())
      .execute()
  })
}

/** Ends it; its address opens nothing from now on. */
export function endFeed(db: Database, of: FeedOf): Promise<void> {
  return inClinic(db, of.clinicId, async (trx) => {
    await trx
      .deleteFrom('calendar_feeds')
      .where(
        'therapistId' in of ? 'therapist_id' : 'person_id',
        '=',
        'therapistId' in of ? of.therapistId : of.personId,
      )
      .execute()
  })
}

/** One visit of a feed. Moments are milliseconds since 1970. */
export interface FetchedVisit {
  readonly appointmentId: string
  readonly version: number
  readonly changedAt: number
  readonly startsAt: number
  readonly endsAt: number
  readonly isCancelled: boolean
  /** The clinic cannot keep this time, and has asked for another to be chosen. */
  readonly isAskedToChoose: boolean
  /** Why it cannot keep it, as things stand. */
  readonly off: OffThen | undefined
  readonly person: string
  readonly therapist: string
  readonly byVideo: boolean
  readonly place: {
    readonly name: string
    readonly street: string
    readonly town: string
    readonly postcode: string
    readonly zone: string
  }
}

/** What an address fetches. */
export interface FetchedFeed {
  readonly kind: 'therapist' | 'person'
  readonly withInitials: boolean
  readonly clinic: { readonly name: string; readonly phone: string }
  readonly visits: readonly FetchedVisit[]
}

/** How far back and ahead a feed reaches, and how many visits it holds: the nearest past and all that is to come. [C] */
const daysBack = 30
const mostVisits = 2000
/** That it was fetched is written down once in so many minutes. */
const fetchedEvery = 15

/** @returns `undefined` for whatever opens nothing: never made, ended, or of a therapist who is not of the clinic any more */
export async function fetchFeed(db: Database, token: string): Promise<FetchedFeed | undefined> {
  if (!tokenShape.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + secretBytes || bytes.toString('base64url') !== token) return undefined
  const clinicId = bytes
    .subarray(0, idBytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return inClinic(db, clinicId, async (trx) => {
    const { rows } = await sql<FeedRow>`
      select f.feed_id, f.therapist_id, f.person_id, f.with_initials, c.name as clinic, c.phone
      from calendar_feeds f join clinics c on c.clinic_id = f.clinic_id
      where f.clinic_id = ${clinicId} and f.token_hash = ${hashOf(token)}
        and (f.person_id is not null or exists (select from members m where m.clinic_id = f.clinic_id
          and m.therapist_id = f.therapist_id and m.left_at is null and m.joined_at is not null))`.execute(trx)
    const [feed] = rows
    if (!feed) return undefined
    await sql`
      update calendar_feeds set last_fetched_at = now() where clinic_id = ${clinicId} and feed_id = ${feed.feed_id}
        and coalesce(last_fetched_at < now() - make_interval(mins => ${fetchedEvery}), true)`.execute(trx)
    return {
      kind: feed.therapist_id === null ? 'person' : 'therapist',
      withInitials: feed.with_initials,
      clinic: { name: feed.clinic, phone: feed.phone },
      visits: await visitsOf(trx, clinicId, feed),
    }
  })
}

interface FeedRow {
  readonly feed_id: string
  readonly therapist_id: string | null
  readonly person_id: string | null
  readonly with_initials: boolean
  readonly clinic: string
  readonly phone: string
}

/** Does this time off have a day of the visit `a`, or one beside it? In whatever zone its place is. */
const isNear = (off: RawBuilder<unknown>) =>
  sql`${off}.first_day <= a.ends_at::date + 1 and ${off}.last_day >= a.starts_at::date - 1`

async function visitsOf(trx: ClinicTransaction, clinicId: string, feed: FeedRow): Promise<readonly FetchedVisit[]> {
  const { rows } = await sql<VisitRow>`
    select a.appointment_id, a.version, greatest(a.changed_at, asked.changed_at) as changed_at, a.starts_at, a.ends_at,
      a.state, coalesce(asked.is_open, false) as is_asked_to_choose, p.name as person, t.name as therapist, s.by_video,
      l.name as place, l.street, l.town, l.postcode, l.zone, a.ends_at > now() and (
        exists (select from absences b where b.clinic_id = a.clinic_id and b.therapist_id = a.therapist_id and ${isNear(sql`b`)})
        or exists (select from closures b where b.clinic_id = a.clinic_id and ${isNear(sql`b`)})) as may_be_off
    from appointments a
    left join lateral (select max(greatest(q.asked_at, q.closed_at)) as changed_at,
        bool_or(a.state = 'confirmed' and q.closed_at is null and q.starts_at = a.starts_at
          and q.therapist_id = a.therapist_id and q.location_id = a.location_id) as is_open
      from choose_again q where q.clinic_id = a.clinic_id and q.appointment_id = a.appointment_id) asked on true
    join persons p on p.clinic_id = a.clinic_id and p.person_id = a.person_id
    join therapists t on t.clinic_id = a.clinic_id and t.therapist_id = a.therapist_id
    join services s on s.clinic_id = a.clinic_id and s.service_id = a.service_id
    join locations l on l.clinic_id = a.clinic_id and l.location_id = a.location_id
    where a.clinic_id = ${clinicId} and a.state in ('confirmed', 'arrived', 'finished', 'cancelled', 'late-cancelled')
      and a.starts_at > now() - make_interval(days => ${daysBack})
      and (${feed.therapist_id}::uuid is null or a.therapist_id = ${feed.therapist_id}::uuid)
      and (${feed.person_id}::uuid is null or a.person_id = ${feed.person_id}::uuid)
    order by a.starts_at, a.appointment_id limit ${mostVisits}`.execute(trx)
  const off = await offOf(trx, rows)
  return rows.map((row) => ({
    appointmentId: row.appointment_id,
    version: row.version,
    changedAt: row.changed_at.getTime(),
    startsAt: row.starts_at.getTime(),
    endsAt: row.ends_at.getTime(),
    isCancelled: row.state.endsWith('cancelled'),
    isAskedToChoose: row.is_asked_to_choose,
    off: off.get(row.appointment_id),
    person: row.person,
    therapist: row.therapist,
    byVideo: row.by_video,
    place: { name: row.place, street: row.street, town: row.town, postcode: row.postcode, zone: row.zone },
  }))
}

/** Those that the clinic cannot keep, each with why: looked for among those that lie near an absence or a closure, which are few. */
async function offOf(trx: ClinicTransaction, rows: readonly VisitRow[]): Promise<ReadonlyMap<string, OffThen>> {
  const off = new Map<string, OffThen>()
  for (const { appointment_id: appointmentId, state, may_be_off } of rows) {
    const why = may_be_off ? await standingButOff(trx, { appointmentId, state }) : undefined
    if (why) off.set(appointmentId, why)
  }
  return off
}

interface VisitRow {
  readonly appointment_id: string
  readonly version: number
  readonly changed_at: Date
  readonly starts_at: Date
  readonly ends_at: Date
  readonly state: string
  /** It is ahead, and its therapist is away on a day near it, or a place shut. */
  readonly may_be_off: boolean
  readonly is_asked_to_choose: boolean
  readonly person: string
  readonly therapist: string
  readonly by_video: boolean
  readonly place: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly zone: string
}

/** The person of a visit, whose feed it would be in. */
export function personOfVisit(
  db: Database,
  { clinicId, appointmentId }: { readonly clinicId: string; readonly appointmentId: string },
): Promise<string | null> {
  return inClinic(db, clinicId, async (trx) => {
    const row = await trx
      .selectFrom('appointments')
      .select('person_id')
      .where('appointment_id', '=', appointmentId)
      .executeTakeFirst()
    return row?.person_id ?? null
  })
}
