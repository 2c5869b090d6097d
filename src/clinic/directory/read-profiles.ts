/** What anybody may read of one therapist or one clinic, found by the name in its address. Old names lead to the present one. */
import { sql } from 'kysely'
import type { Database } from '../db/connection.ts'
import type { Position } from './distance.ts'

export interface OfferedService {
  readonly id: string
  readonly treatment: string
  readonly name: string
  readonly minutes: number
  readonly pricePence: number
  readonly byVideo: boolean
  /** How many days ahead it can be booked. */
  readonly windowDays: number
  readonly freeUntilHours: number
  readonly lateFeePence: number
  readonly insurers: readonly string[]
  /** It is given with a letter of referral alone. */
  readonly needsReferral: boolean
}

export interface VisitPlace extends Position {
  readonly id: string
  readonly name: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly zone: string
  readonly phone: string | null
  readonly wayThere: string | null
  readonly stepFree: boolean
  readonly lift: boolean
  readonly accessibleToilet: boolean
  readonly lowCouch: boolean
  readonly parking: boolean
  readonly hearingLoop: boolean
}

export interface TherapistProfile {
  readonly clinicId: string
  readonly clinicName: string
  readonly clinicSlug: string
  readonly clinicPhone: string
  readonly therapistId: string
  readonly slug: string
  readonly name: string
  readonly profession: string
  readonly languages: readonly string[]
  readonly conditions: readonly string[]
  readonly about: string | null
  readonly body: string
  readonly number: string
  /** ISO days: the last on which the registration is valid, and when somebody looked. */
  readonly registeredUntil: string
  readonly lookedUpOn: string
  /** By price; the first visit before what follows it is the page's to say. */
  readonly services: readonly OfferedService[]
  readonly places: readonly VisitPlace[]
}

export interface ClinicProfile {
  readonly clinicId: string
  readonly name: string
  readonly slug: string
  readonly phone: string
  readonly email: string
  readonly services: readonly OfferedService[]
  readonly places: readonly VisitPlace[]
  readonly therapists: readonly {
    readonly id: string
    readonly slug: string
    readonly name: string
    readonly profession: string
  }[]
}

/** `moved`: the address was right once; `slug` is where it leads now. */
export type Read<Profile> =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly why: 'unknown' }
  | { readonly ok: false; readonly why: 'moved'; readonly slug: string }

const unknown = { ok: false, why: 'unknown' } as const

/** Only of a therapist whom the public may book: looked up, and registered today. */
export async function readTherapist(
  db: Database,
  slug: string,
  now: Temporal.Instant,
): Promise<Read<TherapistProfile>> {
  const named = await subjectOf(db, 'therapist', slug)
  if (!named) return unknown
  const { rows } = await sql<Omit<TherapistProfile, 'services' | 'places'>>`
    select t.clinic_id as "clinicId", c.name as "clinicName", c.slug as "clinicSlug", c.phone as "clinicPhone",
      t.therapist_id as "therapistId", t.slug, t.name, t.profession, t.languages, t.conditions, t.about,
      t.registration_body as body, t.registration_number as number, t.registered_until as "registeredUntil",
      t.looked_up_on as "lookedUpOn"
    from directory.therapists t join directory.clinics c on c.clinic_id = t.clinic_id
    where t.clinic_id = ${named.clinicId} and t.therapist_id = ${named.subjectId}
      and t.registered_until >= ${dayIn(now)}`.execute(db)
  const [therapist] = rows
  if (!therapist) return unknown
  if (therapist.slug !== slug) return { ok: false, why: 'moved', slug: therapist.slug }
  const { clinicId, therapistId } = therapist
  const [services, places] = await Promise.all([
    readServices(db, clinicId, therapistId),
    readPlaces(db, clinicId, therapistId, now),
  ])
  return { ok: true, profile: { ...therapist, services, places } }
}

/** A clinic that has opened, with those of its therapists whom the public may book. */
export async function readClinic(db: Database, slug: string, now: Temporal.Instant): Promise<Read<ClinicProfile>> {
  const named = await subjectOf(db, 'clinic', slug)
  if (!named) return unknown
  const { rows } = await sql<Omit<ClinicProfile, 'services' | 'places' | 'therapists'>>`
    select clinic_id as "clinicId", name, slug, phone, email from directory.clinics
    where clinic_id = ${named.clinicId}`.execute(db)
  const [clinic] = rows
  if (!clinic) return unknown
  if (clinic.slug !== slug) return { ok: false, why: 'moved', slug: clinic.slug }
  const { clinicId } = clinic
  const [services, places, therapists] = await Promise.all([
    readServices(db, clinicId, null),
    readPlaces(db, clinicId, null, now),
    sql<ClinicProfile['therapists'][number]>`
      select therapist_id as id, slug, name, profession from directory.therapists
      where clinic_id = ${clinicId} and registered_until >= ${dayIn(now)} order by folded_name`.execute(db),
  ])
  return { ok: true, profile: { ...clinic, services, places, therapists: therapists.rows } }
}

/** Whether all of this is the demonstration. @param app the server's role: the directory's does not see it */
export async function isDemonstration(app: Database): Promise<boolean> {
  const row = await app.selectFrom('installation').select('demonstration').executeTakeFirst()
  return row?.demonstration ?? false
}

const dayIn = (now: Temporal.Instant) => now.toZonedDateTimeISO('Europe/London').toPlainDate().toString()

/** As the table of names has it: what is none cannot be in it, and may be what the database cannot even read. */
const isSlug = (text: string) => text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

async function subjectOf(db: Database, kind: 'clinic' | 'therapist', slug: string) {
  if (!isSlug(slug)) return undefined
  const { rows } = await sql<{ clinicId: string; subjectId: string }>`
    select clinic_id as "clinicId", subject_id as "subjectId" from directory.slugs
    where kind = ${kind} and slug = ${slug}`.execute(db)
  return rows[0]
}

/** @param therapist only what this one gives; `null`: all of the clinic */
async function readServices(
  db: Database,
  clinic: string,
  therapist: string | null,
): Promise<readonly OfferedService[]> {
  const { rows } = await sql<OfferedService>`
    select s.service_id as id, s.treatment, s.name, s.minutes, s.price_pence as "pricePence", s.by_video as "byVideo",
      s.window_days as "windowDays", s.free_until_hours as "freeUntilHours", s.late_fee_pence as "lateFeePence",
      s.needs_referral as "needsReferral",
      array(select i.insurer from directory.service_insurers i
        where i.clinic_id = s.clinic_id and i.service_id = s.service_id order by 1) as insurers
    from directory.services s
    where s.clinic_id = ${clinic} and (${therapist}::uuid is null or exists (
      select from directory.service_therapists st
      where st.clinic_id = s.clinic_id and st.service_id = s.service_id and st.therapist_id = ${therapist}::uuid))
    order by s.service_id`.execute(db)
  return rows
}

/** @param therapist only where this one works from today on; `null`: all of the clinic */
async function readPlaces(db: Database, clinic: string, therapist: string | null, now: Temporal.Instant) {
  const { rows } = await sql<VisitPlace>`
    select l.location_id as id, l.name, l.street, l.town, l.postcode, l.zone, l.phone, l.way_there as "wayThere",
      l.latitude, l.longitude, l.step_free as "stepFree", l.lift, l.accessible_toilet as "accessibleToilet",
      l.low_couch as "lowCouch", l.parking, l.hearing_loop as "hearingLoop"
    from directory.locations l
    where l.clinic_id = ${clinic} and (${therapist}::uuid is null or exists (
      select from directory.hours h
      where h.clinic_id = l.clinic_id and h.location_id = l.location_id and h.therapist_id = ${therapist}::uuid
        and (h.valid_until is null or h.valid_until >= ${dayIn(now)})))
    order by l.name`.execute(db)
  return rows
}
