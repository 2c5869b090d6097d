/** All that a clinic says of itself, as its staff see it: open or not, bookable or not. Read whole: a clinic is small. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { IsoDate } from '../../care/evidence/calendar.ts'
import { type ClinicTransaction, type Database, inClinic } from '../db/connection.ts'
import { isProfessionId, type RegistrationStanding, registrationStanding } from '../directory/professions.ts'

/** A place of the clinic. */
export interface PlaceRow {
  readonly id: string
  readonly name: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly latitude: number
  readonly longitude: number
  readonly zone: string
  readonly country: string
  readonly stepFree: boolean
  readonly lift: boolean
  readonly accessibleToilet: boolean
  readonly lowCouch: boolean
  readonly parking: boolean
  readonly hearingLoop: boolean
  readonly wayThere: string | null
}

/** The newest look at a register. */
export interface LookRow {
  readonly body: string
  readonly number: string
  readonly validUntil: IsoDate
  readonly lookedUpOn: IsoDate
  readonly lookedUpBy: string
}

/** Somebody who treats and has not left. */
export interface TherapistRow {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly profession: string
  readonly gender: string | null
  readonly languages: readonly string[]
  readonly conditions: readonly string[]
  readonly about: string | null
  readonly pauseBefore: number
  readonly pauseAfter: number
  readonly hideGaps: boolean
  readonly look: LookRow | null
  readonly standing: RegistrationStanding
}

/** Somebody who signs in, or is invited to. */
export interface MemberRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly therapistId: string | null
  readonly hasJoined: boolean
  /** Why the invitation that was sent last reached nobody. */
  readonly cameBack: string | null
  /** The invitation that was written last. */
  readonly lastInvitation: string | null
}

/** A service that is on offer. */
export interface ServiceRow {
  readonly id: string
  readonly treatment: string
  readonly name: string
  readonly minutes: number
  readonly pricePence: number
  readonly pauseBefore: number
  readonly pauseAfter: number
  readonly byVideo: boolean
  readonly roomKind: string | null
  readonly machineKind: string | null
  /** So many at once; null for a visit of one. */
  readonly places: number | null
  readonly needsReferral: boolean
  readonly noticeMinutes: number
  readonly windowDays: number
  readonly freeUntilHours: number
  readonly lateFeePence: number
  readonly therapists: readonly string[]
  readonly insurers: readonly { readonly insurer: string; readonly code: string | null }[]
}

/** A stretch of weekly hours that has not ended. Times are "08:30"; the end of the day is "24:00". */
export interface HoursRow {
  readonly id: string
  readonly therapistId: string
  readonly locationId: string
  readonly weekday: number
  readonly from: string
  readonly to: string
  readonly everyWeeks: number
  readonly validFrom: string
  readonly validUntil: string | null
}

/** A stretch in which the door of a place is open: of each week, or of one day to come. Times as in `HoursRow`. */
export interface OpeningRow {
  readonly locationId: string
  readonly weekday: number | null
  readonly day: string | null
  readonly from: string
  readonly to: string
}

/** Days to come, first and last included, on which a place is shut; all places, where it names none. */
export interface ShutRow {
  readonly locationId: string | null
  readonly firstDay: string
  readonly lastDay: string
  /** Where it is shut for a part of each of them. */
  readonly part: { readonly from: string; readonly to: string } | null
}

/** A room or a machine that is in use. */
export interface ThingRow {
  readonly id: string
  readonly what: 'room' | 'machine'
  readonly locationId: string
  readonly name: string
  readonly kind: string
  /** Minutes that a room stays free after each visit; a machine has none. */
  readonly pauseAfter: number | null
}

/** The whole. */
export interface Picture {
  readonly clinicId: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly slug: string
  readonly isOpen: boolean
  /** Hours before a visit at which its reminders go; null for not at all. */
  readonly reminders: { readonly first: number | null; readonly second: number | null }
  /** ISO day in London. */
  readonly today: IsoDate
  readonly places: readonly PlaceRow[]
  readonly therapists: readonly TherapistRow[]
  readonly members: readonly MemberRow[]
  readonly services: readonly ServiceRow[]
  readonly hours: readonly HoursRow[]
  readonly things: readonly ThingRow[]
  readonly openings: readonly OpeningRow[]
  readonly shut: readonly ShutRow[]
}

/** The ISO day in London. */
const londonDay = (now: Temporal.Instant) =>
  // A PlainDate of our era is written as an ISO day.
  now.toZonedDateTimeISO('Europe/London').toPlainDate().toString() as IsoDate

/** Reads it, and changes nothing. */
export const lookAtClinic = (app: Database, clinicId: string, now: Temporal.Instant): Promise<Picture> =>
  inClinic(app, clinicId, (trx) => readPicture(trx, clinicId, londonDay(now)))

/**
 * Changes something of the clinic. One change at a time: `work` is given what stands once all others have ended. Where it
 * answers that it was not done, nothing of it was.
 * @throws what `work` throws; then nothing was changed either
 */
export async function changeClinic<T extends { readonly ok: boolean }>(
  app: Database,
  clinicId: string,
  now: Temporal.Instant,
  work: (trx: ClinicTransaction, picture: Picture) => Promise<T>,
): Promise<T> {
  const undone: { outcome?: T } = {}
  try {
    return await inClinic(app, clinicId, async (trx) => {
      await trx.selectFrom('clinics').select('clinic_id').forUpdate().execute()
      const outcome = await work(trx, await readPicture(trx, clinicId, londonDay(now)))
      if (outcome.ok) return outcome
      undone.outcome = outcome
      throw new Error('undone')
    })
  } catch (error) {
    if (undone.outcome) return undone.outcome
    throw error
  }
}

/** What tells whether somebody else has changed a thing since it was shown. */
export const stampOf = (shown: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(shown ?? null))
    .digest('base64url')
    .slice(0, 16)

/**
 * Does it stand so already, as after a press that is heard twice? Lists are the same in whatever order.
 * @param asked everything that the form sets; what the row holds besides is not asked
 */
export function standsSo(stands: object | undefined, asked: object): boolean {
  const standing = new Map<string, unknown>(Object.entries(stands ?? {}))
  return Object.entries(asked).every(
    ([field, value]) => standing.has(field) && stampOf(unordered(standing.get(field))) === stampOf(unordered(value)),
  )
}

const unordered = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((each) => stampOf(each)).toSorted() : value

async function readPicture(trx: ClinicTransaction, clinicId: string, today: IsoDate): Promise<Picture> {
  const clinic = await trx
    .selectFrom('clinics')
    .select(['name', 'email', 'phone', 'opened_at', 'first_reminder_hours', 'second_reminder_hours'])
    .executeTakeFirstOrThrow()
  const slugs = await trx
    .selectFrom('slugs')
    .select(['slug', 'subject_id'])
    .where('clinic_id', '=', clinicId)
    .where('is_current', '=', true)
    .execute()
  const slugs_ = new Map(slugs.map(({ slug, subject_id }) => [subject_id, slug]))
  return {
    clinicId,
    name: clinic.name,
    email: clinic.email,
    phone: clinic.phone,
    slug: slugs_.get(clinicId) ?? '',
    isOpen: clinic.opened_at !== null,
    reminders: { first: clinic.first_reminder_hours, second: clinic.second_reminder_hours },
    today,
    places: await readPlaces(trx),
    therapists: await readTherapists(trx, slugs_, today),
    members: await readMembers(trx),
    services: await readServices(trx),
    hours: await readHours(trx, today),
    things: await readThings(trx),
    openings: await readOpeningRows(trx, today),
    shut: await readShutRows(trx, today),
  }
}

async function readPlaces(trx: ClinicTransaction): Promise<readonly PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select location_id as id, name, street, town, postcode, latitude, longitude, zone, country,
      step_free as "stepFree", lift, accessible_toilet as "accessibleToilet", low_couch as "lowCouch", parking,
      hearing_loop as "hearingLoop", way_there as "wayThere"
    from locations order by location_id`.execute(trx)
  return rows
}

async function readTherapists(
  trx: ClinicTransaction,
  slugs: ReadonlyMap<string, string>,
  today: IsoDate,
): Promise<readonly TherapistRow[]> {
  const { rows } = await sql<Omit<TherapistRow, 'slug' | 'standing'>>`
    select t.therapist_id as id, t.name, t.profession, t.gender, t.languages, t.conditions, t.about,
      t.pause_before as "pauseBefore", t.pause_after as "pauseAfter", t.hide_gaps as "hideGaps",
      case when r.body is null then null else json_build_object('body', r.body, 'number', r.number,
        'validUntil', r.valid_until::text, 'lookedUpOn', r.looked_up_on::text, 'lookedUpBy', r.looked_up_by) end as look
    from therapists t left join lateral (
      select * from registrations r where r.clinic_id = t.clinic_id and r.therapist_id = t.therapist_id
      order by looked_up_on desc, registration_id desc limit 1) r on true
    where t.left_at is null order by t.therapist_id`.execute(trx)
  return rows.map((row) => ({
    ...row,
    slug: slugs.get(row.id) ?? '',
    standing: isProfessionId(row.profession)
      ? registrationStanding(row.profession, row.look, today)
      : { is: 'wrongRegister', says: 'We do not know this profession. No visit can be booked.' },
  }))
}

async function readMembers(trx: ClinicTransaction): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select member_id as id, name, email, role, therapist_id as "therapistId", joined_at is not null as "hasJoined",
      (select i.came_back from invitations i where i.clinic_id = m.clinic_id and i.member_id = m.member_id
        order by i.created_at desc, i.invitation_id desc limit 1) as "cameBack",
      (select i.invitation_id from invitations i where i.clinic_id = m.clinic_id and i.member_id = m.member_id
        order by i.created_at desc, i.invitation_id desc limit 1) as "lastInvitation"
    from members m where left_at is null order by member_id`.execute(trx)
  return rows
}

async function readServices(trx: ClinicTransaction): Promise<readonly ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    select service_id as id, treatment, name, minutes, price_pence as "pricePence", pause_before as "pauseBefore",
      pause_after as "pauseAfter", by_video as "byVideo", room_kind as "roomKind", machine_kind as "machineKind", places,
      needs_referral as "needsReferral",
      notice_minutes as "noticeMinutes", window_days as "windowDays", free_until_hours as "freeUntilHours",
      late_fee_pence as "lateFeePence",
      array(select st.therapist_id from service_therapists st join therapists t using (clinic_id, therapist_id)
        where st.service_id = s.service_id and st.withdrawn_at is null and t.left_at is null order by 1) as therapists,
      coalesce((select json_agg(json_build_object('insurer', i.insurer, 'code', i.code) order by i.insurer)
        from service_insurers i where i.service_id = s.service_id), '[]') as insurers
    from services s where withdrawn_at is null order by service_id`.execute(trx)
  return rows
}

async function readHours(trx: ClinicTransaction, today: string): Promise<readonly HoursRow[]> {
  const { rows } = await sql<HoursRow>`
    select hours_id as id, therapist_id as "therapistId", location_id as "locationId", weekday,
      left(from_time::text, 5) as from, left(to_time::text, 5) as to, every_weeks as "everyWeeks",
      valid_from as "validFrom", valid_until as "validUntil"
    from hours where valid_until is null or valid_until >= ${today}
    order by valid_from, weekday, from_time, hours_id`.execute(trx)
  return rows
}

async function readOpeningRows(trx: ClinicTransaction, today: string): Promise<readonly OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`
    select location_id as "locationId", weekday, day, left(from_time::text, 5) as from, left(to_time::text, 5) as to
    from opening_hours where day is null or day >= ${today}
    order by location_id, weekday, day, from_time`.execute(trx)
  return rows
}

async function readShutRows(trx: ClinicTransaction, today: string): Promise<readonly ShutRow[]> {
  const { rows } = await sql<ShutRow>`
    select location_id as "locationId", first_day as "firstDay", last_day as "lastDay", case when from_time is not null
      then json_build_object('from', left(from_time::text, 5), 'to', left(to_time::text, 5)) end as part
    from closures where last_day >= ${today} order by first_day, closure_id`.execute(trx)
  return rows
}

async function readThings(trx: ClinicTransaction): Promise<readonly ThingRow[]> {
  const { rows } = await sql<ThingRow>`
    select room_id as id, 'room' as what, location_id as "locationId", name, room_kind as kind, pause_after as "pauseAfter"
    from rooms where withdrawn_at is null
    union all
    select machine_id, 'machine', location_id, name, machine_kind, null from machines where withdrawn_at is null
    order by 2 desc, 3, 4, 1`.execute(trx)
  return rows
}
